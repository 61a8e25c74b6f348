"""A fineliner: an even, crisp line."""

from sketchsvg.ink.pen import Pen

PEN = Pen(wobble=0.115, tremor=0.013, bow=0.08, pressure=0.03)
