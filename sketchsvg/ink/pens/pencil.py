"""A soft pencil: light, and grainy where its strands part and cross."""

from sketchsvg.ink.pen import Pen, Strand

PEN = Pen(
    wobble=0.14,
    pressure=0.1,
    strands=(Strand(0.8, 0.0, 0.68), Strand(0.4, 0.36, 0.5), Strand(0.3, 0.5, 0.42)),
)
