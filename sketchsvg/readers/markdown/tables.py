"""Tables with a head, in GFM's form: every column set as its colons say."""

from __future__ import annotations

from markdown_it.tree import SyntaxTreeNode

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.table import table
from sketchsvg.readers.markdown.errors import LimitError, made
from sketchsvg.readers.markdown.reading import Reading
from sketchsvg.readers.markdown.source import MOST_ROWS

ALIGNMENTS = {"text-align:left": "left", "text-align:center": "centre", "text-align:right": "right"}


def read_table(node: SyntaxTreeNode, reading: Reading) -> list[Block]:
    """A table. An empty head is none; a head without rows is a row."""
    where = reading.where(node)
    head, *bodies = node.children
    cells = head.children[0].children
    aligns = [ALIGNMENTS.get(str(cell.attrs.get("style", "")), "left") for cell in cells]
    heads = tuple(reading.markup(cell) for cell in cells)
    rows = [tuple(reading.markup(cell) for cell in row.children) for body in bodies for row in body.children]
    if len(rows) > MOST_ROWS:
        what = f"A table can have {MOST_ROWS:,} rows, and this one has {len(rows):,}."
        raise LimitError(what, where=where, mend="Divide the table.")
    if not rows:
        return [made(where, table, None, heads, align=aligns)]
    return [made(where, table, heads if any(heads) else None, *rows, align=aligns)]
