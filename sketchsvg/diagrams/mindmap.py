"""A mind map: a root in a bubble, main branches on both sides of it, each in its own colour."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import cycle
from typing import ClassVar

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller, checked_icon, words
from sketchsvg.diagrams.branches import Branch, Growth, grown
from sketchsvg.diagrams.map_forms import FORMS, Laid, laid_out
from sketchsvg.errors import LayoutError, SheetError
from sketchsvg.frame import Frame, Line, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.lettering.inline import plain_text
from sketchsvg.theme.theme import HUES

#: Halvings of the interval in which the white between rows is sought: below a millionth of a millimetre.
STEPS = 44


class MindMap(Block, frozen=True, kw_only=True):
    """A root, and main branches with what grows out of them; every node is an item of its own.

    ``shape`` is that of the root, a name of ``map_shapes.SHAPES``, empty for its bubble; ``title`` stands over it all.
    """

    root: str
    branches: tuple[Branch, ...]
    icon: str = ""
    shape: str = ""
    title: str = ""
    kind: ClassVar[str] = "mindmap"
    role: ClassVar[str] = "figure"
    stretch: ClassVar[float] = 1.5

    @property
    def label(self) -> str:
        """Its root."""
        return plain_text(self.root)

    @property
    def shown(self) -> str:
        """The root and what grows out of it."""
        return f"{self.label}: {'; '.join(branch.shown for branch in self.branches)}"

    @property
    def accents(self) -> tuple[str, ...]:
        """The hue of each main branch: its own, or the next one in turn that no other has taken."""
        taken = {branch.accent for branch in self.branches}
        turn = cycle([hue for hue in HUES if hue not in taken and hue != "banana"] or HUES)
        return tuple(branch.accent or next(turn) for branch in self.branches)

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The first form of a map that ``width`` holds; in a greater ``height`` the rows stand further apart."""
        laid = self._laid(width, setting)
        lines, above = self._heading(width, setting)
        natural = laid.height(0.0)
        free = max(natural, (height or 0.0) - above)
        extra = _spread(laid, free) if free > natural else 0.0
        nodes = laid.nodes(width, free, extra)
        if above:
            nodes = tuple(node.at(node.rect.x, node.rect.y + above) for node in nodes)
        return Frame(self, Rect(0, 0, width, free + above), setting, nodes, lines)

    def _heading(self, width: float, setting: Setting) -> tuple[tuple[Line, ...], float]:
        """The lines of the title, and the height that it takes."""
        if not self.title:
            return (), 0.0
        from sketchsvg.diagrams.headings import write_heading

        heading = write_heading(self.title, width, setting, self.source)
        return heading.lines, heading.height

    def least_width(self, setting: Setting) -> float:
        """The width of the narrowest form."""
        return min(laid_out(self, form, setting).least for form in FORMS)

    def _laid(self, width: float, setting: Setting) -> Laid:
        least = []
        for form in FORMS:
            laid = laid_out(self, form, setting)
            if laid.least <= width + 1e-6:
                return laid
            least.append(laid.least)
        raise LayoutError(
            f"The mind map “{self.label}” is {min(least) - width:.1f} mm too wide for its place of {width:.1f} mm.",
            where=self.source,
            mend="Give it more width, or shorten its longest words.",
            missing_mm=min(least) - width,
        )


def _spread(laid: Laid, height: float) -> float:
    """How much further apart the rows stand where the map is just as high as ``height``."""
    low, high = 0.0, height
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if laid.height(middle) <= height else (low, middle)
    return low


def mindmap(root: str, branches: Growth | Iterable[Growth], *, icon: str = "", name: str = "") -> MindMap:
    """A mind map of ``root`` with its ``branches``: mappings, lists and strings, nested as they grow.

    ``mindmap("Fruit", {"Sweet": {"Banana": ["yellow", "soft"]}, "Sour": ["Lemon"]})``. Main branches take the hues of
    the theme in turn; ``branch("Sour", ["Lemon"], accent="leaf")`` chooses one. All words take inline markup; ``icon``
    is a name or an emoji and stands in the bubble. Raises ``SheetError`` or ``NameUnknownError`` for what cannot be.
    """
    where = caller()
    main = grown(branches)
    if not main:
        raise SheetError("The mind map has no branches.", where=where, mend='mindmap("Root", {"Branch": ["leaf"]})')
    return MindMap(
        root=words(root, "The root of the mind map"),
        branches=main,
        icon=checked_icon(icon),
        name=name,
        source=where,
    )
