"""Painter's order told plainly: each shape is compared with every box of its cells, one after the other."""

from collections.abc import Sequence

from sketchsvg.ink.order import LARGEST_CELL, MOST_BOXES, SMALLEST_CELL, TOUCH, Box, Painted


def plain_layers(drawn: Sequence[Painted], boxes: Sequence[Box], lowest: int) -> list[int]:
    """What ``layers`` gives where no cell holds thousands of boxes and no shape covers hundreds of cells."""
    total = 0.0
    for left, top, right, bottom in boxes:
        total += right - left + bottom - top
    side = min(LARGEST_CELL, max(SMALLEST_CELL, total / (2 * len(boxes))))
    cells: dict[tuple[int, int], dict[object, list[tuple[Box, int]]]] = {}
    made: list[int] = []
    for shape, clean in zip(drawn, boxes, strict=True):
        half = max((shape.width or 0.0) / 2, TOUCH) if shape.fill is None else 0.0
        box = (clean[0] - half, clean[1] - half, clean[2] + half, clean[3] + half)
        ink, layer = (shape.colour, shape.opacity), lowest
        columns = range(int(box[0] // side), int(box[2] // side) + 1)
        rows = range(int(box[1] // side), int(box[3] // side) + 1)
        near = [cells.setdefault((column, row), {}) for column in columns for row in rows]
        for cell in near:
            for paint, patches in cell.items():
                rise = shape.fill is not None or paint != ink
                layer = max([layer, *(level + rise for other, level in patches if meet(box, other))])
        for cell in near:
            patches = cell.setdefault(ink, [])
            patches.append((box, layer))
            if len(patches) > MOST_BOXES:
                left, top, right, bottom = zip(*(other for other, _ in patches), strict=True)
                around = (min(left), min(top), max(right), max(bottom))
                patches[:] = [(around, max(level for _, level in patches))]
        made.append(layer)
    return made


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes meet by more than a touch."""
    return (
        one[0] < other[2] - TOUCH
        and other[0] < one[2] - TOUCH
        and one[1] < other[3] - TOUCH
        and other[1] < one[3] - TOUCH
    )
