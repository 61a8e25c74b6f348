"""The forms of blocks that hold no other blocks."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

from sketchsvg.readers.json.marks import Mark
from sketchsvg.readers.json.vocabulary import (
    Align,
    CellAlign,
    Cells,
    Form,
    Hue,
    Icon,
    Lines,
    MapShape,
    Shape,
    Share,
    Words,
)


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


#: What a list holds.
Items: TypeAlias = Annotated[tuple[str | Bullets | Numbered, ...], Meta(min_length=1)]


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
    """A drawing: SVG markup, or the name of an .svg file, that is drawn again by hand; or marks, width and height.

    Or pixels that are pasted in: raster is the name of a PNG or JPEG file or a data URI, alt says what it shows, width
    is in mm.
    """

    svg: Lines = ""
    raster: str = ""
    alt: str = ""
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


class Head(Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A line of a table of contents; depth is 0 for a chapter and 1 and more for what is in it."""

    words: Words
    page: Words
    depth: Annotated[int, Meta(ge=0, le=3)] = 0


class Contents(Form, tag="contents", kw_only=True):
    """A table of contents: heads and their pages."""

    entries: Annotated[tuple[Head, ...], Meta(min_length=1)]


class Scale(Form, tag="scale", kw_only=True):
    """Stops in their order, label or label|note, each with a bar; low and high say what the ends mean."""

    title: str = ""
    low: str = ""
    high: str = ""
    stops: Annotated[
        tuple[str | Annotated[tuple[str, ...], Meta(min_length=2, max_length=2)], ...],
        Meta(min_length=2, max_length=100),
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


class Wireframe(Form, tag="wireframe", kw_only=True):
    """A layout drawn in characters; shares are those of its bands from top to bottom, in percent."""

    shares: tuple[Share, ...] = ()
    source: Lines
