"""A table: a head and rows in a light hand-drawn frame, its columns solved for the least height."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller, positive, words
from sketchsvg.blocks.decimals import point_of, sides_of
from sketchsvg.blocks.outlines import rounded_top
from sketchsvg.blocks.table_columns import BESIDE, Cell, Columns, airy_columns, least_widths
from sketchsvg.blocks.text import ALIGNMENTS
from sketchsvg.blocks.writing import TextBox, body_style, set_text
from sketchsvg.errors import LayoutError, SheetError, Source
from sketchsvg.frame import POINT, Frame, Setting, TextStyle
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import line, rectangle
from sketchsvg.lettering.hand import Hand
from sketchsvg.lettering.inline import plain_text
from sketchsvg.names import unknown
from sketchsvg.scene import Fill, Layer, Mark
from sketchsvg.theme.contrast import laid_over, readable
from sketchsvg.theme.theme import Theme

#: White over and under the words of a cell, in em at an air of 1.
ABOVE = 0.23
#: How far inner rules stay off the frame, in mm: a pen stops where it sees the line coming.
SHY = 0.35
#: How round the corners are, as a part of a card's.
ROUND = 0.72
HEAD_OPACITY = 0.15
ROW_RULE_OPACITY, COLUMN_RULE_OPACITY = 0.62, 0.34
#: How a column can be set.
COLUMN_ALIGNMENTS = (*ALIGNMENTS, "decimal")


class TableCell(Struct, frozen=True):
    """One cell of a composed table. ``name`` says where it stands: ``head-2``, ``row-1-2``; ``level`` is its row."""

    name: str
    level: int
    source: Source | None
    kind: ClassVar[str] = "table-cell"
    label: ClassVar[str] = ""
    percent: ClassVar[float | None] = None

    @property
    def role(self) -> str:
        """Row 0 is the head."""
        return "cell" if self.level else "header"

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """Nothing: the table draws the rules."""
        return iter(())


class Rules(Struct, frozen=True):
    """Where the inner rules lie, in mm from the corner of the table, and where the head ends (0: no head)."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    head: float


