"""Level lines: joints of one line that are joined from left to right, words in the line or not."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from sketchsvg.readers.wireframe.arms import ASCII_LEVEL, DOWN, LEFT, RIGHT, UP, is_corner, is_level
from sketchsvg.readers.wireframe.canvas import Canvas, Cell
from sketchsvg.readers.wireframe.joints import SURE, Joint

BAR = frozenset((UP, DOWN))
#: Where a line ends in one of these it is an arrow and no edge.
HEADS = frozenset("►▶▷→⇒>◄◀◁←⇐<")


class Level(Struct, frozen=True, eq=False):
    """A piece of a level line between two joints: its strokes, and the words that stand in it."""

    start: Joint
    end: Joint
    strokes: tuple[Cell, ...]
    words: tuple[Cell, ...]


def levels_of(canvas: Canvas, rows: Sequence[Sequence[Joint]]) -> list[Level]:
    """Every level line of the drawing; the joints at its ends know each other from now on."""
    drawn = any(is_corner(cell.char) for row in canvas.lines for cell in row)
    found = []
    for line, row in enumerate(rows):
        # A bar that hangs on nothing is a word.
        real = {joint.column: joint for joint in row if joint.over or joint.arms != BAR}
        for joint in real.values():
            level = _level(joint, canvas.lines[line], real, drawn) if RIGHT in joint.arms else None
            if level is not None:
                level.start.links[RIGHT], level.end.links[LEFT] = level.end, level.start
                found.append(level)
    return found


def _level(start: Joint, cells: Sequence[Cell], joints: dict[int, Joint], drawn: bool) -> Level | None:
    """The line that leads from ``start`` to the next joint; None where it leads to none."""
    between: list[Cell] = []
    run = 0
    for cell in cells:
        if cell.column <= start.column:
            continue
        joint = joints.get(cell.column)
        last = between[-1] if between else None
        apart = cell.column > (last.end if last else start.column + 1)
        if apart and (last is None or _is_stroke(last, drawn)) and (joint is not None or _is_stroke(cell, drawn)):
            # White in a line that holds no words there: it has ended.
            return None
        if joint is not None:
            met = LEFT in joint.arms or (run >= SURE and joint.over)
            return _divided(start, joint, between, drawn) if met else None
        if cell.char in HEADS and run:
            return None
        between.append(cell)
        run = run + 1 if _is_stroke(cell, drawn) else 0
    return None


def _divided(start: Joint, end: Joint, between: Sequence[Cell], drawn: bool) -> Level | None:
    """The line with the words in it: from the first sign that is none of a line to the last one."""
    other = [at for at, cell in enumerate(between) if not _is_stroke(cell, drawn)]
    if not other:
        return Level(start, end, tuple(between), ())
    first, last = other[0], other[-1] + 1
    strokes = (*between[:first], *between[last:])
    return Level(start, end, strokes, tuple(between[first:last])) if strokes else None


def _is_stroke(cell: Cell, drawn: bool) -> bool:
    return is_level(cell.char) if drawn else cell.char in ASCII_LEVEL
