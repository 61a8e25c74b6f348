"""Line setting: a string broken into lines of a given measure, by eojeol, as evenly as can be.

All lengths are in em, so a paragraph set once serves every type size that keeps the ratio of measure and size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from sketchsvg.lettering.hand import ICON_ADVANCE, Hand
from sketchsvg.lettering.inline import InlineStyle, Span, parse_inline

#: Cost of a break that is not at a space, and of one inside an eojeol or a Latin word (last resort).
SOFT_COST, EMERGENCY_COST = 60.0, 4000.0
LINE_COST = 100_000.0
#: What must not begin a line, and what must not end one.
NOT_AT_START = frozenset("。,.!?)]}」』〉》】〕’”、:;…%·→")
NOT_AT_END = frozenset("([{「『〈《【〔‘“")

_WORDS = re.compile(r"[ ]+|[^ ]+")
_SOFT = re.compile(r"(?<=[^\s(])(?=\()|(?<=[-/_=&?,→])(?=[^\s\-/_=&?,→).!”’])")


@dataclass(frozen=True, slots=True)
class SetRun:
    """A stretch of one style on a line: where it begins and how wide it is, in em."""

    text: str
    style: InlineStyle
    icon: str | None
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line: its runs from left to right, its width in em, and its text without markup."""

    runs: tuple[SetRun, ...]
    width: float

    @property
    def text(self) -> str:
        """What stands on the line."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of an atom in one style."""

    text: str
    style: InlineStyle
    icon: str | None
    width: float


@dataclass(frozen=True, slots=True)
class _Atom:
    """What is never broken: its pieces, the space before it when it does not begin a line, the cost to begin one."""

    pieces: tuple[_Piece, ...]
    width: float
    space: float
    space_style: InlineStyle
    cost: float


@lru_cache(maxsize=65536)
def set_lines(text: str, measure: float, hand: Hand, bold: bool = False) -> tuple[SetLine, ...]:
    """``text`` with its inline markup as lines no wider than ``measure`` em.

    A line is wider only when a single character is. An empty text is one empty line. ``bold`` writes all of it bold.
    """
    lines: list[SetLine] = []
    for row in _rows(text, hand, bold):
        total = sum(atom.width + atom.space for atom in row)
        if total <= measure:
            lines.append(_line(row))
        else:
            fitting = [small for atom in row for small in _small_enough(atom, measure, hand)]
            lines += [_line(part) for part in _break(fitting, measure)]
    return tuple(lines)


@lru_cache(maxsize=16384)
def natural_width(text: str, hand: Hand, bold: bool = False) -> float:
    """The width in em of the longest line when nothing is broken that need not be."""
    return max(sum(atom.width + atom.space for atom in row) for row in _rows(text, hand, bold))


@lru_cache(maxsize=16384)
def least_width(text: str, hand: Hand, bold: bool = False) -> float:
    """The width in em of the widest piece that is not broken without need."""
    return max((atom.width for row in _rows(text, hand, bold) for atom in row), default=0.0)


@lru_cache(maxsize=16384)
def _rows(text: str, hand: Hand, bold: bool) -> tuple[tuple[_Atom, ...], ...]:
    """The atoms of each line that the author broke himself."""
    rows: list[list[list[_Piece] | tuple[float, InlineStyle]]] = [[]]
    for span in parse_inline(text):
        span = Span(span.text, replace(span.style, bold=True), span.icon) if bold and not span.style.bold else span
        if span.icon is not None:
            _extend(rows[-1], [_Piece(span.text, span.style, span.icon, ICON_ADVANCE)], soft=False)
            continue
        for index, part in enumerate(span.text.split("\n")):
            if index:
                rows.append([])
            for word in _WORDS.findall(part):
                if word[0] == " ":
                    rows[-1].append((hand.advance(word, span.style.bold, span.style.code), span.style))
                else:
                    for number, bit in enumerate(_SOFT.split(word)):
                        width = hand.advance(bit, span.style.bold, span.style.code)
                        _extend(rows[-1], [_Piece(bit, span.style, None, width)], soft=number > 0)
    return tuple(tuple(_atoms(row)) for row in rows)


