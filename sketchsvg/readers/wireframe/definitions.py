"""Terms in rows of words: a label with a colon, and what it means under or behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.terms import terms
from sketchsvg.readers.wireframe.errors import placed
from sketchsvg.readers.wireframe.heads import MARKER
from sketchsvg.readers.wireframe.spacing import spaced
from sketchsvg.readers.wireframe.tree import Row

_LABEL = re.compile(r"(.{1,40}?)\s*[:：]")
_INLINE = re.compile(r"([^:：\"“/]{1,24}?)\s*[:：]\s+(\S.*)")
_AXIS = re.compile(r".*[←<][─━—\-]*[→>].*")
_TIGHT = re.compile(r"\s*→\s*")


def read_terms(rows: Sequence[Row]) -> tuple[Block, int] | None:
    """The terms that these rows begin with: labels over meanings that stand further in, or two labels on lines."""
    return _over(rows) or _beside(rows)


def _over(rows: Sequence[Row]) -> tuple[Block, int] | None:
    entries: list[tuple[str, str]] = []
    at = end = 0
    while at < len(rows):
        if not rows[at].text.strip():
            at += 1
            continue
        label = _LABEL.fullmatch(rows[at].text.strip())
        meaning = _further_in(rows[at + 1 :], rows[at].indent)
        if not label or not meaning or MARKER.match(meaning[0].text) or _is_axis(meaning):
            break
        said = "\n".join(_TIGHT.sub(" → ", " ".join(row.text.split())) for row in meaning)
        entries.append((label[1], said))
        at += 1 + len(meaning)
        end = at
    return (placed(rows[0].source, terms, *entries), end) if entries else None


def _is_axis(meaning: Sequence[Row]) -> bool:
    """Whether steps and what their ends mean stand here: that is a scale."""
    return len(meaning) == 2 and bool(_AXIS.fullmatch(meaning[1].text))


def _further_in(rows: Sequence[Row], indent: int) -> Sequence[Row]:
    count = next((at for at, row in enumerate(rows) if not row.text.strip() or row.indent <= indent), len(rows))
    return rows[:count]


def _beside(rows: Sequence[Row]) -> tuple[Block, int] | None:
    entries: list[tuple[str, str]] = []
    for row in rows:
        match = _INLINE.fullmatch(row.text.strip())
        if not match or MARKER.match(row.text.strip()):
            break
        entries.append((" ".join(match[1].split()), spaced(match[2])))
    return (placed(rows[0].source, terms, *entries), len(entries)) if len(entries) > 1 else None
