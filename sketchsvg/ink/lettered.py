"""Words as a mark: lines of our own hand at a place, for drawings that are no sheet."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from msgspec.structs import replace

from sketchsvg.calling import caller
from sketchsvg.errors import CharacterError, SheetError
from sketchsvg.geometry.curves import Curves
from sketchsvg.ink.arguments import number, within
from sketchsvg.ink.marks import key_of, styled
from sketchsvg.ink.style import Style
from sketchsvg.lettering.hand import Hand, hand_of
from sketchsvg.lettering.inline import clean_text
from sketchsvg.names import unknown
from sketchsvg.scene import Layer, Mark, Word, Writing

#: Millimetres in a typographic point (1/72 inch).
POINT = 25.4 / 72
#: Where each line begins, as a share of its width before (x, y).
ALIGNMENTS = {"left": 0.0, "centre": 0.5, "right": 1.0}
SMALLEST, LARGEST = 1.0, 1000.0


def text(
    x: float, y: float, words: str, size: float = 11.0, *, align: str = "left", bold: bool = False,
    leading: float = 1.4, turn: float = 0.0, style: Style | None = None, key: str = "",
) -> Mark:  # fmt: skip
    r"""``words`` in our hand, at ``size`` pt; ``\n`` begins a new line ``leading`` em lower.

    (x, y) is where the first baseline begins, has its middle or ends, by ``align``. ``turn`` turns it all about that
    point, in degrees anticlockwise. The style's width is the pen's, in mm. ``CharacterError`` for a character that the
    hand cannot write.
    """
    where = caller()
    if align not in ALIGNMENTS:
        raise unknown("alignment", str(align), ALIGNMENTS, where)
    clean = clean_text(words, where)
    if not clean.strip():
        raise SheetError("There are no words to write.", where=where, mend='text(10, 20, "hello")')
    if style is not None and style.fill is not None:
        raise SheetError("Writing cannot be filled.", where=where, mend="Take the fill away, or draw a shape behind.")
    left, baseline = number(x, "x"), number(y, "y")
    em = within(size, "The type size", SMALLEST, LARGEST) * POINT
    tilt, lead = within(turn, "turn", -360, 360), within(leading, "leading", 0.1, 10) * em
    hand = hand_of()
    try:
        runs = [(line, hand.write(line, bold)) for line in clean.split("\n")]
    except CharacterError as error:
        error.where = error.where or where
        raise
    parts: list[Curves] = []
    origins, glyphs, known, taken = [], [], [], 0
    for row, (line, run) in enumerate(runs):
        begin, level = left - run.width * em * ALIGNMENTS[align], baseline + row * lead
        parts.append(run.curves.placed(begin, level, em))
        origins.append(run.origins * em + np.array((begin, level)))
        glyphs.append(run.glyph_of_stroke + taken)
        taken += len(run.origins)
        known += list(_words(line, begin, level, em, hand, bold))
    curves = Curves.joined(parts).turned(-tilt, left, baseline)
    marked = [_turned(word, -tilt, left, baseline) for word in known]
    places = _turned_points(np.concatenate(origins), -tilt, left, baseline)
    writing = Writing(clean, tuple(marked), places, np.concatenate(glyphs), em)
    numbers = (left, baseline, em, lead, tilt, float(bold), ALIGNMENTS[align])
    mark = styled(curves, style, key or key_of("text", numbers, clean), Layer.TEXT)
    return replace(mark, writing=writing)


def usual_width(size: float, bold: bool) -> float:
    """The pen for writing at ``size`` pt, in mm: 8.5 % of the em, 10.5 % for bold."""
    return size * POINT * (0.105 if bold else 0.085)


def _words(line: str, x: float, y: float, em: float, hand: Hand, bold: bool) -> Iterator[Word]:
    """The words of a line for the text layer."""
    offset, parts = 0.0, line.split(" ")
    for index, part in enumerate(parts):
        final = index == len(parts) - 1
        if part:
            width = hand.advance(part, bold) * em
            yield Word(part, x + offset * em, y, width, em, space=not final, end=final)
        offset = hand.advance(" ".join(parts[: index + 1]) + " ", bold)


def _turned(word: Word, degrees: float, x: float, y: float) -> Word:
    place = _turned_points(np.array([(word.x, word.y)]), degrees, x, y)[0]
    return replace(word, x=float(place[0]), y=float(place[1]), angle=degrees)


def _turned_points(points: np.ndarray, degrees: float, x: float, y: float) -> np.ndarray:
    return Curves(points, np.array([0, len(points)])).turned(degrees, x, y).points
