"""Containers: what ``::: name Title {attributes}`` becomes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markdown_it.tree import SyntaxTreeNode
from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block, Column, Row
from sketchsvg.blocks.aside import aside
from sketchsvg.blocks.callout import TONES
from sketchsvg.blocks.card import card
from sketchsvg.blocks.compare import compare
from sketchsvg.blocks.figure import figure
from sketchsvg.blocks.scale import scale
from sketchsvg.blocks.text import Text
from sketchsvg.diagrams.flow import flow
from sketchsvg.diagrams.step import Step
from sketchsvg.errors import Source
from sketchsvg.names import unknown
from sketchsvg.readers.markdown.attributes import Attributes, split_attributes
from sketchsvg.readers.markdown.diagrams import made_step
from sketchsvg.readers.markdown.errors import MarkdownError, made
from sketchsvg.readers.markdown.inline import literal
from sketchsvg.readers.markdown.quotes import callout_or_box
from sketchsvg.readers.markdown.reading import Reading

#: Signs of attributes that the reader of words has made literal.
_BRACED = re.compile(r"\\([{}=])")
#: What every container understands.
COMMON = ("share",)


def container(node: SyntaxTreeNode, reading: Reading) -> list[Block]:
    """The block of one container. ``MarkdownError`` for names and attributes that do not exist."""
    where = reading.where(node)
    head, attributes = split_attributes(node.info)
    name, _, title = head.partition(" ")
    if not name and attributes.classes:
        name = attributes.classes[0]
    name = name.lower()
    if name not in CONTAINERS:
        raise unknown("container", name, CONTAINERS, where)
    known, make = CONTAINERS[name]
    attributes.checked((*known, *COMMON), f"a container “{name}”", where)
    block = make(node, _title(title.strip()), attributes, where, reading)
    percent = attributes.number("share", where)
    if percent is not None:
        block = made(where, block.share, percent)
    return [replace(block, name=attributes.name) if attributes.name else block]


def _title(title: str) -> str:
    """The words behind the name of a container: our own markup is taken as it is written there."""
    return title


def _insides(node: SyntaxTreeNode, what: str, where: Source, reading: Reading) -> list[Block]:
    blocks = reading.blocks(node.children)
    if not blocks:
        raise MarkdownError(f"The container “{what}” is empty.", where=where, mend="Put something into it.")
    return blocks


def _callout(
    node: SyntaxTreeNode, title: str, attributes: Attributes, where: Source, reading: Reading
) -> Block:
    tone = node.info.split()[0].strip("{}.").lower()
    tone = {"important": "note", "caution": "danger"}.get(tone, tone)
    blocks = _insides(node, tone, where, reading)
    plain = all(isinstance(block, Text) and not block.small for block in blocks)
    words = [block.words for block in blocks if isinstance(block, Text)] if plain else []
    return callout_or_box(words, [] if plain else blocks, tone, title, attributes.text("icon"), where)


def _box(node: SyntaxTreeNode, title: str, attributes: Attributes, where: Source, reading: Reading) -> Block:
    blocks = reading.blocks(node.children)
    if not title:
        return made(where, aside, *blocks)
    favourite: bool | str = attributes.text("favourite") or attributes.text("favorite")
    return made(
        where, card, title, *blocks, what=literal(attributes.text("what")), icon=attributes.text("icon"),
        favourite=True if favourite == "yes" else favourite, accent=attributes.text("accent"),
    )  # fmt: skip


def _columns(
    node: SyntaxTreeNode, title: str, attributes: Attributes, where: Source, reading: Reading
) -> Block:
    columns = _divided(node, where, reading)
    return columns[0] if len(columns) == 1 else Row(blocks=tuple(columns), source=where)


def _column(
    node: SyntaxTreeNode, title: str, attributes: Attributes, where: Source, reading: Reading
) -> Block:
    return _above(_insides(node, "column", where, reading), where)


def _compare(
    node: SyntaxTreeNode, title: str, attributes: Attributes, where: Source, reading: Reading
) -> Block:
    sides = _divided(node, where, reading)
    if len(sides) != 2:
        raise MarkdownError(
            f"Two things are compared, and here are {len(sides)}.", where=where,
            mend="Put two boxes into the container, or divide it by one line ---.",
        )  # fmt: skip
    return made(where, compare, *sides, versus=attributes.text("versus", "VS"))


def _flow(node: SyntaxTreeNode, title: str, attributes: Attributes, where: Source, reading: Reading) -> Block:
    steps = [_step(item, reading) for item in _items(node, "flow", where)]
    return made(where, flow, *steps)


def _step(item: SyntaxTreeNode, reading: Reading) -> Step:
    """An item's first line is the head, what follows it are lines: further lines, or an inner list."""
    place = reading.where(item)
    rows = [row for child in item.children for row in _rows(child, reading)]
    last, attributes = split_attributes(_BRACED.sub(r"\1", rows[-1])) if rows else ("", None)
    if attributes is not None and attributes.values:
        rows[-1] = last
        attributes.checked(("tone", "shape", "via"), "a step", place)
    said = attributes or Attributes()
    return made_step(
        place, *[row for row in rows if row] or [""], tone=said.text("tone"), shape=said.text("shape", "box"),
        via=said.text("via"),
    )  # fmt: skip


