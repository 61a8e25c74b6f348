"""Chalk: a broad dry line of specks and runs with ragged edges."""

from sketchsvg.ink.pen import Pen, Strand

PEN = Pen(
    wobble=0.12,
    tremor=0.02,
    overrun=2.2,
    overshoot=0.8,
    pressure=0.08,
    strands=(
        Strand(0.8, 0.38, run=2.2, gap=-0.4),
        Strand(0.36, 0.48, run=3.0, gap=0.3, scatter=0.28),
        Strand(0.13, 0.8, run=2.2, gap=1.3, scatter=0.5, stride=1.6),
    ),
)
