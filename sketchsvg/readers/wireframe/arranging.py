"""How frames and words of one region stand to each other: bands from top to bottom, in each what is side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from sketchsvg.readers.wireframe.canvas import Canvas, Cell
from sketchsvg.readers.wireframe.nesting import Frame, Region
from sketchsvg.readers.wireframe.panels import panel
from sketchsvg.readers.wireframe.signs import join_of
from sketchsvg.readers.wireframe.tree import Box, Divided, Group, Linked, Part, Row, Words
from sketchsvg.readers.wireframe.wires import Cluster, clusters

#: Things overlap when they share more columns than this: edges that lean do not count.
OVERLAP = 2
#: So many blank columns part two captions in a line.
APART = 3


class Item(Struct, frozen=True, eq=False):
    """A frame or some words in their place: lines from ``top`` to ``bottom``, columns from ``left`` to ``right``."""

    top: int
    bottom: int
    left: int
    right: int
    frame: Frame | None
    cells: dict[int, list[Cell]]
    cluster: Cluster | None = None


def arranged(region: Region, canvas: Canvas) -> Part | None:
    """What stands in a region; None where nothing does."""
    wired = clusters(region, canvas)
    taken = {id(frame) for cluster in wired for frame in cluster.frames}
    items = [_frame_item(frame) for frame in region.frames if id(frame) not in taken]
    items += [*(_cluster_item(cluster) for cluster in wired), *_word_items(region)]
    return _above(items, canvas) if items else None


def _frame_item(frame: Frame) -> Item:
    return Item(frame.top, frame.bottom, frame.left, frame.right, frame, {})


def _cluster_item(cluster: Cluster) -> Item:
    frames = cluster.frames
    return Item(
        min(one.top for one in frames), max(one.bottom for one in frames), min(one.left for one in frames),
        max(one.right for one in frames), None, {}, cluster,
    )  # fmt: skip


def _word_items(region: Region) -> list[Item]:
    """The words of a region in pieces: whole lines where no frame stands beside them."""
    if not region.frames:
        return [_words(region.cells)] if region.cells else []
    found: list[dict[int, list[Cell]]] = []
    slots: dict[tuple[int, int], dict[int, list[Cell]]] = {}
    before: dict[tuple[int, int], int] = {}
    for line in sorted(region.cells):
        for slot, cells in _slots(region, line).items():
            # Words of one place belong together as long as neither white nor a frame comes between them.
            if slot in slots and before[slot] == line - 1 and not (_apart(cells) or _apart(slots[slot][line - 1])):
                slots[slot][line] = cells
            else:
                slots[slot] = {line: cells}
                found.append(slots[slot])
            before[slot] = line
    return [_words(cells) for cells in found]


def _apart(cells: Sequence[Cell]) -> list[list[Cell]]:
    """The cells in pieces, where they may be captions; nothing where they stand together."""
    pieces = [[cells[0]]]
    for before, cell in pairwise(cells):
        if cell.column - before.end >= APART:
            pieces.append([])
        pieces[-1].append(cell)
    return pieces if len(pieces) > 1 else []


def _slots(region: Region, line: int) -> dict[tuple[int, int], list[Cell]]:
    """The cells of a line by the frames (their numbers) that stand before and after them."""
    spans = [(span, at) for at, frame in enumerate(region.frames) if (span := frame.span(line)) is not None]
    spans.sort()
    found: dict[tuple[int, int], list[Cell]] = {}
    for cell in region.cells[line]:
        before = [at for span, at in spans if span[1] < cell.column]
        after = [at for span, at in spans if span[0] > cell.column]
        key = (before[-1] if before else -1, after[0] if after else -1)
        found.setdefault(key, []).append(cell)
    return found


def _words(cells: dict[int, list[Cell]]) -> Item:
    left = min(row[0].column for row in cells.values())
    right = max(row[-1].end for row in cells.values())
    return Item(min(cells), max(cells), left, right, None, cells)


def _above(items: Sequence[Item], canvas: Canvas) -> Part:
    """The items in bands that share no line."""
    bands: list[list[Item]] = []
    low = -1
    for item in sorted(items, key=lambda one: (one.top, one.left)):
        if bands and item.top <= low:
            bands[-1].append(item)
        else:
            bands.append([item])
        low = max(low, item.bottom)
    if len(bands) == 1:
        return _beside(bands[0], canvas)
    pieces: list[list[Item]] = []
    for band in bands:
        pieces.append(band)
    parts: list[Part] = []
    joins: list[str] = []
    waiting = ""
    for number, band in enumerate(pieces):
        sign = join_of(_rows(band[0], canvas)) if len(band) == 1 and band[0].cells and not band[0].frame else ""
        between = 0 < number < len(pieces) - 1 and pieces[number - 1][0].frame and pieces[number + 1][0].frame
        if sign and between:
            waiting = sign
            continue
        captions = _captions(band, pieces[number + 1] if number + 1 < len(pieces) else [])
        if captions:
            pieces[number + 1] = captions
            continue
        part = _beside(band, canvas)
        if isinstance(part, Words) and parts and isinstance(before := parts[-1], Words):
            blank = (Row(""),) * (band[0].top - pieces[number - 1][0].bottom - 1)
            parts[-1] = Words((*before.rows, *blank, *part.rows))
            continue
        if parts:
            joins.append(waiting)
        waiting = ""
        parts.append(part)
    return parts[0] if len(parts) == 1 else Group("above", tuple(parts), tuple(joins))


def _captions(words: Sequence[Item], band: Sequence[Item]) -> list[Item]:
    """The band with a line of words over it, when every frame of the band has words of its own; else nothing."""
    frames = sorted((item for item in band if item.frame), key=lambda item: item.left)
    if len(words) != 1 or words[0].frame or words[0].cluster or len(words[0].cells) != 1 or len(frames) < 2:
        return []
    (line, cells), *_ = words[0].cells.items()
    pieces = _apart(cells)
    first = min(each.bottom for each in frames)
    if len(pieces) != len(frames) or any(one.top > first for one in frames):
        return []
    captions = {id(frame): piece for frame, piece in zip(frames, pieces, strict=True)}
    found = []
    for item in band:
        if item.frame:
            assert item.frame is not None
            found.append(Item(line, item.bottom, item.left, item.right, item.frame, {line: captions[id(item)]}))
        else:
            found.append(item)
    return found


def _beside(items: Sequence[Item], canvas: Canvas) -> Part:
    """The items of one band in columns; where they stand in each other's way, in the order in which they are read."""
    columns = _columns(items)
    if len(columns) == 1:
        if len(items) == 1:
            return _single(items[0], canvas)
        ordered = sorted(items, key=lambda one: (one.top, one.left))
        return Group("above", tuple(_single(item, canvas) for item in ordered), ("",) * (len(items) - 1))
    parts: list[Part] = []
    joins: list[str] = []
    waiting = ""
    for number, column in enumerate(columns):
        sign = join_of(_rows(column[0], canvas)) if len(column) == 1 and column[0].cells and not column[0].frame else ""
        if sign and 0 < number < len(columns) - 1:
            waiting = sign
            continue
        if parts:
            joins.append(waiting)
        waiting = ""
        parts.append(_above(column, canvas))
    return parts[0] if len(parts) == 1 else Group("beside", tuple(parts), tuple(joins))


