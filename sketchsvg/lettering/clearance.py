"""How near the strokes of a letter come to each other: what says how heavy a pen may write it.

A pen that is heavier than the white between two strokes that run side by side closes a counter. So every letter has a
*clearance*, the widest pen that leaves all of its whites open, measured on its centrelines.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.lettering.glyph import FREE

Bools = npt.NDArray[np.bool_]

#: Points looked at on every cubic, and how many of them have to lie beside another piece to make it a neighbour.
SAMPLES, RUN = 9, 3
#: Two strokes that come near each other over less than this only touch in passing, as a bar and a ring below it, em.
PASSING = 0.14
#: Strokes run side by side where their directions are within 20 degrees of each other (cosine, squared) ...
ALIKE = 0.88
#: ... and one lies across from the other, within 25 degrees (cosine between them and the way across, squared).
ACROSS = 0.18
#: An end points at what lies within 40 degrees of its way (cosine).
AHEAD = 0.766
#: What lies nearer than this is one line of ink even to the usual pen, and meant to be, em.
ONE = 0.088
#: The same of an end and what it points at: the tick of ㅎ may touch its bar, that of ㅗ stands further off.
MEETS = 0.1
#: White that has to stay between two strokes side by side, how much more of it inside a ring, and between an end and
#: what it points at, em.
WHITE, MORE_IN_RING, WHITE_AHEAD = 0.027, 0.008, 0.004

_T = (np.arange(SAMPLES) / (SAMPLES - 1))[None, :, None]
_S = 1 - _T
_PLACE = (_S * _S * _S, 3 * _S * _S * _T, 3 * _S * _T * _T, _T * _T * _T)
_WAY = (-_S * _S, _S * _S - 2 * _S * _T, 2 * _S * _T - _T * _T, _T * _T)


def clearance(curves: Curves) -> float:
    """The widest pen in em that leaves white between all strokes of a letter; ``FREE`` where none is too wide."""
    points = curves.points
    spans = list(zip(curves.starts[:-1].tolist(), curves.starts[1:].tolist(), strict=True))
    begins = np.array([k for a, b in spans for k in range(a, b - 1, 3)], dtype=np.int64)
    if not len(begins):
        return FREE
    parts = [points[begins + k][:, None, :] for k in range(4)]
    places, ways = _sum(parts, _PLACE), _sum(parts, _WAY)
    length = np.sqrt(ways[:, 0] * ways[:, 0] + ways[:, 1] * ways[:, 1])
    ways = ways / np.maximum(length, 1e-9)[:, None]
    stroke = np.repeat(np.arange(len(spans)), [(b - a) // 3 * SAMPLES for a, b in spans])
    closed = np.array([_is_ring(points[a:b]) for a, b in spans])
    beside, ahead = _side_by_side(places, ways, stroke, closed), _ahead(places, ways, stroke)
    return max(0.0, min(FREE, beside - WHITE, ahead - WHITE_AHEAD))


def _is_ring(stroke: Floats) -> bool:
    """Whether a stroke comes back to where it began, or nearly so."""
    x, y = stroke[-1] - stroke[0]
    return len(stroke) > 7 and float(x * x + y * y) < ONE * ONE


def _sum(parts: list[Floats], weights: tuple[Floats, ...]) -> Floats:
    a, b, c, d = (part * weight for part, weight in zip(parts, weights, strict=True))
    total: Floats = (a + b + c + d).reshape(-1, 2)
    return total


def _side_by_side(places: Floats, ways: Floats, stroke: Ints, closed: Bools) -> float:
    """The distance of the two strokes side by side that are nearest to each other, where they are furthest apart.

    Strokes that part where they meet, as the legs of ㅅ or the bowl and the stem of a b, have room at their other ends.
    """
    dx = places[None, :, 0] - places[:, None, 0]
    dy = places[None, :, 1] - places[:, None, 1]
    square = dx * dx + dy * dy
    x, y = ways[:, None, 0], ways[:, None, 1]
    alike = x * ways[None, :, 0] + y * ways[None, :, 1]
    along = dx * x + dy * y
    facing = (square > 1e-6) & (alike * alike > ALIKE) & (along * along < ACROSS * square)
    left = dx * y - dy * x > 0
    piece = np.arange(len(places)) // SAMPLES
    pieces = len(places) // SAMPLES
    step = np.zeros(len(places))
    across, down = places[1:, 0] - places[:-1, 0], places[1:, 1] - places[:-1, 1]
    step[1:] = np.where(piece[1:] == piece[:-1], np.sqrt(across * across + down * down), 0.0)
    found = FREE + WHITE
    for side in (facing & left, facing & ~left):
        away = np.where(side, square, 1.0)
        nearest = away.argmin(axis=1)
        gap = away[np.arange(len(away)), nearest]
        near = gap < 1.0
        pair = (piece * pieces + piece[nearest])[near]
        count = np.bincount(pair, minlength=pieces * pieces)
        widest = np.zeros(pieces * pieces)
        np.maximum.at(widest, pair, gap[near])
        length = np.bincount(pair, step[near], minlength=pieces * pieces)
        first = stroke[::SAMPLES]
        own = (first[:, None] == first[None, :]).ravel()
        inside = own & np.repeat(closed[first], pieces)
        apart = np.sqrt(widest) - np.where(inside, MORE_IN_RING, 0.0)
        beside = (count >= RUN) & (own | (length > PASSING)) & (widest > ONE * ONE)
        found = min(found, float(apart[beside].min(initial=1.0)))
    return found


def _ahead(places: Floats, ways: Floats, stroke: Ints) -> float:
    """The least distance of an end from another stroke that it points at without touching it."""
    heads = np.flatnonzero(np.concatenate((np.ones(1, dtype=np.bool_), stroke[1:] != stroke[:-1])))
    tails = np.append(heads[1:], len(stroke)) - 1
    at = np.concatenate((heads, tails))
    out = np.concatenate((-ways[heads], ways[tails]))
    dx = places[None, :, 0] - places[at, None, 0]
    dy = places[None, :, 1] - places[at, None, 1]
    square = dx * dx + dy * dy
    forward = dx * out[:, :1] + dy * out[:, 1:]
    other = stroke[None, :] != stroke[at, None]
    touching = np.zeros((len(at), int(stroke[-1]) + 1), dtype=np.bool_)
    rows, columns = np.nonzero(other & (square < MEETS * MEETS))
    touching[rows, stroke[columns]] = True
    pointed = other & ~touching[:, stroke] & (forward > 0) & (forward * forward > AHEAD * AHEAD * square)
    return float(np.sqrt(square[pointed].min())) if pointed.any() else FREE + WHITE_AHEAD
