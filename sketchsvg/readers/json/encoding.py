"""From a sheet to its form and to text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block, Column, Row
from sketchsvg.blocks.arrows import Arrow
from sketchsvg.blocks.aside import Aside
from sketchsvg.blocks.badge import Badge
from sketchsvg.blocks.callout import Callout
from sketchsvg.blocks.card import Card
from sketchsvg.blocks.code import Code
from sketchsvg.blocks.coloured import ColouredCode
from sketchsvg.blocks.compare import Compare
from sketchsvg.blocks.contents import Contents
from sketchsvg.blocks.divider import Divider
from sketchsvg.blocks.drawn import DrawnColumn, DrawnRow
from sketchsvg.blocks.entries import Entries
from sketchsvg.blocks.figure import Figure
from sketchsvg.blocks.leaf import Leaf
from sketchsvg.blocks.listing import Listing
from sketchsvg.blocks.maths import Maths
from sketchsvg.blocks.onepage import OnePage
from sketchsvg.blocks.panel import Panel
from sketchsvg.blocks.photo import Photo
from sketchsvg.blocks.picture import Picture
from sketchsvg.blocks.quote import Quote
from sketchsvg.blocks.scale import LAST, Scale
from sketchsvg.blocks.section import Section
from sketchsvg.blocks.subhead import Subhead
from sketchsvg.blocks.table import Table
from sketchsvg.blocks.terms import Terms
from sketchsvg.blocks.text import Text
from sketchsvg.blocks.title import Title
from sketchsvg.diagrams.branches import Branch
from sketchsvg.diagrams.flow import Flow
from sketchsvg.diagrams.flowchart import Flowchart
from sketchsvg.diagrams.mindmap import MindMap
from sketchsvg.diagrams.step import Step
from sketchsvg.errors import SheetError
from sketchsvg.page import SIZES, Page
from sketchsvg.readers.json import forms
from sketchsvg.readers.json.photos import form_of_photo
from sketchsvg.readers.json.pictures import form_of_picture
from sketchsvg.readers.json.setting import plain, set_out
from sketchsvg.readers.json.simple import Head
from sketchsvg.sheet import Sheet

#: Gives the form of one kind of block. Kinds differ, and the table below tells which is whose.
Former: TypeAlias = Callable[[Any], forms.Form | str]

CALLOUTS: Mapping[str, type[forms.Callout]] = MappingProxyType({
    "note": forms.Note, "tip": forms.Tip, "warning": forms.Warning, "danger": forms.Danger
})  # fmt: skip


def encoded(sheet: Sheet) -> str:
    """The sheet as JSON. ``SheetError`` for a block that has no form."""
    return set_out(plain(form_of(sheet))) + "\n"


def form_of(sheet: Sheet) -> forms.Sheet:
    """The form of a sheet."""
    root = sheet.root
    plain = type(root) is Column and len(root.blocks) > 1 and not root.name and root.percent is None
    return forms.Sheet(
        sketchsvg=1, page=_page(sheet.paper_size),
        arrows=tuple(
            forms.Arrow(start=one.start, end=one.end, accent=_any(one.accent)) if isinstance(one, Arrow) else one
            for one in sheet.arrows
        ),
        body=parts_of(root.blocks) if plain and isinstance(root, Column) else (part_of(root),),
        **{name: getattr(sheet, name) for name in forms.ALIKE},
    )  # fmt: skip


def part_of(block: Block) -> forms.Part:
    """The form of a block; a paragraph that is nothing else is a string."""
    if type(block) not in FORMERS:
        raise SheetError(
            f"A block of kind {block.kind} ({type(block).__name__}) has no form in JSON.", where=block.source,
            mend="Use the blocks that sketchsvg offers.",
        )  # fmt: skip
    form = FORMERS[type(block)](block)
    return form if isinstance(form, str) else replace(form, name=block.name, share=block.percent)  # type: ignore[return-value]


def parts_of(blocks: tuple[Block, ...]) -> tuple[forms.Part, ...]:
    """The forms of some blocks."""
    return tuple(part_of(block) for block in blocks)


def _page(page: Page) -> str:
    """The name of a page, or its measures in mm."""
    for name, (width, height) in SIZES.items():
        if (page.width, page.height) == (width, height):
            return name
        if (page.width, page.height) == (height, width):
            return f"{name} landscape"
    return "x".join(f"{side:.17g}" if side != int(side) else f"{int(side)}" for side in (page.width, page.height))


def _any(name: str) -> Any:
    """A name that a block has checked already, for a form that lists the names there are."""
    return name


def _text(block: Text) -> forms.Form | str:
    if block.small:
        return forms.Remark(words=block.words, align=_any(block.align))
    if block.name or block.percent is not None or block.align != "left" or block.on_lines:
        return forms.Text(words=block.words, align=_any(block.align), on_lines=block.on_lines)
    return block.words


def _title(block: Title) -> forms.Title:
    return forms.Title(
        head=block.head, kicker=block.kicker, subtitle=block.subtitle, notes=block.notes, icon=block.icon,
        end_icon=block.end_icon, blocks=parts_of(block.blocks),
    )  # fmt: skip


def _section(block: Section) -> forms.Section:
    return forms.Section(
        head=block.head, icon=block.icon, aside=block.aside, accent=_any(block.accent), blocks=parts_of(block.blocks)
    )


def _card(block: Card) -> forms.Card:
    favourite: bool | str = True if block.favourite == "★" else block.favourite or False
    return forms.Card(
        head=block.head, what=block.what, icon=block.icon, favourite=favourite, accent=_any(block.accent),
        blocks=parts_of(block.blocks),
    )  # fmt: skip


def _leaf(block: Leaf) -> forms.Leaf:
    return forms.Leaf(
        header=block.header, number=block.number, banner=parts_of(block.banner),
        columns=tuple(parts_of(column) for column in block.columns),
    )  # fmt: skip


def _listing(block: Listing) -> forms.Bullets | forms.Numbered:
    items = tuple(
        item if isinstance(item, str) else replace(_listing(item), name=item.name) for item in block.items
    )
    return forms.Numbered(items=items) if block.numbered else forms.Bullets(items=items, marker=block.marker)


def _entries(block: Entries) -> forms.Entries:
    return forms.Entries(
        entries=tuple(forms.Entry(marker=entry.marker, blocks=parts_of(entry.blocks)) for entry in block.entries)
    )


def _table(block: Table) -> forms.Table:
    alike = len(set(block.aligns)) == 1
    return forms.Table(
        head=block.head, rows=block.rows, widths=block.widths,
        align=_any(block.aligns[0]) if alike else tuple(map(_any, block.aligns)),
    )  # fmt: skip


def _scale(block: Scale) -> forms.Scale:
    last = len(block.stops) - 1
    sizes = tuple(stop.size for stop in block.stops)
    even = [1 - (1 - LAST) * rank / last for rank in range(last + 1)]
    return forms.Scale(
        title=block.title, low=block.low, high=block.high, sizes=() if sizes == tuple(even) else sizes,
        stops=tuple(
            (stop.words, stop.note) if "|" in stop.words else f"{stop.words}|{stop.note}" if stop.note else stop.words
            for stop in block.stops
        ),
    )  # fmt: skip


def _code(block: Code) -> forms.Code:
    return forms.Code(language=block.language, coloured=isinstance(block, ColouredCode), text=_lines(block.rows))


def _lines(rows: tuple[str, ...]) -> str | tuple[str, ...]:
    """Rows of text one by one; a lone one as it is."""
    return rows if len(rows) > 1 else rows[0]


def _contents(block: Contents) -> forms.Contents:
    heads = (Head(words=one.words, page=one.number, depth=one.depth) for one in block.entries)
    return forms.Contents(entries=tuple(heads))


def _terms(block: Terms) -> forms.Terms:
    entries = tuple((one.term, one.meaning, one.remark) for one in block.entries)
    return forms.Terms(entries=tuple(entry if entry[2] else entry[:2] for entry in entries))


def _branch(part: Branch) -> str | forms.Branch:
    if not (part.branches or part.accent or part.shape):
        return part.words
    return forms.Branch(
        words=part.words, accent=_any(part.accent), shape=_any(part.shape),
        branches=tuple(_branch(below) for below in part.branches),
    )  # fmt: skip


def _mindmap(block: MindMap) -> forms.Mindmap:
    return forms.Mindmap(
        title=block.title, root=block.root, icon=block.icon, shape=_any(block.shape),
        branches=tuple(_branch(one) for one in block.branches),
    )  # fmt: skip


def _step(step: Step) -> str | forms.Step:
    form = forms.Step(
        head=step.head, lines=step.lines, icon=step.icon, tone=_any(step.tone), shape=_any(step.shape), via=step.via
    )
    return step.head if form == forms.Step(head=step.head) else form


def _flowchart(block: Flowchart) -> forms.Flowchart:
    if not block.mermaid:
        raise SheetError(
            "This flowchart was not made from mermaid, and JSON knows no other.", where=block.source,
            mend='flowchart("A --> B")',
        )  # fmt: skip
    return forms.Flowchart(source=_lines(tuple(block.mermaid.split("\n"))))


#: Which function gives the form of which block.
FORMERS: Mapping[type[Block], Former] = MappingProxyType({
    Row: lambda block: forms.Row(blocks=parts_of(block.blocks)),
    DrawnRow: lambda block: forms.Row(drawn=block.drawn, blocks=parts_of(block.blocks)),
    Column: lambda block: forms.Column(blocks=parts_of(block.blocks)),
    DrawnColumn: lambda block: forms.Column(drawn=block.drawn, blocks=parts_of(block.blocks)),
    OnePage: lambda block: forms.OnePage(top=parts_of(block.top), blocks=parts_of(block.blocks)),
    Leaf: _leaf,
    Title: _title,
    Section: _section,
    Card: _card,
    Panel: lambda block: forms.Panel(blocks=parts_of(block.blocks)),
    Aside: lambda block: forms.Aside(blocks=parts_of(block.blocks)),
    Text: _text,
    Subhead: lambda block: forms.Subhead(words=block.words, rank=block.rank, icon=block.icon),
    Divider: lambda block: forms.Divider(),
    Listing: _listing,
    Entries: _entries,
    Callout: lambda block: CALLOUTS[block.tone](words=block.words, icon=block.icon),
    Quote: lambda block: forms.Quote(words=block.words, by=block.by, tilt=block.tilt),
    Badge: lambda block: forms.Badge(words=block.words, icon=block.icon, accent=block.accent),
    Figure: lambda block: forms.Figure(
        icon=block.icon, size=block.size, caption=block.caption, accent=block.accent
    ),
    Picture: form_of_picture,
    Photo: form_of_photo,
    Table: _table,
    Terms: _terms,
    Contents: _contents,
    Compare: lambda block: forms.Compare(
        versus=block.versus, left=part_of(block.left), right=part_of(block.right)
    ),
    Scale: _scale,
    Code: _code,
    ColouredCode: _code,
    Maths: lambda block: forms.Maths(source=block.source_text, align=block.align, size=block.size),
    MindMap: _mindmap,
    Flow: lambda block: forms.Flow(steps=tuple(_step(step) for step in block.steps)),
    Flowchart: _flowchart,
})  # fmt: skip
