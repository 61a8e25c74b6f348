"""Refusing what cannot be inked, with the key of the mark that holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf, isfinite

import numpy as np

from sketchsvg.errors import SheetError
from sketchsvg.geometry.curves import Curves
from sketchsvg.scene import Fill, Mark

#: How far from the page a point may lie, how long a stroke may be and all strokes of a mark together, mm.
_FARTHEST, _LONGEST, _MOST = 100_000.0, 1_000_000.0, 20_000_000.0
#: The shortest pattern of dashes, mm.
_FINEST_DASH = 0.1
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")


def check(marks: Sequence[Mark], curves: Curves) -> None:
    """Raise ``SheetError`` for the first mark that cannot be drawn, or for two marks with one key.

    ``curves`` are the strokes of all marks, one after another.
    """
    keys = [mark.key for mark in marks if not mark.keys]
    for mark in marks:
        keys += mark.keys
    if len(set(keys)) < len(keys):
        twice = _first_repeated(keys)
        raise SheetError(f'Two marks have the key "{twice}".', mend="Give each mark a key of its own.")
    colours: set[str] = set()
    # By identity: thousands of marks may share a fill, and telling whether two are alike takes as long as checking one.
    fills: dict[int, Fill] = {}
    for mark in marks:
        if mark.colour not in colours:
            _check_colour(mark, mark.colour)
            colours.add(mark.colour)
        if not 0 <= mark.width < inf:
            raise _wrong(mark, f"has a width of {mark.width}", "A width is 0 or more millimetres.")
        if not 0 <= mark.opacity <= 1:
            raise _wrong(mark, f"has an opacity of {mark.opacity}", "Opacity lies between 0 and 1.")
        if mark.writing is not None and not 0 < mark.writing.em < inf:
            raise _wrong(mark, f"is written at a size of {mark.writing.em}", "An em is more than 0 millimetres.")
        if mark.fill is not None and id(mark.fill) not in fills:
            _check_fill(mark, mark.fill)
            fills[id(mark.fill)] = mark.fill
        if mark.dash:
            _check_dash(mark)
    _check_points(marks, curves)
    if fills:
        _check_closed(marks, curves)


def _first_repeated(keys: Sequence[str]) -> str:
    times = dict.fromkeys(keys, 0)
    for key in keys:
        times[key] += 1
        if times[key] > 1:
            return key
    return ""


def _check_colour(mark: Mark, colour: str) -> None:
    if not _COLOUR.match(colour):
        raise _wrong(mark, f'has the colour "{colour}"', "Write colours as #rrggbb.")


def _check_points(marks: Sequence[Mark], curves: Curves) -> None:
    """Refuse points that are no numbers or lie off any table, and lines that no pen can draw in a day."""
    points = curves.points
    if not len(points):
        return
    # A number that is none comes out as the least and as the greatest.
    low, high = float(points.min()), float(points.max())
    if not isfinite(low - high):
        mark = next(mark for mark in marks if not np.isfinite(mark.curves.points).all())
        raise _wrong(mark, "has a point that is not a finite number", "Check how its shape was computed.")
    if max(high, -low) > _FARTHEST:
        mark = next(mark for mark in marks if len(mark.curves) and np.abs(mark.curves.points).max() > _FARTHEST)
        raise _wrong(mark, f"lies more than {_FARTHEST / 1000:g} m from the page", "Lengths are millimetres.")
    # From point to point, along the axes; no stroke is longer than all of them together.
    steps = np.abs(points[1:] - points[:-1])
    if steps.sum() <= _LONGEST:
        return
    along = np.concatenate((np.zeros(1), np.cumsum(steps.sum(axis=1))))
    lengths = along[curves.starts[1:] - 1] - along[curves.starts[:-1]]
    first = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum([len(mark.curves) for mark in marks])))
    if lengths.max() > _LONGEST:
        number = int(np.searchsorted(first, np.argmax(lengths), side="right")) - 1
        much = f"is {lengths.max() / 1000:.0f} m long; a pen draws up to {_LONGEST / 1000:g} m"
        raise _wrong(marks[number], much, "Thin out its points, or draw it in parts.")
    whole = np.concatenate((np.zeros(1), np.cumsum(lengths)))[first]
    totals = whole[1:] - whole[:-1]
    if totals.max() > _MOST:
        much = f"has lines of {totals.max() / 1e6:.0f} km; a pen draws up to {_MOST / 1e6:g} km"
        raise _wrong(marks[int(np.argmax(totals))], much, "Draw fewer shapes.")


def _check_fill(mark: Mark, fill: Fill) -> None:
    _check_colour(mark, fill.colour)
    for name, value, least in (("gap", fill.gap, 0.05), ("weight", fill.weight, 0.0), ("angle", fill.angle, -1e6)):
        if not (isfinite(value) and value >= least):
            raise _wrong(mark, f"has a fill with a {name} of {value}", f"Give {name} a sensible size.")
    if fill.rule not in ("nonzero", "evenodd"):
        raise _wrong(mark, f'has a fill with the rule "{fill.rule}"', 'A rule is "nonzero" or "evenodd".')
    if not 0 <= fill.opacity <= 1:
        raise _wrong(mark, f"has a fill with an opacity of {fill.opacity}", "Opacity lies between 0 and 1.")


def _check_closed(marks: Sequence[Mark], curves: Curves) -> None:
    """Refuse to fill what does not end where it begins."""
    # A point at a time, which is one number of 16 bytes.
    points = np.ascontiguousarray(curves.points).view(np.complex128).ravel()
    open_strokes = np.flatnonzero(points.take(curves.starts[:-1]) != points.take(curves.starts[1:] - 1))
    ends = np.cumsum([len(mark.curves.starts) - 1 for mark in marks])
    for number in sorted(set(np.searchsorted(ends, open_strokes, side="right").tolist())):
        if marks[number].fill is not None:
            raise _wrong(marks[number], "is open and cannot be filled", "Close its curves or take the fill away.")


def _check_dash(mark: Mark) -> None:
    if not all(isfinite(length) and length >= 0 for length in (*mark.dash, abs(mark.dash_offset))):
        raise _wrong(mark, f"has a dash of {mark.dash} from {mark.dash_offset}", "Dashes are 0 or more millimetres.")
    if sum(mark.dash) < _FINEST_DASH:
        raise _wrong(mark, f"has a dash of {mark.dash}, too fine to draw", f"A pattern is {_FINEST_DASH} mm or more.")


def _wrong(mark: Mark, what: str, mend: str) -> SheetError:
    return SheetError(f'The mark "{mark.key}" {what}.', mend=mend)
