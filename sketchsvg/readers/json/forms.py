"""What sheets look like in JSON: one form a block, its fields named as the arguments that authors know."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias, get_args

from msgspec import Meta, Struct, field

from sketchsvg.readers.json.simple import (
    Badge,
    Branch,
    Bullets,
    Callout,
    Code,
    Contents,
    Danger,
    Divider,
    Figure,
    Flow,
    Flowchart,
    Maths,
    Mermaid,
    Mindmap,
    Note,
    Numbered,
    Picture,
    Quote,
    Remark,
    Scale,
    Step,
    Subhead,
    Table,
    Terms,
    Text,
    Tip,
    Warning,
    Wireframe,
)
from sketchsvg.readers.json.vocabulary import Form, Hue, Icon, Words

#: The version of the form that is written, and the only one that is read.
VERSION = 1


#: How wide or high blocks were drawn, one number each.
Drawn: TypeAlias = Annotated[
    tuple[Annotated[float, Meta(gt=0, le=1e6)], ...],
    Meta(description="Proportions, one for each block, kept as far as its words can be read."),
]


class Row(Form, tag="row", kw_only=True):
    """Blocks beside each other."""

    drawn: Drawn = ()
    blocks: FewBlocks


class Column(Form, tag="column", kw_only=True):
    """Blocks above each other."""

    drawn: Drawn = ()
    blocks: Blocks


class OnePage(Form, tag="page", kw_only=True):
    """A whole page: top at its own height, then blocks, put beside and above each other so that the type is largest."""

    top: tuple[Part, ...] = ()
    blocks: FewBlocks


class Leaf(Form, tag="leaf", kw_only=True):
    """One page of notes that go on over several: a banner over its columns, all at the theme's own size."""

    header: str = ""
    number: str = ""
    banner: tuple[Part, ...] = ()
    columns: Annotated[tuple[tuple[Part, ...], ...], Meta(min_length=1)]


class Title(Form, tag="title", kw_only=True):
    """The title of the sheet: head, kicker above it, subtitle and notes at the right, blocks under it."""

    head: Words
    kicker: str = ""
    subtitle: str = ""
    notes: tuple[Words, ...] = ()
    icon: Icon = ""
    end_icon: Icon = ""
    blocks: tuple[Part, ...] = ()


class Section(Form, tag="section", kw_only=True):
    """A framed part of the page under a head, with an icon and a remark (aside) at the right of the head."""

    head: Words
    icon: Icon = ""
    aside: str = ""
    accent: Hue = ""
    blocks: Blocks


class Card(Form, tag="card", kw_only=True):
    """A small box about one thing; favourite is true for a star, or the words of a ribbon."""

    head: Words
    what: str = ""
    icon: Icon = ""
    favourite: bool | str = False
    accent: Hue = ""
    blocks: tuple[Part, ...] = ()


class Panel(Form, tag="panel", kw_only=True):
    """A white box without a name."""

    blocks: tuple[Part, ...] = ()


class Aside(Form, tag="aside", kw_only=True):
    """Blocks that are said besides, behind a stroke at their left."""

    blocks: Blocks


class Entry(Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One entry: its marker and the blocks behind it."""

    marker: str = ""
    blocks: tuple[Part, ...] = ()


class Entries(Form, tag="entries", kw_only=True):
    """A list whose items hold blocks, each behind its marker."""

    entries: Annotated[tuple[Entry, ...], Meta(min_length=1)]


class Compare(Form, tag="compare", kw_only=True):
    """Two blocks side by side with a badge between them."""

    versus: Words = "VS"
    left: Part
    right: Part


#: A string is a paragraph.
Part: TypeAlias = (
    str | Row | Column | OnePage | Leaf | Title | Section | Card | Panel | Aside | Text | Remark | Subhead
    | Divider | Bullets | Numbered | Entries | Note | Tip | Warning | Danger | Quote | Badge | Figure | Picture
    | Table | Terms | Contents | Compare | Scale | Code | Maths | Mindmap | Flow | Flowchart | Mermaid | Wireframe
)  # fmt: skip
Blocks: TypeAlias = Annotated[tuple[Part, ...], Meta(min_length=1)]
FewBlocks: TypeAlias = Annotated[tuple[Part, ...], Meta(min_length=1, max_length=100)]

#: Every form by its tag, in the order of the list above.
FORMS: dict[str, type[Form]] = {form.__struct_config__.tag: form for form in get_args(Part) if form is not str}


class Arrow(Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """An arrow between blocks, by their names, in a hue of its own."""

    start: Words
    end: Words
    accent: Hue = ""


class Sheet(Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One page, drawn as if by hand; the blocks of its body stand above each other.

    Strings may hold inline markup: **bold**, *italic*, ==marked==, `code`, ~~struck~~, $formula$, :icon:, emoji.
    """

    schema: str = field(default="", name="$schema")
    sketchsvg: Literal[1]
    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: tuple[Words, ...] = ()
    language: str = "en"
    description: str = ""
    page: Annotated[str, Meta(description="A3 to A6, Letter or Legal, also A5 landscape; or mm: 120x80.")] = "A4"
    theme: Annotated[str, Meta(description="nano-banana, night, kraft or blueprint.")] = "nano-banana"
    hand: Annotated[str, Meta(description="note, neat, quick, caps, mono or child.")] = ""
    seed: int = 0
    lenient: bool = False
    arrows: Annotated[
        tuple[str | Arrow, ...], Meta(description="From block to block by their names: one -> other.")
    ] = ()
    body: Blocks


#: The fields of a sheet that its form has just so.
ALIKE = (
    "theme", "seed", "title", "author", "subject", "keywords", "language", "description", "hand", "lenient",
)  # fmt: skip

__all__ = [
    "ALIKE",
    "FORMS",
    "VERSION",
    "Arrow",
    "Aside",
    "Badge",
    "Blocks",
    "Branch",
    "Bullets",
    "Callout",
    "Card",
    "Code",
    "Column",
    "Compare",
    "Contents",
    "Danger",
    "Divider",
    "Entries",
    "Entry",
    "Figure",
    "Flow",
    "Flowchart",
    "Form",
    "Leaf",
    "Maths",
    "Mermaid",
    "Mindmap",
    "Note",
    "Numbered",
    "OnePage",
    "Panel",
    "Part",
    "Picture",
    "Quote",
    "Remark",
    "Row",
    "Scale",
    "Section",
    "Sheet",
    "Step",
    "Subhead",
    "Table",
    "Terms",
    "Text",
    "Tip",
    "Title",
    "Warning",
    "Wireframe",
]  # fmt: skip
