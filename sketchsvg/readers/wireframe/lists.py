"""Lists in rows of words: bullets and numbers, nested by how far in they stand, and trees of files."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.listing import Listing, bullets, numbered
from sketchsvg.readers.wireframe.errors import placed
from sketchsvg.readers.wireframe.heads import MARKER
from sketchsvg.readers.wireframe.spacing import spaced
from sketchsvg.readers.wireframe.tree import Row

_NUMBER = re.compile(r"\d{1,3}[.)]\s+")
_TASK = {"[ ]": "☐", "[x]": "☑", "[X]": "☑", "[✓]": "☑"}
_SIGN = re.compile(r"([✓✔✗✘☐☑→※✅❌])\ufe0f?\s*(?=\S)")
_TWIG = re.compile(r"[│|\s]*(?:[├└]|[|`+](?=--))[─\-]*\s+(\S.*)$")


def read_list(rows: Sequence[Row]) -> tuple[Block, int] | None:
    """The list that these rows begin with: items, inner items further in, and rows that go on under their words."""
    if not MARKER.match(rows[0].text.strip()):
        return None
    items: list[tuple[int, str]] = []
    count = 0
    for row in rows:
        said = row.text.strip()
        if MARKER.match(said) and row.indent >= rows[0].indent - 1:
            items.append((row.indent, said))
        elif said and row.indent > items[-1][0] + 1:
            items[-1] = (items[-1][0], f"{items[-1][1]} {said}")
        else:
            break
        count += 1
    return placed(rows[0].source, _listed, items), count


def _listed(items: Sequence[tuple[int, str]]) -> Listing:
    """Items with how far in they stand, as a list in which others may be nested."""
    made: list[str | Listing] = []
    own = items[0][0]
    at = 0
    while at < len(items):
        indent, said = items[at]
        if indent > own + 1 and made:
            end = next((to for to in range(at, len(items)) if items[to][0] <= own + 1), len(items))
            made.append(_listed(items[at:end]))
            at = end
            continue
        made.append(_bare(said))
        at += 1
    return numbered(*made) if _NUMBER.match(items[0][1]) else bullets(*made)


def _bare(said: str) -> str:
    """An item without its bullet; a sign that says something stays its marker."""
    for sign, box in _TASK.items():
        if said.startswith(sign):
            return f"{box} {said[len(sign) :].strip()}"
    match = _SIGN.match(said)
    if match:
        return f"{match[1]} {spaced(said[match.end() :])}"
    rest = MARKER.sub("", said, count=1)
    inner = next((sign for sign in _TASK if rest.startswith(sign + " ")), "")
    return _bare(rest) if inner or _SIGN.match(rest) else spaced(rest)


def read_tree(rows: Sequence[Row]) -> tuple[Block, int] | None:
    """A tree of files: ``├── src`` and under it ``│   └── main.py``, as nested bullets."""
    items: list[tuple[int, str]] = []
    for row in rows:
        match = _TWIG.match(row.text.rstrip())
        if not match:
            break
        items.append((row.indent + match.start(1), f"- {match[1]}"))
    if not items:
        return None
    # Twigs stand four columns in, give or take what was miscounted.
    least = min(indent for indent, _ in items)
    steps = [(max(0, round((indent - least) / 4)) * 4, said) for indent, said in items]
    return placed(rows[0].source, _listed, steps), len(items)
