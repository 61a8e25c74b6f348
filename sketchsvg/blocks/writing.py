"""Text inside blocks: strings become lines in a width, and lines become marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sketchsvg.blocks.dense import by_weight, weights_of
from sketchsvg.blocks.emphasis import run_colour, trace_emphasis
from sketchsvg.blocks.formulas import beyond_line, trace_formula
from sketchsvg.errors import LayoutError, Source
from sketchsvg.frame import POINT, Frame, Line, Setting, TextStyle
from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.geometry.rect import Rect
from sketchsvg.icons.find import icon
from sketchsvg.lettering.chance import line_seed
from sketchsvg.lettering.hand import MIDDLE
from sketchsvg.lettering.paragraph import justified_lines, least_width, natural_width, set_lines
from sketchsvg.lettering.spread import words_of_run, written_run
from sketchsvg.scene import Layer, Mark, Word, Writing

#: A hair more than the measured width of a line, so that a line is not broken by rounding in a box made for it.
SLACK = 1e-6
#: How much of the white that a line leaves stands before it.
SIDES = {"left": 0.0, "justify": 0.0, "centre": 0.5, "right": 1.0}


class TextBox(Struct, frozen=True):
    """Lines set in a width: relative to the box's corner, with the height they take. Lengths in mm."""

    lines: tuple[Line, ...]
    width: float
    height: float

    def moved(self, dx: float, dy: float) -> tuple[Line, ...]:
        """The lines with the box's corner at (dx, dy)."""
        return tuple(line.moved(dx, dy) for line in self.lines)


def body_style(setting: Setting, *, bold: bool = False, align: str = "left") -> TextStyle:
    """How body text is written."""
    theme = setting.theme
    weight = theme.type.bold if bold else theme.type.weight
    return TextStyle(setting.body, setting.leading, theme.ink.text, weight, theme.pens.text, bold, align)


def note_style(setting: Setting, *, align: str = "left") -> TextStyle:
    """How a secondary remark is written."""
    theme = setting.theme
    return TextStyle(
        setting.note, setting.leading, theme.ink.note, theme.type.weight, theme.pens.text, align=align
    )


def set_text(
    text: str, width: float, style: TextStyle, setting: Setting, where: Source | None = None, *, tight: bool = False
) -> TextBox:
    """``text`` broken into lines of at most ``width`` mm, each in a line box of size x leading.

    ``tight`` gives a single line the height of its ink instead of its line box (for headings in a row). A character
    that is wider than the width is a ``LayoutError``.
    """
    em = style.size * POINT
    broken = justified_lines if style.align == "justify" else set_lines
    rows = broken(text, max(0.0, width) / em + SLACK, setting.hand, style.bold)
    pitch = em * (1.0 if tight else style.leading)
    lines: list[Line] = []
    pushed = 0.0
    for index, row in enumerate(rows):
        length = row.width * em
        if length > width + 0.01:
            raise LayoutError(
                f"“{row.text[:24]}” is {length - width:.1f} mm too wide for its place of {max(0.0, width):.1f} mm.",
                where=where,
                mend="Give its column or box more room, or write it shorter.",
                missing_mm=length - width,
            )
        x = (width - length) * SIDES[style.align]
        # Tall formulas push the lines around them apart.
        over, under = beyond_line(row, setting, pitch / em) if "$" in text else (0.0, 0.0)
        top = index * pitch + pushed
        pushed += (over + under) * em
        high = pitch + (over + under) * em
        lines.append(Line(Rect(x, top, length, high), top + over * em + pitch / 2 + MIDDLE * em, row, style))
    return TextBox(tuple(lines), width, pitch * len(rows) + pushed)


def text_width(text: str, style: TextStyle, setting: Setting) -> float:
    """The width in mm of the longest line of ``text`` when only the author's own breaks are made."""
    return natural_width(text, setting.hand, style.bold) * style.size * POINT


def word_width(text: str, style: TextStyle, setting: Setting) -> float:
    """The width in mm of the widest piece of ``text`` that is not broken without need."""
    return least_width(text, setting.hand, style.bold) * style.size * POINT


def trace_lines(frame: Frame) -> Iterator[Mark]:
    """The marks of a settled frame's own lines: swipes and underlines under the words, then the words."""
    for number, (before, line, after) in enumerate(neighbours(frame.lines)):
        yield from trace_line(line, frame.setting, f"{frame.id}/line{number}", before=before, after=after)


def neighbours(lines: Sequence[Line]) -> Iterator[tuple[Line | None, Line, Line | None]]:
    """Every line with the lines of its own paragraph before and after it."""
    for number, line in enumerate(lines):
        before = lines[number - 1] if number and not lines[number - 1].words.final else None
        yield before, line, lines[number + 1] if not line.words.final and number + 1 < len(lines) else None


