"""How a hand's unsteadiness is spread over a line: in millimetres, whatever the length of the line."""

import numpy as np
import pytest

from sketchsvg.geometry import shapes
from sketchsvg.ink import ink
from tests.ink.measures import flattened
from tests.ink.scenes import mark, scene

#: Lines of one width, whose centreline is what is drawn.
STROKED = ("ballpoint", "fineliner", "marker")
#: How far apart a line is looked at, and how much of it at once, mm.
STEP, WINDOW = 0.25, 20.0


def offs(pen: str, length: float, count: int) -> np.ndarray:
    """How far lines lie off the straight at places along them, from end to end: (count, places)."""
    marks = [mark(f"{length} {n}", shapes.line(10, 50, 10 + length, 50), pen, 0.25) for n in range(count)]
    x = np.arange(10.0, 10.0 + length, STEP)
    drawn = [flattened(s, 8) for path in ink(scene(*marks)).paths for s in path.curves.strokes()]
    return np.array([np.interp(x, points[:, 0], points[:, 1]) - 50.0 for points in drawn])


def spectrum(off: np.ndarray) -> np.ndarray:
    """The power of waves of 20, 10, 6.7, 5, ... mm, a mean over all windows of all lines, ends and all."""
    windows = off[:, : off.shape[1] // 80 * 80].reshape(-1, 80)
    t = np.linspace(-1.0, 1.0, windows.shape[1])
    level = windows - windows.mean(axis=1, keepdims=True)
    level -= np.outer(level @ t / (t @ t), t)
    return (np.abs(np.fft.rfft(level * np.hanning(80), axis=1)) ** 2).mean(axis=0)[1:]


@pytest.mark.parametrize("pen", STROKED)
def test_lines_of_20_and_of_180_mm_have_one_spectrum(pen):
    """Whole lines: within a tenth as a sum, and wave by wave down to 5 mm, below which next to nothing is left."""
    short, long = offs(pen, 20.0, 1800), offs(pen, 180.0, 200)
    one, other = spectrum(short), spectrum(long)
    assert one[:4].sum() > 0.999 * one.sum()
    assert np.sqrt(other.sum() / one.sum()) == pytest.approx(1.0, abs=0.1)
    assert np.sqrt(other[:4] / one[:4]) == pytest.approx(np.ones(4), abs=0.1)
    assert long.std() / short.std() == pytest.approx(1.0, abs=0.1)

