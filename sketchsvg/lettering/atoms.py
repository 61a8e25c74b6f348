"""Atoms: a string with inline markup, cut into what a line never breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.lettering.breaking import (
    ICON,
    SOFT,
    SOFT_HYPHEN,
    SPACES,
    ZERO_SPACE,
    Openings,
    last_resort,
    openings,
    space_cost,
)
from sketchsvg.lettering.graphemes import graphemes
from sketchsvg.lettering.hand import ICON_ADVANCE, Hand
from sketchsvg.lettering.inline import PLAIN, InlineStyle, Span, parse_inline
from sketchsvg.lettering.setline import SetRun

#: What it costs to begin a line with what must not: more than lines (``fit.LINE_COST``).
NEVER = 1e7
#: White that a box and a ring take between the words inside and outside, in em: besides a space, towards a sign that
#: follows at once, and towards a letter of the same word.
BY_SPACE = {"box": 0.09, "ring": 0.16}
BY_SIGN = {"box": 0.17, "ring": 0.21}
BY_LETTER = {"box": 0.13, "ring": 0.13}

_WORDS = re.compile(f"[{SPACES}]+|[^{SPACES}]+")
#: What is not written: a place to break, a hyphen that no line's end has shown, and what holds words together.
_UNSEEN = str.maketrans("", "", ZERO_SPACE + SOFT_HYPHEN + "\u2060")


class Piece(Struct, frozen=True):
    """A part of an atom in one style; ``icon`` names the icon that is drawn in place of its text."""

    text: str
    style: InlineStyle
    icon: str | None
    width: float


class Atom(Struct, frozen=True):
    """What is never broken. Lengths in em.

    ``gap`` is the white written before it when it does not begin a line, ``space`` how much further than the end of
    the atom before it then begins (kerning without a gap), ``cost`` what it costs to begin a line with it; ``tail`` is
    the width of the hyphen at the end of the line before. ``room`` is what rings and boxes take of ``space``.
    """

    pieces: tuple[Piece, ...]
    width: float
    gap: str
    gap_style: InlineStyle
    space: float
    cost: float
    tail: float = 0.0
    room: float = 0.0

    @property
    def spaces(self) -> int:
        """How many spaces before it justified text may stretch: those of code keep their width."""
        return 0 if self.gap_style.code else self.gap.count(" ")


class _Word(Struct):
    """A word being gathered: its spans, and the white before it."""

    spans: list[Span]
    gap: str
    gap_style: InlineStyle


@lru_cache(maxsize=16384)
def rows_of_atoms(text: str, hand: Hand, bold: bool) -> tuple[tuple[Atom, ...], ...]:
    """The atoms of each line that the author broke himself."""
    return tuple(tuple(_atoms(words, hand)) for words in _rows(text, bold))


def room_between(left: Piece | SetRun, right: Piece) -> float:
    """The white in em that a ring or a box around one of two neighbours asks for."""
    before, after = left.style.around, right.style.around
    if before == after:
        return 0.0
    letters = left.text[-1:], right.text[:1]
    if any(letter.isspace() for letter in letters):
        rooms = BY_SPACE
    else:
        rooms = BY_LETTER if all(letter.isalnum() for letter in letters) else BY_SIGN
    return sum(rooms[drawn.kind] for drawn in (before, after) if drawn)


def fragments(atom: Atom, hand: Hand) -> Iterator[Atom]:
    """The atom taken apart into graphemes, as a last resort: each costs what it costs to begin a line with it."""
    parts = [
        replace(piece, text=cluster, width=piece.width if piece.icon else _width(cluster, piece.style, hand))
        for piece in atom.pieces
        for cluster in ([piece.text] if piece.icon else graphemes(piece.text))
    ]
    clusters = [ICON if part.icon else part.text for part in parts]
    for at, part in enumerate(parts):
        if at:
            join = _join(parts[at - 1], part, hand)
            yield Atom((part,), part.width, "", part.style, join, last_resort(clusters, at))
        else:
            yield replace(atom, pieces=(part,), width=part.width)


def _rows(text: str, bold: bool) -> Iterator[list[_Word]]:
    """The words of each of the author's own lines."""
    words: list[_Word] = []
    gap, gap_style = "", PLAIN
    for span in parse_inline(text):
        style = replace(span.style, bold=True) if bold and not span.style.bold else span.style
        for number, part in enumerate([span.text] if span.icon else span.text.split("\n")):
            if number:
                yield words
                words, gap = [], ""
            for token in [part] if span.icon else _WORDS.findall(part):
                if not span.icon and token[0].isspace():
                    gap, gap_style = gap + token, style
                    continue
                if gap or not words:
                    words.append(_Word([], gap if words else "", gap_style))
                words[-1].spans.append(Span(token, style, span.icon))
                gap = ""
    yield words


