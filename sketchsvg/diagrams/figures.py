"""The figures of a flowchart's nodes: how much room words need in them, their outlines and inner lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import sqrt
from types import MappingProxyType

from msgspec import Struct

from sketchsvg.diagrams import bursts, inner_lines, outlines
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect

#: White between a sign and the words under it, in mm.
UNDER_SIGN = 1.0


class Figure(Struct, frozen=True):
    """Around words of w x h mm stands an outline of ``wide`` w + ``add_x`` + lean h by ``high`` h + ``add_y`` mm.

    ``lean`` is what slanted sides take, as a part of the height. ``down`` moves the words by a part of what the outline
    is higher than they are, ``aside`` by mm to the right, ``hollow`` by a part of the height. ``reach`` is the part of
    a half side on which edges may end. ``square`` figures are as high as they are wide. ``inner`` are lines inside of
    the outline, ``drawn`` those that stand in place of it; ``bare`` figures have no ground and no outline at all.
    A ``sign`` has a size of its own, in mm, and its words stand under it; a ``solid`` one is filled with ink, and one
    with a ``pit`` has ink inside of its inner line.
    """

    outline: Callable[[Rect], Curves]
    inner: Callable[[Rect], Curves] | None = None
    wide: float = 1.0
    high: float = 1.0
    add_x: float = 6.0
    add_y: float = 4.4
    lean: float = 0.0
    down: float = 0.0
    reach: float = 0.6
    square: bool = False
    bare: bool = False
    drawn: Callable[[Rect], Curves] | None = None
    aside: float = 0.0
    hollow: float = 0.0
    sign: tuple[float, float] | None = None
    solid: bool = False
    pit: bool = False

    def around(self, width: float, height: float) -> tuple[float, float]:
        """Width and height of the node around words, in mm."""
        if self.sign is not None:
            # As much white over the sign as words under it: edges come to its middle from every side.
            under = 2 * (height + UNDER_SIGN) if height else 0.0
            return max(self.sign[0], width), self.sign[1] + under
        high = self.high * height + self.add_y
        wide = self.wide * width + self.add_x + self.lean * high
        if self.square:
            # A circle through the corners, and no smaller than what a single letter needs.
            side = max(9.0, sqrt(width * width + height * height) + self.add_x)
            return side, side
        return max(wide, 9.0), max(high, 8.0)

    def within(self, rect: Rect) -> Rect:
        """Where in the node's rectangle the outline stands: all of it, or the middle for a sign."""
        if self.sign is None:
            return rect
        (x, y), (width, height) = rect.centre, self.sign
        return Rect(x - width / 2, y - height / 2, width, height)


