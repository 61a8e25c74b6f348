"""What all parts of the Markdown reader share while they turn a tree into blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct, field

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.text import remark
from sketchsvg.errors import Source
from sketchsvg.readers.markdown.errors import MarkdownError, made
from sketchsvg.readers.markdown.inline import Words, words_of

#: Turns one node into blocks.
Converter: TypeAlias = Callable[[SyntaxTreeNode, "Reading"], list[Block]]


class Reading(Struct):
    """One file being read.

    ``converters`` know the kinds of node. ``numbers`` are those that footnotes are printed with, in the order of
    mention, by markdown-it's own; ``due`` are those whose text is still to be written. ``level`` is that of the
    headings that begin a section: deeper ones stand inside of it. ``pixels`` tells whether pictures of pixels are asked
    for.
    """

    file: str
    converters: Mapping[str, Converter]
    footnotes: Mapping[int, SyntaxTreeNode]
    numbers: dict[int, int] = field(default_factory=dict)
    due: list[int] = field(default_factory=list)
    line: int = 1
    level: int = 2
    pixels: bool = False

    @property
    def folder(self) -> Path:
        """Where the addresses of pictures begin."""
        return Path(self.file).parent

    def where(self, node: SyntaxTreeNode) -> Source:
        """The place of a node; of the last one that had a place where it has none of its own."""
        for one in node.walk():
            if one.map:
                self.line = one.map[0] + 1
                break
        return Source(self.file, self.line)

    def words(self, node: SyntaxTreeNode) -> Words:
        """What an inline node says; its footnotes are due from now on."""
        found = words_of(node, self.where(node), self.numbers)
        self.due += [number for number in found.notes if number not in self.due]
        return found

    def markup(self, node: SyntaxTreeNode) -> str:
        """The words of all inline nodes in a node, in one string of our markup."""
        found = [self.words(one) for one in node.walk() if one.type == "inline"]
        if any(words.images for words in found):
            raise MarkdownError(
                "A picture stands among words that cannot hold one.", where=self.where(node).of("!["),
                mend="Put it into a paragraph of its own.",
            )  # fmt: skip
        return "\n".join(words.markup for words in found)

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> list[Block]:
        """The blocks that some nodes say."""
        return [block for node in nodes for block in self.converters[node.type](node, self)]

    def notes_due(self) -> list[Block]:
        """The footnotes that were mentioned since this was asked last; each stands on the page once."""
        blocks: list[Block] = []
        while self.due:
            number = self.due.pop(0)
            note = self.footnotes[number]
            if number in self._written:
                continue
            self._written.add(number)
            shown = str(self.numbers[number]).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
            blocks.append(made(self.where(note), remark, f"{shown} {self.markup(note)}"))
        return blocks

    _written: set[int] = field(default_factory=set)
