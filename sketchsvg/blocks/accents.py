"""Accents in turn: sections that do not name their hue take the next one of the theme."""

from __future__ import annotations

from itertools import cycle

from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block, Column, Row
from sketchsvg.blocks.onepage import OnePage
from sketchsvg.blocks.section import Section
from sketchsvg.theme.theme import HUES


def with_accents(root: Block) -> Block:
    """``root`` with an accent for every section of the page that has none, in reading order."""
    taken = {block.accent for block in _sections(root)}
    free = cycle([hue for hue in HUES if hue not in taken and hue != "banana"] or HUES)

    def coloured(block: Block) -> Block:
        if isinstance(block, Section) and not block.accent:
            return replace(block, accent=next(free))
        if isinstance(block, Row | Column | OnePage):
            return replace(block, blocks=tuple(coloured(part) for part in block.blocks))
        return block

    return coloured(root)


def _sections(block: Block) -> list[Section]:
    if isinstance(block, Section):
        return [block]
    if isinstance(block, Row | Column | OnePage):
        return [section for part in block.blocks for section in _sections(part)]
    return []
