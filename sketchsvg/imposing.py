"""Where pages stand on the sheets of a printer: several on one side, or folded into a booklet."""

from __future__ import annotations

import re

from msgspec import Struct

from sketchsvg.errors import SheetError
from sketchsvg.geometry.rect import Rect
from sketchsvg.page import Page, page_named

#: The most pages on one side, across and down.
MOST = 12

_GRID = re.compile(r"(\d{1,3})(?:\s*[x×]\s*(\d{1,3}))?")


class Imposition(Struct, frozen=True, kw_only=True):
    """How many pages share a side of a printer's sheet, and in which order.

    ``pages`` is a number (``"4"``: arranged so that they come out largest) or columns by rows (``"2x3"``). With
    ``booklet`` two pages stand side by side in the order in which the sheets, printed on both sides (turned over the
    short edge), laid into each other and folded, make a booklet. ``sheet`` is the printer's paper, upright or lying,
    whichever makes the pages larger; pages are made smaller to fit, never larger.

    Raises ``SheetError`` for a number of pages that no sheet takes and ``NameUnknownError`` for an unknown paper.
    """

    pages: str = "2"
    booklet: bool = False
    sheet: str | Page = "A4"

    def __post_init__(self) -> None:
        page_named(self.sheet)
        if not self.grids:
            raise SheetError(
                f'"{self.pages}" pages on a sheet cannot be.',
                mend=f'Write a number like "4", or columns by rows like "2x3", up to {MOST} each way.',
            )

    @property
    def paper(self) -> Page:
        """The printer's paper as a ``Page``."""
        return page_named(self.sheet)

    @property
    def grids(self) -> list[tuple[int, int]]:
        """Columns and rows that are allowed."""
        if self.booklet:
            return [(2, 1)]
        found = _GRID.fullmatch(self.pages.strip())
        if not found:
            return []
        first, second = int(found[1]), found[2]
        pairs = [(first, int(second))] if second else [
            (columns, first // columns) for columns in range(1, first + 1) if first % columns == 0
        ]  # fmt: skip
        return [(columns, rows) for columns, rows in pairs if 1 <= columns <= MOST and 1 <= rows <= MOST]


class Grid(Struct, frozen=True):
    """Cells on a sheet of ``width`` x ``height`` mm: each takes a page of the largest size, ``scale`` times as large.

    ``block`` is the rectangle of all cells, in the middle of the sheet.
    """

    width: float
    height: float
    columns: int
    rows: int
    scale: float
    block: Rect

    def cell(self, number: int) -> Rect:
        """The place of cell ``number``, counted from 0 in reading order."""
        row, column = divmod(number, self.columns)
        wide, high = self.block.width / self.columns, self.block.height / self.rows
        return Rect(self.block.x + column * wide, self.block.y + row * high, wide, high)


def grid_for(imposition: Imposition, width: float, height: float) -> Grid:
    """The grid on which pages of up to ``width`` x ``height`` mm come out largest; of equals the upright sheet."""
    paper = imposition.paper
    short, long = sorted((paper.width, paper.height))
    made = []
    for across, down in ((short, long), (long, short)):
        for columns, rows in imposition.grids:
            scale = min(1.0, across / (columns * width), down / (rows * height))
            wide, high = columns * width * scale, rows * height * scale
            block = Rect((across - wide) / 2, (down - high) / 2, wide, high)
            made.append(Grid(across, down, columns, rows, scale, block))
    return max(made, key=lambda grid: round(grid.scale, 9))


def sides(count: int, imposition: Imposition, cells: int) -> list[tuple[int | None, ...]]:
    """Which page (from 0) stands in which cell, one tuple a side; None is a blank.

    Sheets of a booklet are laid into each other: the outermost holds the last and the first page, and behind them the
    second and the last but one.
    """
    if not imposition.booklet:
        filled = [*range(count), *[None] * (-count % cells)]
        return [tuple(filled[start : start + cells]) for start in range(0, len(filled), cells)]
    whole = count + -count % 4
    order: list[tuple[int, int]] = []
    for leaf in range(whole // 4):
        first, last = 2 * leaf, whole - 1 - 2 * leaf
        order += [(last, first), (first + 1, last - 1)]
    return [tuple(page if page < count else None for page in side) for side in order]
