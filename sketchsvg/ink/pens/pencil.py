"""A soft pencil: light, and grainy, for the tooth of the paper takes the graphite in runs."""

from sketchsvg.ink.pen import Pen, Strand

PEN = Pen(
    wobble=0.14,
    pressure=0.1,
    strands=(
        Strand(0.9, 0.44, run=7.0, gap=0.1),
        Strand(0.5, 0.32, run=2.4, gap=0.5, scatter=0.2),
        Strand(0.3, 0.34, run=0.9, gap=0.5, scatter=0.32),
        Strand(0.2, 0.36, run=0.45, gap=0.4, scatter=0.4),
    ),
)
