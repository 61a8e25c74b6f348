"""Line setting: a string broken into lines of a given measure, by eojeol, as evenly as can be.

All lengths are in em, so a paragraph set once serves every type size that keeps the ratio of measure and size.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from sketchsvg.lettering.atoms import Atom, Piece, fragments, room_between, rows_of_atoms
from sketchsvg.lettering.fit import MOST_STRETCH, LineCost, justified, optimum_fit, ragged
from sketchsvg.lettering.hand import Hand
from sketchsvg.lettering.setline import SetLine, SetRun


@lru_cache(maxsize=65536)
def set_lines(text: str, measure: float, hand: Hand, bold: bool = False) -> tuple[SetLine, ...]:
    """``text`` with its inline markup as lines no wider than ``measure`` em.

    A line is wider only when a single character is. An empty text is one empty line. ``bold`` writes all of it bold.
    """
    return tuple(_lines(text, measure, hand, bold, ragged))


@lru_cache(maxsize=4096)
def justified_lines(text: str, measure: float, hand: Hand, bold: bool = False) -> tuple[SetLine, ...]:
    """As ``set_lines``, every line but the last of a paragraph made as wide as the measure by its word spaces.

    A line whose spaces would have to grow by more than ``fit.MOST_STRETCH`` em stays ragged.
    """
    return tuple(stretched(line, measure) for line in _lines(text, measure, hand, bold, justified))


@lru_cache(maxsize=16384)
def natural_width(text: str, hand: Hand, bold: bool = False) -> float:
    """The width in em of the longest line when nothing is broken that need not be."""
    return max(_natural(row) for row in rows_of_atoms(text, hand, bold))


@lru_cache(maxsize=16384)
def least_width(text: str, hand: Hand, bold: bool = False) -> float:
    """The width in em of the widest piece that is not broken without need."""
    return max((_least(row) for row in rows_of_atoms(text, hand, bold) if row), default=0.0)


def stretched(line: SetLine, measure: float) -> SetLine:
    """The line as wide as ``measure`` em by wider word spaces, or as it is: at a paragraph's end, or if they gape."""
    spaces = sum(_spaces(run) for run in line.runs)
    more = (measure - line.width) / spaces if spaces else 0.0
    if line.final or not 0 < more <= MOST_STRETCH:
        return line
    runs: list[SetRun] = []
    shift = 0.0
    for run in line.runs:
        grown = more * _spaces(run)
        runs.append(replace(run, x=run.x + shift, width=run.width + grown, stretch=more if grown else 0.0))
        shift += grown
    return replace(line, runs=tuple(runs), width=measure)


def _lines(text: str, measure: float, hand: Hand, bold: bool, cost: LineCost) -> list[SetLine]:
    lines: list[SetLine] = []
    rows = rows_of_atoms(text, hand, bold)
    for number, row in enumerate(rows, 1):
        broken = "\n" if number < len(rows) else ""
        if _natural(row) <= measure:
            lines.append(_line(row, final=True, gap=broken))
            continue
        atoms = [part for atom in row for part in ((atom,) if atom.width <= measure else fragments(atom, hand))]
        for first, end in optimum_fit(atoms, measure, cost):
            hyphened = end < len(atoms) and atoms[end].tail > 0
            final = end == len(atoms)
            gap = broken if final else atoms[end].gap
            lines.append(_line(atoms[first:end], final, atoms[end].tail if hyphened else 0.0, gap))
    return lines


def _natural(row: Sequence[Atom]) -> float:
    return sum(atom.width + atom.space for atom in row)


def _least(row: Sequence[Atom]) -> float:
    """The widest atom, with the hyphen that a line's end after it shows."""
    tails = [*(atom.tail for atom in row[1:]), 0.0]
    return max(atom.width + tail for atom, tail in zip(row, tails, strict=True))


def _line(atoms: Sequence[Atom], final: bool, hyphen: float = 0.0, gap: str = "") -> SetLine:
    """The runs of a line: neighbours of one style, with the spaces between them, are one run."""
    runs: list[SetRun] = []
    for index, atom in enumerate(atoms):
        if index and atom.gap:
            _append(runs, Piece(atom.gap, atom.gap_style, None, atom.space - atom.room), 0.0)
        join = 0.0 if atom.gap or not index else atom.space
        for piece in atom.pieces:
            _append(runs, piece, join)
            join = 0.0
    if hyphen:
        _append(runs, Piece("-", runs[-1].style, None, hyphen), 0.0)
    return SetLine(tuple(runs), runs[-1].x + runs[-1].width if runs else 0.0, final, gap)


def _append(runs: list[SetRun], piece: Piece, join: float) -> None:
    """Puts a piece at the end of a line, ``join`` em further, into the last run where that has its style."""
    last = runs[-1] if runs else None
    if last is not None and piece.icon is None and last.icon is None and last.style == piece.style:
        runs[-1] = SetRun(last.text + piece.text, last.style, None, last.x, last.width + join + piece.width)
    else:
        x = last.x + last.width + room_between(last, piece) if last is not None else 0.0
        runs.append(SetRun(piece.text, piece.style, piece.icon, x, piece.width))


def _spaces(run: SetRun) -> int:
    """How many spaces of the run justified text may stretch."""
    return 0 if run.icon or run.style.code else run.text.count(" ")


__all__ = [
    "SetLine",
    "SetRun",
    "justified_lines",
    "least_width",
    "natural_width",
    "set_lines",
    "stretched",
]