def _rows(node: SyntaxTreeNode, reading: Reading) -> list[str]:
    return [row for one in node.walk() if one.type == "inline" for row in reading.words(one).markup.split("\n")]


def _scale(node: SyntaxTreeNode, title: str, attributes: Attributes, where: Source, reading: Reading) -> Block:
    stops = [" ".join(_rows(item, reading)) for item in _items(node, "scale", where)]
    low, high = literal(attributes.text("low")), literal(attributes.text("high"))
    said = attributes.text("sizes").split()
    sizes = [Attributes(values={"sizes": size}).number("sizes", where) for size in said] or None
    return made(where, scale, *stops, low=low, high=high, title=title, sizes=sizes)


def _figure(
    node: SyntaxTreeNode, title: str, attributes: Attributes, where: Source, reading: Reading
) -> Block:
    caption = " ".join(row for child in node.children for row in _rows(child, reading)) or title
    size = attributes.number("size", where)
    return made(
        where, figure, attributes.text("icon", "star"), size=12.0 if size is None else size, caption=caption,
        accent=attributes.text("accent"),
    )  # fmt: skip


def _small(node: SyntaxTreeNode, title: str, attributes: Attributes, where: Source, reading: Reading) -> Block:
    blocks = _insides(node, "remark", where, reading)
    return _above([replace(block, small=True) if isinstance(block, Text) else block for block in blocks], where)


def _items(node: SyntaxTreeNode, what: str, where: Source) -> Sequence[SyntaxTreeNode]:
    if len(node.children) != 1 or node.children[0].type not in ("bullet_list", "ordered_list"):
        raise MarkdownError(
            f"A {what} is made of one list.", where=where, mend=f"Under ::: {what} write - one, - two, and then :::."
        )
    return node.children[0].children


def _divided(node: SyntaxTreeNode, where: Source, reading: Reading) -> list[Block]:
    """The parts of a container: what stands between lines ``---``, or each block where there is no such line."""
    if not any(child.type == "hr" for child in node.children):
        return _insides(node, "columns", where, reading)
    parts: list[list[SyntaxTreeNode]] = [[]]
    for child in node.children:
        if child.type == "hr":
            parts.append([])
        else:
            parts[-1].append(child)
    blocks = [reading.blocks(part) for part in parts]
    return [_above(part, where) for part in blocks if part]


def _above(blocks: Sequence[Block], where: Source) -> Block:
    return blocks[0] if len(blocks) == 1 else Column(blocks=tuple(blocks), source=where)


_Maker = Callable[[SyntaxTreeNode, str, Attributes, Source, Reading], Block]
_BOX: tuple[tuple[str, ...], _Maker] = (("what", "icon", "favourite", "favorite", "accent"), _box)
#: What each container understands beside ``share``, and who makes its block.
CONTAINERS: dict[str, tuple[tuple[str, ...], _Maker]] = {
    **dict.fromkeys((*TONES, "important", "caution"), (("icon",), _callout)),
    "box": _BOX, "card": _BOX,
    "columns": ((), _columns), "column": ((), _column),
    "compare": (("versus",), _compare),
    "flow": ((), _flow),
    "scale": (("low", "high", "sizes"), _scale),
    "figure": (("icon", "size", "accent"), _figure),
    "remark": ((), _small),
}  # fmt: skip
