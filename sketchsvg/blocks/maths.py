"""A formula on a line of its own."""

from __future__ import annotations

from typing import ClassVar

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller, positive, words
from sketchsvg.blocks.formulas import formula_of
from sketchsvg.blocks.text import ALIGNMENTS
from sketchsvg.blocks.writing import body_style
from sketchsvg.errors import LayoutError
from sketchsvg.frame import POINT, Frame, Line, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.lettering.inline import FORMULA, InlineStyle
from sketchsvg.lettering.paragraph import SetLine, SetRun
from sketchsvg.names import unknown

#: White over and under a formula, in em.
WHITE = 0.22
DISPLAY = InlineStyle(maths="display")


class Maths(Block, frozen=True, kw_only=True):
    """A formula, set large; ``size`` is relative to the body."""

    source_text: str
    align: str = "centre"
    size: float = 1.0
    kind: ClassVar[str] = "maths"
    role: ClassVar[str] = "formula"

    @property
    def shown(self) -> str:
        """Its source."""
        return self.source_text

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The formula in its line, in the middle of a greater height."""
        from msgspec.structs import replace

        style = body_style(setting)
        style = replace(style, size=style.size * self.size)
        em = style.size * POINT
        made = formula_of(self.source_text, setting, True, self.source)
        length = made.width * em
        if length > width + 0.01:
            raise LayoutError(
                f"The formula ${self.source_text[:24]}$ is {length - width:.1f} mm too wide for its place of "
                f"{max(0.0, width):.1f} mm.",
                where=self.source, mend="Break it in two, make it smaller (size=0.9), or give it more room.",
                missing_mm=length - width,
            )  # fmt: skip
        natural = (made.ascent + made.descent + 2 * WHITE) * em
        full = max(natural, height or 0.0)
        x = {"left": 0.0, "centre": (width - length) / 2, "right": width - length}[self.align]
        top = (full - natural) / 2
        row = SetLine((SetRun(self.source_text, DISPLAY, FORMULA, 0.0, made.width),), made.width)
        line = Line(Rect(x, top, length, natural), top + (WHITE + made.ascent) * em, row, style)
        return Frame(self, Rect(0, 0, width, full), setting, lines=(line,))

    def least_width(self, setting: Setting) -> float:
        """The formula's own width: it is never broken."""
        em = body_style(setting).size * self.size * POINT
        return formula_of(self.source_text, setting, True, self.source).width * em


def maths(source: str, *, align: str = "centre", size: float = 1.0, name: str = "") -> Maths:
    r"""A formula in LaTeX on a line of its own: ``maths(r"\frac{a}{b}")``.

    ``size`` is relative to the body's type, ``align`` is ``"left"``, ``"centre"`` or ``"right"``. Dollars around it
    are taken off. A ``SheetError`` names what cannot be understood; formulas need ``sketchsvg[maths]``.
    """
    where = caller()
    if align not in ALIGNMENTS:
        raise unknown("alignment", str(align), ALIGNMENTS, where)
    text = words(source, "The formula").replace("\n", " ").strip()
    for mark in ("$$", "$"):
        if len(text) > 2 * len(mark) and text.startswith(mark) and text.endswith(mark):
            text = text[len(mark) : -len(mark)].strip()
            break
    return Maths(source_text=text, align=align, size=positive(size, "The size"), name=name, source=where)
