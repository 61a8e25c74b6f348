"""Marks of a block that lies a little askew on the page."""

from __future__ import annotations

import numpy as np
from msgspec.structs import replace

from sketchsvg.frame import Frame
from sketchsvg.geometry.curves import Curves
from sketchsvg.scene import Mark, Word


def turned(mark: Mark, frame: Frame) -> Mark:
    """``mark`` turned by the frame's ``turn`` about the middle of the frame, its words and glyph origins with it."""
    x, y = frame.rect.centre
    writing = mark.writing
    if writing is not None:
        origins = _turned_points(writing.origins, frame.turn, x, y)
        words = tuple(_turned_word(word, frame.turn, x, y) for word in writing.words)
        writing = replace(writing, origins=origins.points, words=words)
    return replace(mark, curves=mark.curves.turned(frame.turn, x, y), writing=writing)


def _turned_points(points: object, degrees: float, x: float, y: float) -> Curves:
    array = np.asarray(points, dtype=np.float64)
    return Curves(array, np.array([0, len(array)])).turned(degrees, x, y)


def _turned_word(word: Word, degrees: float, x: float, y: float) -> Word:
    place = _turned_points([(word.x, word.y)], degrees, x, y).points[0]
    return replace(word, x=float(place[0]), y=float(place[1]), angle=word.angle + degrees)
