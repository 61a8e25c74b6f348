"""From forms to blocks, through the same functions that authors call in Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block, Column, Row
from sketchsvg.blocks.aside import aside
from sketchsvg.blocks.badge import badge
from sketchsvg.blocks.callout import callout
from sketchsvg.blocks.card import card
from sketchsvg.blocks.code import code
from sketchsvg.blocks.coloured import coloured_code
from sketchsvg.blocks.compare import compare
from sketchsvg.blocks.contents import contents
from sketchsvg.blocks.divider import divider
from sketchsvg.blocks.drawn import DrawnColumn, DrawnRow
from sketchsvg.blocks.entries import entries
from sketchsvg.blocks.figure import figure
from sketchsvg.blocks.leaf import Leaf
from sketchsvg.blocks.listing import Listing, bullets, numbered
from sketchsvg.blocks.maths import maths
from sketchsvg.blocks.onepage import OnePage
from sketchsvg.blocks.panel import panel
from sketchsvg.blocks.quote import quote
from sketchsvg.blocks.scale import scale
from sketchsvg.blocks.section import section
from sketchsvg.blocks.subhead import subhead
from sketchsvg.blocks.table import table
from sketchsvg.blocks.terms import terms
from sketchsvg.blocks.text import remark, text
from sketchsvg.blocks.title import title
from sketchsvg.readers.json import forms
from sketchsvg.readers.json.charts import flow_of, flowchart_of, mermaid_of, mindmap_of, wireframe_of
from sketchsvg.readers.json.errors import JsonError
from sketchsvg.readers.json.pictures import picture_of
from sketchsvg.readers.json.reading import Place, joined, with_own_icons

#: Makes the block of one form at its place. Forms differ, and the table below tells which is whose.
Maker: TypeAlias = Callable[[Any, Place], Block]


def block_of(part: forms.Part, at: Place) -> Block:
    """The block that a form says, with its name, its share and its place."""
    if isinstance(part, str):
        return at.made(text, part)
    made = MAKERS[type(part)](with_own_icons(part, at), at)
    share = part.share if part.share is None else float(part.share)
    return replace(made, name=part.name, percent=share, source=at.source)


def blocks_of(parts: tuple[forms.Part, ...], at: Place, field: str = "blocks") -> tuple[Block, ...]:
    """The blocks in one of the fields of a form."""
    return tuple(block_of(part, own) for part, own in zip(parts, at.items(field, len(parts)), strict=True))


def _row(form: forms.Row, at: Place) -> Block:
    blocks = blocks_of(form.blocks, at)
    return DrawnRow(blocks=blocks, drawn=_drawn(form, at)) if form.drawn else Row(blocks=blocks)


def _column(form: forms.Column, at: Place) -> Block:
    blocks = blocks_of(form.blocks, at)
    return DrawnColumn(blocks=blocks, drawn=_drawn(form, at)) if form.drawn else Column(blocks=blocks)


def _drawn(form: forms.Row | forms.Column, at: Place) -> tuple[float, ...]:
    if len(form.drawn) != len(form.blocks):
        raise JsonError(
            f"{at.path} has {len(form.blocks)} blocks and {len(form.drawn)} proportions.",
            where=at.field("drawn").source, mend="Give one for each block.",
        )  # fmt: skip
    return tuple(float(one) for one in form.drawn)


def _page(form: forms.OnePage, at: Place) -> Block:
    return OnePage(top=blocks_of(form.top, at, "top"), blocks=blocks_of(form.blocks, at))


def _leaf(form: forms.Leaf, at: Place) -> Block:
    columns = tuple(
        blocks_of(column, at, f"columns[{number}]") for number, column in enumerate(form.columns)
    )
    return Leaf(columns=columns, banner=blocks_of(form.banner, at, "banner"), header=form.header, number=form.number)


def _title(form: forms.Title, at: Place) -> Block:
    return at.made(
        title, form.head, *blocks_of(form.blocks, at), kicker=form.kicker, subtitle=form.subtitle, notes=form.notes,
        icon=form.icon, end_icon=form.end_icon,
    )  # fmt: skip


def _section(form: forms.Section, at: Place) -> Block:
    return at.made(
        section, form.head, *blocks_of(form.blocks, at), icon=form.icon, aside=form.aside, accent=form.accent
    )


def _card(form: forms.Card, at: Place) -> Block:
    return at.made(
        card, form.head, *blocks_of(form.blocks, at), what=form.what, icon=form.icon, favourite=form.favourite,
        accent=form.accent,
    )  # fmt: skip


def _listing(form: forms.Bullets | forms.Numbered, at: Place) -> Listing:
    places = at.items("items", len(form.items))
    items = [
        item if isinstance(item, str) else replace(_listing(item, own), name=item.name, source=own.source)
        for item, own in zip(form.items, places, strict=True)
    ]
    if isinstance(form, forms.Bullets):
        return at.made(bullets, *items, marker=form.marker)
    return at.made(numbered, *items)


def _entries(form: forms.Entries, at: Place) -> Block:
    places = at.items("entries", len(form.entries))
    items = [(one.marker, blocks_of(one.blocks, own)) for one, own in zip(form.entries, places, strict=True)]
    return at.made(entries, items)


def _callout(form: forms.Callout, at: Place) -> Block:
    return at.made(callout, form.words, type(form).__name__.lower(), icon=form.icon)


def _table(form: forms.Table, at: Place) -> Block:
    return at.made(table, form.head, *form.rows, align=form.align, widths=form.widths or None)


def _compare(form: forms.Compare, at: Place) -> Block:
    left, right = block_of(form.left, at.field("left")), block_of(form.right, at.field("right"))
    return at.made(compare, left, right, versus=form.versus)


def _scale(form: forms.Scale, at: Place) -> Block:
    return at.made(
        scale, *form.stops, low=form.low, high=form.high, title=form.title, sizes=form.sizes or None
    )


def _code(form: forms.Code, at: Place) -> Block:
    return at.made(coloured_code if form.coloured else code, joined(form.text), form.language)


#: Which function makes the block of which form.
MAKERS: Mapping[type[forms.Form], Maker] = MappingProxyType({
    forms.Row: _row,
    forms.Column: _column,
    forms.OnePage: _page,
    forms.Leaf: _leaf,
    forms.Title: _title,
    forms.Section: _section,
    forms.Card: _card,
    forms.Panel: lambda form, at: at.made(panel, *blocks_of(form.blocks, at)),
    forms.Aside: lambda form, at: at.made(aside, *blocks_of(form.blocks, at)),
    forms.Text: lambda form, at: at.made(text, form.words, align=form.align, on_lines=form.on_lines),
    forms.Remark: lambda form, at: at.made(remark, form.words, align=form.align),
    forms.Subhead: lambda form, at: at.made(subhead, form.words, rank=form.rank, icon=form.icon),
    forms.Divider: lambda form, at: at.made(divider),
    forms.Bullets: _listing,
    forms.Numbered: _listing,
    forms.Entries: _entries,
    forms.Note: _callout,
    forms.Tip: _callout,
    forms.Warning: _callout,
    forms.Danger: _callout,
    forms.Quote: lambda form, at: at.made(quote, form.words, by=form.by, tilt=form.tilt),
    forms.Badge: lambda form, at: at.made(badge, form.words, icon=form.icon, accent=form.accent),
    forms.Figure: lambda form, at: at.made(
        figure, form.icon, size=form.size, caption=form.caption, accent=form.accent
    ),
    forms.Picture: picture_of,
    forms.Table: _table,
    forms.Terms: lambda form, at: at.made(terms, *form.entries),
    forms.Contents: lambda form, at: at.made(contents, *((one.words, one.page, one.depth) for one in form.entries)),
    forms.Compare: _compare,
    forms.Scale: _scale,
    forms.Code: _code,
    forms.Maths: lambda form, at: at.made(maths, form.source, align=form.align, size=form.size),
    forms.Mindmap: mindmap_of,
    forms.Flow: flow_of,
    forms.Flowchart: flowchart_of,
    forms.Mermaid: mermaid_of,
    forms.Wireframe: wireframe_of,
})  # fmt: skip
