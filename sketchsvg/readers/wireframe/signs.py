"""Signs between boxes: arrows in all their spellings, and short words such as VS."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sketchsvg.readers.wireframe.tree import Row

_SHAFT = r"[─━═╌┄┈╴╶\-=~–—]"
_RIGHT = re.compile(rf"(?:{_SHAFT}*\s*(?:[→►▶▷⇒➜➔⟶⟹]|{_SHAFT}>|=>)|{_SHAFT}{{2,}})")
_LEFT = re.compile(rf"(?:[←◄◀◁⇐⟵⟸]|<{_SHAFT})\s*{_SHAFT}*")
_BOTH = re.compile(rf"(?:[←◄◀⇐<]{_SHAFT}+[→►▶⇒>]|[↔⇔⟷])")
_DOWN = frozenset("│|┃║▼▽↓⇓⬇vV┊┆╎")
_UP = frozenset("│|┃║▲△↑⇑⬆^┊┆╎")
_WORD = re.compile(r"(?:vs\.?|VS\.?|Vs\.?|or|OR|and|AND|또는|그리고|대|[+＋×=≠≈<>≤≥&/])")
RIGHT, LEFT, BOTH, DOWN, UP = "→", "←", "↔", "↓", "↑"
ARROWS = frozenset((RIGHT, LEFT, BOTH, DOWN, UP))


def join_of(rows: Sequence[Row]) -> str:
    """What joins two boxes when these lines stand between them: an arrow (one of ``ARROWS``), a word, or nothing.

    Words beside an arrow follow it after a blank: "→ train".
    """
    said = [row.text.strip() for row in rows if row.text.strip()]
    if not said:
        return ""
    marks = set("".join(said)) - {" "}
    if marks <= _DOWN and marks & set("▼▽↓⇓⬇vV"):
        return DOWN
    if marks <= _UP and marks & set("▲△↑⇑⬆^"):
        return UP
    if len(said) == 1 and _WORD.fullmatch(said[0]):
        return said[0]
    for sign, pattern in ((BOTH, _BOTH), (RIGHT, _RIGHT), (LEFT, _LEFT)):
        arrows = [row for row in said if pattern.fullmatch(row)]
        if len(arrows) == 1:
            words = " ".join(row for row in said if row not in arrows)
            return f"{sign} {words}".strip()
    return _labelled(said)


def _labelled(said: Sequence[str]) -> str:
    """An arrow with words in its shaft (``── yes ──►``) or beside it (``│ yes`` over ``▼``)."""
    if len(said) == 1 and said[0][-1] in "→►▶▷⇒>":
        match = re.fullmatch(rf"{_SHAFT}+\s*(\S.*?)\s*{_SHAFT}*(?:[→►▶▷⇒>])", said[0])
        return f"{RIGHT} {match[1]}" if match else ""
    down = [row for row in said if row[0] in _DOWN or row[-1] in _DOWN]
    if len(down) == len(said) and any(set("▼▽↓⇓⬇") & set(row) for row in said):
        words = " ".join(row.strip("".join(_DOWN - set("vV")) + " ") for row in said)
        return f"{DOWN} {' '.join(words.split())}".strip()
    return ""
