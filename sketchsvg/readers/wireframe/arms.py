"""What the characters of frames mean: in which directions a line leaves each of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from sketchsvg.readers.wireframe.canvas import Cell

#: Directions, clockwise; a turn to the right adds one.
RIGHT, DOWN, LEFT, UP = range(4)
_WORDS = {
    "RIGHT": (RIGHT,), "DOWN": (DOWN,), "LEFT": (LEFT,), "UP": (UP,), "HORIZONTAL": (LEFT, RIGHT),
    "VERTICAL": (UP, DOWN),
}  # fmt: skip
_LEVEL = frozenset((LEFT, RIGHT))
_UPRIGHT = frozenset((UP, DOWN))
NONE: frozenset[int] = frozenset()
#: Characters of frames that are drawn without the signs made for it.
ASCII_LEVEL, ASCII_UPRIGHT, ASCII_JOINT = "-=", "|¦", "+"
#: Rounded corners in ASCII: those of the top and of the bottom.
_TOP, _BOTTOM = ".,", "'`"
#: So many dashes make a rounded corner of a full stop or an apostrophe.
_SURE = 3


@lru_cache(maxsize=512)
def arms(char: str) -> frozenset[int]:
    """The directions in which a box-drawing sign leads on; none for every other character."""
    if not "\u2500" <= char[0] <= "\u257f":
        return NONE
    words = unicodedata.name(char[0]).replace("BOX DRAWINGS", "").split()
    return NONE if "DIAGONAL" in words else frozenset(one for word in words for one in _WORDS.get(word, ()))


def is_corner(char: str) -> bool:
    """Whether it is a sign in which a level and an upright line meet."""
    return bool(arms(char) & _LEVEL and arms(char) & _UPRIGHT)


def is_level(char: str) -> bool:
    """Whether it is a piece of a level line."""
    return bool(arms(char)) and arms(char) <= _LEVEL


def ascii_arms(cells: Sequence[Cell], at: int) -> frozenset[int]:
    """The directions of a plus, bar, stop or apostrophe among the cells of its line; a plus may lead up and down."""
    char = cells[at].char
    after = _run(cells, at, 1)
    before = _run(cells, at, -1)
    if char in ASCII_UPRIGHT:
        level = {RIGHT} if after >= _SURE else set()
        return frozenset(level | ({LEFT} if before >= _SURE else set()) | _UPRIGHT)
    if char in ASCII_JOINT and (after or before):
        return frozenset(({RIGHT} if after else set()) | ({LEFT} if before else set()) | _UPRIGHT)
    if char in _TOP + _BOTTOM and (after >= _SURE) != (before >= _SURE):
        across = RIGHT if after >= _SURE else LEFT
        return frozenset((across, DOWN if char in _TOP else UP))
    return NONE


def _run(cells: Sequence[Cell], at: int, step: int) -> int:
    """How many dashes stand beside a cell without white between them."""
    count, last = 0, cells[at]
    here = at + step
    while 0 <= here < len(cells) and cells[here].char in ASCII_LEVEL:
        if abs(cells[here].column - last.column) != 1:
            break
        last, count, here = cells[here], count + 1, here + step
    return count
