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
        Strand(0.22, 0.85, run=0.28, gap=0.2, scatter=0.38),
        Strand(0.15, 0.85, run=0.18, gap=0.17, scatter=0.46),
        Strand(0.1, 0.8, run=0.1, gap=0.16, scatter=0.54),
    ),
)
