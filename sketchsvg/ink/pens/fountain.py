"""A fountain pen with an oblique nib: wet and springy, its width tells the direction of every stroke."""

from sketchsvg.ink.pen import Pen, Profile

PEN = Pen(
    wobble=0.12, tremor=0.012,
    profile=Profile(
        slow=1.16, fast=0.22, noise=0.08, lead=0.2, lead_run=0.8, taper=0.45, taper_run=2.5, blob=0.1, blob_chance=0.3,
        chisel=0.4, nib=35.0, tip=0.75, letter_em=2.5, drawing_width=0.2,
    ),
)  # fmt: skip
