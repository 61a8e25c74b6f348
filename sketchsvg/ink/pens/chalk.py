"""Chalk: a broad dry line of specks and runs with ragged edges."""

from sketchsvg.ink.pen import Pen, Strand

PEN = Pen(
    wobble=0.12,
    tremor=0.02,
    overrun=2.2,
    overshoot=0.8,
    pressure=0.08,
    strands=(
        Strand(0.78, 0.32, run=2.6, gap=-0.35),
        Strand(0.3, 0.68, run=2.6, gap=1.5, aside=0.3, scatter=0.12),
        Strand(0.34, 0.68, run=3.4, gap=1.1, aside=0.06, scatter=0.14),
        Strand(0.26, 0.68, run=2.8, gap=1.3, aside=-0.18, scatter=0.12),
        Strand(0.22, 0.68, run=2.2, gap=1.9, aside=-0.37, scatter=0.08),
        Strand(0.12, 0.8, run=1.5, gap=6.0, aside=0.5, scatter=0.05),
    ),
)
