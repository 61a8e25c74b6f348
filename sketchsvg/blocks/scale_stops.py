"""The stops of a scale: a label on a hatched bar, and a note under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from msgspec import Struct

from sketchsvg.authored import Authored
from sketchsvg.blocks.outlines import rounded_top, standing
from sketchsvg.blocks.writing import TextBox, body_style, note_style, set_text, text_width, word_width
from sketchsvg.errors import Source
from sketchsvg.frame import POINT, Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.lettering.inline import plain_text
from sketchsvg.scene import Fill, Layer, Mark

#: In em: white between labels, the lowest a bar gets, and the widest.
APART, LOWEST, WIDEST = 0.7, 0.42, 6.0
#: The part of its place that a bar takes.
BAR = 0.66
#: In em: white between a label and its bar, and between the line and a note.
OVER, UNDER = 0.02, 0.12
#: How round the corners of a bar are, as a part of a card's.
ROUND = 0.23
#: The hatching of the first and of the last bar, in mm from line to line: it thins out as the bars do.
DENSE, SPARSE = 0.9, 1.5
HATCH_OPACITY, GROUND_OPACITY = 0.75, 0.1


class Stop(Authored, frozen=True):
    """One stop: its label, a note (empty: none), how high its bar is (0 to 1), and where it ranks (0 to 1)."""

    words: str
    note: str
    size: float
    rank: float
    source: Source | None
    kind: ClassVar[str] = "stop"
    percent: ClassVar[float | None] = None

    @property
    def label(self) -> str:
        """Its words."""
        return plain_text(self.words)

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The bar: its hatching, and an outline that stands open on the line."""
        bar, theme, colour = frame.detail, frame.setting.theme, frame.setting.accent_colour
        assert isinstance(bar, Rect)
        place = bar.moved(frame.rect.x, frame.rect.y)
        radius = theme.lines.card_radius * ROUND
        box = rounded_top(place, radius)
        gap = DENSE + (SPARSE - DENSE) * self.rank
        yield Mark(
            f"{frame.id}/ground", box, "ruler", 0.0, colour, Layer.FILL,
            fill=Fill("wash", colour, GROUND_OPACITY),
        )  # fmt: skip
        yield Mark(
            f"{frame.id}/hatch", box, theme.pens.rule, 0.0, colour, Layer.FILL,
            fill=Fill(theme.pens.fill, colour, HATCH_OPACITY, gap, theme.lines.inner * 1.3),
        )  # fmt: skip
        yield Mark(
            f"{frame.id}/bar", standing(place, radius), theme.pens.rule, theme.lines.rule, colour, Layer.LINE
        )


class SetStop(Struct, frozen=True):
    """A stop whose label and note are set in the width of its place. Lengths in mm."""

    stop: Stop
    label: TextBox
    note: TextBox | None
    em: float

    @property
    def below(self) -> float:
        """What the note takes under the line."""
        return self.note.height + UNDER * self.em if self.note else 0.0

    def bar(self, highest: float) -> float:
        """The height of the bar when one of size 1 is ``highest``."""
        return max(LOWEST * self.em, highest * self.stop.size)

    def above(self, highest: float) -> float:
        """What bar and label take over the line."""
        return self.bar(highest) + OVER * self.em + self.label.height

    def placed(self, place: Rect, axis: float, highest: float, setting: Setting) -> Frame:
        """The stop in ``place``, its bar standing on the line ``axis`` mm under the top of it."""
        width = min(place.width * BAR, WIDEST * self.em)
        height = self.bar(highest)
        bar = Rect((place.width - width) / 2, axis - height, width, height)
        lines = self.label.moved(0.0, axis - self.above(highest))
        if self.note:
            lines += self.note.moved(0.0, axis + UNDER * self.em)
        return Frame(self.stop, place, setting, lines=lines, detail=bar)


class StopWidths(Struct, frozen=True):
    """For each stop the width in mm that breaks nothing, and the one under which a word would break."""

    wanted: tuple[float, ...]
    least: tuple[float, ...]


def set_stop(stop: Stop, width: float, setting: Setting) -> SetStop:
    """The label and the note of a stop in lines of at most ``width`` mm."""
    label = set_text(stop.words, width, body_style(setting, bold=True, align="centre"), setting, stop.source)
    style = note_style(setting, align="centre")
    note = set_text(stop.note, width, style, setting, stop.source) if stop.note else None
    return SetStop(stop, label, note, setting.body * POINT)


def stop_widths(stops: Sequence[Stop], setting: Setting) -> StopWidths:
    """What the stops would like and what they need, the white between them included."""
    apart = APART * setting.body * POINT
    bold, small = body_style(setting, bold=True), note_style(setting)
    return StopWidths(
        tuple(
            apart + max(text_width(stop.words, bold, setting), text_width(stop.note, small, setting))
            for stop in stops
        ),
        tuple(
            apart + max(word_width(stop.words, bold, setting), word_width(stop.note, small, setting))
            for stop in stops
        ),
    )
