"""Fences: code, formulas, diagrams in mermaid, wireframes."""

from __future__ import annotations

import re

from markdown_it.tree import SyntaxTreeNode

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.coloured import coloured_code
from sketchsvg.blocks.text import text
from sketchsvg.errors import Source
from sketchsvg.readers.markdown.attributes import split_attributes
from sketchsvg.readers.markdown.diagrams import diagram
from sketchsvg.readers.markdown.errors import LimitError, made
from sketchsvg.readers.markdown.reading import Reading
from sketchsvg.readers.markdown.source import MOST_IN_LINE

#: What says that code is no code.
NO_LANGUAGE = frozenset({"text", "plain", "txt", "plaintext"})


def fence(node: SyntaxTreeNode, reading: Reading) -> list[Block]:
    """Code in its language, a diagram, or a formula. An empty fence is nothing."""
    where = reading.where(node)
    inside = Source(where.file, where.line + (node.type == "fence"))
    info, _ = split_attributes(node.info.strip() if node.type == "fence" else "")
    language = info.split()[0].strip("{}.").lower() if info else ""
    if not node.content.strip():
        return []
    if language == "mermaid":
        return diagram(node.content, inside)
    if language == "wireframe":
        return [drawn_layout(node.content, inside)]
    if language in ("math", "maths", "latex-math"):
        return [formula(node.content, inside)]
    for number, line in enumerate(node.content.split("\n")):
        if len(line) > MOST_IN_LINE:
            what = f"A line of code can have {MOST_IN_LINE:,} characters, and this one has {len(line):,}."
            raise LimitError(what, where=Source(where.file, inside.line + number), mend="Break the line.")
    return [made(where, coloured_code, _printable(node.content), "" if language in NO_LANGUAGE else language)]


def drawn_layout(source: str, where: Source) -> Block:
    """The boxes of a wireframe as cards, in the arrangement that is drawn."""
    from sketchsvg.readers.wireframe.reader import wireframe_part

    return wireframe_part(source, where.file, where.line)


def maths_block(node: SyntaxTreeNode, reading: Reading) -> list[Block]:
    """A formula on lines of its own."""
    return [formula(node.content, reading.where(node))] if node.content.strip() else []


def formula(source: str, where: Source) -> Block:
    """A formula in the middle of its line."""
    from sketchsvg.blocks.maths import maths

    return made(where, maths, " ".join(source.split()))


def html(node: SyntaxTreeNode, reading: Reading) -> list[Block]:
    """HTML between paragraphs: comments are left out, of the rest the words stay."""
    from sketchsvg.readers.markdown.errors import warn
    from sketchsvg.readers.markdown.inline import literal

    where = reading.where(node)
    bare = re.sub(r"<!--.*?-->", "", node.content, flags=re.DOTALL)
    words = re.sub(r"</?[A-Za-z][^<>]*>", " ", bare)
    if not bare.strip():
        return []
    warn(where, "HTML is not drawn; its words are kept.")
    lines = [" ".join(line.split()) for line in words.split("\n")]
    said = "\n".join(literal(line) for line in lines if line)
    return [made(where, text, said)] if said else []


def _printable(content: str) -> str:
    """Code without the signs that no pen writes: form feeds and the like."""
    return "".join(char for char in content if char in "\n\t" or char.isprintable() or char == "\u3000")
