"""A marker: a strong round line, a little wider across its slightly chiselled nib than along it."""

from sketchsvg.ink.pen import Pen, Profile

PEN = Pen(
    tremor=0.012,
    overshoot=0.55,
    profile=Profile(slow=1.05, fast=0.1, noise=0.06, chisel=0.07, taper=0.06, letter_em=4.5, drawing_width=0.3),
)
