"""``toc:`` in front matter: a table of contents, made before pages are counted and numbered after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.contents import DIGITS, Contents, Head
from sketchsvg.blocks.leaf import Leaf
from sketchsvg.blocks.section import Section
from sketchsvg.blocks.subhead import Subhead
from sketchsvg.errors import Source
from sketchsvg.exporters.addresses import heading_name
from sketchsvg.lettering.inline import plain_text
from sketchsvg.readers.markdown.document import Document
from sketchsvg.readers.markdown.errors import MarkdownError
from sketchsvg.readers.markdown.inline import literal

#: How many levels of heads are in it where ``toc: true`` does not say.
LEVELS = 2
MOST_LEVELS = 4
TITLES = {"ko": "차례"}


def levels_of(document: Document) -> int:
    """How many levels of heads the front matter wants to have listed: 0 without a table of contents."""
    said = document.front.text("toc").lower()
    if said.isdigit() and 1 <= int(said) <= MOST_LEVELS:
        return int(said)
    if said.isdigit():
        what = f"A table of contents has 1 to {MOST_LEVELS} levels, not {said}."
        raise MarkdownError(what, where=document.front.at("toc"), mend="toc: 2")
    return LEVELS if document.front.switched_on("toc") else 0


def contents_of(document: Document, levels: int, language: str) -> Section | None:
    """The table of contents, still without numbers; None where there is nothing to list."""
    head = TITLES.get(language, "Contents")
    where = document.front.at("toc")
    names: Counter[str] = Counter()
    entries = []
    for words in (document.title_words, head):
        names[heading_name(plain_text(words))] += bool(words)
    for said, depth, source in _heads(document):
        name = heading_name(said)
        address = f"{name}-{names[name]}" if names[name] else name
        names[name] += 1
        if depth < levels:
            entries.append(Head(f"[{literal(said)}](#{address})", DIGITS, depth, source))
    if not entries:
        return None
    return Section(head=head, blocks=(Contents(entries=tuple(entries), source=where),), icon="list", source=where)


def numbered(leaves: Sequence[Leaf]) -> list[Leaf]:
    """The leaves with the numbers of the pages in the table of contents."""
    pages: dict[tuple[str, int], int] = {}
    for number, leaf in enumerate(leaves, 1):
        for source in _places([*leaf.banner, *(block for column in leaf.columns for block in column)]):
            # A section that goes on has begun before.
            pages.setdefault((source.file, source.line), number)
    return [
        replace(
            leaf,
            banner=tuple(_with_numbers(block, pages) for block in leaf.banner),
            columns=tuple(tuple(_with_numbers(block, pages) for block in column) for column in leaf.columns),
        )
        for leaf in leaves
    ]


def _heads(document: Document) -> Iterator[tuple[str, int, Source]]:
    """All heads of a document: their words, how deep they stand from 0, and where."""
    for part in document.parts:
        yield part.called, 0, part.head.source
        for block in part.blocks:
            if isinstance(block, Subhead) and block.source is not None:
                yield block.label, block.rank, block.source


def _places(blocks: Sequence[Block]) -> Iterator[Source]:
    for block in blocks:
        if isinstance(block, Section | Subhead) and block.source is not None:
            yield block.source
        if isinstance(block, Section):
            yield from _places(block.blocks)


def _with_numbers(block: Block, pages: dict[tuple[str, int], int]) -> Block:
    if isinstance(block, Section) and any(isinstance(one, Contents) for one in block.blocks):
        return replace(block, blocks=tuple(_with_numbers(one, pages) for one in block.blocks))
    if not isinstance(block, Contents):
        return block
    entries = [
        replace(entry, number=str(pages[entry.source.file, entry.source.line])) if entry.source else entry
        for entry in block.entries
    ]
    return replace(block, entries=tuple(entries))
