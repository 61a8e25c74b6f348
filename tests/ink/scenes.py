"""Small scenes for the tests of the engine."""

import numpy as np

from sketchsvg.geometry import shapes
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.scene import Fill, Layer, Mark, Scene, Word, Writing

INK = "#1f2a44"


def scene(*marks: Mark, seed: int = 7) -> Scene:
    return Scene(210.0, 297.0, marks, seed=seed)


def mark(key: str, curves: Curves, pen: str = "fineliner", width: float = 0.3, **more) -> Mark:
    return Mark(key, curves, pen, width, more.pop("colour", INK), more.pop("layer", Layer.LINE), **more)


def line_mark(key: str, length: float, pen: str = "fineliner", **more) -> Mark:
    return mark(key, shapes.line(10.0, 50.0, 10.0 + length, 50.0), pen, **more)


def box(width: float = 40.0, height: float = 20.0, radius: float = 0.0, x: float = 10.0, y: float = 10.0) -> Curves:
    return shapes.rectangle(Rect(x, y, width, height), radius)


def text_mark(key: str, letters: int = 12, em: float = 3.35, pen: str = "fineliner", **more) -> Mark:
    """A row of the same two-stroke letter: an upright and an oval."""
    strokes, of, origins = [], [], []
    for index in range(letters):
        x, y = 10.0 + index * 0.9 * em, 60.0
        strokes.append(shapes.polyline_stroke([(x + 0.1 * em, y - 0.7 * em), (x + 0.1 * em, y)]))
        strokes.append(shapes.ellipse(x + 0.4 * em, y - 0.25 * em, 0.2 * em, 0.22 * em).strokes()[0])
        of += [index, index]
        origins.append((x, y))
    word = Word("b" * letters, 10.0, 60.0, letters * 0.9 * em, em)
    writing = Writing("b" * letters, (word,), np.array(origins), np.array(of), em)
    return mark(key, Curves.of(strokes), pen, 0.085 * em, layer=Layer.TEXT, writing=writing, **more)


def filled(key: str, curves: Curves, style: str, **more) -> Mark:
    return mark(key, curves, "ballpoint", 0.38, fill=Fill(style, "#2f6fde", **more))
