"""Markdown's own structure: markdown-it with the plugins that notes need, as a tree with line numbers."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct

from sketchsvg.errors import Source
from sketchsvg.readers.markdown.attributes import split_attributes
from sketchsvg.readers.markdown.containers import container_plugin
from sketchsvg.readers.markdown.emphasis import emphasis_plugin
from sketchsvg.readers.markdown.errors import LimitError, MarkdownError
from sketchsvg.readers.markdown.source import DEEPEST, MOST_BRACKETS, MOST_IN_PARAGRAPH, MarkdownText

#: markdown-it leaves out what is nested deeper, without a word: it is refused before that.
_NESTING = 4 * DEEPEST


class Parsed(Struct, frozen=True):
    """The blocks of a text in order, and its footnotes by the number that markdown-it gave them."""

    blocks: tuple[SyntaxTreeNode, ...]
    footnotes: dict[int, SyntaxTreeNode]


def parse(text: MarkdownText) -> Parsed:
    """The structure of a text. Raises ``MarkdownError`` for what is not closed, ``LimitError`` for what is too deep."""
    env: dict[str, Any] = {"file": text.file}
    root = SyntaxTreeNode(_parser().parse(text.body, env))
    _refuse_unused_footnotes(text, env)
    blocks = tuple(node for node in root.children if node.type != "footnote_block")
    notes = [node for node in root.children if node.type == "footnote_block"]
    return Parsed(blocks, {note.meta["id"]: note for block in notes for note in block.children})


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.dollarmath import dollarmath_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    md = MarkdownIt("commonmark", {"html": True, "maxNesting": _NESTING}).enable("table")
    md.use(footnote_plugin).use(deflist_plugin).use(container_plugin).use(emphasis_plugin)
    md.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)
    md.core.ruler.after("block", "bounds", _check_bounds)
    md.core.ruler.after("bounds", "attributes", _take_attributes)
    return md


def _check_bounds(state: StateCore) -> None:
    """Refuses what would take long to read further, or would be left out."""
    line = 1
    for token in state.tokens:
        line = token.map[0] + 1 if token.map else line
        where = Source(state.env["file"], line)
        if token.level >= _NESTING - 6:
            raise LimitError("Lists and quotes are nested too deeply here.", where=where, mend="Flatten them.")
        if token.type != "inline":
            continue
        if len(token.content) > MOST_IN_PARAGRAPH:
            what = f"A paragraph can have {MOST_IN_PARAGRAPH:,} characters, and this one has {len(token.content):,}."
            raise LimitError(what, where=where, mend="Divide it by blank lines.")
        if token.content.count("[") > MOST_BRACKETS or token.content.count("<") > 5 * MOST_BRACKETS:
            what = f"A paragraph can have {MOST_BRACKETS} opening brackets, and this one has more."
            raise LimitError(what, where=where, mend="Divide it by blank lines, or put it into a fence of code.")


def _take_attributes(state: StateCore) -> None:
    """Takes ``{…}`` off the ends of headings, before the braces are read as words."""
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type == "heading_open" and inline.type == "inline":
            inline.content, opening.meta["attributes"] = split_attributes(inline.content)


def _refuse_unused_footnotes(text: MarkdownText, env: dict[str, Any]) -> None:
    """What nobody refers to would be left out of the page."""
    for label, number in env.get("footnotes", {}).get("refs", {}).items():
        if number == -1:
            name = label.removeprefix(":")
            lines = text.body.split("\n")
            line = next((at for at, raw in enumerate(lines, 1) if raw.lstrip().startswith(f"[^{name}]:")), 1)
            raise MarkdownError(
                f"Nothing refers to the footnote [^{name}].", where=text.at(line),
                mend=f"Write [^{name}] where it belongs, or take the note out.",
            )  # fmt: skip
