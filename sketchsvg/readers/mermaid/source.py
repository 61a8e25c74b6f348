"""The text of a diagram without its comments, in which every character still knows where it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from sketchsvg.errors import Source


class Position(Struct, frozen=True):
    """A place in the author's file: line and column, both from 1."""

    line: int
    column: int


class Text(Struct, frozen=True, dict=True):
    """The characters that are read, and how their offsets lead back to the author's.

    ``whole`` is what the author wrote. ``text`` is ``whole`` without the ``cut`` stretches (start and stop offsets in
    ``whole``, ascending, not overlapping). ``first_line`` is the number of its first line in ``file``, so that a fence
    inside a Markdown page reports the page's lines.
    """

    whole: str
    cuts: tuple[tuple[int, int], ...] = ()
    file: str = "<mermaid>"
    first_line: int = 1

    @cached_property
    def text(self) -> str:
        """What is left when the cuts are made."""
        return "".join(self.whole[start:stop] for start, stop in self._kept)

    @cached_property
    def _kept(self) -> tuple[tuple[int, int], ...]:
        kept = []
        at = 0
        for start, stop in self.cuts:
            if start > at:
                kept.append((at, start))
            at = max(at, stop)
        kept.append((at, len(self.whole)))
        return tuple(kept)

    @cached_property
    def _starts(self) -> tuple[list[int], list[int]]:
        """Offsets in ``text`` at which kept stretches begin, and the same in ``whole``."""
        inside: list[int] = []
        outside: list[int] = []
        length = 0
        for start, stop in self._kept:
            inside.append(length)
            outside.append(start)
            length += stop - start
        return inside, outside

    @cached_property
    def _lines(self) -> list[int]:
        starts = [0]
        found = self.whole.find("\n")
        while found >= 0:
            starts.append(found + 1)
            found = self.whole.find("\n", found + 1)
        return starts

    def origin(self, offset: int) -> int:
        """The offset in ``whole`` of an offset in ``text``."""
        inside, outside = self._starts
        piece = bisect_right(inside, max(offset, 0)) - 1
        return outside[piece] + offset - inside[piece]

    def position(self, offset: int) -> Position:
        """Line and column of an offset in ``text``."""
        return self.whole_position(self.origin(offset))

    def whole_position(self, offset: int) -> Position:
        """Line and column of an offset in ``whole``."""
        line = bisect_right(self._lines, offset) - 1
        return Position(self.first_line + line, offset - self._lines[line] + 1)

    def place(self, position: Position) -> Source:
        """The position as errors name it."""
        return Source(self.file, position.line, position.column)

    def where(self, offset: int) -> Source:
        """The place of an offset in ``text``, as errors name it."""
        return self.place(self.position(offset))

    def without(self, cuts: Iterable[tuple[int, int]]) -> Text:
        """The same source with other cuts."""
        return Text(self.whole, tuple(sorted(cuts)), self.file, self.first_line)