_RECT = Figure(outlines.box)
_DOCUMENT = Figure(outlines.document, add_y=6.4, down=-0.2)
_SLANT = 0.35
#: Every figure by mermaid's short name; what is not here is drawn as a box.
FIGURES: Mapping[str, Figure] = MappingProxyType(
    {
        "rect": _RECT,
        "rounded": Figure(outlines.rounded),
        "stadium": Figure(outlines.stadium, add_x=8.0),
        "circle": Figure(outlines.oval, square=True, add_x=3.0, reach=0.75),
        "dbl-circ": Figure(outlines.oval, inner_lines.inner_circle, square=True, add_x=5.0, reach=0.75),
        "ellipse": Figure(outlines.oval, wide=1.25, high=1.66, add_x=2.0, add_y=1.0, reach=0.65),
        "diam": Figure(outlines.diamond, wide=1.75, high=2.33, add_x=2.0, add_y=1.0, reach=0.3),
        "hex": Figure(outlines.hexagon, add_x=4.4, lean=0.56),
        "cloud": Figure(bursts.cloud, wide=1.25, high=1.6, add_x=6.0, add_y=5.0, reach=0.3),
        "bang": Figure(bursts.bang, wide=1.5, high=1.9, add_x=8.0, add_y=5.0, reach=0.3),
        "odd": Figure(outlines.odd, add_x=6.0, lean=0.3, hollow=0.15),
        "lean-r": Figure(outlines.slanted(_SLANT, 0.0, _SLANT, 0.0), add_x=5.0, lean=0.7, reach=0.45),
        "lean-l": Figure(outlines.slanted(0.0, _SLANT, 0.0, _SLANT), add_x=5.0, lean=0.7, reach=0.45),
        "trap-b": Figure(outlines.slanted(_SLANT, _SLANT, 0.0, 0.0), add_x=5.0, lean=0.7, reach=0.45),
        "trap-t": Figure(outlines.slanted(0.0, 0.0, _SLANT, _SLANT), add_x=5.0, lean=0.7, reach=0.45),
        "curv-trap": Figure(outlines.curved_trapezoid, add_x=6.0, lean=0.6),
        "sl-rect": Figure(outlines.sloped, add_y=7.0, down=0.25),
        "notch-rect": Figure(outlines.notched),
        "notch-pent": Figure(outlines.pentagon, add_y=5.4),
        "note": Figure(outlines.notched),
        "delay": Figure(outlines.delay, add_x=9.0, aside=-0.6),
        "bow-rect": Figure(outlines.stored, add_x=6.0, lean=0.4),
        "tri": Figure(outlines.triangle, wide=2.0, high=2.0, add_x=6.5, add_y=4.5, down=0.5, reach=0.1),
        "flip-tri": Figure(outlines.flipped_triangle, wide=2.0, high=2.0, add_x=6.0, add_y=3.5, down=-0.5, reach=0.1),
        "fr-rect": Figure(outlines.box, inner_lines.bars, add_x=9.0),
        "lin-rect": Figure(outlines.box, inner_lines.left_bar, add_x=7.6, aside=0.9),
        "div-rect": Figure(outlines.box, inner_lines.top_bar, add_y=6.4, down=0.3),
        "win-pane": Figure(outlines.box, inner_lines.window, add_x=7.6, add_y=6.4, down=0.3, aside=0.9),
        "tag-rect": Figure(outlines.box, inner_lines.corner_tag, add_x=8.0),
        "st-rect": Figure(
            inner_lines.stacked_outline, drawn=inner_lines.stacked_boxes, add_x=8.6, add_y=7.0, down=0.37,
            aside=-inner_lines.SHIFT,
        ),
        "datastore": Figure(outlines.box, drawn=inner_lines.rails),
        "cyl": Figure(outlines.cylinder, inner_lines.lid, add_y=8.2, down=0.2),
        "lin-cyl": Figure(outlines.cylinder, inner_lines.lids, add_y=10.6, down=0.33),
        "h-cyl": Figure(outlines.lying_cylinder, inner_lines.lying_lid, add_x=11.0, aside=-1.0),
        "doc": _DOCUMENT,
        "docs": Figure(
            inner_lines.torn_stack, drawn=inner_lines.stacked_documents, add_x=8.6, add_y=9.0, down=0.1,
            aside=-inner_lines.SHIFT,
        ),
        "lin-doc": Figure(
            outlines.document, inner_lines.left_bar_of_document, add_x=7.6, add_y=6.4, down=-0.2, aside=0.9
        ),
        "tag-doc": Figure(outlines.document, inner_lines.folded_corner, add_x=8.0, add_y=7.0, down=-0.25),
        "flag": Figure(outlines.flag, add_y=8.4),
        "text": Figure(outlines.box, add_x=2.0, add_y=1.6, bare=True),
        "brace": Figure(outlines.box, inner_lines.left_brace, add_x=6.0, bare=True, aside=1.6),
        "brace-r": Figure(outlines.box, inner_lines.right_brace, add_x=6.0, bare=True, aside=-1.6),
        "braces": Figure(outlines.box, inner_lines.braces, add_x=9.0, bare=True),
        "sm-circ": Figure(outlines.oval, sign=(5.6, 5.6), reach=0.1),
        "f-circ": Figure(outlines.oval, sign=(5.0, 5.0), reach=0.1, solid=True),
        "fr-circ": Figure(outlines.oval, inner_lines.disc, sign=(6.6, 6.6), reach=0.1, pit=True),
        "cross-circ": Figure(outlines.oval, inner_lines.cross, sign=(9.0, 9.0), reach=0.1),
        "hourglass": Figure(outlines.hourglass, sign=(8.4, 9.4), reach=0.5),
        "bolt": Figure(outlines.bolt, sign=(8.0, 11.0), reach=0.1),
        "fork": Figure(outlines.box, sign=(22.0, 1.9), reach=0.9, solid=True),
        "upright-fork": Figure(outlines.box, sign=(1.9, 17.0), reach=0.9, solid=True),
        "choice": Figure(outlines.diamond, sign=(8.0, 8.0), reach=0.1),
        "anchor": Figure(outlines.oval, sign=(2.2, 2.2), reach=0.1, solid=True),
        "state": Figure(outlines.rounded),
    }
)  # fmt: skip


def figure_named(name: str) -> Figure:
    """The figure of that name; a box where there is none."""
    return FIGURES.get(name, _RECT)
