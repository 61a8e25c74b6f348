"""Callouts: a note, a tip, a warning or a danger that must not be overlooked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller, checked_icon, words
from sketchsvg.blocks.writing import body_style, set_text, word_width
from sketchsvg.frame import POINT, Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import rectangle
from sketchsvg.icons.find import icon as find_icon
from sketchsvg.names import look_up
from sketchsvg.scene import Fill, Layer, Mark
from sketchsvg.theme.contrast import laid_over


class Tone(Struct, frozen=True):
    """What sets one kind of callout apart."""

    accent: str
    icon: str


TONES = {
    "note": Tone("cobalt", "pencil"),
    "tip": Tone("leaf", "lightbulb"),
    "warning": Tone("tangerine", "triangle-alert"),
    "danger": Tone("rose", "octagon-alert"),
}


class Callout(Block, frozen=True, kw_only=True):
    """Words in a tinted box with the icon and the hue of their ``tone``."""

    words: str
    tone: str
    icon: str = ""
    kind: ClassVar[str] = "callout"
    role: ClassVar[str] = "note"
    stretch: ClassVar[float] = 0.12

    @property
    def shown(self) -> str:
        """Its tone, which its hue and its icon show."""
        return self.tone

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The icon at the left, the words beside it."""
        tone = TONES[self.tone]
        inner = setting.within(tone.accent)
        style = body_style(inner)
        em = style.size * POINT
        pad = inner.padding * 0.75
        left = pad + 2.05 * em
        box = set_text(self.words, width - left - pad, style, inner, self.source)
        high = max(box.height + pad * 1.1, 1.9 * em, height or 0.0)
        return Frame(
            self, Rect(0, 0, width, high), inner, lines=box.moved(left, (high - box.height) / 2),
            detail=Rect(pad, (high - 1.6 * em) / 2, 1.6 * em, 1.6 * em),
        )  # fmt: skip

    def least_width(self, setting: Setting) -> float:
        """The widest word, the icon and the padding."""
        style = body_style(setting)
        return word_width(self.words, style, setting) + 2.05 * style.size * POINT + 1.5 * setting.padding

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """Box and icon."""
        theme, colour = frame.setting.theme, frame.setting.accent_colour
        rect, icon = frame.rect, frame.detail
        assert isinstance(icon, Rect)
        yield Mark(
            f"{frame.id}/box", rectangle(rect, theme.lines.card_radius), theme.pens.frame, theme.lines.card, colour,
            Layer.PANEL + frame.setting.depth, fill=Fill("wash", laid_over(theme.ink.panel, colour, 0.14)),
        )  # fmt: skip
        drawing = find_icon(self.icon or TONES[self.tone].icon).curves
        placed = drawing.placed(rect.x + icon.x, rect.y + icon.y, icon.width)
        yield Mark(f"{frame.id}/icon", placed, theme.pens.icon, theme.lines.icon, colour, Layer.LINE)


def callout(words_: str, tone: str = "note", *, icon: str = "", name: str = "") -> Callout:
    """Words that must not be overlooked; ``tone`` is ``"note"``, ``"tip"``, ``"warning"`` or ``"danger"``."""
    where = caller()
    look_up("callout", tone, TONES, where)
    return Callout(
        words=words(words_, "The callout"), tone=tone, icon=checked_icon(icon), name=name, source=where
    )


def note(words_: str, *, icon: str = "", name: str = "") -> Callout:
    """A callout to remember."""
    return callout(words_, "note", icon=icon, name=name)


def tip(words_: str, *, icon: str = "", name: str = "") -> Callout:
    """A callout that helps."""
    return callout(words_, "tip", icon=icon, name=name)


def warning(words_: str, *, icon: str = "", name: str = "") -> Callout:
    """A callout that warns."""
    return callout(words_, "warning", icon=icon, name=name)


def danger(words_: str, *, icon: str = "", name: str = "") -> Callout:
    """A callout against doing something."""
    return callout(words_, "danger", icon=icon, name=name)
