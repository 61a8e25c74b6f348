"""A quote on a note that is taped to the page, a little askew."""

from __future__ import annotations

from collections.abc import Iterator
from math import radians, sin
from typing import ClassVar

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller, words
from sketchsvg.blocks.writing import body_style, note_style, set_text, text_width, word_width
from sketchsvg.errors import SheetError
from sketchsvg.frame import POINT, Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import line as straight
from sketchsvg.geometry.shapes import polygon
from sketchsvg.scene import Fill, Layer, Mark
from sketchsvg.theme.contrast import laid_over

#: The tape in mm, and how far it stands over the upper edge of the note.
TAPE_LENGTH, TAPE_HEIGHT, TAPE_OVER = 15.0, 4.0, 2.5
STEEPEST = 8.0


class Quote(Block, frozen=True, kw_only=True):
    """What somebody said: ``words``, ``by`` whom, and how many degrees the note is turned clockwise."""

    words: str
    by: str = ""
    tilt: float = -1.2
    kind: ClassVar[str] = "quote"
    role: ClassVar[str] = "quote"
    stretch: ClassVar[float] = 0.3

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The words, and the name at the lower right: beside the last line where there is room, else under it."""
        inner = setting.within()
        style, small = body_style(inner), note_style(inner)
        em = style.size * POINT
        pad = inner.padding
        lean = abs(round(sin(radians(self.tilt)), 12)) * width
        # A tilted note needs room above and below its ends; the tape reaches over its upper edge.
        top = lean / 2 + TAPE_OVER
        side = 0.6 + abs(self.tilt) * 0.12
        room = width - 2 * (pad + side)
        box = set_text(self.words, room, style, inner, self.source)
        lines = box.lines
        bottom = box.height
        if self.by:
            by = f"— {self.by}"
            wide = text_width(by, small, inner)
            last = box.lines[-1]
            if last.rect.right + 1.2 * em + wide <= room:
                drop = last.baseline - set_text(by, wide + 0.01, small, inner).lines[0].baseline
            else:
                drop = bottom + 0.1 * em
                bottom += small.size * POINT * small.leading + 0.1 * em
            lines += set_text(by, wide + 0.01, small, inner, self.source).moved(room - wide, drop)
        tape = TAPE_HEIGHT - TAPE_OVER
        paper_height = bottom + tape + 1.1 * pad
        full = max(top + paper_height + lean / 2, height or 0.0)
        paper_height = min(full - top - lean / 2, paper_height + 0.8 * em)
        offset = (full - top - lean / 2 - paper_height) / 2
        paper = Rect(side, top + offset, width - 2 * side, paper_height)
        text_top = paper.y + tape + (paper_height - tape - bottom) / 2
        placed = tuple(line.moved(side + pad, text_top) for line in lines)
        return Frame(self, Rect(0, 0, width, full), inner, lines=placed, detail=paper, turn=self.tilt)

    def least_width(self, setting: Setting) -> float:
        """The widest word and the padding."""
        return word_width(self.words, body_style(setting), setting) + 2 * setting.padding + 2

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The note and its tape."""
        theme, paper = frame.setting.theme, frame.detail
        assert isinstance(paper, Rect)
        place = paper.moved(frame.rect.x, frame.rect.y)
        corners = [(place.x, place.y), (place.right, place.y), (place.right, place.bottom), (place.x, place.bottom)]
        banana, layer = theme.accents["banana"], Layer.PANEL + frame.setting.depth
        yield Mark(
            f"{frame.id}/note", polygon(corners), theme.pens.rule, theme.lines.rule, theme.written["banana"],
            layer, fill=Fill("wash", laid_over(theme.ink.panel, banana, 0.38)),
        )  # fmt: skip
        x, tape = place.centre[0], place.y + TAPE_HEIGHT / 2 - TAPE_OVER
        yield Mark(
            f"{frame.id}/tape", straight(x - TAPE_LENGTH / 2, tape + 0.3, x + TAPE_LENGTH / 2, tape - 0.3),
            theme.pens.highlight, TAPE_HEIGHT, theme.accents["cobalt"], Layer.TOP_FILL, 0.26,
        )  # fmt: skip


def quote(words_: str, *, by: str = "", tilt: float = -1.2, name: str = "") -> Quote:
    """What somebody said, on a taped note. ``tilt`` turns it clockwise, in degrees, at most 8."""
    where = caller()
    if isinstance(tilt, bool) or not isinstance(tilt, int | float) or not -STEEPEST <= tilt <= STEEPEST:
        raise SheetError(
            f"The tilt must be a number from -8 to 8, not {tilt!r}.", where=where, mend="It is in degrees; try 1.5."
        )
    return Quote(
        words=words(words_, "The quote"), by=words(by, "The name", empty=True), tilt=float(tilt), name=name,
        source=where,
    )  # fmt: skip
