"""A soft pencil: light, and grainy where its strands part and cross."""

from sketchsvg.ink.pen import Pen, Strand

PEN = Pen(
    wobble=0.14,
    pressure=0.1,
    strands=(Strand(0.78, 0.0, 0.6), Strand(0.4, 0.3, 0.42), Strand(0.3, 0.42, 0.36)),
)
