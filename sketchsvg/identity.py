"""Identity: every frame gets its place on the page and an id that says what it is, not where it stands."""

from __future__ import annotations

import re
from collections import Counter

from sketchsvg.frame import Frame

#: Kinds that only arrange: their children are named as if they were not there.
TRANSPARENT = frozenset({"row", "column", "place", "leaf", "page"})
LONGEST = 32

_BETWEEN = re.compile(r"[^\w]+")


def slug(words: str) -> str:
    """``words`` as a part of an id: small letters, digits and Hangul, joined by hyphens."""
    joined = _BETWEEN.sub("-", words.lower()).strip("-")
    if len(joined) <= LONGEST:
        return joined
    return joined[:LONGEST].rsplit("-", 1)[0]


def settled(root: Frame, x: float, y: float) -> Frame:
    """``root`` and all below it with absolute rectangles and lines, and with their ids.

    An id is the path of names from the top; a name is what the author gave, else the block's words, else its kind.
    Equal names under one parent are counted: ``card``, ``card-2``.
    """
    return _settle(root, x, y, "", Counter())


def _settle(frame: Frame, dx: float, dy: float, prefix: str, taken: Counter[str]) -> Frame:
    block = frame.block
    rect = frame.rect.moved(dx, dy)
    given = getattr(block, "name", "") or block.label
    name = slug(given) or block.kind
    path = f"{prefix}/{name}" if prefix else name
    taken[path] += 1
    if taken[path] > 1:
        path = f"{path}-{taken[path]}"
    clear = block.kind in TRANSPARENT and not getattr(block, "name", "")
    below, names = (prefix, taken) if clear else (path, Counter[str]())
    children = tuple(_settle(child, rect.x, rect.y, below, names) for child in frame.children)
    lines = tuple(line.moved(rect.x, rect.y) for line in frame.lines)
    return Frame(block, rect, frame.setting, children, lines, frame.detail, frame.turn, path)
