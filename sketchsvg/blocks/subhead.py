"""A subhead: what a part of a section is about, bold on a pale swipe of the accent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller, checked_icon, words
from sketchsvg.blocks.writing import set_text, word_width
from sketchsvg.errors import SheetError
from sketchsvg.frame import POINT, Frame, Setting, TextStyle
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import line
from sketchsvg.icons.find import icon as find_icon
from sketchsvg.lettering.hand import MIDDLE
from sketchsvg.lettering.inline import plain_text
from sketchsvg.scene import Layer, Mark

#: Size over the body by rank; the two highest are written in the accent and underlined, the others stand on a swipe.
SIZES = (2.1, 1.38, 1.16, 1.0)
#: The swipe in em: how far it reaches over both ends, its height, how far under the middle it lies.
REACH, NIB, LOWER = 0.25, 0.8, 0.12
#: White over it, and the room of an icon before it, in em.
ABOVE, ICON_ROOM, ICON_SIDE = 0.25, 1.5, 1.15


class Subhead(Block, frozen=True, kw_only=True):
    """Words of a ``rank`` from 0 (over sections) and 1 (just under a section's head) to 3."""

    words: str
    rank: int = 1
    icon: str = ""
    kind: ClassVar[str] = "subhead"
    role: ClassVar[str] = "heading"

    @property
    def level(self) -> int:  # type: ignore[override]
        """A head over sections stands above them (2), the others under them."""
        return (1, 3, 4, 5)[self.rank]

    @property
    def label(self) -> str:
        """Its words."""
        return plain_text(self.words)

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The words in bold lines, white over them."""
        style = self._style(setting)
        em = style.size * POINT
        left = REACH * em + (ICON_ROOM * em if self.icon else 0.0)
        box = set_text(self.words, width - left - REACH * em, style, setting, self.source)
        above = ABOVE * em * setting.air
        full = max(height or 0.0, above + box.height)
        return Frame(self, Rect(0, 0, width, full), setting, lines=box.moved(left, above))

    def least_width(self, setting: Setting) -> float:
        """The widest word and what stands beside it."""
        style = self._style(setting)
        return word_width(self.words, style, setting) + (2 * REACH + ICON_ROOM * bool(self.icon)) * style.size * POINT

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """A line under the words or a swipe behind them, and the icon."""
        theme, colour = frame.setting.theme, frame.setting.accent_colour
        em = frame.lines[0].style.size * POINT
        for number, written in enumerate(frame.lines):
            left, right = written.rect.x - REACH * em, written.rect.right + REACH * em
            if self.rank < 2:
                y = written.baseline + 0.28 * em
                yield Mark(
                    f"{frame.id}/underline{number}", line(left, y, right, y + 0.1), theme.pens.rule,
                    theme.lines.underline * 0.8, colour, Layer.LINE, 0.8,
                )  # fmt: skip
            else:
                y = written.baseline + (LOWER - MIDDLE) * em
                yield Mark(
                    f"{frame.id}/swipe{number}", line(left, y, right, y), theme.pens.highlight, NIB * em, colour,
                    Layer.HIGHLIGHT, theme.ink.swipe_opacity,
                )  # fmt: skip
        if self.icon:
            top = frame.lines[0].baseline - MIDDLE * em - ICON_SIDE * em / 2
            drawing = find_icon(self.icon).curves.placed(frame.rect.x + REACH * em, top, ICON_SIDE * em)
            yield Mark(f"{frame.id}/icon", drawing, theme.pens.icon, theme.lines.icon * 0.85, colour, Layer.LINE)

    def _style(self, setting: Setting) -> TextStyle:
        theme = setting.theme
        colour = setting.accent_written if self.rank < 2 else theme.ink.text
        pen = theme.pens.text if self.rank else theme.pens.heading
        weight = theme.type.bold if self.rank else theme.type.head_weight
        return TextStyle(setting.body * SIZES[self.rank], 1.25, colour, weight, pen, True, role="heading")


def subhead(words_: str, *, rank: int = 1, icon: str = "", name: str = "") -> Subhead:
    """A head inside a section; ``rank`` is 1, 2 or 3, or 0 for a head over several sections."""
    where = caller()
    if rank not in range(4):
        raise SheetError(f"The rank of a subhead is 0, 1, 2 or 3, not {rank!r}.", where=where, mend="rank=2")
    return Subhead(words=words(words_, "The subhead"), rank=rank, icon=checked_icon(icon), name=name, source=where)