def trace_line(
    line: Line, setting: Setting, key: str, layer: int = Layer.TEXT, angle: float = 0.0,
    before: Line | None = None, after: Line | None = None,
) -> Iterator[Mark]:  # fmt: skip
    """The marks of one line of text. ``angle`` turns its words in the text layer (its strokes are turned later).

    ``before`` and ``after`` are the other lines of its paragraph: what is drawn around words is open towards them.
    """
    em = line.style.size * POINT
    yield from trace_emphasis(line, setting, key, layer, before, after)
    for index, run in enumerate(line.words.runs):
        part = f"{key}/{index}"
        x = line.rect.x + run.x * em
        if run.style.maths:
            colour = run_colour(run, line.style, setting.theme)
            yield from trace_formula(run, x, line, setting, colour, part, layer, index)
        elif run.icon is not None:
            yield _icon_in_text(line, index, x, em, setting, part, layer)
        elif run.text.strip():
            yield from _writing(line, index, x, em, setting, part, layer)


def _writing(
    line: Line, index: int, x: float, em: float, setting: Setting, key: str, layer: int
) -> Iterator[Mark]:
    run, style, theme = line.words.runs[index], line.style, setting.theme
    bold = run.style.bold or style.bold
    written = written_run(run, setting.hand, bold, line_seed(key))
    placed = written.curves.placed(x, line.baseline, em)
    weight = style.weight
    if not style.bold and (run.style.bold or run.style.tone):
        weight = theme.type.bold
    mark = Mark(
        key, placed, style.pen, weight * em, run_colour(run, style, theme), layer,
        writing=Writing(
            run.text,
            _words(line, index, x, em, setting, bold),
            written.origins * em + (x, line.baseline),
            written.glyph_of_stroke,
            em,
            setting.hand.style.drift,
            setting.hand.style.tremor,
        ),
    )
    yield from by_weight(mark, weights_of(written, weight))


def _words(line: Line, index: int, x: float, em: float, setting: Setting, bold: bool) -> tuple[Word, ...]:
    """The words of a run for the text layer; a run that ends without a space joins the next one.

    A word of spaces alone is what an author wrote beyond one: before a line of code, or between two words.
    """
    runs, role = line.words.runs, line.style.role
    run, link = runs[index], runs[index].style.link or ""
    words: list[Word] = []
    at, blanks = _blanks(line, index)
    parts = words_of_run(run, setting.hand, bold)
    for number, (begin, width, part) in enumerate(parts):
        if not part:
            # The word before has the first of the spaces behind it.
            if words or not index or blanks:
                at, blanks = (at if blanks else run.x + begin), blanks + 1
            continue
        space, end, last = line.words.after(index) if number + 1 == len(parts) else (True, False, False)
        start, stop = begin, begin + width
        if number == 0 and index and not runs[index - 1].text.endswith(" "):
            start = 0.0
        if number + 1 == len(parts) and not (space or end):
            # Words that are one word leave no gap between them.
            stop = runs[index + 1].x - run.x
        if blanks:
            white = (run.x + start - at) * em
            words.append(Word(" " * blanks, x + (at - run.x) * em, line.baseline, white, em, 0.0, False, role=role))
            blanks = 0
        words.append(
            Word(
                part, x + start * em, line.baseline, (stop - start) * em, em, 0.0, space, end, last, role, link
            )
        )
    return tuple(words)


def _blanks(line: Line, index: int) -> tuple[float, int]:
    """Where the runs of spaces just before a run begin (em), and how many spaces in them no word has."""
    first = index
    while first and not line.words.runs[first - 1].text.strip():
        first -= 1
    spaces = sum(len(run.text) for run in line.words.runs[first:index])
    return line.words.runs[first].x, max(0, spaces - (first > 0))


def _icon_in_text(
    line: Line, index: int, x: float, em: float, setting: Setting, key: str, layer: int
) -> Mark:
    run = line.words.runs[index]
    drawing = icon(run.icon or "")
    side = em * 0.96
    middle = line.baseline - MIDDLE * em
    placed = drawing.curves.placed(x + (run.width * em - side) / 2, middle - side / 2, side)
    word = Word(
        run.text, x, line.baseline, run.width * em, em, 0.0, *line.words.after(index), line.style.role,
        run.style.link or "", drawing.name,
    )  # fmt: skip
    writing = Writing(run.text, (word,), _no_origins(placed), _no_glyphs(placed), em, 0.0)
    pen = setting.theme.pens.icon
    width = line.style.weight * em * 0.85
    return Mark(key, placed, pen, width, run_colour(run, line.style, setting.theme), layer, writing=writing)


def _no_origins(curves: Curves) -> Floats:
    return curves.points[:1].copy()


def _no_glyphs(curves: Curves) -> Ints:
    import numpy as np

    return np.zeros(len(curves), dtype=np.int64)