def _extend(row: list[list[_Piece] | tuple[float, InlineStyle]], pieces: list[_Piece], soft: bool) -> None:
    """Adds pieces to the word at the end of the row, or begins a new one there."""
    if row and isinstance(row[-1], list) and not soft:
        row[-1].extend(pieces)
    else:
        row.append(pieces)


def _atoms(row: list[list[_Piece] | tuple[float, InlineStyle]]) -> Iterator[_Atom]:
    space, style, cost = 0.0, InlineStyle(), SOFT_COST
    for item in row:
        if isinstance(item, tuple):
            space, style, cost = item[0], item[1], 0.0
        else:
            if _is_sign(item):
                cost += SOFT_COST
            yield _Atom(tuple(item), sum(piece.width for piece in item), space, style, cost)
            space, style, cost = 0.0, InlineStyle(), SOFT_COST


def _is_sign(pieces: list[_Piece]) -> bool:
    """Whether a word is but one sign or icon, which belongs to the word before it rather than to a line of its own."""
    return len(pieces) == 1 and (pieces[0].icon is not None or pieces[0].style.tone is not None)


def _small_enough(atom: _Atom, measure: float, hand: Hand) -> Iterator[_Atom]:
    """The atom itself, or its characters where it alone is wider than the measure."""
    if atom.width <= measure:
        yield atom
        return
    space, cost = atom.space, atom.cost
    held: list[_Piece] = []
    for piece in atom.pieces:
        for char in [piece.text] if piece.icon else piece.text:
            if held and char not in NOT_AT_START and held[-1].text not in NOT_AT_END:
                yield _Atom(tuple(held), sum(one.width for one in held), space, atom.space_style, cost)
                held, space, cost = [], 0.0, EMERGENCY_COST
            width = piece.width if piece.icon else hand.advance(char, piece.style.bold, piece.style.code)
            held.append(_Piece(char, piece.style, piece.icon, width))
    if held:
        yield _Atom(tuple(held), sum(one.width for one in held), space, atom.space_style, cost)


def _break(atoms: list[_Atom], measure: float) -> list[list[_Atom]]:
    """The lines of least cost: as few as possible, then as even as possible (optimum fit for ragged text)."""
    count = len(atoms)
    best = [0.0] + [float("inf")] * count
    begin = [0] * (count + 1)
    for first in range(count):
        width = -atoms[first].space
        base = best[first] + LINE_COST + (atoms[first].cost if first else 0.0)
        for last in range(first, count):
            width += atoms[last].space + atoms[last].width
            if width > measure + 1e-9 and last > first:
                break
            slack = max(0.0, 1 - width / measure)
            # The last line may be short, but not so short that it looks lost.
            cost = base + 100 * slack * slack * (0.35 if last == count - 1 else 1.0)
            if cost < best[last + 1]:
                best[last + 1], begin[last + 1] = cost, first
    lines: list[list[_Atom]] = []
    end = count
    while end:
        lines.append(atoms[begin[end] : end])
        end = begin[end]
    return lines[::-1]


def _line(atoms: list[_Atom] | tuple[_Atom, ...]) -> SetLine:
    """The runs of a line: neighbours of one style, with the spaces between them, are one run."""
    runs: list[SetRun] = []
    x = 0.0
    for index, atom in enumerate(atoms):
        if index and atom.space:
            if runs[-1].icon is None and runs[-1].style == atom.space_style:
                runs[-1] = replace(runs[-1], text=runs[-1].text + " ", width=runs[-1].width + atom.space)
            else:
                runs.append(SetRun(" ", atom.space_style, None, x, atom.space))
            x += atom.space
        for piece in atom.pieces:
            if runs and piece.icon is None and runs[-1].icon is None and runs[-1].style == piece.style:
                runs[-1] = replace(runs[-1], text=runs[-1].text + piece.text, width=runs[-1].width + piece.width)
            else:
                runs.append(SetRun(piece.text, piece.style, piece.icon, x, piece.width))
            x += piece.width
    return SetLine(tuple(runs), x)
