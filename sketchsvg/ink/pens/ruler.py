"""No hand at all: exactly what was asked for. For checking a page, and for plotters with their own mind."""

from sketchsvg.ink.pen import Pen

PEN = Pen(
    wobble=0.0, tremor=0.0, bow=0.0, drift=0.0, closing_drift=0.0, overrun=0.0, miss=0.0, overshoot=0.0,
    letter_wobble=0.0, letter_drift=0.0, letter_overrun=0.0, uneven=0.0, pressure=0.0,
)
