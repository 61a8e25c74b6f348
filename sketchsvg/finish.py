"""How a page is finished for print: bleed, crop marks, black ink only, and what becomes of the paper."""

from __future__ import annotations

from math import isfinite

from msgspec import Struct

from sketchsvg.errors import SheetError
from sketchsvg.names import unknown

#: What may become of a theme's paper: all of it, its print on clear ground, nothing.
PAPERS = ("full", "clear", "none")
#: The widest bleed in mm. Printers ask for 3 (Europe) or 3.2 (an eighth of an inch), large formats for up to 10.
WIDEST_BLEED = 25.0
#: How long a crop mark is, how far it stays from the trimmed page at least, and the white outside of it, in mm.
MARK_LENGTH, MARK_GAP, MARK_EDGE = 5.0, 2.0, 1.0


class Finish(Struct, frozen=True, kw_only=True):
    """What a page gets on its way to the printer. The plain ``Finish()`` changes nothing.

    ``bleed`` is how far (mm) the paper goes on beyond the edge at which the page is cut; ``crop_marks`` draws where to
    cut. ``mono`` draws everything in black ink and greys. ``paper`` is ``"full"``, ``"clear"`` (its grid, on
    transparent ground) or ``"none"``: nothing behind the words, as for paper that has a colour of its own.

    Raises ``SheetError`` for a bleed that cannot be and ``NameUnknownError`` for another ``paper``.
    """

    bleed: float = 0.0
    crop_marks: bool = False
    mono: bool = False
    paper: str = "full"

    def __post_init__(self) -> None:
        bleed = self.bleed
        if isinstance(bleed, bool) or not isinstance(bleed, int | float) or not isfinite(bleed):
            raise SheetError(f"A bleed is measured in mm, not {bleed!r}.", mend="bleed=3")
        if not 0 <= bleed <= WIDEST_BLEED:
            raise SheetError(
                f"A bleed of {bleed:g} mm is out of bounds.", mend=f"From 0 to {WIDEST_BLEED:g} mm; 3 is usual."
            )
        if self.paper not in PAPERS:
            raise unknown("paper", str(self.paper), PAPERS)

    @property
    def edge(self) -> float:
        """How far the medium reaches beyond the trimmed page on each side, in mm."""
        if not self.crop_marks:
            return self.bleed
        return max(self.bleed, MARK_GAP) + MARK_LENGTH + MARK_EDGE
