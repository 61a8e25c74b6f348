"""An ordered scale: hatched bars from large to small over a line, and what both ends mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.arrows import arrow_strokes
from sketchsvg.blocks.checks import caller, positive, words
from sketchsvg.blocks.scale_stops import Stop, set_stop, stop_widths
from sketchsvg.blocks.writing import TextBox, note_style, set_text, text_width, word_width
from sketchsvg.errors import LayoutError, SheetError, Source
from sketchsvg.frame import POINT, Frame, Line, Setting, TextStyle
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import line
from sketchsvg.lettering.inline import plain_text
from sketchsvg.scene import Layer, Mark

#: The height of a bar of size 1, in em, and the size of the last bar where no sizes are given.
HIGHEST, LAST = 1.9, 0.26
#: White between a title and the bars beside it, in em, and how much wider than their labels the bars' places must be
#: for a title to stand there.
BESIDE_TITLE, EASY = 1.4, 1.7
#: In em: white over the ends, between an end and the arrow, and the least length of the arrow.
OVER_ENDS, BESIDE_ENDS, ARROW = 0.12, 0.7, 3.0


class Axis(Struct, frozen=True):
    """Where the line under the bars is, and the arrow between the ends as (left, y, right). In mm from the corner."""

    left: float
    y: float
    arrow: tuple[float, float, float] | None


class Scale(Block, frozen=True, kw_only=True):
    """Stops in their order; ``low`` says what the left end means and ``high`` the right one."""

    stops: tuple[Stop, ...]
    low: str = ""
    high: str = ""
    title: str = ""
    kind: ClassVar[str] = "scale"
    role: ClassVar[str] = "figure"
    stretch: ClassVar[float] = 0.3

    @property
    def label(self) -> str:
        """Its title."""
        return plain_text(self.title)

    @property
    def shown(self) -> str:
        """The stops in their order, and what the ends mean."""
        stops = ", ".join(f"{stop.label} ({plain_text(stop.note)})" if stop.note else stop.label for stop in self.stops)
        low, high = plain_text(self.low), plain_text(self.high)
        scale = (f"{low} ← " if low else "") + stops + (f" → {high}" if high else "")
        return f"{self.label}: {scale}" if self.label else scale

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """Title, bars with their labels, the line, notes, and the ends; in a greater height the bars grow."""
        em = setting.body * POINT
        left = self._beside(width, setting)
        title = self._titled(left - BESIDE_TITLE * em if left else width, setting)
        room = width - left
        places = self._places(room, setting)
        stops = [set_stop(stop, own, setting) for stop, own in zip(self.stops, places, strict=True)]
        ends = self._ends(room, setting)
        top = 0.0 if left else title.height
        noted = max(stop.below for stop in stops)
        below = noted + (ends[0].rect.height + OVER_ENDS * em if ends else 0.0)
        natural = top + max(stop.above(HIGHEST * em) for stop in stops) + below
        full = max(natural, height or 0.0)
        highest = HIGHEST * em + full - natural
        axis = full - below
        begins = accumulate(places, initial=left)
        children = tuple(
            stop.placed(Rect(begin, top, own, axis + noted - top), axis - top, highest, setting)
            for stop, begin, own in zip(stops, begins, places, strict=False)
        )
        dropped = tuple(end.moved(left, full - end.rect.height) for end in ends)
        # Beside the bars a title stands on the line as they do.
        lines = title.moved(0.0, axis - title.height if left else 0.0) + dropped
        detail = Axis(left, axis, self._arrow(dropped, left, width, em))
        return Frame(self, Rect(0, 0, width, full), setting, children, lines, detail)

    def least_width(self, setting: Setting) -> float:
        """All stops beside each other, each as wide as its widest word; the ends on their line; the title."""
        title = word_width(self.title, _title_style(setting), setting) if self.title else 0.0
        return max(sum(stop_widths(self.stops, setting).least), self._ends_width(setting), title)

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The line under the bars, and the arrow between the ends."""
        axis, theme, box = frame.detail, frame.setting.theme, frame.rect
        assert isinstance(axis, Axis)
        y = box.y + axis.y
        yield Mark(
            f"{frame.id}/axis", line(box.x + axis.left, y, box.right, y), theme.pens.rule, theme.lines.rule,
            theme.ink.text, Layer.LINE,
        )  # fmt: skip
        if axis.arrow is None:
            return
        left, level, right = (axis.arrow[0] + box.x, axis.arrow[1] + box.y, axis.arrow[2] + box.x)
        yield Mark(
            f"{frame.id}/ends", _arrow_both_ways(left, right, level, 0.42 * frame.setting.body * POINT),
            theme.pens.rule, theme.lines.rule, theme.ink.note, Layer.LINE,
        )  # fmt: skip

    def _beside(self, width: float, setting: Setting) -> float:
        """The width in mm that a title beside the bars takes; 0 for a title above them, or none."""
        em = setting.body * POINT
        if not self.title:
            return 0.0
        column = text_width(self.title, _title_style(setting), setting) + BESIDE_TITLE * em
        wanted = max(sum(stop_widths(self.stops, setting).wanted) * EASY, self._ends_width(setting))
        return column if "\n" not in self.title and column + wanted <= width else 0.0

    def _ends_width(self, setting: Setting) -> float:
        """What the ends and the arrow between them need in mm; 0 where no end is named."""
        style = note_style(setting)
        ends = sum(text_width(text, style, setting) for text in (self.low, self.high) if text)
        return ends + ARROW * setting.body * POINT if ends else 0.0

    def _titled(self, room: float, setting: Setting) -> TextBox:
        """The title in lines of at most ``room`` mm."""
        if not self.title:
            return TextBox((), room, 0.0)
        return set_text(self.title, room + 0.01, _title_style(setting), setting, self.source)

    def _places(self, width: float, setting: Setting) -> list[float]:
        """The width of each stop in mm: equal where that breaks no label, else by what they hold."""
        widths = stop_widths(self.stops, setting)
        count, least, wanted = len(self.stops), sum(widths.least), sum(widths.wanted)
        if max(widths.wanted) <= width / count:
            return [width / count] * count
        if least > width + 0.01:
            raise LayoutError(
                f"The scale is {least - width:.1f} mm too narrow for its stops.",
                where=self.source,
                mend="Shorten the labels, or give the scale more width.",
                missing_mm=least - width,
            )
        if wanted <= width:
            return [own + (width - wanted) / count for own in widths.wanted]
        part = (width - least) / (wanted - least)
        return [low + (own - low) * part for low, own in zip(widths.least, widths.wanted, strict=True)]

    def _ends(self, width: float, setting: Setting) -> tuple[Line, ...]:
        """What the ends mean, on one line from edge to edge; ``LayoutError`` when it is too long."""
        missing = self._ends_width(setting) - width
        if missing > 0:
            raise LayoutError(
                f"The ends of the scale are {missing:.1f} mm too long to stand on one line.",
                where=self.source,
                mend="Shorten low= and high=, or give the scale more width.",
                missing_mm=missing,
            )
        style = note_style(setting)
        return tuple(
            set_text(text, width, style.aligned(align), setting, self.source).lines[0]
            for text, align in ((self.low, "left"), (self.high, "right"))
            if text
        )

    def _arrow(
        self, ends: tuple[Line, ...], begin: float, width: float, em: float
    ) -> tuple[float, float, float] | None:
        if not ends:
            return None
        left = ends[0].rect.right + BESIDE_ENDS * em if self.low else begin
        right = ends[-1].rect.x - BESIDE_ENDS * em if self.high else width
        return left, ends[0].rect.centre[1], right


