"""Chalk: a broad dry line of specks and runs with ragged edges."""

from sketchsvg.ink.pen import Pen, Strand

PEN = Pen(
    wobble=0.12,
    tremor=0.02,
    overrun=2.2,
    overshoot=0.8,
    pressure=0.08,
    strands=(
        Strand(0.78, 0.4, run=1.4, gap=0.3, scatter=0.08),
        Strand(0.32, 0.8, run=0.5, gap=0.22, scatter=0.3),
        Strand(0.22, 0.85, run=0.3, gap=0.26, scatter=0.38),
        Strand(0.13, 0.85, run=0.16, gap=0.26, scatter=0.5),
    ),
)
