"""How much is read of a drawing that anybody may have made. Each limit is far above what drawings need."""

from __future__ import annotations

from typing import Protocol

from sketchsvg.errors import Source
from sketchsvg.readers.svg.errors import LimitError

#: Bytes of a file, after a ``.svgz`` has been unpacked.
MOST_BYTES = 32_000_000
#: Elements of a file, and elements to draw once every ``<use>`` and marker has been put in its place.
MOST_ELEMENTS, MOST_DRAWN = 200_000, 35_000
#: How deep elements may lie in each other, what ``<use>`` points to included.
DEEPEST = 160
#: Points of all outlines together.
MOST_POINTS = 1_000_000
#: Dashes of all lines together.
MOST_DASHES = 60_000
#: Rules of all style sheets together, and the compound selectors of one rule.
MOST_RULES, LONGEST_SELECTOR = 4_000, 8
#: How often a rule may be compared with an element (an ancestor that the rule asks for counts as one more).
MOST_LOOKS = 400_000
#: Elements with filters, masks and opacities over them, each counted once for every such thing.
MOST_WORKED = 200_000
#: Edges compared where clips and masks cut, in thousands; a cut counts for at least forty of them.
MOST_CUT = 250_000
#: Places where a clip crosses an outline, and stops of a gradient.
MOST_CROSSINGS, MOST_STOPS = 20_000, 500
#: Metres of hatching, as if each area were as large as the box around it: twenty times the largest page.
MOST_HATCHED = 20_000
#: Pictures of which it is asked whether they are but strips of colours.
MOST_STRIPS = 16
#: Characters of all texts together.
MOST_CHARACTERS = 60_000
#: The sides of the page in mm, as the writers of files allow them.
SHORTEST_SIDE, LONGEST_SIDE = 1.0, 1700.0
#: Coordinates on the page in mm: beyond, there are no digits left for the drawing.
FARTHEST = 1e7


def exceeded(what: str, most: float, where: Source | None = None, mend: str | None = None) -> LimitError:
    """The error for a limit: ``what`` is a clause ("it has 9 elements") and ``most`` the number allowed."""
    return LimitError(f"The drawing is refused: {what}; at most {most:,.0f} are read.", where=where, mend=mend)


class _Placed(Protocol):
    @property
    def where(self) -> Source:
        """Where in the file it begins: worked out only when it is asked for."""
        ...


class Budget:
    """Counts what a drawing uses up, and stops it at the limit."""

    def __init__(self) -> None:
        self._drawn = self._points = self._dashes = self._characters = self._worked = self._cut = 0
        self._hatched = 0.0

    def element(self, node: _Placed, count: int = 1) -> None:
        """One more element is drawn, or several."""
        self._drawn += count
        if self._drawn > MOST_DRAWN:
            mend = "Some <use> or marker repeats too much."
            raise exceeded("it draws too many elements", MOST_DRAWN, node.where, mend)

    def points(self, count: int, node: _Placed) -> None:
        """``count`` more points of outlines."""
        self._points += count
        if self._points > MOST_POINTS:
            raise exceeded("its outlines have too many points", MOST_POINTS, node.where, "Simplify its paths.")

    def room_for_points(self, count: int, node: _Placed) -> None:
        """Raise at once if ``count`` more points will be too many, before they are worked out."""
        if self._points + count > MOST_POINTS:
            self.points(count, node)

    def dashes(self, count: int) -> None:
        """``count`` more dashes."""
        self._dashes += count
        if self._dashes > MOST_DASHES:
            raise exceeded("its lines have too many dashes", MOST_DASHES, None, "Make the dashes longer.")

    def worked(self, count: int) -> None:
        """A filter, a mask or an opacity is worked out over ``count`` more elements."""
        self._worked += count
        if self._worked > MOST_WORKED:
            mend = "Do not nest groups with filters, masks or opacity so deep."
            raise exceeded("it has filters, masks and opacities over too many elements", MOST_WORKED, None, mend)

    def cut(self, edges: int, others: int) -> None:
        """So many edges are cut by a clip that has ``others``."""
        self._cut += 40 + edges * others // 1000
        if self._cut > MOST_CUT:
            mend = "Clip fewer elements, or by simpler shapes."
            raise exceeded("its clips and masks cut too many edges", 1000 * MOST_CUT, None, mend)

    def hatched(self, length: float) -> None:
        """``length`` more mm of hatching."""
        self._hatched += length
        if self._hatched > 1000 * MOST_HATCHED:
            mend = 'Wash the areas (fill="wash", --fill wash), or draw fewer of them.'
            raise exceeded("its areas take too many metres of hatching", MOST_HATCHED, None, mend)

    def characters(self, count: int, where: Source) -> None:
        """``count`` more characters of text."""
        self._characters += count
        if self._characters > MOST_CHARACTERS:
            raise exceeded("its texts have too many characters", MOST_CHARACTERS, where)
