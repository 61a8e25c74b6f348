"""Two blocks against each other, with a round badge in the white between them."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from typing import ClassVar

from msgspec import Struct

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller, words
from sketchsvg.blocks.stacking import divided
from sketchsvg.blocks.text import checked_blocks
from sketchsvg.blocks.writing import set_text, text_width
from sketchsvg.errors import LayoutError, Source
from sketchsvg.frame import POINT, Frame, Setting, TextStyle
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import ellipse, line
from sketchsvg.layout.shares import Part
from sketchsvg.scene import Fill, Layer, Mark
from sketchsvg.theme.contrast import luminance
from sketchsvg.theme.theme import Theme

#: The badge's type relative to the body, the white around its word in em, and that beside the badge in mm.
SCALE, AROUND, BESIDE = 1.26, 0.44, 1.5
#: The turn of the badge in degrees, clockwise: a stamp is never quite upright.
TILT = -6.0
#: The lines above and below the badge: white to it and their least length in mm, and the part of the height that
#: lines and badge take together.
SHY, SHORTEST, REACH = 1.2, 2.0, 0.8
FILL_OPACITY = 0.92


class Versus(Struct, frozen=True):
    """The badge between the sides of a comparison."""

    words: str
    source: Source | None
    kind: ClassVar[str] = "versus"
    role: ClassVar[str] = "paragraph"
    label: ClassVar[str] = ""
    percent: ClassVar[float | None] = None

    def composed(self, setting: Setting) -> Frame:
        """A disc as wide as the diagonal of its word and some white."""
        theme = setting.theme
        style = TextStyle(
            setting.body * SCALE, 1.0, _dark(theme), theme.type.head_weight, theme.pens.heading, True, "centre"
        )
        em = style.size * POINT
        wide = text_width(self.words, style, setting)
        side = sqrt(wide * wide + 0.8 * em * 0.8 * em) + 2 * AROUND * em
        box = set_text(self.words, side, style, setting, self.source)
        lines = box.moved(0.0, (side - box.height) / 2)
        return Frame(self, Rect(0, 0, side, side), setting, lines=lines, turn=TILT)

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The disc."""
        theme = frame.setting.theme
        radius = frame.rect.width / 2
        yield Mark(
            f"{frame.id}/disc", ellipse(*frame.rect.centre, radius, radius * 0.97), theme.pens.frame,
            theme.lines.card, _dark(theme), Layer.LINE, fill=Fill("wash", theme.accents["banana"], FILL_OPACITY),
        )  # fmt: skip


class Compare(Block, frozen=True, kw_only=True):
    """``left`` against ``right``, equally high and equally wide unless they ask for shares."""

    left: Block
    right: Block
    versus: str
    kind: ClassVar[str] = "compare"
    role: ClassVar[str] = ""

    @property
    def stretch(self) -> float:  # type: ignore[override]
        """It grows as its sides do."""
        return max(self.left.stretch, self.right.stretch)

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """Both sides, and the badge in the middle of the white between them."""
        badge = Versus(self.versus, self.source).composed(setting)
        between = badge.rect.width + 2 * BESIDE
        if width <= between:
            raise LayoutError(
                f"The comparison is {between - width:.1f} mm too narrow for its badge.",
                where=self.source,
                mend="Give it more width.",
                missing_mm=between - width,
            )
        sides = (self.left, self.right)
        parts = [
            Part(side.percent) if side.percent is not None else Part(None, 0.0, side.least_width(setting))
            for side in sides
        ]
        widths = divided(self, width - between, parts)
        natural = [side.composed(own, setting).height for side, own in zip(sides, widths, strict=True)]
        full = max(height or 0.0, badge.height, *natural)
        left = self.left.composed(widths[0], setting, full)
        right = self.right.composed(widths[1], setting, full).at(widths[0] + between, 0.0)
        middle = badge.at(widths[0] + BESIDE, (full - badge.height) / 2)
        return Frame(self, Rect(0, 0, width, full), setting, (left, middle, right))

    def least_width(self, setting: Setting) -> float:
        """Both sides and the badge."""
        between = Versus(self.versus, self.source).composed(setting).rect.width + 2 * BESIDE
        return self.left.least_width(setting) + self.right.least_width(setting) + between

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """A thin line that parts the sides above and below the badge, where there is room for it."""
        theme = frame.setting.theme
        _, badge, _ = frame.children
        x, y = badge.rect.centre
        near, far = badge.height / 2 + SHY, frame.height * REACH / 2
        if far - near < SHORTEST:
            return
        for side, sign in (("above", -1), ("below", 1)):
            yield Mark(
                f"{frame.id}/{side}", line(x, y + sign * near, x, y + sign * far), theme.pens.rule,
                theme.lines.rule, theme.ink.note, Layer.LINE, 0.6,
            )  # fmt: skip


def _dark(theme: Theme) -> str:
    """The darker of ink and paper: the badge is light in every theme."""
    return min(theme.ink.text, theme.paper.colour, key=luminance)


def compare(left: Block | str, right: Block | str, *, versus: str = "VS", name: str = "") -> Compare:
    """Two blocks side by side, equally high, with ``versus`` on a round badge between them.

    Widths are equal unless both or one of the blocks ask for a share. Raises ``SheetError`` for what is no block.
    """
    one, other = checked_blocks((left, right), "comparison")
    return Compare(
        left=one, right=other, versus=words(versus, "The word on the badge").strip(), name=name, source=caller()
    )
