"""From the tree of boxes to blocks: title, sections, cards, flows, tables; wide and high as they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sketchsvg.blocks.arrange import Block, Column
from sketchsvg.blocks.card import card
from sketchsvg.blocks.compare import compare
from sketchsvg.blocks.drawn import DrawnColumn, DrawnRow
from sketchsvg.blocks.panel import Panel
from sketchsvg.blocks.section import section
from sketchsvg.blocks.subhead import subhead
from sketchsvg.blocks.text import remark, text
from sketchsvg.errors import Source
from sketchsvg.readers.wireframe.charting import chart_of
from sketchsvg.readers.wireframe.errors import placed
from sketchsvg.readers.wireframe.grids import table_of
from sketchsvg.readers.wireframe.heads import Head, head_of, headed, taken_share
from sketchsvg.readers.wireframe.joining import CAPTION, flow_of, is_word, signs_between, unsigned
from sketchsvg.readers.wireframe.lines import blocks_of
from sketchsvg.readers.wireframe.names import title_of
from sketchsvg.readers.wireframe.proportions import (
    apportioned,
    drawn_height,
    drawn_width,
    lead,
    shared,
    where_of,
)
from sketchsvg.readers.wireframe.rows import gathered
from sketchsvg.readers.wireframe.tree import Box, Divided, Group, Linked, Part, Row, Words

#: The hues of sections whose icon says yes, no or beware.
HUES = {"✅": "leaf", "❌": "rose", "🚫": "rose", "⛔": "rose", "⚠": "tangerine"}


def page_of(part: Part, shares: Sequence[float] = ()) -> Block:
    """A drawing as a page: its bands, the first one its title, boxes as sections. ``shares`` are those of its bands."""
    part = _unframed(part)
    if isinstance(part, Divided):
        part = gathered(part)
    if isinstance(part, Divided) and (found := table_of(part)) is not None:
        return found
    if isinstance(part, Divided | Group) and part.way == "above":
        bands = list(part.parts)
        head = title_of(bands[0]) if len(bands) > 1 else None
        parts = apportioned(bands[1:] if head else bands)
        blocks = [_page_block(one) for one, _ in parts]
        percents = [percent for _, percent in parts]
        drawn = [drawn_height(one) for one, _ in parts]
        if head:
            percent, _ = taken_share(lead(bands[0]))
            blocks, drawn, percents = [head, *blocks], [drawn_height(bands[0]), *drawn], [percent, *percents]
        joins = part.joins if isinstance(part, Group) else ("",) * (len(bands) - 1)
        return _column(shared(blocks, shares or percents), drawn, where_of(part), joins)
    return _page_block(part)


def part_of(part: Part) -> Block:
    """A drawing as a part of a page: boxes as cards."""
    blocks = inside(_unframed(part))
    return blocks[0] if len(blocks) == 1 else Column(blocks=tuple(blocks), source=blocks[0].source)


def _unframed(part: Part) -> Part:
    """What a frame around everything holds: the page is that frame."""
    if isinstance(part, Box) and isinstance(part.inside, Group) and not part.title:
        return part.inside
    if isinstance(part, Box) and isinstance(part.inside, Box | Divided) and not part.title:
        return _unframed(part.inside)
    return part


def _page_block(part: Part) -> Block:
    if isinstance(part, Words):
        head, rest = headed(part.rows)
        if head is not None and rest:
            # Words under a name are a part of the page also without a box around them.
            return _page_box(Box(part))
        blocks = blocks_of(part.rows)
        return blocks[0] if len(blocks) == 1 else Column(blocks=tuple(blocks), source=blocks[0].source)
    if isinstance(part, Linked):
        return chart_of(part)
    if isinstance(part, Divided):
        part = gathered(part)
        found = table_of(part)
        return found if found is not None else _arranged(part, _page_block)
    if isinstance(part, Group):
        if (whole := _joined(part)) is not None:
            return whole
        return _arranged(part, _page_block)
    return _page_box(part)


def _page_box(box: Box) -> Block:
    """A box on the page: a section when it has a name and something under it."""
    head, rest = named(box)
    if box.inside is None and head is None:
        return Panel(source=box.source)
    if head is None:
        if isinstance(rest, Words):
            return Panel(blocks=tuple(blocks_of(rest.rows, box.width)), source=box.source)
        assert rest is not None
        return _page_block(_unframed(rest))
    if rest is None:
        return _label(head, box)
    blocks = inside(rest, box.width)
    return placed(
        box.source, section, head.whole, *blocks, icon=head.icon or head.end_icon, accent=HUES.get(head.icon[:1], ""),
        aside=" ".join(part for part in (head.aside, "★" if head.favourite else "") if part),
    )  # fmt: skip


def named(box: Box) -> tuple[Head | None, Part | None]:
    """The head of a box, and what is under it."""
    if box.title:
        return head_of(Row(box.title, 0, box.source)), box.inside
    part = box.inside
    if isinstance(part, Words):
        head, rest = headed(part.rows, box.width)
        return head, Words(rest) if rest else None
    if isinstance(part, Group) and part.way == "above" and isinstance(part.parts[0], Words) and not part.joins[0]:
        # Over boxes a line of words is a name also where it would be a sentence in a box by itself.
        head, rest = headed(part.parts[0].rows, box.width)
        if head is None:
            return None, part
        first: tuple[Part, ...] = (Words(rest),) if rest else ()
        parts = (*first, *part.parts[1:])
        joins = part.joins if first else part.joins[1:]
        return head, parts[0] if len(parts) == 1 else Group("above", parts, joins)
    return None, part


def inside(part: Part, width: int = 0) -> list[Block]:
    """What stands in a section or card, from top to bottom; a frame around all of it that has no name is left out."""
    if isinstance(part, Box) and named(part)[0] is None:
        part = _unframed(part)
    if isinstance(part, Words):
        return blocks_of(part.rows, width)
    if isinstance(part, Box):
        return [box_of(part)]
    if isinstance(part, Linked):
        return [chart_of(part)]
    if isinstance(part, Divided):
        part = gathered(part)
        found = table_of(part)
        return [found if found is not None else _arranged(part, _inner)]
    if (whole := _joined(part)) is not None:
        return [whole]
    if part.way == "beside" or any(unsigned(part.joins)):
        return [_arranged(part, _inner)]
    return [block for one in part.parts for block in inside(one, width)]


def _inner(part: Part) -> Block:
    blocks = inside(part)
    return blocks[0] if len(blocks) == 1 else Column(blocks=tuple(blocks), source=blocks[0].source)


def box_of(box: Box, caption: Head | None = None) -> Block:
    """A box inside a section: a card, or a panel where it has no name."""
    head, rest = named(box)
    if caption is not None:
        return _captioned(box, caption, head, rest)
    if head is None:
        blocks = inside(rest, box.width) if rest is not None else []
        return Panel(blocks=tuple(blocks), source=box.source)
    if rest is None:
        return _label(head, box)
    if not isinstance(rest, Words) and not head.favourite:
        # Boxes in a box need more white than words do.
        over = placed(head.source, subhead, head.whole, rank=2, icon=head.icon or head.end_icon)
        asides = [placed(head.source, remark, head.aside)] if head.aside else []
        return Panel(blocks=(over, *asides, *inside(rest, box.width)), source=box.source)
    return placed(
        box.source, card, head.words, *inside(rest, box.width), what=head.what or head.aside,
        icon=head.icon or head.end_icon, favourite=head.favourite,
    )  # fmt: skip


def _captioned(box: Box, caption: Head, head: Head | None, rest: Part | None) -> Block:
    """A box under a caption: that is its name, and its own first line says what it is."""
    own = head is not None and rest is not None
    under = rest if own else box.inside
    blocks = inside(under, box.width) if under is not None else []
    said = [head.whole] if own and head is not None else []
    what = caption.what if not said else said[0]
    return placed(
        box.source, card, caption.words if not said else caption.whole, *blocks, what=what,
        icon=caption.icon or (head.icon if own and head is not None else ""), favourite=caption.favourite,
    )  # fmt: skip


def _label(head: Head, box: Box) -> Block:
    """A box with a name and nothing else: the name in the middle of it."""
    icon = f"{head.icon} " if head.icon else ""
    said = placed(head.source, text, f"{icon}**{head.words}**", align="centre")
    notes = [one for one in (head.what, head.aside) if one]
    below = [placed(head.source, remark, one, align="centre") for one in notes]
    return Panel(blocks=(said, *below), source=box.source)


def _arranged(part: Divided | Group, make: Callable[[Part], Block]) -> Block:
    """The parts above or beside each other, in the proportions that they are drawn with."""
    parts = apportioned(part.parts)
    blocks = shared([make(one) for one, _ in parts], [percent for _, percent in parts])
    joins = part.joins if isinstance(part, Group) else ("",) * (len(parts) - 1)
    if part.way == "beside":
        drawn = [drawn_width(one) for one, _ in parts]
        return _row(blocks, drawn, where_of(part), joins)
    return _column(blocks, [drawn_height(one) for one, _ in parts], where_of(part), joins)


def _row(blocks: list[Block], drawn: list[float], where: Source | None, joins: Sequence[str]) -> Block:
    blocks, drawn = signs_between(blocks, drawn, joins)
    if len(blocks) == 1:
        return blocks[0]
    return DrawnRow(blocks=tuple(blocks), drawn=tuple(drawn), source=where)


def _column(blocks: list[Block], drawn: list[float], where: Source | None, joins: Sequence[str]) -> Block:
    blocks, drawn = signs_between(blocks, drawn, joins)
    if len(blocks) == 1:
        return blocks[0]
    return DrawnColumn(blocks=tuple(blocks), drawn=tuple(drawn), source=where)


def _joined(part: Group) -> Block | None:
    """The one block that joined boxes make up: a captioned card, a flow, a comparison; None where they are several."""
    if part.joins == (CAPTION,):
        words, box = part.parts
        return box_of(box, head_of(words.rows[0])) if isinstance(words, Words) and isinstance(box, Box) else None
    if part.way == "beside" and (steps := flow_of(part)) is not None:
        return steps
    if part.way == "beside" and len(part.parts) == 2 and is_word(part.joins[0]):
        sides = [inside(one) for one in part.parts]
        alone = [blocks[0] for blocks in sides if len(blocks) == 1]
        return placed(alone[0].source, compare, *alone, versus=part.joins[0].upper()) if len(alone) == 2 else None
    return None