def _atoms(words: list[_Word], hand: Hand) -> Iterator[Atom]:
    before = ""
    last: Piece | None = None
    for word in words:
        text = "".join(ICON if span.icon else span.text for span in word.spans)
        cost = (space_cost(before, text) if before else 0.0) if word.gap else SOFT
        first = True
        for atom in _cut(word, text, hand):
            if first:
                space = room = 0.0
                if word.gap:
                    gap = Piece(word.gap, word.gap_style, None, _width(word.gap, word.gap_style, hand))
                    room = room_between(gap, atom.pieces[0]) + (room_between(last, gap) if last else 0.0)
                    space = gap.width + room
                cost = NEVER if cost is None else cost + (SOFT if _is_sign(word, atom) else 0.0)
                yield Atom(atom.pieces, atom.width, word.gap, word.gap_style, space, cost, room=room)
                first = False
            else:
                yield atom
            last = atom.pieces[-1]
        before = text


def _cut(word: _Word, text: str, hand: Hand) -> Iterator[Atom]:
    """The atoms of one word: its spans, cut where the rules open it."""
    styled = any(span.style.code for span in word.spans)
    code = "".join(("x" if span.style.code else " ") * len(_letters(span)) for span in word.spans) if styled else ""
    last: Piece | None = None
    held: list[Piece] = []
    cost, tail = 0.0, 0.0
    for segment, opened in _segments(word.spans, openings(text, code)):
        if opened is not None:
            if held:
                yield _atom(held, last, cost, tail, hand)
                last, held = held[-1], []
            cost, hyphened = opened
            tail = _width("-", segment.style, hand) if hyphened else 0.0
        written = segment.text if segment.icon or segment.text.isascii() else segment.text.translate(_UNSEEN)
        if written:
            held.append(Piece(written, segment.style, segment.icon, _span_width(written, segment, hand)))
    if held:
        yield _atom(held, last, cost, tail, hand)


def _segments(spans: list[Span], cuts: Openings) -> Iterator[tuple[Span, tuple[float, bool] | None]]:
    """The spans of a word cut at its openings: the cost of the one before each, and whether that is a hyphen's."""
    if not cuts:
        yield from ((span, None) for span in spans)
        return
    ahead = dict(cuts)
    at, before = 0, ""
    for span in spans:
        letters = _letters(span)
        inside = [place - at for place in ahead if at < place < at + len(letters)]
        for begin, end in pairwise([0, *inside, len(letters)]):
            cost = ahead.get(at + begin)
            part = span if span.icon else Span(letters[begin:end], span.style)
            yield part, None if cost is None else (cost, before == SOFT_HYPHEN)
            before = letters[end - 1]
        at += len(letters)


def _atom(pieces: list[Piece], last: Piece | None, cost: float, tail: float, hand: Hand) -> Atom:
    """An atom inside a word, after the piece ``last``."""
    join = _join(last, pieces[0], hand) if last is not None else 0.0
    width = sum(piece.width for piece in pieces) + sum(room_between(a, b) for a, b in pairwise(pieces))
    return Atom(tuple(pieces), width, "", PLAIN, join, cost, tail)


def _join(left: Piece, right: Piece, hand: Hand) -> float:
    """The kerning between two pieces that are written as one run."""
    if left.icon or right.icon or left.style != right.style:
        return room_between(left, right)
    a, b = left.text[-1], right.text[0]
    return _width(a + b, left.style, hand) - _width(a, left.style, hand) - _width(b, left.style, hand)


def _is_sign(word: _Word, atom: Atom) -> bool:
    """Whether a word is but one sign or icon, which belongs to the word before it rather than to a line of its own."""
    return len(word.spans) == 1 == len(atom.pieces) and not atom.pieces[0].style.maths and (
        atom.pieces[0].icon is not None or atom.pieces[0].style.tone is not None
    )


def _letters(span: Span) -> str:
    return ICON if span.icon else span.text


def _span_width(written: str, span: Span, hand: Hand) -> float:
    if span.style.maths:
        from sketchsvg.lettering.maths.formula import formula

        return formula(span.text, hand, span.style.maths == "display").width
    return ICON_ADVANCE if span.icon else _width(written, span.style, hand)


def _width(text: str, style: InlineStyle, hand: Hand) -> float:
    return hand.advance(text, style.bold, style.code)
