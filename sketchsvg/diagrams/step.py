"""A step of a flow: a head, lines below it, an icon, in a shape of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from sketchsvg.authored import Authored
from sketchsvg.blocks.checks import caller, checked_icon, words
from sketchsvg.blocks.writing import body_style, set_text, text_width, word_width
from sketchsvg.diagrams.shapes import SHAPES, Shape
from sketchsvg.errors import Source
from sketchsvg.frame import POINT, Frame, Line, Setting, TextStyle
from sketchsvg.geometry.rect import Rect
from sketchsvg.icons.find import icon as find_icon
from sketchsvg.lettering.inline import plain_text
from sketchsvg.names import look_up
from sketchsvg.scene import Fill, Layer, Mark
from sketchsvg.theme.contrast import laid_over
from sketchsvg.theme.theme import HUES

if TYPE_CHECKING:
    from sketchsvg.diagrams.flow import Flow

#: Size of a head over the body, pitch of heads and lines in em, and the white between head and lines in em.
HEAD_SIZE, HEAD_PITCH, LINE_PITCH, UNDER_HEAD = 1.1, 1.16, 1.26, 0.12
#: Side of an icon beside a head and the white after it, in em of the head.
ICON_SIDE, ICON_GAP = 1.3, 0.4
#: Side of an icon over a head in em of the head, and the white under it as a part of that.
ICON_OVER, UNDER_ICON = 1.75, 0.14
#: Words wider than this, in em, are broken in outlines that taper.
BROKEN = 6.0
#: The hachure of a toned step: white between its lines and their width in mm, its opacity: words stay readable.
HACHURE_GAP, HACHURE_WEIGHT, HACHURE_OPACITY = 1.5, 0.32, 0.24
#: How much of its tone colours the ground of a step.
GROUND = 0.1


class Content(Struct, frozen=True):
    """The words of a step set in a width: lines relative to their own corner, icon as (x, y, side); in mm."""

    lines: tuple[Line, ...]
    width: float
    height: float
    icon: tuple[float, float, float] | None

    @property
    def ink_width(self) -> float:
        """The width of the longest line, with the icon where one stands beside the head."""
        right = max(line.rect.right for line in self.lines)
        left = min([line.rect.x for line in self.lines] + ([self.icon[0]] if self.icon else []))
        return right - left


class Step(Authored, frozen=True):
    """What a step says and how it looks; ``via`` stands over the arrow that leads here."""

    head: str
    lines: tuple[str, ...] = ()
    icon: str = ""
    tone: str = ""
    shape: str = "box"
    via: str = ""
    source: Source | None = None

    kind: ClassVar[str] = "node"
    percent: ClassVar[float | None] = None

    @property
    def label(self) -> str:
        """Its head."""
        return plain_text(self.head)

    @property
    def shown(self) -> str:
        """Its head and its lines."""
        return ": ".join([self.label, *([", ".join(plain_text(line) for line in self.lines)] if self.lines else [])])

    @property
    def form(self) -> Shape:
        """Its shape."""
        return SHAPES[self.shape]

    def __rshift__(self, other: Step | Flow | str) -> Flow:
        from sketchsvg.diagrams.flow import joined

        return joined(self, other)

    def natural_width(self, setting: Setting, icon: str = "beside") -> float:
        """The width in mm at which no line is broken; in an outline that tapers, words are rather broken once."""
        widest = text_width(self.head, _head_style(setting), setting)
        widest = self._with_icon(widest, icon, setting)
        style = _line_style(setting)
        widest = max(widest, *(text_width(line, style, setting) for line in self.lines), 0.0)
        if not self.form.grows and widest > BROKEN * style.size * POINT:
            return max(self.least_width(setting, icon), self._around(widest * 0.62, setting))
        return self._around(widest, setting)

    def least_width(self, setting: Setting, icon: str = "beside") -> float:
        """The width in mm under which words would be broken."""
        widest = word_width(self.head, _head_style(setting), setting)
        widest = self._with_icon(widest, icon, setting)
        style = _line_style(setting)
        widest = max(widest, *(word_width(line, style, setting) for line in self.lines), 0.0)
        return self._around(widest, setting)

    def content(self, width: float, setting: Setting, icon: str = "beside") -> Content:
        """The words in an outline of ``width`` mm, with the icon ``beside`` the head or ``over`` it."""
        form = self.form
        inner = (width - 2 * form.pad_x * setting.padding) / form.wide
        style = _head_style(setting)
        beside = self._with_icon(0.0, icon, setting) if icon == "beside" else 0.0
        side = (ICON_SIDE if icon == "beside" else ICON_OVER) * style.size * POINT
        top = side * (1 + UNDER_ICON) if self.icon and icon == "over" else 0.0
        head = set_text(self.head, inner - beside, style, setting, self.source)
        lines = head.moved(beside, top)
        y = top + head.height + (UNDER_HEAD * style.size * POINT if self.lines else 0.0)
        if top:
            placed = ((inner - side) / 2, 0.0, side)
        else:
            placed = (min(line.rect.x for line in lines) - beside, (head.height - side) / 2, side)
        for words_ in self.lines:
            box = set_text(words_, inner, _line_style(setting), setting, self.source)
            lines += box.moved(0.0, y)
            y += box.height
        return Content(lines, inner, y, placed if self.icon else None)

    def height_around(self, height: float, setting: Setting) -> float:
        """How high the outline is around words of ``height`` mm."""
        return height * self.form.high + 2 * self.form.pad_y * setting.padding

    def framed(self, rect: Rect, content: Content, setting: Setting) -> Frame:
        """The step in its place with its words in the middle."""
        x, y = (rect.width - content.width) / 2, (rect.height - content.height) / 2
        inner = setting.within(self.tone, boxes=0)
        icon = None if content.icon is None else (content.icon[0] + x, content.icon[1] + y, content.icon[2])
        lines = tuple(line.moved(x, y) for line in content.lines)
        return Frame(self, rect, inner, lines=lines, detail=icon)

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The outline with its ground, and the icon."""
        theme, rect = frame.setting.theme, frame.rect
        outline = self.form.outline(rect, theme.lines.card_radius)
        colour = frame.setting.accent_colour if self.tone else theme.ink.text
        # Banana is a colour for grounds: as a line on white it would hardly be seen.
        drawn = theme.written[self.tone] if self.tone == "banana" else colour
        ground = laid_over(theme.ink.panel, colour, GROUND) if self.tone else theme.ink.panel
        yield Mark(
            f"{frame.id}/ground", outline, "ruler", 0.0, ground, Layer.PANEL + frame.setting.depth,
            fill=Fill("wash", ground),
        )  # fmt: skip
        if self.tone:
            yield Mark(
                f"{frame.id}/hachure", outline, theme.pens.rule, 0.0, colour, Layer.FILL,
                fill=Fill(theme.pens.fill, colour, HACHURE_OPACITY, HACHURE_GAP, HACHURE_WEIGHT),
            )  # fmt: skip
        weight = theme.lines.card * (1.25 if self.tone else 1.0)
        yield Mark(f"{frame.id}/box", outline, theme.pens.frame, weight, drawn, Layer.LINE)
        if isinstance(frame.detail, tuple):
            x, y, side = frame.detail
            drawing = find_icon(self.icon).curves.placed(rect.x + x, rect.y + y, side)
            yield Mark(f"{frame.id}/icon", drawing, theme.pens.icon, theme.lines.icon, drawn, Layer.LINE)

    def _with_icon(self, width: float, icon: str, setting: Setting) -> float:
        """The width of a head of ``width`` mm together with the icon beside or over it."""
        em = _head_style(setting).size * POINT
        if not self.icon:
            return width
        return width + (ICON_SIDE + ICON_GAP) * em if icon == "beside" else max(width, ICON_OVER * em)

    def _around(self, width: float, setting: Setting) -> float:
        return width * self.form.wide + 2 * self.form.pad_x * setting.padding + 1e-6


def step(
    head: str, *lines: str, icon: str = "", tone: str = "", shape: str = "box", via: str = ""
) -> Step:
    """A step of a flow: ``head`` in bold, ``lines`` below it, all with inline markup.

    ``tone`` is one of the hues cobalt, leaf, tangerine, plum, rose, banana; ``shape`` is box, pill, oval, circle or
    diamond; ``via`` is written over the arrow that leads to this step. Raises ``SheetError`` or ``NameUnknownError``.
    """
    where = caller()
    if tone:
        look_up("tone", tone, {hue: hue for hue in HUES}, where)
    look_up("shape", shape, SHAPES, where)
    return Step(
        head=words(head, "The head of the step"),
        lines=tuple(words(line, "A line of the step") for line in lines),
        icon=checked_icon(icon),
        tone=tone,
        shape=shape,
        via=words(via, "The words at the arrow", empty=True),
        source=where,
    )


def _head_style(setting: Setting) -> TextStyle:
    style = body_style(setting, bold=True, align="centre")
    return style.scaled(HEAD_SIZE, HEAD_PITCH, setting.theme.type.head_weight)


def _line_style(setting: Setting) -> TextStyle:
    return body_style(setting, align="centre").scaled(1.0, LINE_PITCH)
