"""The words of a drawing in our hand, fitted to the room they had."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from math import sqrt

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.geometry.shapes import line
from sketchsvg.lettering.glyph import Written
from sketchsvg.lettering.hand import Hand
from sketchsvg.lettering.skeleton import is_writable
from sketchsvg.readers.svg.affine import Matrix, angle_of, moving, placed, placed_curves, placed_point, scale_of, times
from sketchsvg.readers.svg.clipping import cut_strokes, lies_within
from sketchsvg.readers.svg.items import Clip, Lettering
from sketchsvg.scene import Mark, Word, Writing
from sketchsvg.sketching.tracks import Track

#: The nib in em, and that of bold words.
_NIB, _BOLD_NIB = 0.085, 0.118
#: Letters are made narrower down to this, then smaller; and no wider than this where a width is asked for.
_NARROWEST, _WIDEST = 0.8, 1.25
#: The hand writes smaller letters than printed faces of the same size: it grows by so much where there is room.
_LARGEST = 1.1
#: By so much its letters are made wider where even that leaves room.
_WIDER = 1.06
#: No nib is wider than this, mm.
_WIDEST_NIB = 400.0
#: Stands for a character that the hand cannot write.
BOX = "□"
#: What only says whether the sign before it is text or a picture: the hand has one shape for both.
VARIATIONS = "\ufe0e\ufe0f"


class Fitted(Struct, frozen=True, eq=False):
    """A run as it will be written, as shares of what the hand would do by itself.

    ``size`` is that of its em, ``stretch`` that of its letters along the line on top of it, ``spread`` that of the ways
    from letter to letter.
    """

    size: float = 1.0
    stretch: float = 1.0
    spread: float = 1.0


@lru_cache(1024)
def writable(text: str) -> tuple[str, str]:
    """The text with boxes for what the hand cannot write, and those characters, each once."""
    kept: list[str] = []
    lost: dict[str, None] = {}
    for char in unicodedata.normalize("NFC", text):
        if char in VARIATIONS:
            continue
        if char in " \u00a0" or is_writable(char):
            kept.append(char)
        elif char.isspace():
            kept.append(" ")
        elif unicodedata.category(char) not in ("Cf", "Mn", "Me", "Cc"):
            kept.append(BOX)
            lost[char] = None
    return "".join(kept), "".join(lost)


def fitted(own: float, room: float, fixed: bool) -> Fitted:
    """How a run of the width ``own`` is fitted into ``room`` (both em): narrower first, then smaller."""
    if own <= 0 or room <= 0:
        return Fitted()
    share = room / own
    if share >= 1:
        size = min(share, _LARGEST)
        if fixed:
            return Fitted(size, min(share / size, _WIDEST), share / size)
        wide = min(share / size, _WIDER)
        return Fitted(size, wide, wide)
    stretch = max(share, _NARROWEST)
    return Fitted(min(1.0, share / stretch), stretch, stretch)


def written(item: Lettering, pen: str, hand: Hand, layer: int) -> list[Mark]:
    """The marks of a run of text; none where there is nothing to see."""
    text, _ = writable(item.text)
    if not text.strip():
        return []
    run = hand.write(text, item.bold)
    fit = fitted(run.width, item.width, item.fixed)
    fit = _met(run, fit)
    run = _spread(run, fit)
    matrix = times(item.matrix, (fit.size, 0.0, 0.0, fit.size, 0.0, 0.0))
    em = scale_of(item.matrix) * fit.size
    if em <= 0:
        return []
    width = min((_BOLD_NIB if item.bold else _NIB) * em, _WIDEST_NIB)
    words: tuple[Word, ...]
    if item.track is not None and (track := Track.of(item.track)) is not None:
        start = track.length * -item.start if item.start < 0 else item.start
        start -= item.anchor * run.width * em
        bend = _Bend(track, start, em, fit)
        curves, origins = _bent(run, bend)
        words = _bent_words(text, bend, hand, item)
    else:
        matrix = times(matrix, moving(-item.anchor * run.width, 0.0))
        curves, origins = placed_curves(run.curves, matrix), placed(run.origins, matrix)
        words = _words(text, item, matrix, em, hand, fit)
    writing = Writing(text, words, origins, run.glyph_of_stroke, em, 0.8)
    marks = [Mark(item.key, curves, pen, width, item.colour, layer, item.opacity, writing=writing)]
    if item.track is None:
        heights = [("underline", 0.14), ("overline", -0.85), ("line-through", -0.28)]
        for name, y in heights:
            if name in item.decoration:
                under = placed_curves(line(0.0, y, run.width, y), matrix)
                key = f"{item.key}/{name}"
                marks.append(Mark(key, under, pen, 0.06 * em, item.colour, layer, item.opacity))
    return marks


def cut_words(mark: Mark, clips: Sequence[Clip]) -> Mark:
    """A mark of words, or of a line at words, within clips."""
    for clip in clips:
        if not len(mark.curves) or lies_within(mark.curves.points, clip):
            continue
        curves, source = cut_strokes(mark.curves, clip)
        writing = mark.writing
        if writing is not None:
            writing = replace(writing, glyph_of_stroke=writing.glyph_of_stroke[source])
        mark = replace(mark, curves=curves, writing=writing)
    return mark


def _met(run: Written, fit: Fitted) -> Fitted:
    """The fit with the spread that meets its length: the last letter is only stretched, the others make up for it."""
    last = float(run.origins[-1, 0])
    if fit.stretch == fit.spread or last <= 0:
        return replace(fit, spread=fit.stretch)
    return replace(fit, spread=(run.width * fit.spread - (run.width - last) * fit.stretch) / last)


def _spread(run: Written, fit: Fitted) -> Written:
    """A run with its letters stretched and spread along the line."""
    if fit.stretch == 1.0 and fit.spread == 1.0:
        return run
    last = float(run.origins[-1, 0])
    whole = last * fit.spread + (run.width - last) * fit.stretch
    glyph = run.glyph_of_stroke.repeat(run.curves.starts[1:] - run.curves.starts[:-1])
    points, origins = run.curves.points.copy(), run.origins.copy()
    begin = run.origins[:, 0].take(glyph)
    points[:, 0] = begin * fit.spread + (points[:, 0] - begin) * fit.stretch
    origins[:, 0] *= fit.spread
    return replace(run, curves=Curves(points, run.curves.starts), origins=origins, width=whole)


def _words(text: str, item: Lettering, matrix: Matrix, em: float, hand: Hand, fit: Fitted) -> tuple[Word, ...]:
    """The words of a straight run for the text layer."""
    words: list[Word] = []
    parts = text.split(" ")
    begins = _begins(parts, hand, item.bold)
    reach, angle = sqrt(matrix[0] * matrix[0] + matrix[1] * matrix[1]), angle_of(matrix)
    for number, part in enumerate(parts):
        if not part:
            continue
        x, y = placed_point(matrix, begins[number] * fit.spread, 0.0)
        last = number == len(parts) - 1
        width = _length(part, hand, item.bold, fit) * reach
        words.append(Word(part, x, y, width, em, angle, space=not last or item.end, end=last and item.end))
    return tuple(words)


def _begins(parts: list[str], hand: Hand, bold: bool) -> list[float]:
    """Where each word begins on its line, in em."""
    space = hand.advance(" ", bold)
    begins, at = [], 0.0
    for part in parts:
        begins.append(at)
        at += (hand.advance(part, bold) if part else 0.0) + space
    return begins


def _length(word: str, hand: Hand, bold: bool, fit: Fitted) -> float:
    """The length of a word in em, as it is fitted."""
    return hand.advance(word, bold) * fit.spread - hand.advance(word[-1], bold) * (fit.spread - fit.stretch)


class _Bend(Struct, frozen=True, eq=False):
    """How letters follow a track: from ``start`` mm on, with this em in mm."""

    track: Track
    start: float
    em: float
    fit: Fitted


def _bent(run: Written, bend: _Bend) -> tuple[Curves, Floats]:
    """Letters one by one along a track, each turned as the track runs at its middle; and their origins."""
    ends = np.concatenate((run.origins[1:, 0], [run.width]))
    half = (ends - run.origins[:, 0]) / 2
    places, ways = bend.track.at(bend.start + (run.origins[:, 0] + half) * bend.em)
    glyph = np.repeat(run.glyph_of_stroke, np.diff(run.curves.starts))
    x = (run.curves.points[:, 0] - run.origins[glyph, 0] - half[glyph]) * bend.em
    y = run.curves.points[:, 1] * bend.em
    way, place = ways[glyph], places[glyph]
    bent = np.stack((place[:, 0] + way[:, 0] * x - way[:, 1] * y, place[:, 1] + way[:, 1] * x + way[:, 0] * y), axis=1)
    return Curves(bent, run.curves.starts), places - half[:, None] * bend.em * ways


def _bent_words(text: str, bend: _Bend, hand: Hand, item: Lettering) -> tuple[Word, ...]:
    words: list[Word] = []
    parts = text.split(" ")
    begins = _begins(parts, hand, item.bold)
    for number, part in enumerate(parts):
        if not part:
            continue
        width = _length(part, hand, item.bold, bend.fit) * bend.em
        low = bend.start + begins[number] * bend.fit.spread * bend.em
        places, ways = bend.track.at(np.array([low, low + width / 2]))
        way: Matrix = (float(ways[1, 0]), float(ways[1, 1]), 0.0, 0.0, 0.0, 0.0)
        x, y = places[0].tolist()
        last = number == len(parts) - 1
        end = last and item.end
        words.append(Word(part, x, y, width, bend.em, angle_of(way), space=not last or item.end, end=end))
    return tuple(words)
