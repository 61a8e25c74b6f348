"""Tables: pairs with an arrow between them, columns in rows of words, and boxes that lines divide into cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.table import table
from sketchsvg.errors import Source
from sketchsvg.readers.wireframe.errors import placed
from sketchsvg.readers.wireframe.heads import MARKER, RULE, trimmed
from sketchsvg.readers.wireframe.tree import Box, Divided, Row, Words

_PAIR = re.compile(r"(\S.*?)\s*(?:→|⇒|➜|->|=>)\s*(\S.*)")
_BARS = re.compile(r"\s*[│|┃║]\s*")
_RULED = re.compile(r"[│|┃║┼┿╂╋+─━═\-=:\s]+")
#: A cell of a table holds at most so many lines.
HIGHEST_CELL = 3


def read_pairs(rows: Sequence[Row]) -> tuple[Block, int] | None:
    """Two or more rows ``one → other``: a table of two columns."""
    found = []
    for row in rows:
        match = _PAIR.fullmatch(row.text.strip())
        if not match or _PAIR.fullmatch(match[2]) or MARKER.match(row.text.strip()):
            break
        found.append((_spaced(match[1]), f"**{_spaced(match[2])}**" if "**" not in match[2] else _spaced(match[2])))
    return (placed(rows[0].source, table, None, *found), len(found)) if len(found) > 1 else None


def read_columns(rows: Sequence[Row]) -> tuple[Block, int] | None:
    """Two or more rows in columns that bars or wide white part: a table, with a head where a rule follows it."""
    for split in (_by_bars, _by_white):
        count = len(split(rows[0].text))
        said = list(takewhile(lambda row: row.text.strip() and _is_row(row.text, split, count), rows))  # noqa: B023
        size = len(said)
        kept = [split(row.text) for row in said if not _RULED.fullmatch(row.text)]
        ruled = size > 1 and bool(_RULED.fullmatch(said[1].text))
        if count < 2 or len(kept) < (2 if split is _by_bars or ruled else 3):
            continue
        if ruled or _is_head(kept[0], kept[1:]):
            return placed(said[0].source, table, kept[0], *kept[1:]), size
        return placed(said[0].source, table, None, *kept), size
    return None


def _is_row(text: str, split: Callable[[str], list[str]], count: int) -> bool:
    return count > 1 and (len(split(text)) == count or bool(_RULED.fullmatch(text)))


def _is_head(first: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    """Whether a row names what the rows under it count."""
    numbered = [at for at in range(len(first)) if all(re.match(r"[-+₩$€£]?\d", row[at]) for row in rest)]
    return bool(numbered) and not any(char.isdigit() for cell in first for char in cell)


def _by_bars(text: str) -> list[str]:
    return [_spaced(cell) for cell in _BARS.split(text.strip().strip("│|┃║"))] if _BARS.search(text) else [text]


def _by_white(text: str) -> list[str]:
    return [_spaced(cell) for cell in re.split(r"\s{2,}", text.strip())]


def table_of(part: Divided) -> Block | None:
    """The table that a divided box is; None where it is a layout: cells with boxes, lists or many lines in them."""
    grid = _grid(part)
    if grid is None:
        return None
    heights = [max(len(cell) for cell in row) for row in grid]
    count = len(grid[0])
    lists = any(MARKER.match(line.text) for row in grid for cell in row for line in cell)
    if count == 1:
        rows = [line for row in grid for line in (*row[0], Row("─" * 3))][:-1]
        found = read_columns(rows) if any(len(_by_bars(row.text)) > 1 for row in rows) else None
        return found[0] if found and found[1] == len(rows) else None
    if lists or heights[0] > 1 + (len(grid) > 2):
        return None
    if len(grid) == 2 and heights[1] > 1:
        return _table([grid[0], *_split(grid[1])], part.source)
    if max(heights) > HIGHEST_CELL or (len(grid) < 3 and max(heights) > 1):
        return None
    return _table(grid, part.source)


def _table(grid: Sequence[Sequence[Sequence[Row]]], where: Source | None) -> Block | None:
    rows = [tuple(" ".join(_spaced(line.text) for line in cell) for cell in row) for row in grid]
    return placed(where, table, rows[0], *rows[1:])


def _grid(part: Divided) -> list[list[tuple[Row, ...]]] | None:
    """The cells by row, each as its lines; None where rows have unlike numbers of cells or hold other than words."""
    if part.way == "beside":
        return None
    found = []
    for row in part.parts:
        cells = row.parts if isinstance(row, Divided) else (row,)
        if isinstance(row, Divided) and row.way == "above":
            return None
        lines = [_lines(cell) for cell in cells]
        known = [one for one in lines if one is not None]
        if len(known) < len(lines):
            return None
        found.append(known)
    return found if len({len(row) for row in found}) == 1 else None


def _lines(cell: Box | Divided) -> tuple[Row, ...] | None:
    """The lines of a cell, None where it holds more than words."""
    if not isinstance(cell, Box) or not (cell.inside is None or isinstance(cell.inside, Words)):
        return None
    rows = trimmed(cell.inside.rows) if isinstance(cell.inside, Words) else ()
    return (Row(cell.title), *rows) if cell.title else rows


def _split(row: Sequence[Sequence[Row]]) -> list[list[list[Row]]]:
    """A row whose cells hold a line for each row of the table, as these rows: cells of one line belong together."""
    lines = sorted({line.source.line for cell in row for line in cell if line.source and line.text})
    found: list[list[list[Row]]] = []
    for number in lines:
        cells = [[line for line in cell if line.source and line.source.line == number and line.text] for cell in row]
        if found and not cells[0]:
            # Without a first cell it goes on with the row above.
            for above, cell in zip(found[-1], cells, strict=True):
                above.extend(cell)
        elif not all(RULE.fullmatch(line.text) for cell in cells for line in cell):
            found.append(cells)
    return found


def _spaced(text: str) -> str:
    return " ".join(text.split())
