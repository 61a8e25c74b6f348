"""A fineliner: an even, crisp line."""

from math import inf

from sketchsvg.ink.pen import Pen, Profile

# Only broad loops are outlined: their two ends thin out where they meet, which no eye sees in fine ones.
PEN = Pen(
    wobble=0.115, tremor=0.013, bow=0.05, pressure=0.0,
    profile=Profile(
        slow=1.0, fast=0.0, noise=0.03, lead=0.3, lead_run=3.0, taper=0.4, taper_run=4.0, letter_em=inf,
        drawing_width=inf, loop_width=0.6,
    ),
)  # fmt: skip
