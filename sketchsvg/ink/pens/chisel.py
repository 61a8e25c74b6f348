"""A chisel-tipped marker held at 40 degrees: broad one way, thin the other, its ends cut like its nib."""

from sketchsvg.ink.pen import Pen, Profile

PEN = Pen(
    tremor=0.01, overshoot=0.6, miss_chance=0.0,
    profile=Profile(
        slow=1.02, fast=0.04, noise=0.03, chisel=0.66, nib=40.0, tip=0.0, letter_em=2.5, drawing_width=0.3,
        loop_width=0.3,
    ),
)  # fmt: skip
