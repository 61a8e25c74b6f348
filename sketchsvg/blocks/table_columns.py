"""How wide the columns of a table are: so that it becomes as low as it can be. All lengths in em."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from sketchsvg.lettering.hand import Hand
from sketchsvg.lettering.paragraph import least_width, natural_width, set_lines

#: Less than any difference between two ways to break a cell, more than the error of a sum of widths.
TINY = 1e-6
#: White on either side of the words in a column; more is nicer, less is taken where it saves a line.
BESIDE = (0.6, 0.5, 0.4)
#: How much more a line that is saved counts in the first column.
FIRST = 3
#: How many half solved tables are followed; more than a table of five columns and ten rows ever has.
MOST_STATES = 600
INFINITE = float("inf")


class Cell(Struct, frozen=True):
    """What a cell holds, and whether all of it is written bold; ``room`` is what a number takes in its column."""

    text: str
    bold: bool = False
    room: float = 0.0


class _Column(Struct, frozen=True):
    """Every width at which a cell of the column needs a line less, and what each row needs at that width."""

    widths: tuple[float, ...]
    lines: tuple[tuple[int, ...], ...]

    def within(self, room: float) -> int:
        """The index of the widest of ``widths`` that goes into ``room``, at least 0."""
        return max(0, bisect_right(self.widths, room + TINY) - 1)


class _State(Struct, frozen=True):
    """Columns decided from the left: how wide they are together, and which of their widths was taken."""

    used: float
    taken: tuple[int, ...]


class Columns(Struct, frozen=True):
    """Columns as they will be: ``widths`` with the white beside the words, ``beside`` that white, on either side."""

    widths: tuple[float, ...]
    beside: float


@lru_cache(maxsize=8192)
def steps(cell: Cell, hand: Hand) -> tuple[tuple[float, int], ...]:
    """The least width for each number of lines, narrowest first, as (width, lines).

    The narrowest is the widest piece that is not broken without need, the widest the text without a break.
    """
    if cell.room or not cell.text:
        return ((cell.room, 1),)
    least = least_width(cell.text, hand, cell.bold)
    width = natural_width(cell.text, hand, cell.bold)
    found = {len(set_lines(cell.text, width + TINY, hand, cell.bold)): width}
    # A measure just short of the widest line forces the next way to break; nothing lies between.
    while width - 2 * TINY > least:
        rows = set_lines(cell.text, max(least + TINY, width - 2 * TINY), hand, cell.bold)
        width = max(row.width for row in rows)
        found[len(rows)] = width
    return tuple((width, lines) for lines, width in sorted(found.items(), reverse=True))


def least_widths(rows: Sequence[Sequence[Cell]], hand: Hand) -> tuple[float, ...]:
    """For each column the width of its widest word."""
    return tuple(max(steps(cell, hand)[0][0] for cell in column) for column in zip(*rows, strict=True))


def airy_columns(
    rows: tuple[tuple[Cell, ...], ...], width: float, hand: Hand, percents: tuple[float, ...] = ()
) -> Columns:
    """The columns that make the table lowest and break the first column least, with the most white that leaves.

    The whole widths add up to ``width``; ``percents`` of it are taken where they are given.
    """
    low = least_widths(rows, hand)
    best, lowest = Columns((), 0.0), (0, 0)
    for beside in BESIDE:
        white = 2 * beside
        if percents:
            worded = tuple(width * percent / 100 - white for percent in percents)
        else:
            # Rounding keeps the search the same for the same place, whatever was added up to get there.
            worded = column_widths(rows, round(width - white * len(low), 6), hand)
        fits = all(own > least - TINY for own, least in zip(worded, low, strict=True))
        names = height_in_lines([row[:1] for row in rows], worded[:1], hand)
        lines = (height_in_lines(rows, worded, hand), names)
        better = not best.widths or lines < lowest
        if better and (fits or beside == BESIDE[-1]):
            best, lowest = Columns(tuple(own + white for own in worded), beside), lines
        if best.widths and lines == (len(rows), len(rows)):
            # No table is lower than that, and none has more white.
            break
    return best


def height_in_lines(rows: Sequence[Sequence[Cell]], widths: Sequence[float], hand: Hand) -> int:
    """How many lines high the table is when its columns hold words of these widths."""
    return sum(
        max(_lines_at(steps(cell, hand), width) for cell, width in zip(row, widths, strict=True)) for row in rows
    )


@lru_cache(maxsize=2048)
def column_widths(rows: tuple[tuple[Cell, ...], ...], width: float, hand: Hand) -> tuple[float, ...]:
    """Widths that add up to ``width`` and make the sum of the rows' lines least.

    The search is exact up to ``MOST_STATES`` half solved tables and follows the most promising ones beyond.
    What is left over goes first to cells that still break, then to all columns in proportion. There must be
    room for the widest word of every column: the least widths are not over ``width`` in all.
    """
    columns = [_column(cells, hand) for cells in zip(*rows, strict=True)]
    taken = _lowest(columns, width, len(rows))
    taken = _smoothed(columns, taken, width)
    widths = [column.widths[index] for column, index in zip(columns, taken, strict=True)]
    total = sum(widths)
    if not total:
        return (width / len(widths),) * len(widths)
    return tuple(own * width / total for own in widths)


def _column(cells: Sequence[Cell], hand: Hand) -> _Column:
    of_cells = [steps(cell, hand) for cell in cells]
    least = max(own[0][0] for own in of_cells)
    every = sorted({max(least, width) for own in of_cells for width, _ in own})
    # Sums of the same words in another order differ in their last digits only.
    widths = [width for width, wider in zip(every, [*every[1:], INFINITE], strict=True) if wider - width > TINY]
    lines = tuple(tuple(_lines_at(own, width) for own in of_cells) for width in widths)
    return _Column(tuple(widths), lines)


def _lines_at(own: Sequence[tuple[float, int]], width: float) -> int:
    # The widest way to break that fits has the fewest lines; where none fits, the narrowest.
    return own[max(0, bisect_right(own, (width + TINY, INFINITE)) - 1)][1]


def _lowest(columns: Sequence[_Column], width: float, rows: int) -> tuple[int, ...]:
    """For each column the index of the width it takes in the lowest table."""
    states: dict[tuple[int, ...], _State] = {(1,) * rows: _State(0.0, ())}
    for number, column in enumerate(columns):
        behind = columns[number + 1 :]
        kept = sum(other.widths[0] for other in behind)
        grown: dict[tuple[int, ...], _State] = {}
        for needs, state in states.items():
            widest = column.within(width - kept - state.used)
            for index in range(widest + 1):
                lines = tuple(map(max, needs, column.lines[index]))
                used = state.used + column.widths[index]
                known = grown.get(lines)
                if known is None or used < known.used:
                    grown[lines] = _State(used, (*state.taken, index))
        states = _promising(grown, behind, width)
    best = min(states, key=lambda lines: (sum(lines), states[lines].used))
    return states[best].taken


def _promising(
    states: dict[tuple[int, ...], _State], behind: Sequence[_Column], width: float
) -> dict[tuple[int, ...], _State]:
    """The states that may still lead to the lowest tables.

    They are those that would need the fewest lines if each column to come had all the room that the least
    widths of the others leave: no table that grows from a state is lower than that.
    """
    if len(states) <= MOST_STATES:
        return states
    kept = sum(column.widths[0] for column in behind)

    def bound(lines: tuple[int, ...]) -> tuple[int, float]:
        used = states[lines].used
        for column in behind:
            room = width - used - kept + column.widths[0]
            lines_there = column.lines[column.within(room)]
            lines = tuple(map(max, lines, lines_there))
        return sum(lines), used

    return {lines: states[lines] for lines in sorted(states, key=bound)[:MOST_STATES]}


def _smoothed(columns: Sequence[_Column], taken: tuple[int, ...], width: float) -> tuple[int, ...]:
    """``taken``, and the width that is left given to columns where cells still break, the cheapest line first.

    A line counts more in the first column: what a row is called is the last that should be broken.
    """
    chosen = list(taken)
    while True:
        left = width - sum(column.widths[index] for column, index in zip(columns, chosen, strict=True))
        offers: list[tuple[float, int, int]] = []
        for number, column in enumerate(columns):
            now = chosen[number]
            for index in range(now + 1, column.within(column.widths[now] + left) + 1):
                price = column.widths[index] - column.widths[now]
                saved = (sum(column.lines[now]) - sum(column.lines[index])) * (1 if number else FIRST)
                offers.append((price / saved, number, index))
        if not offers:
            return tuple(chosen)
        _, number, index = min(offers)
        chosen[number] = index
