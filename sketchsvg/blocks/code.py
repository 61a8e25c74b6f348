"""A block of code: the writing hand with equal advances on a pale panel, nothing in it taken for markup."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from textwrap import dedent
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller, words
from sketchsvg.blocks.writing import body_style, note_style
from sketchsvg.errors import LayoutError
from sketchsvg.frame import POINT, Frame, Line, Setting, TextStyle
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import polyline_stroke, rectangle, smooth_stroke
from sketchsvg.lettering.glyph import Written
from sketchsvg.lettering.hand import CODE_ADVANCE, MIDDLE, Hand, Step
from sketchsvg.lettering.inline import PLAIN
from sketchsvg.lettering.paragraph import SetLine, SetRun
from sketchsvg.scene import Fill, Layer, Mark

TAB = 4
#: Size and leading relative to those of the body: code runs wide, and its lines belong together.
SCALE, LEADING = 0.94, 0.95
#: In a greater height lines move apart by up to this factor, and the white above them grows by up to this one.
LOOSEST, DEEPEST = 1.2, 2.2
#: With box drawing in them lines move apart up to this leading only, so that its lines meet.
FRAMED = 1.42
#: White inside the panel in em: beside the code, and over and under it at an air of 1.
BESIDE, ABOVE = 0.8, 0.45
#: How many characters a wrapped line goes on to the right of where it began: room for the hook before it.
HANG = 3
#: Characters: under this many a line there is no reading code, and the white before the tag of the language.
LEAST, BEFORE_TAG = 12, 2
#: A line breaks behind one of the first of these if there is one in its second half, else one of the second, else
#: anywhere.
GOOD_ENDS, FAIR_ENDS = frozenset(" ,;"), frozenset(":([{=+-*/|&.)_")
GROUND_OPACITY = 0.08
#: How round the corners are, as a part of a card's.
ROUND = 0.72


class CodeHand(Hand):
    """A hand that writes all it is given as code."""

    def __init__(self, hand: Hand) -> None:
        super().__init__(hand.style)
        self._of = hand

    def advance(self, text: str, bold: bool = False, code: bool = False) -> float:
        """The width of ``text`` in em, written as code."""
        return self._of.advance(text, bold, True)

    def steps(self, text: str, bold: bool = False, code: bool = False) -> list[Step]:
        """For each character of ``text`` where it begins, its advance and its scale, written as code."""
        return self._of.steps(text, bold, True)

    def write(
        self, text: str, bold: bool = False, code: bool = False, italic: bool = False, seed: int = 0
    ) -> Written:
        """The strokes of ``text`` in em, written as code."""
        return self._of.write(text, bold, True, italic, seed)


@lru_cache(maxsize=32)
def code_hand(hand: Hand) -> CodeHand:
    """The same hand writing code; the same one each time."""
    return CodeHand(hand)


class CodeRow(Struct, frozen=True):
    """A row of code on the page: its text, where it begins in em, and whether it goes on with the row before."""

    text: str
    begin: float = 0.0
    goes_on: bool = False


class Code(Block, frozen=True, kw_only=True):
    """Lines of code; ``language`` is written in the corner."""

    rows: tuple[str, ...]
    language: str = ""
    kind: ClassVar[str] = "code"
    role: ClassVar[str] = "code"
    stretch: ClassVar[float] = 0.1

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The lines as typed, too long ones wrapped behind a hook; in a greater height they move apart a little."""
        inner = replace(setting, hand=code_hand(setting.hand))
        size = max(setting.theme.type.floor, setting.body * SCALE)
        style = replace(body_style(inner), size=size, leading=setting.leading * LEADING)
        em = style.size * POINT
        room = width - 2 * BESIDE * em
        if width < self.least_width(setting) - 0.01:
            missing = self.least_width(setting) - width
            raise LayoutError(
                f"The code is {missing:.1f} mm too narrow to be read.",
                where=self.source,
                mend="Give it more width.",
                missing_mm=missing,
            )
        rows = [part for row in self.rows for part in wrapped(row, room / em, inner.hand)]
        small = replace(note_style(inner), role="label")
        tag = _line(CodeRow(self.language), small, style.leading * em, inner) if self.language else None
        if tag is not None and not self._beside(tag, rows[0], room, em, inner.hand):
            rows.insert(0, CodeRow(""))
        above = ABOVE * em * setting.air
        natural = len(rows) * style.leading * em + 2 * above
        full = max(natural, height or 0.0)
        framed = any("\u2500" <= char <= "\u259f" for row in rows for char in row.text)
        pitch = min((full - 2 * above) / len(rows), FRAMED * em if framed else style.leading * em * LOOSEST)
        top = min((full - len(rows) * pitch) / 2, above * DEEPEST)
        set_rows = [
            _line(row, style, pitch, inner).moved(BESIDE * em, top + number * pitch)
            for number, row in enumerate(rows)
            if row.text
        ]
        if tag is not None:
            set_rows.append(tag.moved(width - BESIDE * em - tag.rect.width, top))
        hooks = tuple(
            (BESIDE * em + row.begin * em, top + (number + 0.5) * pitch)
            for number, row in enumerate(rows)
            if row.goes_on
        )
        return Frame(self, Rect(0, 0, width, full), inner, lines=tuple(set_rows), detail=hooks)

    def least_width(self, setting: Setting) -> float:
        """A few characters and the white beside them; longer lines wrap."""
        return (LEAST * CODE_ADVANCE + 2 * BESIDE) * setting.body * POINT

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The panel, and a hook before every line that goes on with the one above it."""
        theme, box = frame.setting.theme, frame.rect
        outline = rectangle(box, theme.lines.card_radius * ROUND)
        layer = Layer.PANEL + frame.setting.depth
        for part, colour, opacity in (("panel", theme.ink.panel, 1.0), ("ground", theme.ink.note, GROUND_OPACITY)):
            yield Mark(
                f"{frame.id}/{part}", outline, "ruler", 0.0, colour, layer + (part == "ground"),
                fill=Fill("wash", colour, opacity),
            )  # fmt: skip
        yield Mark(f"{frame.id}/frame", outline, theme.pens.rule, theme.lines.rule, theme.ink.note, Layer.LINE)
        em = frame.lines[0].style.size * POINT
        assert isinstance(frame.detail, tuple)
        for number, (x, y) in enumerate(frame.detail):
            yield Mark(
                f"{frame.id}/hook{number}", _hook(em).placed(box.x + x, box.y + y), theme.pens.rule,
                theme.type.weight * 0.8 * em, frame.setting.accent_colour, Layer.LINE,
            )  # fmt: skip

    @staticmethod
    def _beside(tag: Line, first: CodeRow, room: float, em: float, hand: Hand) -> bool:
        """Whether the tag goes into the corner beside the first line."""
        used = first.begin + hand.advance(first.text) + BEFORE_TAG * CODE_ADVANCE
        return used * em + tag.rect.width <= room


def wrapped(row: str, room: float, hand: Hand) -> list[CodeRow]:
    """``row`` in parts of at most ``room`` em; all but the first begin further to the right."""
    indent = len(row) - len(row.lstrip())
    begin = min((indent + HANG) * CODE_ADVANCE, room / 2)
    parts: list[CodeRow] = []
    rest, here = row, 0.0
    while hand.advance(rest) > room - here:
        cut = _cut(rest, room - here, hand)
        parts.append(CodeRow(rest[:cut].rstrip(), here, bool(parts)))
        rest, here = rest[cut:].lstrip(), begin
    if rest or not parts:
        parts.append(CodeRow(rest, here, bool(parts)))
    return parts


def _cut(text: str, room: float, hand: Hand) -> int:
    """How many characters of ``text`` go into ``room`` em, up to a good end where there is one; at least one."""
    most = 1
    while most < len(text) and hand.advance(text[: most + 1]) <= room:
        most += 1
    blank = len(text) - len(text.lstrip())
    late = range(most, max(most // 2, blank), -1)
    good = (cut for ends in (GOOD_ENDS, FAIR_ENDS) for cut in late if text[cut - 1] in ends)
    return next(good, most)


def _line(row: CodeRow, style: TextStyle, pitch: float, setting: Setting) -> Line:
    """One row as a line whose box begins at the row's own place, its top at 0."""
    em = style.size * POINT
    width = setting.hand.advance(row.text)
    set_row = SetLine((SetRun(row.text, PLAIN, None, 0.0, width),), width, gap="\n")
    return Line(Rect(row.begin * em, 0.0, width * em, pitch), pitch / 2 + MIDDLE * em, set_row, style)


def _hook(em: float) -> Curves:
    """An arrow that comes down from the line above and turns right, ending short of (0, 0)."""
    bend = [(-1.3, -0.5), (-1.28, -0.1), (-1.1, 0.1), (-0.4, 0.12)]
    head = [(-0.62, -0.1), (-0.36, 0.12), (-0.62, 0.34)]
    return Curves.of([smooth_stroke(bend) * em, polyline_stroke(head) * em])


def code(text: str, language: str = "", *, name: str = "") -> Code:
    """A block of code, drawn as it was typed: blank lines and indentation stay, and no sign in it is markup.

    Indentation that all lines share is taken away, tabs become four spaces, and lines that are too long go on behind
    a hook. ``language`` is written in the corner. Raises ``SheetError`` when ``text`` is empty or no text.
    """
    typed = text.replace("\r\n", "\n").expandtabs(TAB) if isinstance(text, str) else text
    clean = words(typed, "The code")
    rows = [row.rstrip() for row in dedent(clean).split("\n")]
    filled = [number for number, row in enumerate(rows) if row]
    return Code(
        rows=tuple(rows[filled[0] : filled[-1] + 1]),
        language=words(language, "The language", empty=True).strip(),
        name=name,
        source=caller(),
    )
