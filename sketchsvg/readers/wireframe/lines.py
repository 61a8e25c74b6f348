"""Rows of words as blocks: lists, flows, terms, tables, callouts, quotes and plain text, each by how it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.arrange import Row as Beside
from sketchsvg.blocks.badge import badge
from sketchsvg.blocks.callout import callout
from sketchsvg.blocks.divider import divider
from sketchsvg.blocks.quote import quote
from sketchsvg.blocks.scale import scale
from sketchsvg.blocks.subhead import subhead
from sketchsvg.blocks.text import text
from sketchsvg.diagrams.flow import flow
from sketchsvg.diagrams.step import step
from sketchsvg.readers.wireframe.canvas import text_columns
from sketchsvg.readers.wireframe.definitions import read_terms
from sketchsvg.readers.wireframe.errors import placed
from sketchsvg.readers.wireframe.grids import read_columns, read_pairs
from sketchsvg.readers.wireframe.heads import BUTTONS, MARKER, RULE, trimmed
from sketchsvg.readers.wireframe.lists import read_list, read_tree
from sketchsvg.readers.wireframe.spacing import spaced
from sketchsvg.readers.wireframe.tree import Row

#: What a reader of rows gives: the block, and how many rows it took.
Taken: TypeAlias = tuple[Block, int] | None

ARROW = re.compile(r"\s*(?:[→⇒➜➔⟶▶►]|[─—–-]+[>→►▶]|=+>)\s*")
_AXIS = re.compile(r"\(?\s*(.{1,20}?)\s*[←<◄][─━—\-\s]*[→>►]\s*(.{1,20}?)\s*\)?")
_BUTTON = re.compile(r"[\[<]\s*(.+?)\s*[\]>]")
_SUBHEAD = re.compile(r"(?:#{1,6}\s+(.+)|={2,}\s+(.+?)\s+={2,}|[-─]{2,}\s+(.+?)\s+[-─]{2,}|\*\*([^*]+)\*\*:?)")
_BY = re.compile(r"^[\"“'‘](.+)[\"”'’]\s*(?:[–—]+|--?)\s*(?![->])(.+)$", re.DOTALL)
_TONES = {
    "⚠": "warning", "🚨": "danger", "⛔": "danger", "🚫": "danger", "❗": "danger", "💡": "tip", "📌": "note",
    "ℹ": "note",
}  # fmt: skip
#: A step in words is no wider than this, in columns.
WIDEST_STEP = 30
#: A row that fills so much of its box goes on in the next one.
FULL = 0.78
#: In boxes that are narrower every row is one of its own.
WIDE = 30


def blocks_of(rows: Sequence[Row], width: int = 0) -> list[Block]:
    """The blocks that rows say; ``width`` are the columns of the box around them, 0 where it is not known."""
    rows = trimmed(rows)
    found: list[Block] = []
    at = 0
    while at < len(rows):
        if not rows[at].text.strip():
            at += 1
            continue
        taken = next((one for reader in READERS if (one := reader(rows[at:])) is not None), None)
        block, count = taken or _paragraph(rows[at:], width)
        found.append(block)
        at += count
    return found


def _rule(rows: Sequence[Row]) -> Taken:
    if RULE.fullmatch(rows[0].text.strip()):
        return placed(rows[0].source, divider), 1
    return None


def _underlined(rows: Sequence[Row]) -> Taken:
    """Words with a rule under them."""
    first = rows[0].text.strip()
    if len(rows) < 2 or not RULE.fullmatch(rows[1].text.strip()) or MARKER.match(first) or "  " in first:
        return None
    return placed(rows[0].source, subhead, spaced(first), rank=2), 2


def _subhead(rows: Sequence[Row]) -> Taken:
    match = _SUBHEAD.fullmatch(rows[0].text.strip())
    if match and match[4] and not (len(rows) > 1 and MARKER.match(rows[1].text.strip())):
        # Bold words alone are a head only over a list.
        return None
    words = next((group for group in match.groups() if group), "") if match else ""
    return (placed(rows[0].source, subhead, words, rank=2), 1) if words else None


def _callout(rows: Sequence[Row]) -> Taken:
    first = rows[0].text.strip()
    tone = _TONES.get(first[:1], "")
    said = first[1:].lstrip("\ufe0f ")
    if not tone or not said:
        return None
    count = 1
    while count < len(rows) and rows[count].text.strip() and rows[count].indent > rows[0].indent:
        said += " " + rows[count].text.strip()
        count += 1
    return placed(rows[0].source, callout, spaced(said), tone), count


def _quote(rows: Sequence[Row]) -> Taken:
    first = rows[0].text.strip()
    if first.startswith("> "):
        count = next((at for at, row in enumerate(rows) if not row.text.strip().startswith(">")), len(rows))
        said = " ".join(row.text.strip().lstrip("> ") for row in rows[:count])
        words, _, by = said.rpartition(" — ")
        return placed(rows[0].source, quote, words or by, by=by if words else ""), count
    if first[:1] not in "\"“":
        return None
    for count in range(1, min(6, len(rows)) + 1):
        if not rows[count - 1].text.strip():
            return None
        match = _BY.match(" ".join(row.text.strip() for row in rows[:count]))
        if match and "→" not in match[0]:
            return placed(rows[0].source, quote, spaced(match[1]), by=spaced(match[2])), count
    return None


def chain(said: str) -> list[str]:
    """The steps of ``A → B → C``; nothing where there are fewer than three, or one is a sentence."""
    parts = [part.strip() for part in ARROW.split(said.strip())]
    good = len(parts) > 2 and all(part and text_columns(part) <= WIDEST_STEP for part in parts)
    return parts if good else []


def _flow(rows: Sequence[Row]) -> Taken:
    parts = chain(rows[0].text)
    if not parts:
        return None
    axis = _AXIS.fullmatch(rows[1].text.strip()) if len(rows) > 1 else None
    if axis:
        return placed(rows[0].source, scale, *parts, low=axis[1], high=axis[2]), 2
    return placed(rows[0].source, flow, *(placed(rows[0].source, step, part) for part in parts)), 1


def _axis(rows: Sequence[Row]) -> Taken:
    """Steps under a label, with what their ends mean: a scale with that title."""
    if len(rows) < 3 or not rows[0].text.strip().endswith((":", "：")):
        return None
    parts, axis = chain(rows[1].text), _AXIS.fullmatch(rows[2].text.strip())
    if not parts or not axis:
        return None
    title = rows[0].text.strip().rstrip(":： ")
    return placed(rows[0].source, scale, *parts, low=axis[1], high=axis[2], title=title), 3


def _buttons(rows: Sequence[Row]) -> Taken:
    if not BUTTONS.fullmatch(rows[0].text.strip()):
        return None
    badges = tuple(placed(rows[0].source, badge, spaced(words)) for words in _BUTTON.findall(rows[0].text))
    return (badges[0] if len(badges) == 1 else Beside(blocks=badges, source=rows[0].source)), 1


def _paragraph(rows: Sequence[Row], width: int) -> tuple[Block, int]:
    """Plain words up to the next row that means something else; a full row goes on in the next."""
    said = spaced(rows[0].text)
    count = 1
    while count < len(rows) and rows[count].text.strip() and not any(reader(rows[count:]) for reader in READERS):
        before, row = rows[count - 1].text.strip(), rows[count].text.strip()
        goes_on = width >= WIDE and text_columns(before) >= FULL * (width - 2) and before[-1] not in ".!?:"
        goes_on = goes_on or before[-1] == "," or row[0].islower()
        said += (" " if goes_on else "\n") + spaced(row)
        count += 1
    # A label that ends with a colon, and what it says under it.
    label, mark, rest = said.partition(":\n")
    if mark and "\n" not in rest and "**" not in label:
        said = f"**{label}:** {rest}"
    return placed(rows[0].source, text, said), count


READERS: tuple[Callable[[Sequence[Row]], Taken], ...] = (
    _rule, _underlined, _subhead, _callout, _quote, read_tree, _buttons, read_list, _axis, read_terms, read_pairs,
    _flow, read_columns,
)  # fmt: skip
