"""Numbers in a column of a table, set so that their decimal points stand under each other. All lengths in em."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from sketchsvg.blocks.table_columns import Cell
from sketchsvg.lettering.hand import Hand
from sketchsvg.lettering.inline import plain_text
from sketchsvg.lettering.paragraph import natural_width


class Point(Struct, frozen=True):
    """How far the numbers of a column reach to the left and to the right of their decimal points."""

    before: float
    after: float

    @property
    def width(self) -> float:
        """The room that the numbers of the column take together."""
        return self.before + self.after


def point_of(cells: Sequence[Cell], hand: Hand) -> Point:
    """The place of the decimal point in a column. Cells that are no numbers do not count."""
    sides = [side for cell in cells if (side := sides_of(cell, hand))]
    return Point(max((side.before for side in sides), default=0.0), max((side.after for side in sides), default=0.0))


def sides_of(cell: Cell, hand: Hand) -> Point | None:
    """How far a number reaches to the left and to the right of its decimal point; None for what is no number."""
    found = _number().fullmatch(plain_text(cell.text).strip())
    if not found:
        return None
    width = natural_width(cell.text, hand, cell.bold)
    # What stands before the point is measured by itself, so that kerning cannot move the point.
    before = hand.advance(found["whole"], cell.bold or cell.text.startswith("**"))
    return Point(before, max(0.0, width - before))


@cache
def _number() -> re.Pattern[str]:
    """What stands before the digits (a sign, a currency), the whole part with groups of thousands, fraction, unit.

    A comma before three digits groups thousands, any other is a decimal comma.
    """
    return re.compile(
        r"(?P<whole>[~≈<>≤≥±+\-−–]?\s?[$₩€£¥]?\s?(?:\d{1,3}(?:[,\u202f\u2009']\d{3})+|\d+))(?:[.,]\d+)?\s?\D{0,12}"
    )
