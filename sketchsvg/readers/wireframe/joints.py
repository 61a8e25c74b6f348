"""The points of a drawing in which lines lead up or down, joined from line to line.

Upright lines are followed by their order and not by their column: what stands third from the left in one line is
joined to what stands third in the next. So a line in which Hangul or emoji were miscounted, and whose edges stand too
far to one side, still belongs to its boxes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct, field

from sketchsvg.readers.wireframe.arms import (
    ASCII_JOINT,
    ASCII_LEVEL,
    DOWN,
    LEFT,
    RIGHT,
    UP,
    arms,
    ascii_arms,
    is_corner,
    is_level,
)  # fmt: skip
from sketchsvg.readers.wireframe.canvas import Canvas, Cell
from sketchsvg.readers.wireframe.errors import LimitError
from sketchsvg.readers.wireframe.matching import matched

#: An upright may lean so many columns from line to line, and as many more as there are wide characters before it.
LEAN = 3
#: What it costs to take an upright for a word, to leave an edge out of a line, and to do so where it may well end.
AS_WORD, LEFT_OUT, AT_ITS_END = 6.0, 6.0, 0.5
#: The same for every column that it leans: a whole line that leans is likelier than an edge left out.
#: A plus may end there, and is trusted less.
OFF, LOOSE_OFF = 0.2, 1.0
#: A bar that joins a level line without a joint has so many pieces of the line beside it.
SURE = 3
ARROWS_DOWN = frozenset("▼▽↓⇓⬇vV")
MOST_UPRIGHTS = 120


class Joint(Struct, eq=False):
    """A point of a frame. ``links`` are its neighbours to the right, below, to the left and above, once they are found.

    ``loose`` joints (a plus) may or may not lead up and down; a ``missing`` one stands where the author left the edge
    out; ``over`` says that it hangs on the line above.
    """

    line: int
    column: int
    index: int
    arms: frozenset[int]
    loose: bool = False
    #: The plus at the other end of an edge between two of them, for the one at its right end.
    pair: Joint | None = None
    missing: bool = False
    over: bool = False
    links: list[Joint | None] = field(default_factory=lambda: [None] * 4)


class _Hanging(Struct, eq=False):
    """An upright that has come down to some line: its last joint, the column it began in, whether it is a side."""

    joint: Joint
    home: int
    side: bool


def joints_of(canvas: Canvas) -> list[list[Joint]]:
    """The joints of every line from left to right, joined up and down."""
    drawn = any(is_corner(cell.char) for row in canvas.lines for cell in row)
    rows = [_joints(row, line, drawn) for line, row in enumerate(canvas.lines)]
    hanging: list[_Hanging] = []
    for line, row in enumerate(rows):
        if max(len(row), len(hanging)) > MOST_UPRIGHTS:
            what = f"This line of the wireframe has over {MOST_UPRIGHTS} edges."
            raise LimitError(what, where=canvas.place(line, 0), mend="Draw fewer boxes beside each other.")
        hanging = _joined(hanging, row, line, canvas)
    return rows


def _joints(row: Sequence[Cell], line: int, drawn: bool) -> list[Joint]:
    found = []
    for at, cell in enumerate(row):
        leads = _arms(row, at) if drawn else ascii_arms(row, at)
        if UP in leads or DOWN in leads:
            loose = not drawn and cell.char in ASCII_JOINT
            found.append(Joint(line, cell.column, cell.index, leads, loose))
    _pair(found, row)
    return found


def _pair(joints: Sequence[Joint], row: Sequence[Cell]) -> None:
    """Tells pluses with nothing but an edge between them of each other: both go on below it, or neither."""
    edges = {cell.column for cell in row if cell.char in ASCII_LEVEL}
    joined = [
        one.loose and other.loose and all(at in edges for at in range(one.column + 1, other.column))
        for one, other in pairwise(joints)
    ]
    for at, is_edge in enumerate(joined):
        alone = not (at and joined[at - 1]) and not (at + 1 < len(joined) and joined[at + 1])
        if is_edge and alone:
            joints[at + 1].pair = joints[at]


def _arms(row: Sequence[Cell], at: int) -> frozenset[int]:
    """The directions of a sign; a bar between pieces of a level line is the joint that it should have been."""
    leads = arms(row[at].char)
    if leads != frozenset((UP, DOWN)):
        return leads
    after = [is_level(cell.char) for cell in row[at + 1 : at + 1 + SURE]]
    before = [is_level(cell.char) for cell in row[max(0, at - SURE) : at]]
    more = {RIGHT} if len(after) == SURE and all(after) else set()
    return leads | more | ({LEFT} if len(before) == SURE and all(before) else set())


def _joined(hanging: Sequence[_Hanging], row: Sequence[Joint], line: int, canvas: Canvas) -> list[_Hanging]:
    """The uprights that lead on from this line, after those from above were joined to its joints."""
    heads = [joint for joint in row if UP in joint.arms]
    known: dict[int, _Hanging] = {}
    going: list[_Hanging] = []
    partner = _matched(hanging, heads, line, canvas)
    for above, joint in zip(hanging, partner, strict=True):
        if joint is not None:
            above.joint.links[DOWN], joint.links[UP], joint.over = joint, above.joint, True
            known[id(joint)] = above
        elif above.side and not (above.joint.loose and above.joint.over):
            # The author left out this edge here: it goes on where it would have stood.
            gap = Joint(line, above.home, 0, frozenset((UP, DOWN)), missing=True, over=True)
            above.joint.links[DOWN], gap.links[UP] = gap, above.joint
            going.append(_Hanging(gap, above.home, True))
    for joint in row:
        if DOWN in joint.arms and id(joint) in known:
            going.append(_Hanging(joint, known[id(joint)].home, known[id(joint)].side))
        elif DOWN in joint.arms and (UP not in joint.arms or joint.loose):
            going.append(_Hanging(joint, joint.column, len(joint.arms & {LEFT, RIGHT}) == 1))
    return sorted(going, key=lambda one: one.joint.column)


def _matched(hanging: Sequence[_Hanging], heads: Sequence[Joint], line: int, canvas: Canvas) -> list[Joint | None]:
    """For every upright from above its joint in this line: in order, as near as can be, None where there is none."""
    loose = any(one.joint.loose for one in hanging) or any(joint.loose for joint in heads)
    if len(hanging) == len(heads) and not loose:
        # As many below as above belong to each other, wherever they stand.
        return list(heads)
    # The last edge of a line may stand anywhere.
    ends = (hanging[-1:], heads[-1:])
    same = len(hanging) == len(heads)
    partners = matched(
        [
            [_cost(above, joint, line, canvas, same or (above in ends[0] and joint in ends[1])) for joint in heads]
            for above in hanging
        ],
        [_left_out(above, line, canvas) for above in hanging],
        [_as_word(joint) for joint in heads],
        _paired([above.joint for above in hanging]),
        _paired(heads),
    )
    return [None if at is None else heads[at] for at in partners]


def _paired(joints: Sequence[Joint]) -> list[bool]:
    """Which joints are joined to the one before them by an edge."""
    return [at > 0 and joint.pair is not None and joint.pair is joints[at - 1] for at, joint in enumerate(joints)]


def _cost(above: _Hanging, joint: Joint, line: int, canvas: Canvas, sure: bool) -> float:
    """How unlikely it is that an upright leads to this joint; where it is ``sure``, no distance is too great."""
    if above.joint.loose and joint.loose:
        # One plus under another: one box ends and the next one begins.
        return float("inf")
    off = min(abs(joint.column - above.joint.column), abs(joint.column - above.home))
    price = LOOSE_OFF if above.joint.loose else OFF
    if off > LEAN:
        lean = LEAN + canvas.wide_cells(line, joint.column) + canvas.wide_cells(above.joint.line, above.joint.column)
        return price * min(off, 2 * LEAN - 1) if sure or off <= lean else float("inf")
    return price * off


def _as_word(joint: Joint) -> float:
    return AT_ITS_END if joint.loose else AS_WORD


def _left_out(above: _Hanging, line: int, canvas: Canvas) -> float:
    """What it costs that an upright does not go on in this line."""
    if above.joint.loose:
        return AT_ITS_END if above.joint.over else LEFT_OUT
    arrow = any(abs(cell.column - above.joint.column) <= 1 and cell.char in ARROWS_DOWN for cell in canvas.lines[line])
    return AT_ITS_END if arrow else LEFT_OUT
