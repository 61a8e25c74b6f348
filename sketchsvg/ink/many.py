"""Many shapes of one kind from one array: checked and made at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from msgspec import Struct

from sketchsvg.calling import caller
from sketchsvg.errors import SheetError
from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink import kinds, marks
from sketchsvg.ink.arguments import number, table_of
from sketchsvg.ink.grouping import taken
from sketchsvg.ink.kinds import Alike, Kind
from sketchsvg.ink.order import Box
from sketchsvg.ink.pathkinds import read_path
from sketchsvg.names import unknown


class Herd(Struct, frozen=True, eq=False):
    """``count`` shapes: what their keys begin with, and their strokes."""

    name: str
    count: int
    alike: list[Alike]

    @property
    def closed(self) -> bool:
        """Whether every stroke ends where it begins."""
        return all(
            bool((one.points[:, one.starts[:-1]] == one.points[:, one.starts[1:] - 1]).all()) for one in self.alike
        )

    def bounds(self) -> Box:
        """Left, top, right and bottom of all points, mm."""
        boxes = [Curves(one.points.reshape(-1, 2), one.starts).bounds() for one in self.alike]
        left, top, right, bottom = zip(*boxes, strict=True)
        return min(left), min(top), max(right), max(bottom)

    def curves(self) -> Curves:
        """All strokes in the order of the shapes."""
        made: list[Curves] = []
        order: list[Ints] = []
        for alike in self.alike:
            count, size = alike.points.shape[:2]
            starts = (np.arange(count)[:, None] * size + alike.starts[:-1]).ravel()
            made.append(Curves(alike.points.reshape(-1, 2), np.append(starts, count * size)))
            order.append(np.repeat(alike.rows, len(alike.starts) - 1))
        if len(made) == 1:
            return made[0]
        return taken(Curves.joined(made), np.argsort(np.concatenate(order), kind="stable"))

    def hashed(self) -> bytes:
        """What the key of all of them together is made from."""
        return np.concatenate([alike.hashed.ravel() for alike in self.alike]).astype("<f8").tobytes()


def herd_of(kind: str, rows: Any, mm: float) -> Herd:
    """The shapes of ``rows``; their unit has ``mm`` mm. ``SheetError`` or ``NameUnknownError`` for what is none."""
    if kind not in _READERS:
        raise unknown("kind of shape", str(kind), _READERS, caller())
    return _READERS[kind](rows, mm)


def _numbers(rows: Any, mm: float, usual: Kind, rounded: Kind | None = None, sizes: int = 0) -> Herd:
    """Shapes of some numbers each, of which ``sizes`` behind the first two are over 0; ``rounded`` has one more."""
    columns = 3 if usual is kinds.CIRCLE else 4
    table = table_of(rows, (columns,) if rounded is None else (columns, columns + 1), sizes)
    if rounded is not None and table.shape[1] > columns:
        return _whole(rounded, table, mm)
    return _whole(usual, table, mm)


def _turned(rows: Any, mm: float, name: str) -> Herd:
    """Arcs or sectors."""
    table = table_of(rows, (6,), 2)
    pairs, of = np.unique(table[:, 4:], axis=0, return_inverse=True)
    found = [kinds.arc_kind(name, start, stop) for start, stop in pairs.tolist()]
    if None in found:
        raise SheetError(
            "Among many arcs is one that has no length, or goes round twice.", where=caller(),
            mend="Let start and stop differ by up to 360.",
        )  # fmt: skip
    known = [kind for kind in found if kind is not None]
    return _parted(name, len(table), [known[turn] for turn in of.ravel().tolist()], lambda at: table[at], mm)


def _chains(rows: Any, mm: float, kind: Kind, least: int) -> Herd:
    """Shapes of points: (n, k, 2)."""
    try:
        table = np.asarray(rows, dtype=np.float64)
    except (TypeError, ValueError):
        table = np.empty(0)
    fits = table.ndim == 3 and table.shape[2] == 2 and table.shape[1] >= least and len(table) > 0
    if not fits or (kind is kinds.BEZIER and table.shape[1] % 3 != 1):
        points = "4, 7, 10, … points" if kind is kinds.BEZIER else f"at least {least} points"
        raise SheetError(
            f"Many shapes need rows of {points} each, as many in all.", where=caller(),
            mend="An array (n, points, 2), or a list of lists of pairs.",
        )  # fmt: skip
    return _whole(kind, table_of(table.reshape(len(table), -1), (2 * table.shape[1],), 0), mm)


def _paths(rows: Any, mm: float) -> Herd:
    """Texts of path data."""
    if isinstance(rows, str) or not isinstance(rows, Iterable):
        raise SheetError(
            "Many paths need a list of texts.", where=caller(), mend='["M10 10 h20 v10 z", "M40 10 h20 v10 z"]'
        )
    size = number(mm)
    found: list[Kind] = []
    numbers: list[tuple[float, ...]] = []
    for d in rows:
        kind, own = read_path(d, 0.0, 0.0, size)
        if kind is not None and kinds.ordinary(own):
            found.append(kind)
        else:
            found.append(kinds.Given("path", kinds.never, False, marks.path(d, 0.0, 0.0, size).curves))
        numbers.append(own)
    if not found:
        raise SheetError("Many paths need at least one.", where=caller(), mend='["M10 10 h20 v10 z"]')
    return _parted("path", len(found), found, lambda at: np.array([numbers[row] for row in at.tolist()]), mm)


def _whole(kind: Kind, table: Floats, mm: float) -> Herd:
    return Herd(kind.name, len(table), kind.shaped(table, mm))


def _parted(name: str, count: int, found: list[Kind], rows: Callable[[Ints], Floats], mm: float) -> Herd:
    """Shapes of several kinds that have one name, ``found`` for each."""
    members: dict[Kind, list[int]] = {}
    for row, kind in enumerate(found):
        members.setdefault(kind, []).append(row)
    alike: list[Alike] = []
    for kind, own in members.items():
        at = np.array(own)
        alike += [Alike(at[part.rows], part.points, part.starts, part.hashed) for part in kind.shaped(rows(at), mm)]
    return Herd(name, count, alike)


_READERS: dict[str, Callable[[Any, float], Herd]] = {
    "line": lambda rows, mm: _numbers(rows, mm, kinds.LINE),
    "polyline": lambda rows, mm: _chains(rows, mm, kinds.POLYLINE, 2),
    "polygon": lambda rows, mm: _chains(rows, mm, kinds.POLYGON, 3),
    "rectangle": lambda rows, mm: _numbers(rows, mm, kinds.RECTANGLE, kinds.ROUNDED, 2),
    "ellipse": lambda rows, mm: _numbers(rows, mm, kinds.ELLIPSE, sizes=2),
    "circle": lambda rows, mm: _numbers(rows, mm, kinds.CIRCLE, sizes=1),
    "arc": lambda rows, mm: _turned(rows, mm, "arc"),
    "sector": lambda rows, mm: _turned(rows, mm, "sector"),
    "curve": lambda rows, mm: _chains(rows, mm, kinds.CURVE, 2),
    "loop": lambda rows, mm: _chains(rows, mm, kinds.LOOP, 3),
    "bezier": lambda rows, mm: _chains(rows, mm, kinds.BEZIER, 4),
    "path": _paths,
}
