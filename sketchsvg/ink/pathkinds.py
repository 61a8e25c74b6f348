"""Path data of one build, read together: where only the numbers differ, the commands are gone through once for all.

Arcs of path data, and smooth quadratics, are left to ``geometry.svgpath``, which reads one path at a time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from msgspec import Struct

from sketchsvg.errors import SheetError
from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.geometry.svgpath import parse_path
from sketchsvg.ink.kinds import Alike, Kind, ordinary

#: A number of path data, as ``geometry.svgpath`` reads it.
NUMBER = re.compile(r"([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)")
#: What stands for a number in the build of a path.
HOLE = "#"
#: Longer path data is read by itself: no other has its build.
LONGEST = 5000
#: The place (x, y) and the scale that come before the numbers of a path.
PLACED = 3

_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "Z": 0}

#: A point of many paths at once: x and y, each (n,).
_Place = tuple[Floats, Floats]


class _Step(Struct, frozen=True):
    """One piece of a path: its command and where its numbers begin."""

    command: str
    at: int


class _Subpath(Struct):
    """Where a subpath begins and its pieces: first handle, second handle and end; ``touched`` with or without any."""

    start: _Place
    pieces: list[tuple[_Place, _Place, _Place]]
    still: list[np.ndarray[tuple[int], np.dtype[np.bool_]]]
    touched: bool = False


class PathKind(Kind, frozen=True, eq=False):
    """Paths of one build: the place, the scale and then ``count`` numbers each."""

    steps: tuple[_Step, ...]
    count: int

    def shaped(self, numbers: Floats, mm: float) -> list[Alike]:
        """The paths of rows of numbers: x and y in mm, the scale (mm a unit), and the numbers of the path data."""
        subpaths = _drawn(self.steps, np.ascontiguousarray(numbers[:, PLACED:].T))
        # Pieces without length are left out: which ones they are parts the paths further.
        still = np.array([still for subpath in subpaths for still in subpath.still]).T.reshape(len(numbers), -1)
        if (still == still[:1]).all():
            return [self._placed(subpaths, still[0], np.arange(len(numbers)), numbers)]
        patterns, of = np.unique(still, axis=0, return_inverse=True)
        return [
            self._placed(subpaths, pattern, np.flatnonzero(of.ravel() == number), numbers)
            for number, pattern in enumerate(patterns)
        ]

    def _placed(
        self, subpaths: list[_Subpath], still: np.ndarray[tuple[int], np.dtype[np.bool_]], rows: Ints, numbers: Floats
    ) -> Alike:
        """Some of the paths, which leave out the same pieces."""
        places: list[_Place] = []
        starts = [0]
        left_out = iter(still.tolist())
        for subpath in subpaths:
            places.append(subpath.start)
            for piece in subpath.pieces:
                if not next(left_out):
                    places += piece
            starts.append(len(places))
        points = np.empty((len(rows), len(places), 2))
        for at, place in enumerate(places):
            for axis in (0, 1):
                points[:, at, axis] = place[axis][rows]
        points *= numbers[rows, None, 2:PLACED]
        points += numbers[rows, None, :2]
        points *= 1e6
        np.rint(points, out=points)
        points /= 1e6
        return Alike(rows, points, np.array(starts), points.reshape(len(rows), -1))


def read_path(d: object, x: float, y: float, scale: float) -> tuple[PathKind | None, tuple[float, ...]]:
    """The kind of a path and its numbers; None for what has to be read by itself, or cannot be.

    ``x`` and ``y`` (mm) are where its origin goes, ``scale`` the mm in its unit.
    """
    if type(d) is not str or scale <= 0 or len(d) > LONGEST:
        return None, ()
    parts = NUMBER.split(d)
    kind = path_kind(HOLE.join(parts[::2]))
    if kind is None or 2 * kind.count + 1 != len(parts):
        return None, ()
    return kind, (x, y, scale, *map(float, parts[1::2]))


@lru_cache(maxsize=1024)
def path_kind(build: str) -> PathKind | None:
    """The kind of paths of this build: path data with ``HOLE`` for each number."""
    # Whether a build can be read does not hang on its numbers, but a sign may be all that parts two of them.
    try:
        parse_path(re.sub(f"{HOLE}(?={HOLE})", "1 ", build).replace(HOLE, "1"))
    except SheetError:
        return None
    steps: list[_Step] = []
    at = 0
    for letter, rest in _COMMAND.findall(build):
        takes = _TAKES.get(letter.upper())
        if takes is None:
            return None
        command = letter
        for _ in range(rest.count(HOLE) // takes if takes else 1):
            steps.append(_Step(command, at))
            at += takes
            # Further pairs of a move are lines.
            command = {"M": "L", "m": "l"}.get(command, command)
    subpaths = _drawn(tuple(steps), np.zeros((at, 1)))
    if not subpaths:
        return None
    # Those that name every point tell at once where they reach.
    absolute = not {step.command for step in steps} & set("mlhvcsqS")
    return PathKind("path", _absolute if absolute else _relative, _all_closed(steps), tuple(steps), at)


def _absolute(numbers: Sequence[float], near: float, far: float) -> bool:
    """Every coordinate is among the numbers, and none is further out than the outermost of them."""
    if not ordinary(numbers):
        return False
    x, y, scale, *rest = numbers
    low, high = min(rest) * scale, max(rest) * scale
    return min(x, y) + min(low, 0.0) >= near and max(x, y) + max(high, 0.0) <= far


def _relative(numbers: Sequence[float], near: float, far: float) -> bool:
    """No path leads further than its numbers added up; handles that are mirrored go as far again."""
    if not ordinary(numbers):
        return False
    x, y, scale, *rest = numbers
    reach = 2 * scale * sum(map(abs, rest))
    return min(x, y) - reach >= near and max(x, y) + reach <= far


def _all_closed(steps: list[_Step]) -> bool:
    """Whether every subpath that draws something is closed."""
    last = ""
    for step in steps:
        command = step.command.upper()
        if command == "M" and last not in ("", "M", "Z"):
            return False
        last = command
    return last in ("Z", "M")


def _drawn(steps: tuple[_Step, ...], numbers: Floats) -> list[_Subpath]:
    """The subpaths that the steps draw with ``numbers`` (c, n), as ``geometry.svgpath`` does for one path."""
    zero = np.zeros(numbers.shape[1])
    here: _Place = (zero, zero)
    handle: _Place | None = None
    subpath = _Subpath(here, [], [])
    made = [subpath]

    def cubic(first: _Place, second: _Place, to: _Place) -> None:
        nonlocal here, handle
        still = np.ones(len(zero), dtype=np.bool_)
        for place in (first, second, to):
            still &= (place[0] == here[0]) & (place[1] == here[1])
        subpath.pieces.append((first, second, to))
        subpath.still.append(still)
        subpath.touched = True
        here, handle = to, second

    def line(to: _Place) -> None:
        nonlocal handle
        (x0, y0), (x1, y1) = here, to
        dx, dy = (x1 - x0) / 3, (y1 - y0) / 3
        cubic((x0 + dx, y0 + dy), (x1 - dx, y1 - dy), to)
        handle = None

    def begin(at: _Place) -> None:
        nonlocal here, handle, subpath
        here, handle, subpath = at, None, _Subpath(at, [], [])
        made.append(subpath)

    for step in steps:
        kind = step.command.upper()
        x, y = here
        dx, dy = here if step.command.islower() else (zero, zero)
        values = numbers[step.at : step.at + _TAKES[kind]]
        if kind == "Z":
            line(subpath.start)
            begin(subpath.start)
        elif kind == "H":
            line((values[0] + dx, y))
        elif kind == "V":
            line((x, values[0] + dy))
        else:
            points = [(a + dx, b + dy) for a, b in zip(values[0::2], values[1::2], strict=True)]
            if kind == "M":
                begin(points[0])
            elif kind == "L":
                line(points[0])
            elif kind == "C":
                cubic(*points)
            elif kind == "S":
                mirrored = here if handle is None else (2 * x - handle[0], 2 * y - handle[1])
                cubic(mirrored, *points)
            else:
                (xc, yc), to = points
                (x1, y1) = to
                first = (x + (xc - x) * 2 / 3, y + (yc - y) * 2 / 3)
                cubic(first, (x1 + (xc - x1) * 2 / 3, y1 + (yc - y1) * 2 / 3), to)
                handle = None
    return [subpath for subpath in made if subpath.touched]
