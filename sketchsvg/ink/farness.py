"""How far out of a drawing its shapes may lie."""

from __future__ import annotations

from sketchsvg.calling import caller
from sketchsvg.errors import SheetError

#: The shortest and the longest side of a drawing in mm, and how far out of it its ink may lie.
SHORTEST, LONGEST, MARGIN = 1.0, 1700.0, 100.0
#: How far out of the drawing shapes may lie, in mm from its top left corner, and up to which nib in mm.
NEAREST, FARTHEST, USUAL_NIB = -90.0, 1790.0, 4.0
#: How far the ink of a line reaches beside its middle at most, in nibs, and how far a hand strays, mm.
_REACH, _STRAY = 1.3, 4.8


def refuse_far(box: tuple[float, float, float, float], nib: float | None) -> None:
    """Refuse what lies off every page, most often by a mistake in the unit.

    ``box`` is the left, top, right and bottom of a shape in mm, ``nib`` the width of its line.
    """
    left, top, right, bottom = box
    reach = max(MARGIN + NEAREST, (nib or 0.0) * _REACH + _STRAY)
    if min(left, top) < reach - MARGIN or max(right, bottom) > LONGEST + MARGIN - reach:
        broad = f" with a line {nib:g} mm wide" if nib and nib > USUAL_NIB else ""
        raise SheetError(
            f"This lies far outside of the drawing{broad}: ({left:.0f}, {top:.0f}) to ({right:.0f}, {bottom:.0f}) mm.",
            where=caller(), mend=f"Drawings are at most {LONGEST:g} mm wide and high.",
        )  # fmt: skip
