"""A flow: steps in boxes, and pen arrows that lead from one to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import ClassVar

from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.arrows import arrow_strokes
from sketchsvg.blocks.checks import caller
from sketchsvg.blocks.writing import TextBox, note_style, set_text, text_width, word_width
from sketchsvg.diagrams.flow_layout import Chain, Place, arranged, least_width
from sketchsvg.diagrams.step import Content, Step, step
from sketchsvg.errors import LayoutError, SheetError, Source
from sketchsvg.frame import Frame, Line, Setting, TextStyle
from sketchsvg.geometry.rect import Rect
from sketchsvg.lettering.inline import plain_text
from sketchsvg.scene import Layer, Mark

#: The least length of an arrow with the white at its ends, that white, and the length of its head, in mm.
LEAST_ARROW, CLEAR, HEAD = 7.0, 1.15, 2.1
#: White between an arrow and the words over it, and on either side of them, in mm; words wider than this are broken.
OVER_ARROW, BESIDE_WORDS, WIDEST_WORDS = 1.7, 1.6, 16.0
#: How much higher than natural steps become, and how far apart rows, before the rest stays white.
HIGHEST, WIDEST_GAP = 1.5, 13.0
#: How much an arrow bows, in mm.
BOW = 0.28


class Flow(Block, frozen=True, kw_only=True):
    """Steps from left to right; what does not fit into one row goes on in the next one, back and forth."""

    steps: tuple[Step, ...]
    kind: ClassVar[str] = "flow"
    role: ClassVar[str] = "figure"
    stretch: ClassVar[float] = 0.8

    @property
    def label(self) -> str:
        """The head of its first step."""
        return self.steps[0].label

    @property
    def shown(self) -> str:
        """The steps, and the words at the arrows."""
        first, *rest = self.steps
        return first.shown + "".join(
            f" → {f'({plain_text(one.via)}) ' if one.via else ''}{one.shown}" for one in rest
        )

    def __rshift__(self, other: Step | Flow | str) -> Flow:
        return joined(self, other)

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The steps, equally high; in a greater ``height`` they grow a little, then stand in the middle of it."""
        places = self._places(width, setting)
        contents = self._contents(places, setting)
        count = places[-1].row + 1
        row, boxes = self._heights(places, contents, setting)
        gap = self._down_gap(places, width, setting) if count > 1 else 0.0
        natural = count * row + (count - 1) * gap
        full = max(natural, height or 0.0)
        grown = min(row * HIGHEST, (full - (count - 1) * gap) / count)
        if count > 1:
            gap = max(gap, min(WIDEST_GAP, (full - count * grown) / (count - 1)))
        top = (full - count * grown - (count - 1) * gap) / 2
        boxes = min(boxes * HIGHEST, grown)
        frames = []
        for one, place, content in zip(self.steps, places, contents, strict=True):
            middle = top + place.row * (grown + gap) + grown / 2
            rect = _rect_of(one, place, content, middle, boxes, grown, setting)
            frames.append(one.framed(rect, content, setting))
        lines: tuple[Line, ...] = ()
        for index, one in enumerate(self.steps[1:]):
            if one.via and places[index].row == places[index + 1].row:
                lines += _words_over(one, frames[index].rect, frames[index + 1].rect, setting)
            elif one.via:
                middle = top + (places[index].row + 1) * (grown + gap) - gap / 2
                lines += _words_beside(one, frames[index].rect.centre[0], middle, width, setting)
        return Frame(self, Rect(0, 0, width, full), setting, tuple(frames), lines)

    def least_width(self, setting: Setting) -> float:
        """The widest of the steps at its narrowest: they can all stand above each other."""
        return least_width(self._chain(setting))

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The arrows."""
        theme = frame.setting.theme
        for start, end in zip(frame.children, frame.children[1:], strict=False):
            name = end.id.rsplit("/", 1)[-1]
            yield Mark(
                f"{frame.id}/arrow/{name}", arrow_strokes(*_between(start.rect, end.rect), BOW, HEAD),
                theme.pens.arrow, theme.lines.arrow, theme.ink.text, Layer.LINE,
            )  # fmt: skip

    def _chain(self, setting: Setting) -> Chain:
        style, icons = _via_style(setting), self._icons(setting)
        arrows = [
            max(LEAST_ARROW, _measure(one.via, style, setting) + 2 * BESIDE_WORDS) if one.via else LEAST_ARROW
            for one in self.steps[1:]
        ]
        return Chain(
            tuple(one.natural_width(setting, icon) for one, icon in zip(self.steps, icons, strict=True)),
            tuple(one.least_width(setting, icon) for one, icon in zip(self.steps, icons, strict=True)),
            tuple(arrows),
        )

    def _places(self, width: float, setting: Setting) -> tuple[Place, ...]:
        chain = self._chain(setting)
        places = arranged(chain, width)
        if places is None:
            widest = max(range(len(self.steps)), key=lambda index: chain.least[index])
            missing = chain.least[widest] - width
            raise LayoutError(
                f"The step “{self.steps[widest].label}” is {missing:.1f} mm too wide for its place of {width:.1f} mm.",
                where=self.steps[widest].source or self.source,
                mend="Give the flow more width, or shorten the longest word of the step.",
                missing_mm=missing,
            )
        return places

    def _icons(self, setting: Setting) -> list[str]:
        """Where each icon stands: over the head where that makes its step no higher than the highest, else beside."""

        def height(one: Step, icon: str) -> float:
            return one.content(one.natural_width(setting, icon), setting, icon).height

        highest = max(height(one, "beside") for one in self.steps)
        return [
            "over" if one.icon and one.form.grows and height(one, "over") <= highest + 1e-6 else "beside"
            for one in self.steps
        ]

    def _contents(self, places: Sequence[Place], setting: Setting) -> list[Content]:
        """The words of every step in its place."""
        icons = self._icons(setting)
        return [
            one.content(place.width, setting, icon)
            for one, place, icon in zip(self.steps, places, icons, strict=True)
        ]

    def _heights(
        self, places: Sequence[Place], contents: Sequence[Content], setting: Setting
    ) -> tuple[float, float]:
        """The natural height of a row, and that of its boxes."""
        each = [
            one.height_around(content.height, setting) for one, content in zip(self.steps, contents, strict=True)
        ]
        row = max(each)
        style = _via_style(setting)
        for index, one in enumerate(self.steps[1:]):
            if one.via and places[index].row == places[index + 1].row:
                room = _room_between(places[index], places[index + 1])
                words = set_text(one.via, room, style, setting, one.source)
                row = max(row, 2 * (words.height + OVER_ARROW))
        plain = [height for one, height in zip(self.steps, each, strict=True) if one.form.grows]
        return row, max(plain, default=row)

    def _down_gap(self, places: Sequence[Place], width: float, setting: Setting) -> float:
        """How far apart the rows are, so that the words at the arrows between them have room."""
        gap = LEAST_ARROW
        for index, one in enumerate(self.steps[1:]):
            if one.via and places[index].row != places[index + 1].row:
                x = places[index].x + places[index].width / 2
                gap = max(gap, _set_beside(one, x, width, setting).height + 2 * BESIDE_WORDS)
        return gap


def flow(*steps: Step | Flow | str, name: str = "") -> Flow:
    """Steps with arrows between them: ``flow(step("Data", "15T tokens"), step("Training"), "Model")``.

    The same is ``step("Data", "15T tokens") >> step("Training") >> "Model"``. A string is a step with that head.
    """
    where = caller()
    if not steps:
        raise SheetError("The flow has no steps.", where=where, mend='flow(step("First"), step("Then"))')
    chain = tuple(one for part in steps for one in _steps(part, where))
    if chain[0].via:
        raise SheetError(
            f"No arrow leads to the first step, so “{chain[0].via}” cannot stand at it.",
            where=chain[0].source or where,
            mend="Give via= to the step that the arrow leads to.",
        )
    return Flow(steps=chain, name=name, source=where)


def joined(first: Step | Flow, other: Step | Flow | str) -> Flow:
    """``first >> other``."""
    name = first.name if isinstance(first, Flow) else ""
    made = flow(first, other, name=name)
    return replace(made, percent=first.percent) if isinstance(first, Flow) else made


def _steps(part: object, where: Source | None) -> tuple[Step, ...]:
    if isinstance(part, Flow):
        return part.steps
    if isinstance(part, Step):
        return (part,)
    if isinstance(part, str):
        return (step(part),)
    raise SheetError(
        f"A flow leads through steps and strings, not {type(part).__name__}.",
        where=where,
        mend='step("…") >> step("…")'
    )


def _rect_of(
    one: Step, place: Place, content: Content, middle: float, boxes: float, row: float, setting: Setting
) -> Rect:
    """The outline's rectangle: boxes share a height, rounder shapes take what their words need, up to the row's."""
    width = place.width
    height = boxes if one.form.grows else min(row, max(boxes, one.height_around(content.height, setting)))
    if one.shape == "circle":
        wide, high = content.ink_width, content.height
        if sqrt(wide * wide + high * high) <= min(width, row) - 1.0:
            width = height = min(width, row)
    return Rect(place.x + (place.width - width) / 2, middle - height / 2, width, height)


def _between(a: Rect, b: Rect) -> tuple[float, float, float, float]:
    """Start and end of the arrow from one box to the next: level, or down to the next row."""
    if b.y >= a.bottom:
        return a.centre[0], a.bottom + CLEAR, b.centre[0], b.y - CLEAR
    if b.x >= a.right:
        return a.right + CLEAR, a.centre[1], b.x - CLEAR, b.centre[1]
    return a.x - CLEAR, a.centre[1], b.right + CLEAR, b.centre[1]


def _room_between(a: Place, b: Place) -> float:
    left, right = sorted((a, b), key=lambda place: place.x)
    return right.x - left.x - left.width - 2 * BESIDE_WORDS


def _words_over(one: Step, a: Rect, b: Rect, setting: Setting) -> tuple[Line, ...]:
    """The words over the level arrow from one box to the next."""
    left, right = sorted((a, b), key=lambda rect: rect.x)
    room = right.x - left.right - 2 * BESIDE_WORDS
    box = set_text(one.via, room, _via_style(setting), setting, one.source)
    return box.moved(left.right + BESIDE_WORDS, a.centre[1] - OVER_ARROW - box.height)


def _words_beside(one: Step, x: float, middle: float, width: float, setting: Setting) -> tuple[Line, ...]:
    """The words beside the arrow that leads down at ``x``."""
    box = _set_beside(one, x, width, setting)
    left = x - OVER_ARROW - box.width if x > width / 2 else x + OVER_ARROW
    return box.moved(left, middle - box.height / 2)


def _set_beside(one: Step, x: float, width: float, setting: Setting) -> TextBox:
    """The words for an arrow that leads down at ``x``, on the side where there is more room."""
    style = replace(_via_style(setting), align="right" if x > width / 2 else "left")
    room = min(max(x, width - x) - OVER_ARROW, _measure(one.via, style, setting))
    return set_text(one.via, room, style, setting, one.source)


def _via_style(setting: Setting) -> TextStyle:
    return replace(note_style(setting, align="centre"), leading=1.15)


def _measure(via: str, style: TextStyle, setting: Setting) -> float:
    return min(text_width(via, style, setting), max(WIDEST_WORDS, word_width(via, style, setting)))
