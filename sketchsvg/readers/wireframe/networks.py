"""Wires: lines and arrows that are no edges of boxes, as networks of cells that hang together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from sketchsvg.readers.wireframe.arms import ASCII_LEVEL, DOWN, LEFT, RIGHT, UP, arms
from sketchsvg.readers.wireframe.canvas import Cell

Spot: TypeAlias = tuple[int, int]

#: The steps in each direction, in lines and columns.
STEP = {RIGHT: (0, 1), DOWN: (1, 0), LEFT: (0, -1), UP: (-1, 0)}
_HEADS = {RIGHT: "►▶▷→⇒➜>", DOWN: "▼▽↓⇓⬇vV", LEFT: "◄◀◁←⇐<", UP: "▲△↑⇑⬆^"}
#: Heads in letters and signs that are words elsewhere.
_DOUBTFUL = frozenset("vV^<>")
_ASCII = {"-": (LEFT, RIGHT), "=": (LEFT, RIGHT), "|": (UP, DOWN), "+": (RIGHT, DOWN, LEFT, UP)}
#: Words in a line stand no further from its strokes.
NEAR = 2


class Piece(Struct, frozen=True):
    """One cell of a wire: where it leads, and where it points if it is a head (else -1)."""

    cell: Cell
    ways: frozenset[int]
    points: int = -1


class Network(Struct, frozen=True):
    """Cells of a wire by their places, and the words in it or beside it."""

    pieces: dict[Spot, Piece]
    words: dict[Spot, Cell]

    @property
    def label(self) -> str:
        """Its words."""
        found = ""
        last: Spot | None = None
        for spot, cell in sorted(self.words.items()):
            close = last is not None and last == spot
            found += ("" if close or not found else " ") + cell.char
            last = (spot[0], cell.end)
        return found


def networks(cells: Mapping[int, Sequence[Cell]]) -> list[Network]:
    """The networks among the cells of a region, by line."""
    pieces = _pieces(cells)
    left = dict(pieces)
    found = []
    for spot in sorted(pieces):
        if spot not in left:
            continue
        own: dict[Spot, Piece] = {}
        words: dict[Spot, Cell] = {}
        queue = [spot]
        while queue:
            at = queue.pop()
            if at not in left:
                continue
            own[at] = left.pop(at)
            queue += _neighbours(at, own[at], pieces)
            beyond = _over_words(at, own[at], pieces, cells, words)
            queue += [beyond] if beyond else []
        found.append(Network(own, words or _beside(own, cells) or _over(own, cells)))
    return found


def _pieces(cells: Mapping[int, Sequence[Cell]]) -> dict[Spot, Piece]:
    found: dict[Spot, Piece] = {}
    for line, row in cells.items():
        for cell in row:
            ways = arms(cell.char) or frozenset(_ASCII.get(cell.char, ()))
            points = next((way for way, heads in _HEADS.items() if cell.char in heads), -1)
            if points >= 0:
                found[line, cell.column] = Piece(cell, frozenset(((points + 2) % 4,)), points)
            elif ways:
                found[line, cell.column] = Piece(cell, ways)
    # A letter or a dash by itself is a word: it takes another piece behind it to be one of a wire.
    def alone(spot: Spot, piece: Piece) -> bool:
        doubtful = piece.cell.char in _DOUBTFUL or piece.cell.char in ASCII_LEVEL or piece.cell.char == "+"
        return doubtful and not _neighbours(spot, piece, found)

    return {spot: piece for spot, piece in found.items() if not alone(spot, piece)}


def _neighbours(spot: Spot, piece: Piece, pieces: Mapping[Spot, Piece]) -> list[Spot]:
    """The places that a piece is joined to: it leads there, and what is there leads back."""
    steps = ((way, (spot[0] + STEP[way][0], spot[1] + STEP[way][1])) for way in piece.ways)
    return [there for way, there in steps if there in pieces and (way + 2) % 4 in pieces[there].ways]


def _over_words(
    spot: Spot,
    piece: Piece,
    pieces: Mapping[Spot, Piece],
    cells: Mapping[int, Sequence[Cell]],
    words: dict[Spot, Cell],
) -> Spot | None:
    """Where a level line goes on behind words in it (``── yes ──►``); the words are kept in ``words``."""
    line, column = spot
    if RIGHT not in piece.ways or (line, column + 1) in pieces:
        return None
    between: list[Cell] = []
    end = column + 1
    for cell in sorted(cells[line], key=lambda one: one.column):
        if cell.column <= column:
            continue
        if cell.column - end > 1:
            return None
        if (line, cell.column) in pieces:
            level = LEFT in pieces[line, cell.column].ways
            if level and between:
                words.update(((line, one.column), one) for one in between)
                return (line, cell.column)
            return None
        between.append(cell)
        end = cell.end
    return None


def _over(pieces: Mapping[Spot, Piece], cells: Mapping[int, Sequence[Cell]]) -> dict[Spot, Cell]:
    """The words in the line over a level wire, where they do not reach over its ends."""
    line = min(at for at, _ in pieces)
    level = [column for at, column in pieces if at == line]
    words = [cell for cell in cells.get(line - 1, ()) if min(level) <= cell.column <= max(level)]
    whole = [cell for cell in cells.get(line - 1, ()) if min(level) - 1 <= cell.column <= max(level) + 1]
    signs = any(arms(cell.char) for cell in words)
    return {} if signs or len(whole) != len(words) else {(line - 1, cell.column): cell for cell in words}


def _beside(pieces: Mapping[Spot, Piece], cells: Mapping[int, Sequence[Cell]]) -> dict[Spot, Cell]:
    """The words just to the right of an upright wire."""
    found: dict[Spot, Cell] = {}
    for (line, column), piece in pieces.items():
        if not piece.ways & {UP, DOWN} or RIGHT in piece.ways:
            continue
        end = column + 1
        for cell in sorted(cells[line], key=lambda one: one.column):
            if cell.column <= column or (line, cell.column) in pieces:
                continue
            if cell.column - end >= (NEAR + 1 if not found else NEAR) or arms(cell.char):
                break
            found[line, cell.column] = cell
            end = cell.end
    return found
