"""A soft pencil: light, and grainy, for the tooth of the paper takes the graphite in grains."""

from sketchsvg.ink.pen import Pen, Strand

PEN = Pen(
    wobble=0.14,
    pressure=0.1,
    strands=(
        Strand(0.9, 0.4),
        Strand(0.5, 0.42, run=4.5, gap=0.8, scatter=0.2),
        Strand(0.28, 0.45, run=2.4, gap=1.6, scatter=0.33, stride=1.6),
    ),
)
