"""From the parts of a formula to pen strokes: letters as the hand writes them, the rest drawn into its box."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.geometry.shapes import ellipse, line, polyline_stroke, smooth_stroke
from sketchsvg.lettering.maths.parts import Laid, Part, Ring, Root, Rule, Sign, Stretched
from sketchsvg.lettering.skeleton import find_skeleton

if TYPE_CHECKING:
    from sketchsvg.lettering.hand import Hand


class Letters(Struct, frozen=True, eq=False):
    """The letters of a formula that are written with one weight, in em; as ``Written`` of a run of text."""

    curves: Curves
    origins: Floats
    glyph_of_stroke: Ints


def letters(signs: Iterable[Sign], hand: Hand) -> Letters:
    """The strokes of ``signs`` at their places."""
    parts: list[Curves] = []
    origins: list[tuple[float, float]] = []
    counts: list[int] = []
    for sign in signs:
        curves = hand.write(sign.char, sign.bold, italic=sign.italic).curves
        if not len(curves):
            continue
        parts.append(curves.placed(sign.x, sign.y, sign.size))
        origins.append((sign.x, sign.y))
        counts.append(len(curves))
    owners = np.repeat(np.arange(len(counts), dtype=np.int64), np.array(counts, dtype=np.int64))
    return Letters(Curves.joined(parts), np.array(origins, dtype=np.float64).reshape(-1, 2), owners)


def lines(laid: Laid, hand: Hand) -> Curves:
    """What is drawn rather than written: bars, roots, brackets, signs that grow."""
    return Curves.joined(_drawn(part, hand) for part in laid.parts if not isinstance(part, Sign))


def _drawn(part: Part, hand: Hand) -> Curves:
    if isinstance(part, Rule):
        return line(part.x0, part.y0, part.x1, part.y1)
    if isinstance(part, Root):
        return _root(part)
    if isinstance(part, Ring):
        return ellipse(
            (part.left + part.right) / 2, (part.top + part.bottom) / 2,
            (part.right - part.left) / 2, (part.bottom - part.top) / 2,
        )  # fmt: skip
    assert isinstance(part, Stretched)
    return _grown(part, hand)


def _root(part: Root) -> Curves:
    """Tick and roof in one go: a short start, down to the foot, up to the roof, along it."""
    wide, high = part.right - part.left, part.bottom - part.top
    # The tick stays as small beside a tall root as beside a low one: only its long side grows.
    tick = min(high * 0.45, 0.5)
    begin = part.left + wide * 0.04
    return Curves.of([polyline_stroke([
        (begin, part.bottom - tick * 0.82), (begin + wide * 0.22, part.bottom - tick),
        (part.left + wide * 0.52, part.bottom), (part.right - wide * 0.04, part.top), (part.end, part.top),
    ])])


def _grown(part: Stretched, hand: Hand) -> Curves:
    """A sign drawn into its box; ``CharacterError`` for one that neither the hand nor a font has."""
    if part.char in _LIKE:
        # Long arrows keep off their neighbours.
        part = replace(part, left=part.left + BESIDE, right=part.right - BESIDE)
    wide, high = part.right - part.left, part.bottom - part.top
    shape = _SHAPES.get(part.char)
    if shape is not None:
        return Curves.of([_placed(stroke, part, wide, high) for stroke in shape(wide, high)])
    char = _LIKE.get(part.char, part.char)
    known = find_skeleton(char) or hand.write(char)
    left, top, right, bottom = known.curves.bounds()
    factor = np.array((_ratio(wide, right - left), _ratio(high, bottom - top)))
    middle = np.array(((left + right) / 2, (top + bottom) / 2))
    centre = np.array((part.left + wide / 2, part.top + high / 2))
    return Curves((known.curves.points - middle) * factor + centre, known.curves.starts)


def _ratio(wanted: float, own: float) -> float:
    """How much a sign is stretched; a flat one is left as it is across its line."""
    return wanted / own if own > 0.02 else 1.0


def _placed(stroke: Floats, part: Stretched, wide: float, high: float) -> Floats:
    placed: Floats = stroke * np.array((wide, high)) + np.array((part.left, part.top))
    return placed


Shape = Callable[[float, float], list[Floats]]


def _straight(*points: tuple[float, float]) -> Shape:
    return lambda wide, high: [polyline_stroke(points)]


def _bowed(*points: tuple[float, float]) -> Shape:
    return lambda wide, high: [smooth_stroke(points)]


def _strokes(*shapes: Shape) -> Shape:
    return lambda wide, high: [stroke for shape in shapes for stroke in shape(wide, high)]


def _mirrored(shape: Shape) -> Shape:
    return lambda wide, high: [np.array((1.0, 0.0)) + stroke * np.array((-1.0, 1.0)) for stroke in shape(wide, high)]


def _brace(wide: float, high: float) -> list[Floats]:
    """A brace: its hooks keep their size however tall it grows."""
    hook = min(0.24, 0.75 * wide / high) if high > 0 else 0.24
    spine, lip = 0.48, 0.92
    half = np.array([
        (lip, 0.0), (0.62, 0.0), (spine, 0.3 * hook), (spine, hook),
        (spine, hook + (0.5 - 2 * hook) / 3), (spine, 0.5 - hook - (0.5 - 2 * hook) / 3), (spine, 0.5 - hook),
        (spine, 0.5 - 0.35 * hook), (0.32, 0.5 - 0.06 * hook), (0.06, 0.5),
    ])  # fmt: skip
    lower = np.array((0.0, 1.0)) + half[::-1] * np.array((1.0, -1.0))
    return [np.concatenate((half, lower[1:]))]


def _flat_brace(up: bool) -> Shape:
    def drawn(wide: float, high: float) -> list[Floats]:
        turned = [stroke[:, ::-1] for stroke in _brace(high, wide)]
        return turned if up else [np.array((0.0, 1.0)) + stroke * np.array((1.0, -1.0)) for stroke in turned]

    return drawn


_ROUND_BRACKET = _bowed((0.85, 0.0), (0.3, 0.22), (0.12, 0.5), (0.3, 0.78), (0.85, 1.0))
_SQUARE = _straight((0.9, 0.0), (0.25, 0.0), (0.25, 1.0), (0.9, 1.0))
_CEILING, _FLOOR = _straight((0.9, 0.0), (0.25, 0.0), (0.25, 1.0)), _straight((0.25, 0.0), (0.25, 1.0), (0.9, 1.0))
_ANGLE = _straight((0.8, 0.0), (0.2, 0.5), (0.8, 1.0))
_ARROW = _strokes(_straight((0.0, 0.5), (1.0, 0.5)), _straight((0.7, 0.0), (1.0, 0.5), (0.7, 1.0)))
_BAR = _straight((0.5, 0.0), (0.5, 1.0))
_LEVEL = _straight((0.0, 0.5), (1.0, 0.5))
_HAT = _straight((0.18, 1.0), (0.5, 0.15), (0.82, 1.0))
_WAVE = _bowed((0.1, 0.85), (0.32, 0.3), (0.55, 0.5), (0.72, 0.72), (0.92, 0.15))



def _dots(count: int) -> Shape:
    """Pressed dots beside each other."""

    def drawn(wide: float, high: float) -> list[Floats]:
        radius = np.array((PRESSED / wide, PRESSED / high))
        places = [(number + 0.5) / count for number in range(count)]
        return [ellipse(x, 0.5, float(radius[0]), float(radius[1])).points for x in places]

    return drawn


def _ring(wide: float, high: float) -> list[Floats]:
    return [ellipse(0.5, 0.5, 0.4, 0.4).points]


#: Long arrows are the short ones, drawn out.
_LIKE = {"⟶": "→", "⟵": "←", "⟷": "↔", "⟹": "⇒", "⟸": "⇐", "⟺": "⇔", "⟼": "↦"}
#: White at either end of a long arrow, em.
BESIDE = 0.1
#: Radius of the tiny round of a pressed dot, em.
PRESSED = 0.014

#: Signs that grow and are drawn for it, in the unit box of their place.
_SHAPES: dict[str, Shape] = {
    "(": _ROUND_BRACKET, ")": _mirrored(_ROUND_BRACKET),
    "[": _SQUARE, "]": _mirrored(_SQUARE),
    "⌈": _CEILING, "⌉": _mirrored(_CEILING), "⌊": _FLOOR, "⌋": _mirrored(_FLOOR),
    "⟨": _ANGLE, "⟩": _mirrored(_ANGLE),
    "{": _brace, "}": _mirrored(_brace),
    "|": _BAR, "∣": _BAR,
    "‖": _strokes(_straight((0.2, 0.0), (0.2, 1.0)), _straight((0.8, 0.0), (0.8, 1.0))),
    "^": _HAT, "ˆ": _HAT, "\u0302": _HAT, "ˇ": _straight((0.18, 0.0), (0.5, 0.85), (0.82, 0.0)),
    "~": _WAVE, "˜": _WAVE, "\u0303": _WAVE,
    "¯": _LEVEL, "ˉ": _LEVEL, "‾": _LEVEL, "_": _LEVEL, "\u0304": _LEVEL, "\u0305": _LEVEL,
    "⏞": _flat_brace(True), "⏟": _flat_brace(False),
    "˙": _dots(1), "¨": _dots(2), "\u20db": _dots(3), "˚": _ring, "˘": _bowed((0.1, 0.1), (0.5, 0.9), (0.9, 0.1)),
    "´": _straight((0.8, 0.0), (0.2, 1.0)), "`": _straight((0.2, 0.0), (0.8, 1.0)),
    "\u20d7": _ARROW, "\u20d6": _mirrored(_ARROW),
    "⏜": _bowed((0.0, 1.0), (0.5, 0.1), (1.0, 1.0)), "⏝": _bowed((0.0, 0.0), (0.5, 0.9), (1.0, 0.0)),
    "⎴": _straight((0.0, 1.0), (0.0, 0.2), (1.0, 0.2), (1.0, 1.0)),
    "⎵": _straight((0.0, 0.0), (0.0, 0.8), (1.0, 0.8), (1.0, 0.0)),
    "″": _strokes(_straight((0.45, 0.0), (0.15, 1.0)), _straight((0.95, 0.0), (0.65, 1.0))),
    "′": _straight((0.75, 0.0), (0.2, 1.0)),
    "/": _straight((0.95, 0.0), (0.05, 1.0)), "\\": _straight((0.05, 0.0), (0.95, 1.0)),
}  # fmt: skip
_SHAPES["∥"] = _SHAPES["‖"]


__all__ = ["Letters", "letters", "lines"]
