"""What a wireframe says: boxes in boxes, beside and above each other, and the words in them."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from sketchsvg.errors import Source

Way: TypeAlias = Literal["above", "beside"]


class Row(Struct, frozen=True):
    """A line of words: ``indent`` are the columns before it, counted from the leftmost of its neighbours."""

    text: str
    indent: int = 0
    source: Source | None = None


class Words(Struct, frozen=True):
    """Lines of words; a blank line between them is an empty one."""

    rows: tuple[Row, ...]


class Box(Struct, frozen=True):
    """A box and what is in it: None where it is empty. ``title`` are the words in its upper edge.

    ``width`` and ``height`` are those it is drawn with, in columns and lines.
    """

    inside: Part | None
    title: str = ""
    width: int = 0
    height: int = 0
    source: Source | None = None


class Divided(Struct, frozen=True):
    """A box that lines divide into parts."""

    way: Way
    parts: tuple[Box | Divided, ...]
    width: int = 0
    height: int = 0
    source: Source | None = None


class Group(Struct, frozen=True):
    """Things above or beside each other. ``joins`` are the signs between them: an arrow, a word, or nothing."""

    way: Way
    parts: tuple[Part, ...]
    joins: tuple[str, ...]


class Link(Struct, frozen=True):
    """An arrow or a line from one box to another, by their numbers."""

    start: int
    end: int
    words: str = ""
    headed: bool = True


class Linked(Struct, frozen=True):
    """Boxes that arrows join in more ways than from one to the next. ``down`` says that they lead downwards."""

    boxes: tuple[Box | Divided, ...]
    links: tuple[Link, ...]
    down: bool
    source: Source | None = None


Part: TypeAlias = Words | Box | Divided | Group | Linked


def model(part: Part | None) -> object:
    """The tree as plain lists, without sizes and places: for tests and for those who want to see what was read."""
    if part is None:
        return []
    if isinstance(part, Words):
        return [row.text for row in part.rows]
    if isinstance(part, Box):
        return {"box": model(part.inside), **({"title": part.title} if part.title else {})}
    if isinstance(part, Linked):
        links = [[one.start, one.end, one.words] for one in part.links]
        return {"linked": [model(box) for box in part.boxes], "links": links}
    if isinstance(part, Divided):
        return {f"divided {part.way}": [model(one) for one in part.parts]}
    joined = {"joins": list(part.joins)} if any(part.joins) else {}
    return {part.way: [model(one) for one in part.parts], **joined}
