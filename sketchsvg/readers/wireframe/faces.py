"""Faces: the rectangles that lines enclose, found by walking round each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sketchsvg.readers.wireframe.arms import DOWN, LEFT, RIGHT, UP
from sketchsvg.readers.wireframe.joints import Joint


class Face(Struct, frozen=True, eq=False):
    """A rectangle without lines through it: lines ``top`` and ``bottom`` are its edges.

    ``left`` and ``right`` say for every line from top to bottom in which column its edges stand there: not always in
    the same one. ``joints`` are all that it touches.
    """

    top: int
    bottom: int
    left: dict[int, int]
    right: dict[int, int]
    joints: tuple[Joint, ...]

    def holds(self, line: int, column: int) -> bool:
        """Whether a place lies within, not on an edge."""
        return self.top < line < self.bottom and self.left[line] < column < self.right[line]

    @property
    def width(self) -> int:
        """Columns from edge to edge in its top line."""
        return self.right[self.top] - self.left[self.top] + 1


def faces_of(rows: Sequence[Sequence[Joint]]) -> list[Face]:
    """Every rectangle, from top to bottom and from left to right."""
    starts = (joint for row in rows for joint in row if joint.links[RIGHT] and joint.links[DOWN])
    return [face for face in map(_around, starts) if face is not None]


def _around(start: Joint) -> Face | None:
    """The face whose upper left corner ``start`` is: four turns to the right lead back to it, else there is none."""
    left: dict[int, int] = {start.line: start.column}
    right: dict[int, int] = {}
    walked = [start]
    turns = 0
    for joint, way, next_way in _walk(start):
        if (next_way - way) % 4 == LEFT - RIGHT + 1:
            return None
        turns += next_way != way
        if turns > UP + 1:
            return None
        if (way == RIGHT and next_way == DOWN) or way == DOWN:
            right[joint.line] = joint.column
        if way == DOWN and next_way == LEFT:
            right[joint.line] = joint.column
        if (way == LEFT and next_way == UP) or way == UP:
            left[joint.line] = joint.column
        if joint is start:
            return Face(start.line, max(right), left, right, tuple(walked)) if turns == UP + 1 else None
        walked.append(joint)
    return None


def _walk(start: Joint) -> Iterator[tuple[Joint, int, int]]:
    """The joints from ``start`` on, each with the way that led there and the way that leads on: the rightmost."""
    joint, way = start, RIGHT
    for _ in range(10_000):
        after = joint.links[way]
        if after is None:
            return
        joint = after
        ways = ((way + turn) % 4 for turn in (1, 0, 3))
        onward = next((one for one in ways if joint.links[one] is not None), None)
        if onward is None:
            return
        yield joint, way, onward
        way = onward
