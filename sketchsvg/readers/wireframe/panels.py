"""Frames as trees: where lines go all the way through a frame, they divide it into parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sketchsvg.readers.wireframe.canvas import Canvas
from sketchsvg.readers.wireframe.nesting import Frame, Region
from sketchsvg.readers.wireframe.tree import Box, Divided, Part

#: What stands in a region.
Inside = Callable[[Region], Part | None]


def panel(frame: Frame, canvas: Canvas, inside: Inside) -> Box | Divided:
    """The box of a frame, or the divided box."""
    return _panel(frame.regions, canvas, inside)


def _panel(regions: Sequence[Region], canvas: Canvas, inside: Inside) -> Box | Divided:
    whole = Frame(list(regions))
    width, height = whole.right - whole.left + 1, whole.bottom - whole.top + 1
    where = canvas.place(whole.top, _index(canvas, whole.top, whole.left))
    if len(regions) == 1:
        words = "".join(
            " " * (cell.column - before.end) * (before is not cell) + cell.char
            for before, cell in zip([*regions[0].title[:1], *regions[0].title], regions[0].title, strict=False)
        )
        return Box(inside(regions[0]), words.strip(), width, height, where)
    for way, cut in (("above", _across(regions)), ("beside", _upright(regions))):
        if cut:
            parts = tuple(_panel(part, canvas, inside) for part in cut)
            return Divided("above" if way == "above" else "beside", parts, width, height, where)
    # Parts that go round each other like the blades of a mill: one after the other.
    parts = tuple(_panel([region], canvas, inside) for region in regions)
    return Divided("above", parts, width, height, where)


def _index(canvas: Canvas, line: int, column: int) -> int:
    return next((cell.index for cell in canvas.lines[line] if cell.column == column), 0)


def _across(regions: Sequence[Region]) -> list[list[Region]]:
    """The regions in groups above each other, where level lines part all of them; empty where none does."""
    ordered = sorted(regions, key=lambda one: one.face.top if one.face else 0)
    groups: list[list[Region]] = []
    low = -1
    for region in ordered:
        assert region.face is not None
        if groups and region.face.top < low:
            groups[-1].append(region)
        else:
            groups.append([region])
        low = max(low, region.face.bottom)
    return groups if len(groups) > 1 else []


def _upright(regions: Sequence[Region]) -> list[list[Region]]:
    """The regions in groups beside each other, where upright lines part all of them."""
    frame = Frame(list(regions))
    top, bottom = frame.top, frame.bottom
    # Right edges of regions that end together make up walls from top to bottom.
    for region in regions:
        assert region.face is not None
        wall = _wall(region, regions, top, bottom)
        if wall is None:
            continue
        before = [one for one in regions if one.face and one.face.left[one.face.top] < wall[one.face.top]]
        after = [one for one in regions if one not in before]
        if before and after:
            rest = _upright(after)
            return [before, *(rest or [after])]
    return []


def _wall(region: Region, regions: Sequence[Region], top: int, bottom: int) -> dict[int, int] | None:
    """The columns of the upright line at the right of a region, from top to bottom; None where it ends before."""
    assert region.face is not None
    wall = dict(region.face.right)
    for one in sorted(regions, key=lambda other: other.face.top if other.face else 0):
        assert one.face is not None
        for side in (one.face.right, one.face.left):
            if any(wall.get(line) == column for line, column in side.items()):
                wall.update(side)
    return wall if all(line in wall for line in range(top, bottom + 1)) else None