class Table(Block, frozen=True, kw_only=True):
    """Rows of cells, all of one length; ``aligns`` one alignment a column, ``widths`` percents or nothing."""

    head: tuple[str, ...] | None
    rows: tuple[tuple[str, ...], ...]
    aligns: tuple[str, ...]
    widths: tuple[float, ...] = ()
    kind: ClassVar[str] = "table"
    role: ClassVar[str] = "table"
    stretch: ClassVar[float] = 1.0

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The cells, one child frame each. In a greater height every row grows by the same."""
        em = setting.body * POINT
        columns = self._columns(width, setting)
        edges = (*accumulate((own * em for own in columns.widths[:-1]), initial=0.0), width)
        beside = columns.beside * em
        rooms = [right - left - 2 * beside for left, right in pairwise(edges)]
        cells = self._cells(setting.hand)
        boxes = [
            [self._box(row[column], column, room, style, cells, setting) for column, room in enumerate(rooms)]
            for row, style in zip(cells, self._styles(setting), strict=True)
        ]
        white = 2 * ABOVE * em * setting.air
        natural = [max(box.height for box in row) + white for row in boxes]
        spare = max(0.0, (height or 0.0) - sum(natural)) / len(natural)
        tops = tuple(accumulate((own + spare for own in natural), initial=0.0))
        placed = tuple(
            self._placed(box, Rect(left, top, right - left, bottom - top), beside, (row, column), setting)
            for row, (top, bottom) in enumerate(pairwise(tops))
            for column, ((left, right), box) in enumerate(zip(pairwise(edges), boxes[row], strict=True))
        )
        rules = Rules(tops[1:-1], edges[1:-1], tops[1] if self.head else 0.0)
        return Frame(self, Rect(0, 0, width, tops[-1]), setting, placed, detail=rules)

    def least_width(self, setting: Setting) -> float:
        """The widest word of each column and the white beside it."""
        return sum(self._least(setting))

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """Panel, ground of the head, inner rules and frame."""
        rules, theme, box = frame.detail, frame.setting.theme, frame.rect
        assert isinstance(rules, Rules)
        ink, colour = theme.ink, frame.setting.accent_colour
        radius = theme.lines.card_radius * ROUND
        outline = rectangle(box, radius)
        layer = Layer.PANEL + frame.setting.depth
        yield Mark(
            f"{frame.id}/panel", outline, "ruler", 0.0, ink.panel, layer, fill=Fill("wash", ink.panel)
        )
        if rules.head:
            yield Mark(
                f"{frame.id}/head", rounded_top(replace(box, height=rules.head), radius), "ruler", 0.0,
                colour, Layer.FILL, fill=Fill("wash", colour, HEAD_OPACITY),
            )  # fmt: skip
        for number, y in enumerate(rules.across):
            under_head = number == 0 and bool(rules.head)
            yield Mark(
                f"{frame.id}/rule{number}", line(box.x + SHY, box.y + y, box.right - SHY, box.y + y),
                theme.pens.rule, theme.lines.rule if under_head else theme.lines.inner,
                colour if under_head else ink.note, Layer.LINE, 1.0 if under_head else ROW_RULE_OPACITY,
            )  # fmt: skip
        for number, x in enumerate(rules.down):
            yield Mark(
                f"{frame.id}/column{number}", line(box.x + x, box.y + SHY, box.x + x, box.bottom - SHY),
                theme.pens.rule, theme.lines.inner, ink.note, Layer.LINE, COLUMN_RULE_OPACITY,
            )  # fmt: skip
        yield Mark(f"{frame.id}/frame", outline, theme.pens.frame, theme.lines.rule, ink.text, Layer.LINE)

    def _cells(self, hand: Hand) -> tuple[tuple[Cell, ...], ...]:
        """The head and the rows; numbers in a decimal column know the room that all of its numbers take."""
        head = (tuple(Cell(text, bold=True) for text in self.head),) if self.head else ()
        cells = head + tuple(tuple(Cell(text) for text in row) for row in self.rows)
        if "decimal" not in self.aligns:
            return cells
        columns = [
            [replace(cell, room=point_of(column, hand).width) if sides_of(cell, hand) else cell for cell in column]
            if align == "decimal" else column
            for align, column in zip(self.aligns, zip(*cells, strict=True), strict=True)
        ]  # fmt: skip
        return tuple(zip(*columns, strict=True))

    def _box(
        self, cell: Cell, column: int, room: float, style: TextStyle, cells: tuple[tuple[Cell, ...], ...],
        setting: Setting,
    ) -> TextBox:  # fmt: skip
        """The words of a cell in ``room`` mm. Numbers in a decimal column stand in its middle, point under point."""
        align = self.aligns[column]
        sides = sides_of(cell, setting.hand) if align == "decimal" else None
        if sides is None:
            own = "centre" if align == "decimal" else align
            return set_text(cell.text, room, style.aligned(own), setting, self.source)
        em = style.size * POINT
        point = point_of([row[column] for row in cells], setting.hand)
        indent = (room - point.width * em) / 2 + (point.before - sides.before) * em
        box = set_text(cell.text, room - indent, style.aligned("left"), setting, self.source)
        return TextBox(box.moved(indent, 0), room, box.height)

    def _styles(self, setting: Setting) -> list[TextStyle]:
        """How each row is written: the head bold in the accent."""
        head = replace(body_style(setting, bold=True), colour=_head_colour(setting.theme, setting.accent))
        return [head] * bool(self.head) + [body_style(setting)] * len(self.rows)

    def _least(self, setting: Setting) -> list[float]:
        em = setting.body * POINT
        return [(own + 2 * BESIDE[-1]) * em for own in least_widths(self._cells(setting.hand), setting.hand)]

    def _columns(self, width: float, setting: Setting) -> Columns:
        """The columns in em; ``LayoutError`` where one is too narrow for a word."""
        least = self._least(setting)
        for number, (percent, needed) in enumerate(zip(self.widths, least, strict=False)):
            if needed > width * percent / 100 + 0.01:
                raise self._too_narrow(number, needed - width * percent / 100)
        if sum(least) > width + 0.01:
            raise self._too_narrow(least.index(max(least)), sum(least) - width)
        return airy_columns(self._cells(setting.hand), width / (setting.body * POINT), setting.hand, self.widths)

    def _too_narrow(self, number: int, missing: float) -> LayoutError:
        called = plain_text(self.head[number]) if self.head else ""
        column = f"column “{called}”" if called else f"column {number + 1}"
        return LayoutError(
            f"The table is {missing:.1f} mm too narrow: {column} holds the longest word.",
            where=self.source,
            mend="Give the table more width, set it in fewer columns, or write that word shorter.",
            missing_mm=missing,
        )

    def _placed(self, box: TextBox, rect: Rect, beside: float, place: tuple[int, int], setting: Setting) -> Frame:
        """The cell at ``place`` (row, column) with its words in the middle of its height; an empty one has no line."""
        row, column = place
        number = row if self.head else row + 1
        name = f"row-{number}-{column + 1}" if number else f"head-{column + 1}"
        lines = box.moved(beside, (rect.height - box.height) / 2)
        if not any(line.words.text for line in lines):
            lines = ()
        return Frame(TableCell(name, number, self.source), rect, setting, lines=lines)


def _head_colour(theme: Theme, accent: str) -> str:
    """The accent as it reads on the ground of the head."""
    ground = laid_over(theme.ink.panel, theme.accents[accent], HEAD_OPACITY)
    return readable(theme.written[accent], (ground,), theme.ink.text)


def table(
    head: Sequence[str] | None,
    *rows: Sequence[str],
    align: Sequence[str] | str = "left",
    widths: Sequence[float] | None = None,
    name: str = "",
) -> Table:
    """A table: a head (or None) and rows of cells with inline markup.

    ``align`` is ``"left"``, ``"centre"``, ``"right"``, ``"justify"`` or ``"decimal"`` (decimal points under each
    other), one for all columns or one each. Columns are as wide as makes the table lowest, or take ``widths`` in
    percent of the whole (100 in all). A cell may be empty; a lone ``-`` is drawn as a dash. Raises ``SheetError`` for
    rows of unequal length and for what is no text.
    """
    where = caller()
    known_head = _row(head, "The head") if head is not None else None
    if not rows:
        raise SheetError("The table has no rows.", where=where, mend='table(("Name", "Price"), ("tea", "3"))')
    known_rows = tuple(_row(row, f"Row {number}") for number, row in enumerate(rows, 1))
    count = len(known_head or known_rows[0])
    for number, row in enumerate(known_rows, 1):
        if len(row) != count:
            first = "head" if known_head else "first row"
            raise SheetError(
                f"Row {number} of the table has {len(row)} cells, the {first} {count}.",
                where=where,
                mend='Give every row the same number of cells; an empty cell is "".',
            )
    return Table(
        head=known_head,
        rows=known_rows,
        aligns=_alignments(align, count, where),
        widths=_percents(widths, count, where),
        name=name,
        source=where,
    )


def _row(row: object, what: str) -> tuple[str, ...]:
    """The cells of a row as clean text."""
    if isinstance(row, str) or not isinstance(row, Sequence) or not row:
        raise SheetError(
            f"{what} of the table must be a tuple of texts, not {repr(row)[:40]}.",
            where=caller(),
            mend='("Name", "Price")',
        )
    cells = [words(cell, f"A cell in {what.lower()} of the table", empty=True).strip() for cell in row]
    return tuple("–" if cell == "-" else cell for cell in cells)


def _alignments(align: Sequence[str] | str, count: int, where: Source | None) -> tuple[str, ...]:
    aligns = (align,) * count if isinstance(align, str) else tuple(align)
    if len(aligns) != count:
        raise SheetError(
            f"The table has {count} columns and {len(aligns)} alignments.",
            where=where,
            mend="Give one alignment for each column, or one for all.",
        )
    for one in aligns:
        if one not in COLUMN_ALIGNMENTS:
            raise unknown("alignment", str(one), COLUMN_ALIGNMENTS, where)
    return aligns


def _percents(widths: Sequence[float] | None, count: int, where: Source | None) -> tuple[float, ...]:
    if widths is None:
        return ()
    percents = tuple(positive(width, "The width of a column") for width in widths)
    if len(percents) != count or abs(sum(percents) - 100) > 1e-6:
        raise SheetError(
            f"The widths {', '.join(f'{one:g}' for one in percents)} do not divide {count} columns.",
            where=where,
            mend="Give one width in percent for each column, 100 in all.",
        )
    return percents
