"""The drawing as cells: what every line holds, and in which column it stands on a terminal."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from sketchsvg.errors import Source
from sketchsvg.lettering.graphemes import graphemes
from sketchsvg.readers.wireframe.errors import LimitError, WireframeError

#: A page that is drawn in characters is smaller than this, in lines and in columns.
MOST_LINES, MOST_COLUMNS = 1_000, 600
TAB = 4
_BLANK = "\u200b\ufeff"


class Cell(Struct, frozen=True):
    """One character that is not white: its ``column`` (from 0), how many it takes, its ``index`` in the line."""

    char: str
    column: int
    width: int
    index: int

    @property
    def end(self) -> int:
        """The column after it."""
        return self.column + self.width


class Canvas(Struct, frozen=True):
    """All lines of a drawing. ``first_line`` and ``indent`` are where it stands in ``file``, which messages name."""

    lines: tuple[tuple[Cell, ...], ...]
    file: str
    first_line: int = 1
    indent: int = 0

    def place(self, line: int, index: int) -> Source:
        """The place of a character in the file."""
        return Source(self.file, self.first_line + line, self.indent + index + 1)

    def wide_cells(self, line: int, column: int) -> int:
        """How many cells that take two columns stand before ``column``: by so many an author may have miscounted."""
        return sum(cell.width != 1 or len(cell.char) > 1 for cell in self.lines[line] if cell.column < column)


def canvas_of(text: str, file: str, first_line: int = 1, indent: int = 0) -> Canvas:
    """The cells of ``text``. ``LimitError`` for one that is too large, ``WireframeError`` for control characters."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").rstrip().split("\n")
    if len(rows) > MOST_LINES:
        raise LimitError(
            f"A wireframe can have {MOST_LINES:,} lines, and this one has {len(rows):,}.",
            where=Source(file, first_line), mend="Divide it into several drawings.",
        )  # fmt: skip
    lines = tuple(_cells(row, Source(file, first_line + at)) for at, row in enumerate(rows))
    return Canvas(lines, file, first_line, indent)


def _cells(row: str, where: Source) -> tuple[Cell, ...]:
    found: list[Cell] = []
    column = index = 0
    for cluster in graphemes(unicodedata.normalize("NFC", row)):
        width = columns_of(cluster)
        if cluster == "\t":
            column += TAB - column % TAB
        elif cluster[0] in _BLANK:
            pass
        elif unicodedata.category(cluster[0]) in ("Cc", "Cs"):
            what = f"The drawing holds the control character U+{ord(cluster[0]):04X}."
            raise WireframeError(what, where=Source(where.file, where.line, index + 1), mend="Take it out.")
        else:
            if not cluster.isspace():
                found.append(Cell(cluster, column, width, index))
            column += width
        index += len(cluster)
        if column > MOST_COLUMNS:
            what = f"A wireframe can be {MOST_COLUMNS} columns wide, and this line is wider."
            raise LimitError(what, where=where, mend="Draw it narrower.")
    return tuple(found)


def columns_of(cluster: str) -> int:
    """How many columns a terminal gives to one cluster: two for Hangul, Hanja and emoji."""
    if len(cluster) > 1 and ("\ufe0f" in cluster or "\u200d" in cluster):
        return 2
    return 2 if unicodedata.east_asian_width(cluster[0]) in "WF" else 1


def text_columns(text: str) -> int:
    """The columns that a text takes on one line."""
    return sum(columns_of(cluster) for cluster in graphemes(text))