def _title_style(setting: Setting) -> TextStyle:
    bold = setting.theme.type.bold
    return replace(note_style(setting), bold=True, weight=bold, colour=setting.accent_written, role="caption")


def _arrow_both_ways(left: float, right: float, y: float, head: float) -> Curves:
    """One shaft with a head at both ends."""
    there, back = arrow_strokes(left, y, right, y, head=head), arrow_strokes(right, y, left, y, head=head)
    return Curves.of([*there.strokes(), back.strokes()[1]])


def scale(
    *stops: str | tuple[str, str],
    low: str = "",
    high: str = "",
    title: str = "",
    sizes: Sequence[float] | None = None,
    name: str = "",
) -> Scale:
    """Stops in their order, each with a bar: ``scale("FP32", "BF16", "FP8", low="fine", high="coarse")``.

    A stop is a label, ``"label|note"`` or (label, note). ``low`` says what the left end means, ``high`` the right
    one; both stand on one line, so they hold no line breaks. ``sizes`` are the relative heights of the bars
    (default: evenly falling). Raises ``SheetError`` for fewer than two stops, and for sizes that are not positive
    or not one a stop.
    """
    where = caller()
    if len(stops) < 2:
        raise SheetError("A scale needs at least two stops.", where=where, mend='scale("FP32", "BF16", "INT4")')
    if sizes is None:
        heights = [1 - (1 - LAST) * rank / (len(stops) - 1) for rank in range(len(stops))]
    else:
        heights = [positive(size, "The size of a stop") for size in sizes]
    if len(heights) != len(stops):
        raise SheetError(
            f"The scale has {len(stops)} stops and {len(heights)} sizes.", where=where, mend="Give one size a stop."
        )
    return Scale(
        stops=tuple(
            Stop(*_stop(stop, where), height / max(heights), rank / (len(stops) - 1), where)
            for rank, (stop, height) in enumerate(zip(stops, heights, strict=True))
        ),
        low=_end(low, "left", where),
        high=_end(high, "right", where),
        title=words(title, "The title of the scale", empty=True).strip(),
        name=name,
        source=where,
    )


def _stop(stop: object, where: Source | None) -> tuple[str, str]:
    """The label and the note of a stop."""
    label, note = stop.split("|", 1) if isinstance(stop, str) and "|" in stop else (stop, "")
    if isinstance(stop, tuple):
        if len(stop) != 2:
            raise SheetError(
                f"A stop is a label or (label, note), not {repr(stop)[:40]}.", where=where, mend='("FP32", "32 bits")'
            )
        label, note = stop
    return words(label, "The label of a stop").strip(), words(note, "The note of a stop", empty=True).strip()


def _end(text: str, side: str, where: Source | None) -> str:
    clean = words(text, f"The {side} end of the scale", empty=True).strip()
    if "\n" in clean:
        raise SheetError(f"The {side} end of the scale holds a line break.", where=where, mend="Write it on one line.")
    return clean
