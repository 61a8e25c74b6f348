"""Where a block may be broken: sections between their blocks, lists between items, tables and code between rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.aside import Aside
from sketchsvg.blocks.code import Code
from sketchsvg.blocks.contents import Contents
from sketchsvg.blocks.entries import Entries, Entry
from sketchsvg.blocks.section import Section
from sketchsvg.blocks.subhead import Subhead
from sketchsvg.blocks.table import Table
from sketchsvg.blocks.terms import Terms
from sketchsvg.blocks.text import Text

#: Marks of emphasis that stand at both ends of words.
PAIRED = ("**", "==", "~~", "__", "`", "$")
_ENDED = re.compile(r"\n|(?<=[.!?。…])[ ]+")
#: Rows of code are kept together at either end: fewer alone are lost.
FEWEST_ROWS = 3


def breaks(block: Block, continued: str) -> Iterator[tuple[Block, Block]]:
    """Every way to break ``block`` in two, the first part growing. ``continued`` marks sections that go on."""
    if isinstance(block, Section):
        for first, rest in _between(block.blocks, continued):
            yield replace(block, blocks=first), replace(block, blocks=rest, aside=continued)
    elif isinstance(block, Aside):
        for first, rest in _between(block.blocks, continued):
            yield replace(block, blocks=first), replace(block, blocks=rest)
    elif isinstance(block, Entries):
        for begun, left in _entries(block.entries, continued):
            yield replace(block, entries=begun), replace(block, entries=left)
    elif isinstance(block, Table):
        for row in range(1, len(block.rows)):
            yield replace(block, rows=block.rows[:row]), replace(block, rows=block.rows[row:])
    elif isinstance(block, Terms):
        for at in range(1, len(block.entries)):
            yield replace(block, entries=block.entries[:at]), replace(block, entries=block.entries[at:])
    elif isinstance(block, Contents):
        for at in range(1, len(block.entries)):
            # What is under a head stays with it.
            if block.entries[at - 1].depth >= block.entries[at].depth:
                yield replace(block, entries=block.entries[:at]), replace(block, entries=block.entries[at:])
    elif isinstance(block, Code):
        for row in range(FEWEST_ROWS, len(block.rows) - FEWEST_ROWS + 1):
            if block.rows[row]:
                yield replace(block, rows=_without_blank_end(block.rows[:row])), replace(block, rows=block.rows[row:])
    elif isinstance(block, Text):
        yield from _sentences(block)


def rows_of(block: Block) -> int:
    """At least so many rows stand under each other in a block."""
    if isinstance(block, Section | Aside):
        return sum(rows_of(one) for one in block.blocks)
    if isinstance(block, Entries):
        return len(block.entries)
    if isinstance(block, Table | Code):
        return len(block.rows)
    return len(block.entries) if isinstance(block, Terms | Contents) else 0


def keeps_next(block: Block) -> bool:
    """Whether a block must not stand at the foot: heads, and words that announce what follows."""
    return isinstance(block, Subhead) or (isinstance(block, Text) and block.words.rstrip("*").endswith(":"))


def _between(blocks: tuple[Block, ...], continued: str) -> Iterator[tuple[tuple[Block, ...], tuple[Block, ...]]]:
    for at, block in enumerate(blocks):
        for first, rest in breaks(block, continued):
            yield (*blocks[:at], first), (rest, *blocks[at + 1 :])
        if at + 1 < len(blocks) and not keeps_next(block):
            yield blocks[: at + 1], blocks[at + 1 :]


def _entries(
    entries: tuple[Entry, ...], continued: str
) -> Iterator[tuple[tuple[Entry, ...], tuple[Entry, ...]]]:
    for at, entry in enumerate(entries):
        for first, rest in _between(entry.blocks, continued):
            begun, left = replace(entry, blocks=first), Entry("", rest, entry.source)
            yield (*entries[:at], begun), (left, *entries[at + 1 :])
        # One item alone at the head or the foot of a column is lost there.
        alone = len(entries) > FEWEST_ROWS and (at == 0 or at + 2 == len(entries)) and not isinstance(
            entry.blocks[-1] if entry.blocks else None, Entries
        )
        if at + 1 < len(entries) and not alone:
            yield entries[: at + 1], entries[at + 1 :]


def _without_blank_end(rows: tuple[str, ...]) -> tuple[str, ...]:
    while rows and not rows[-1]:
        rows = rows[:-1]
    return rows


def _sentences(block: Text) -> Iterator[tuple[Block, Block]]:
    """A paragraph breaks where the author broke its lines, and behind sentences; no emphasis is broken."""
    for match in _ENDED.finditer(block.words):
        first, rest = block.words[: match.start()], block.words[match.end() :]
        if rest and all(first.count(mark) % 2 == 0 for mark in PAIRED) and first.count("[") == first.count("]"):
            yield replace(block, words=first), replace(block, words=rest)
