"""Refusing what cannot be inked, with the key of the mark that holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import isfinite

import numpy as np

from sketchsvg.errors import SheetError
from sketchsvg.scene import Mark

#: How far from the page a point may lie, how long a mark may be, and from how many points on that is looked at; mm.
_FARTHEST, _LONGEST, _MANY = 100_000.0, 1_000_000.0, 200
#: The shortest pattern of dashes, mm.
_FINEST_DASH = 0.1
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")


def check(marks: Sequence[Mark]) -> None:
    """Raise ``SheetError`` for the first mark that cannot be drawn, or for two marks with one key."""
    seen: set[str] = set()
    colours: set[str] = set()
    for mark in marks:
        if mark.key in seen:
            raise SheetError(f'Two marks have the key "{mark.key}".', mend="Give each mark a key of its own.")
        seen.add(mark.key)
        for colour in (mark.colour,) if mark.fill is None else (mark.colour, mark.fill.colour):
            if colour not in colours:
                if not _COLOUR.match(colour):
                    raise _wrong(mark, f'has the colour "{colour}"', "Write colours as #rrggbb.")
                colours.add(colour)
        if not (isfinite(mark.width) and mark.width >= 0):
            raise _wrong(mark, f"has a width of {mark.width}", "A width is 0 or more millimetres.")
        if not 0 <= mark.opacity <= 1:
            raise _wrong(mark, f"has an opacity of {mark.opacity}", "Opacity lies between 0 and 1.")
        if mark.writing is not None and not (isfinite(mark.writing.em) and mark.writing.em > 0):
            raise _wrong(mark, f"is written at a size of {mark.writing.em}", "An em is more than 0 millimetres.")
        if mark.fill is not None:
            _check_fill(mark)
        if mark.dash:
            _check_dash(mark)
    if marks:
        _check_points(marks)


def _check_points(marks: Sequence[Mark]) -> None:
    """Refuse points that are no numbers or lie off any table, and lines that no pen can draw in a day."""
    points = np.concatenate([mark.curves.points for mark in marks])
    if not np.isfinite(points).all():
        mark = next(mark for mark in marks if not np.isfinite(mark.curves.points).all())
        raise _wrong(mark, "has a point that is not a finite number", "Check how its shape was computed.")
    if len(points) and max(float(points.max()), -float(points.min())) > _FARTHEST:
        mark = next(mark for mark in marks if len(mark.curves) and np.abs(mark.curves.points).max() > _FARTHEST)
        raise _wrong(mark, f"lies more than {_FARTHEST / 1000:g} m from the page", "Lengths are millimetres.")
    for mark in marks:
        if len(mark.curves.points) > _MANY:
            steps = np.diff(mark.curves.points, axis=0)
            length = float(np.sqrt(steps[:, 0] * steps[:, 0] + steps[:, 1] * steps[:, 1]).sum())
            if length > _LONGEST:
                much = f"is {length / 1000:.0f} m long; a pen draws up to {_LONGEST / 1000:g} m"
                raise _wrong(mark, much, "Thin out its points, or draw it in parts.")


def _check_fill(mark: Mark) -> None:
    fill, curves = mark.fill, mark.curves
    assert fill is not None
    for name, value, least in (("gap", fill.gap, 0.05), ("weight", fill.weight, 0.0), ("angle", fill.angle, -1e6)):
        if not (isfinite(value) and value >= least):
            raise _wrong(mark, f"has a fill with a {name} of {value}", f"Give {name} a sensible size.")
    if fill.rule not in ("nonzero", "evenodd"):
        raise _wrong(mark, f'has a fill with the rule "{fill.rule}"', 'A rule is "nonzero" or "evenodd".')
    if not 0 <= fill.opacity <= 1:
        raise _wrong(mark, f"has a fill with an opacity of {fill.opacity}", "Opacity lies between 0 and 1.")
    first, last = curves.points[curves.starts[:-1]], curves.points[curves.starts[1:] - 1]
    if not (first == last).all():
        raise _wrong(mark, "is open and cannot be filled", "Close its curves or take the fill away.")


def _check_dash(mark: Mark) -> None:
    if not all(isfinite(length) and length >= 0 for length in (*mark.dash, abs(mark.dash_offset))):
        raise _wrong(mark, f"has a dash of {mark.dash} from {mark.dash_offset}", "Dashes are 0 or more millimetres.")
    if sum(mark.dash) < _FINEST_DASH:
        raise _wrong(mark, f"has a dash of {mark.dash}, too fine to draw", f"A pattern is {_FINEST_DASH} mm or more.")


def _wrong(mark: Mark, what: str, mend: str) -> SheetError:
    return SheetError(f'The mark "{mark.key}" {what}.', mend=mend)
