"""Boxes that signs join: arrows make a flow of them, a word such as VS a comparison."""

from __future__ import annotations

from collections.abc import Sequence

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.figure import figure
from sketchsvg.blocks.text import text
from sketchsvg.diagrams.flow import flow
from sketchsvg.diagrams.step import Step, step
from sketchsvg.errors import Source
from sketchsvg.readers.wireframe.errors import placed
from sketchsvg.readers.wireframe.heads import MARKER, head_of, trimmed
from sketchsvg.readers.wireframe.signs import ARROWS, BOTH, DOWN, LEFT, RIGHT, UP
from sketchsvg.readers.wireframe.tree import Box, Group, Part, Row, Words

#: Between the words over a box and the box.
CAPTION = "caption"
#: A step of a flow holds no more lines than this.
MOST_LINES = 7
_ICONS = {RIGHT: "arrow-right", LEFT: "arrow-left", BOTH: "arrow-left-right", DOWN: "arrow-down", UP: "arrow-up"}
#: Columns that a sign between two boxes takes.
SIGN_WIDTH = 5.0


def flow_of(part: Group) -> Block | None:
    """The flow of boxes that arrows lead through from one to the next; None where they do not."""
    arrows = {join.split(" ")[0] for join in part.joins}
    if len(arrows) != 1 or not arrows <= {RIGHT, LEFT}:
        return None
    return _flow(part, backwards=arrows == {LEFT})


def is_word(join: str) -> bool:
    """Whether boxes are joined by a word such as VS."""
    return bool(join) and join != CAPTION and join.split(" ")[0] not in ARROWS


def _flow(part: Group, backwards: bool) -> Block | None:
    vias = ["", *(join.partition(" ")[2] for join in part.joins)]
    parts = list(part.parts)
    if backwards:
        parts.reverse()
        vias = ["", *vias[:0:-1]]
    steps = [_step(one, via) for one, via in zip(parts, vias, strict=True)]
    known = [one for one in steps if one is not None]
    return placed(known[0].source, flow, *known) if len(known) == len(steps) else None


def _step(part: Part, via: str) -> Step | None:
    """A box, a captioned box, or a few words, as a step; None for more than that."""
    rows: list[Row] = []
    if isinstance(part, Group) and part.joins == (CAPTION,) and isinstance(part.parts[0], Words):
        rows += part.parts[0].rows
        part = part.parts[1]
    if isinstance(part, Box) and part.title:
        rows.append(Row(part.title, 0, part.source))
    words = part.inside if isinstance(part, Box) else part
    if not isinstance(words, Words):
        return None
    rows += [row for row in trimmed(words.rows) if row.text.strip()]
    listed = any(MARKER.match(row.text.strip()) and row.text.strip()[0] in "-*•" for row in rows)
    if not rows or len(rows) > MOST_LINES or listed:
        return None
    return stepped(rows, via, rows[0].source)


def stepped(rows: Sequence[Row], via: str, where: Source | None) -> Step:
    """Rows as a step: the first its head, toned by the signs in them."""
    head = head_of(rows[0])
    lines = [one for one in (head.what, head.aside) if one] + [" ".join(row.text.split()) for row in rows[1:]]
    said = " ".join(lines)
    tone = "rose" if set("❌✗✘⛔") & set(said) else "leaf" if set("✅✓✔🎉") & set(said) else ""
    return placed(where, step, head.words, *lines, icon=head.icon or head.end_icon, tone=tone, via=via)


def unsigned(joins: Sequence[str]) -> list[str]:
    """The signs that are no captions."""
    return [join for join in joins if join and join != CAPTION]


def signs_between(
    blocks: Sequence[Block], drawn: Sequence[float], joins: Sequence[str]
) -> tuple[list[Block], list[float]]:
    """The blocks with the signs between them as blocks of their own."""
    made, sizes = [blocks[0]], [drawn[0]]
    for block, size, join in zip(blocks[1:], drawn[1:], joins, strict=False):
        if join and join != CAPTION:
            made.append(_sign(join, blocks[0].source))
            sizes.append(SIGN_WIDTH)
        made.append(block)
        sizes.append(size)
    return made, sizes


def _sign(join: str, where: Source | None) -> Block:
    arrow, _, words = join.partition(" ")
    if arrow in _ICONS:
        return placed(where, figure, _ICONS[arrow], size=8.0, caption=words)
    return placed(where, text, f"**{join}**", align="centre")