def _columns(items: Sequence[Item]) -> list[list[Item]]:
    """The items in groups from left to right: those that share no line and lie over each other are in one group."""
    group = list(range(len(items)))

    def found(number: int) -> int:
        while group[number] != number:
            number = group[number]
        return number

    for a, one in enumerate(items):
        for b, other in enumerate(items[:a]):
            apart = one.bottom < other.top or other.bottom < one.top
            shared = min(one.right, other.right) - max(one.left, other.left)
            if apart and shared > OVERLAP:
                group[found(a)] = found(b)
    groups: dict[int, list[Item]] = {}
    for number, item in enumerate(items):
        groups.setdefault(found(number), []).append(item)
    return sorted(groups.values(), key=lambda members: min(one.left for one in members))


def _single(item: Item, canvas: Canvas) -> Part:
    if item.cluster is not None:
        boxes = tuple(panel(frame, canvas, lambda region: arranged(region, canvas)) for frame in item.cluster.frames)
        return Linked(boxes, item.cluster.links, item.cluster.down, boxes[0].source)
    if item.frame is None:
        return Words(_rows(item, canvas))
    box: Box | Divided = panel(item.frame, canvas, lambda region: arranged(region, canvas))
    if not item.cells:
        return box
    return Group("above", (Words(_rows(item, canvas)), box), ("caption",))


def _rows(item: Item, canvas: Canvas) -> tuple[Row, ...]:
    """The lines of words, with blank ones where the author left some free."""
    if item.frame and not item.cells:
        return ()
    left = min(row[0].column for row in item.cells.values())
    rows: list[Row] = []
    last = min(item.cells)
    for line, cells in sorted(item.cells.items()):
        rows += [Row("")] * (line - last - 1)
        last = line
        rows.append(Row(spelled(cells), cells[0].column - left, canvas.place(line, cells[0].index)))
    return tuple(rows)


def spelled(cells: Sequence[Cell]) -> str:
    """The words of some cells with the white between them."""
    said = cells[0].char
    for before, cell in pairwise(cells):
        said += " " * (cell.column - before.end) + cell.char
    return said
