"""Which part of the reader knows which kind of node."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from markdown_it.tree import SyntaxTreeNode

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.divider import divider
from sketchsvg.blocks.subhead import subhead
from sketchsvg.blocks.text import text
from sketchsvg.readers.markdown.boxes import container
from sketchsvg.readers.markdown.errors import made
from sketchsvg.readers.markdown.fences import fence, html, maths_block
from sketchsvg.readers.markdown.heads import head_of
from sketchsvg.readers.markdown.images import image
from sketchsvg.readers.markdown.lists import bullet_list, definitions, ordered_list
from sketchsvg.readers.markdown.quotes import blockquote
from sketchsvg.readers.markdown.reading import Converter, Reading
from sketchsvg.readers.markdown.tables import read_table


def _paragraph(node: SyntaxTreeNode, reading: Reading) -> list[Block]:
    """Words, and under them the pictures that stand among them."""
    where = reading.where(node)
    found = reading.words(node.children[0])
    said: list[Block] = [made(where, text, found.markup)] if found.markup.strip() else []
    return said + [image(one, where, reading) for one in found.images]


def _heading(node: SyntaxTreeNode, reading: Reading) -> list[Block]:
    """A head inside a section or a container."""
    head = head_of(node, reading)
    if not head.words:
        return []
    rank = min(3, max(1, head.level - reading.level))
    return [made(head.source, subhead, head.words, rank=rank, icon=head.icon, name=head.attributes.name)]


def _divider(node: SyntaxTreeNode, reading: Reading) -> list[Block]:
    return [made(reading.where(node), divider)]


#: The kinds of node that stand in a text, its containers, items and quotes.
CONVERTERS: Mapping[str, Converter] = MappingProxyType({
    "paragraph": _paragraph, "heading": _heading, "hr": _divider, "bullet_list": bullet_list,
    "ordered_list": ordered_list, "dl": definitions, "table": read_table, "blockquote": blockquote, "fence": fence,
    "code_block": fence, "math_block": maths_block, "math_block_label": maths_block, "html_block": html,
    "container": container,
})  # fmt: skip

