"""What sheets look like in JSON: one form a block, its fields named as the arguments that authors know."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias, get_args

from msgspec import Meta, Struct, field

from sketchsvg.readers.json.marks import Mark
from sketchsvg.readers.json.vocabulary import Align, CellAlign, Cells, Hue, Icon, Lines, MapShape, Shape, Share, Words

#: The version of the form that is written, and the only one that is read.
VERSION = 1


class Form(Struct, tag_field="type", forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What all blocks have: a name by which arrows know them, and a share of their place in percent."""

    name: str = ""
    share: Share | None = None


class Row(Form, tag="row", kw_only=True):
    """Blocks beside each other."""

    blocks: Blocks


class Column(Form, tag="column", kw_only=True):
    """Blocks above each other."""

    blocks: Blocks


class Leaf(Form, tag="leaf", kw_only=True):
    """One page of notes that go on over several: a banner over its columns, all at the theme's own size."""

    header: str = ""
    number: str = ""
    banner: Annotated[tuple[Part, ...], Meta()] = ()
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


class Aside(Form, tag="aside", kw_only=True):
    """Blocks that are said besides, behind a stroke at their left."""

    blocks: Blocks


class Text(Form, tag="text", kw_only=True):
    """A paragraph, where a plain string is not enough."""

    words: Words
    align: Align = "left"
    on_lines: bool = False


class Remark(Form, tag="remark", kw_only=True):
    """A secondary remark: smaller and paler."""

    words: Words
    align: Align = "left"


class Subhead(Form, tag="subhead", kw_only=True):
    """A head inside a section; rank is 1, 2 or 3, or 0 for a head over several sections."""

    words: Words
    rank: Literal[0, 1, 2, 3] = 1
    icon: Icon = ""


class Divider(Form, tag="divider", kw_only=True):
    """A line across."""


class Bullets(Form, tag="bullets", kw_only=True):
    """A list; an item that begins with a sign such as ✓ or → and a space has that as its marker."""

    marker: str = "•"
    items: Items


class Numbered(Form, tag="numbered", kw_only=True):
    """A list that counts its items from 1."""

    items: Items


class Entry(Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One entry: its marker and the blocks behind it."""

    marker: str = ""
    blocks: tuple[Part, ...] = ()


class Entries(Form, tag="entries", kw_only=True):
    """A list whose items hold blocks, each behind its marker."""

    entries: Annotated[tuple[Entry, ...], Meta(min_length=1)]


class Callout(Form, kw_only=True):
    """Words that must not be overlooked."""

    words: Words
    icon: Icon = ""


class Note(Callout, tag="note"):
    """A callout to remember."""


class Tip(Callout, tag="tip"):
    """A callout that helps."""


class Warning(Callout, tag="warning"):
    """A callout that warns."""


class Danger(Callout, tag="danger"):
    """A callout against doing something."""


class Quote(Form, tag="quote", kw_only=True):
    """What somebody said, on a taped note turned clockwise by tilt degrees."""

    words: Words
    by: str = ""
    tilt: Annotated[float, Meta(ge=-8, le=8)] = -1.2


class Badge(Form, tag="badge", kw_only=True):
    """A word or two in a pill."""

    words: Words
    icon: Icon = ""
    accent: Hue = ""


class Figure(Form, tag="figure", kw_only=True):
    """An icon drawn large, size mm high, over its caption."""

    icon: Annotated[str, Meta(min_length=1, description="An emoji, or a name such as laptop.")]
    size: Annotated[float, Meta(gt=0)] = 12.0
    caption: str = ""
    accent: Hue = ""


class Picture(Form, tag="picture", kw_only=True):
    """A drawing: SVG markup, or the name of an .svg file, that is drawn again by hand; or marks, width and height."""

    svg: Lines = ""
    width: float = 0.0
    height: float = 0.0
    marks: tuple[Mark, ...] = ()
    caption: str = ""


class Table(Form, tag="table", kw_only=True):
    """Rows of cells, all of one length, under a head; align is for all columns or one each, widths are percent."""

    align: CellAlign | tuple[CellAlign, ...] = "left"
    widths: tuple[float, ...] = ()
    head: Cells | None = None
    rows: Annotated[tuple[Cells, ...], Meta(min_length=1)]


class Terms(Form, tag="terms", kw_only=True):
    """Terms: each entry is the term, what it means and, if need be, a remark."""

    entries: Annotated[tuple[Annotated[tuple[str, ...], Meta(min_length=2, max_length=3)], ...], Meta(min_length=1)]


class Compare(Form, tag="compare", kw_only=True):
    """Two blocks side by side with a badge between them."""

    versus: Words = "VS"
    left: Part
    right: Part


class Scale(Form, tag="scale", kw_only=True):
    """Stops in their order, label or label|note, each with a bar; low and high say what the ends mean."""

    title: str = ""
    low: str = ""
    high: str = ""
    stops: Annotated[
        tuple[str | Annotated[tuple[str, ...], Meta(min_length=2, max_length=2)], ...], Meta(min_length=2)
    ]
    sizes: tuple[Annotated[float, Meta(gt=0)], ...] = ()


class Code(Form, tag="code", kw_only=True):
    """Code as it was typed, coloured by its language if asked for."""

    language: str = ""
    coloured: bool = False
    text: Lines


class Maths(Form, tag="maths", kw_only=True):
    """A formula in LaTeX on a line of its own; size is relative to the body."""

    source: Words
    align: Literal["left", "centre", "right"] = "centre"
    size: Annotated[float, Meta(gt=0)] = 1.0


class Branch(Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A branch of a mind map and what grows out of it; one that ends is a string."""

    words: Words
    accent: Hue = ""
    shape: MapShape = ""
    branches: tuple[str | Branch, ...] = ()


class Mindmap(Form, tag="mindmap", kw_only=True):
    """A root and its branches."""

    title: str = ""
    root: Words
    icon: Icon = ""
    shape: MapShape = ""
    branches: Annotated[tuple[str | Branch, ...], Meta(min_length=1)]


class Step(Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A step of a flow; via stands over the arrow that leads here. One that has only a head is a string."""

    head: Words
    lines: tuple[Words, ...] = ()
    icon: Icon = ""
    tone: Hue = ""
    shape: Shape = "box"
    via: str = ""


class Flow(Form, tag="flow", kw_only=True):
    """Steps with arrows between them, from left to right."""

    steps: Annotated[tuple[str | Step, ...], Meta(min_length=1)]


class Flowchart(Form, tag="flowchart", kw_only=True):
    """A flowchart in mermaid."""

    source: Lines


class Mermaid(Form, tag="mermaid", kw_only=True):
    """A flowchart or a mind map in mermaid, whichever it is."""

    source: Lines


#: A string is a paragraph.
Part: TypeAlias = (
    str | Row | Column | Leaf | Title | Section | Card | Aside | Text | Remark | Subhead | Divider | Bullets
    | Numbered | Entries | Note | Tip | Warning | Danger | Quote | Badge | Figure | Picture | Table | Terms
    | Compare | Scale | Code | Maths | Mindmap | Flow | Flowchart | Mermaid
)  # fmt: skip
Blocks: TypeAlias = Annotated[tuple[Part, ...], Meta(min_length=1)]
Items: TypeAlias = Annotated[tuple[str | Bullets | Numbered, ...], Meta(min_length=1)]

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
