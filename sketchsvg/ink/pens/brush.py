"""A brush pen: it swells and thins with every movement, and leaves the paper in a point."""

from sketchsvg.ink.pen import Pen, Profile

PEN = Pen(
    wobble=0.17, tremor=0.01, bow=0.08, overrun=2.2, overshoot=0.8, pressure=0.1,
    profile=Profile(
        slow=1.62, fast=0.74, noise=0.22, lead=0.45, lead_run=1.4, taper=0.9, taper_run=5.0, chisel=0.2, nib=55.0,
        letter_em=2.5, drawing_width=0.2,
    ),
)  # fmt: skip
