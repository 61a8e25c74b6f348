"""Lists, task lists and lists of definitions."""

from __future__ import annotations

from markdown_it.tree import SyntaxTreeNode
from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.entries import Entries, Entry
from sketchsvg.blocks.listing import MARKERS
from sketchsvg.blocks.terms import terms
from sketchsvg.blocks.text import Text
from sketchsvg.readers.markdown.errors import made
from sketchsvg.readers.markdown.reading import Reading

#: Bullets by depth.
BULLETS = ("•", "–", "·")
#: What a task list's boxes are drawn as.
TASKS = {"\\[ \\] ": "☐", "\\[x\\] ": "☑", "\\[X\\] ": "☑"}


def bullet_list(node: SyntaxTreeNode, reading: Reading) -> list[Block]:
    """A list with bullets, tasks among them; items that begin with a sign such as ✓ have that as their marker."""
    depth = _depth(node)
    return _listed(node, [BULLETS[min(depth, len(BULLETS) - 1)]] * len(node.children), reading)


def ordered_list(node: SyntaxTreeNode, reading: Reading) -> list[Block]:
    """A list with numbers, from the one that the author began with."""
    first = int(node.attrs.get("start", 1))
    sign = node.children[0].markup if node.children else "."
    return _listed(node, [f"{number}{sign}" for number in range(first, first + len(node.children))], reading)


def definitions(node: SyntaxTreeNode, reading: Reading) -> list[Block]:
    """Terms and what they mean; where a term has several meanings they follow each other."""
    pairs: list[tuple[str, str]] = []
    heads: list[str] = []
    meanings: list[str] = []
    others: list[Block] = []
    for child in (*node.children, None):
        if (child is None or child.type == "dt") and meanings:
            pairs.append(("\n".join(heads), "\n".join(meanings)))
            heads, meanings = [], []
        if child is None:
            continue
        if child.type == "dt":
            heads.append(reading.markup(child))
        else:
            plain = [one for one in child.children if one.type == "paragraph"]
            meanings.append("\n".join(reading.markup(one) for one in plain))
            others += reading.blocks([one for one in child.children if one.type != "paragraph"])
    return [made(reading.where(node), terms, *pairs), *others]


def _listed(node: SyntaxTreeNode, markers: list[str], reading: Reading) -> list[Block]:
    where = reading.where(node)
    found: list[Entry] = []
    for item, marker in zip(node.children, markers, strict=True):
        own = reading.where(item)
        blocks = reading.blocks(item.children)
        if blocks and isinstance(blocks[0], Text):
            marker, rest = _own_marker(blocks[0].words, marker)
            blocks = [replace(blocks[0], words=rest), *blocks[1:]] if rest.strip() else blocks[1:]
        found.append(Entry(marker, tuple(blocks), own))
    return [Entries(entries=tuple(found), source=where)]


def _own_marker(words: str, usual: str) -> tuple[str, str]:
    """The marker of an item and the rest of its words."""
    for sign, box in TASKS.items():
        if words.startswith(sign):
            return box, words[len(sign) :]
    if not usual[:1].isdigit():
        for sign in MARKERS:
            if words.startswith(sign + " ") and words[len(sign) :].strip():
                return sign, words[len(sign) :].strip()
    return usual, words


def _depth(node: SyntaxTreeNode) -> int:
    """In how many bullet lists a list stands."""
    depth, above = 0, node.parent
    while above is not None:
        depth += above.type == "bullet_list"
        above = above.parent
    return depth
