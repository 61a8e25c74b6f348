"""Headings: their words, the emoji that they begin with as an icon, and their attributes."""

from __future__ import annotations

import re

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct

from sketchsvg.errors import Source
from sketchsvg.icons.emoji import emoji_at
from sketchsvg.readers.markdown.attributes import NONE, Attributes
from sketchsvg.readers.markdown.reading import Reading

#: What a heading may say in braces.
KNOWN = ("icon", "aside", "accent", "share", "band")
_ICON = re.compile(r":([a-z][a-z0-9]*(?:-[a-z0-9]+)*):\s+")


class Head(Struct, frozen=True):
    """One heading: its ``level`` from 1 to 6, its words in our markup, its icon."""

    level: int
    words: str
    icon: str
    attributes: Attributes
    source: Source


def head_of(node: SyntaxTreeNode, reading: Reading) -> Head:
    """What a heading says. ``MarkdownError`` for attributes that do not exist."""
    where = reading.where(node)
    attributes = node.meta.get("attributes", NONE)
    assert isinstance(attributes, Attributes)
    attributes.checked(KNOWN, "a heading", where)
    words = " ".join(reading.markup(node).split("\n"))
    icon, words = _led(words)
    return Head(int(node.tag[1]), words, attributes.text("icon") or icon, attributes, where)


def _led(words: str) -> tuple[str, str]:
    """The icon that words begin with, and the rest of them."""
    match = _ICON.match(words)
    if match and words[match.end() :].strip():
        return match[1], words[match.end() :]
    length = emoji_at(words, 0) if words else 0
    rest = words[length:].lstrip()
    return (words[:length], rest) if length and rest else ("", words)
