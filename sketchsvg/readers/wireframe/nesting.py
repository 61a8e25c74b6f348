"""What stands in what: faces that share edges make up a frame, and every frame stands in a face or in the open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from sketchsvg.readers.wireframe.canvas import Canvas, Cell
from sketchsvg.readers.wireframe.faces import Face
from sketchsvg.readers.wireframe.levels import Level


class Region(Struct, eq=False):
    """A face, or the open ground (``face`` is None): its frames, and its words as the cells of every line."""

    face: Face | None
    frames: list[Frame] = field(default_factory=list)
    cells: dict[int, list[Cell]] = field(default_factory=dict)
    #: The words in its upper edge.
    title: list[Cell] = field(default_factory=list)


class Frame(Struct, eq=False):
    """Faces that share edges, each with what stands in it."""

    regions: list[Region]

    @property
    def top(self) -> int:
        """Its first line."""
        return min(region.face.top for region in self.regions if region.face)

    @property
    def bottom(self) -> int:
        """Its last line."""
        return max(region.face.bottom for region in self.regions if region.face)

    @property
    def left(self) -> int:
        """The first column of its top line."""
        return min(region.face.left[region.face.top] for region in self.regions if region.face)

    @property
    def right(self) -> int:
        """The last column that an edge of it has in a line of joints."""
        return max(region.face.right[region.face.top] for region in self.regions if region.face)

    def span(self, line: int) -> tuple[int, int] | None:
        """The columns from its first to its last edge in a line; None where it does not reach."""
        faces = [one.face for one in self.regions if one.face and one.face.top <= line <= one.face.bottom]
        if not faces:
            return None
        return min(face.left[line] for face in faces), max(face.right[line] for face in faces)


def nested(canvas: Canvas, faces: Sequence[Face], levels: Sequence[Level]) -> Region:
    """The open ground with everything in it."""
    regions = [Region(face) for face in faces]
    ground = Region(None)
    for frame in _frames(regions):
        first = frame.regions[0].face
        assert first is not None
        own = {id(region) for region in frame.regions}
        around = [one for one in _holding(regions, first.top, first.left[first.top]) if id(one) not in own]
        (around[0] if around else ground).frames.append(frame)
    _give_words(canvas, regions, ground, levels)
    return ground


def _holding(regions: Iterable[Region], line: int, column: int) -> list[Region]:
    """The regions around a place, the innermost first."""
    found = [
        (one.face.right[line] - one.face.left[line], at, one)
        for at, one in enumerate(regions)
        if one.face and one.face.holds(line, column)
    ]
    return [one for _, _, one in sorted(found, key=lambda known: known[:2])]


def _frames(regions: Sequence[Region]) -> list[Frame]:
    """The regions in groups of those that share joints, in reading order."""
    owner: dict[int, int] = {}
    group = list(range(len(regions)))

    def found(number: int) -> int:
        while group[number] != number:
            number = group[number]
        return number

    for number, region in enumerate(regions):
        assert region.face is not None
        for joint in region.face.joints:
            if id(joint) in owner:
                one, other = sorted((found(owner[id(joint)]), found(number)))
                group[other] = one
            owner[id(joint)] = number
    frames: dict[int, Frame] = {}
    for number, region in enumerate(regions):
        frames.setdefault(found(number), Frame([])).regions.append(region)
    return list(frames.values())


def _give_words(canvas: Canvas, regions: Sequence[Region], ground: Region, levels: Sequence[Level]) -> None:
    """Every cell that is no edge to the innermost region around it."""
    edges = {(joint.line, joint.column) for region in regions if region.face for joint in region.face.joints}
    titled = {(region.face.top, region.face.left[region.face.top]): region for region in regions if region.face}
    for level in levels:
        if (level.start.line, level.start.column) in edges and (level.end.line, level.end.column) in edges:
            taken = (*level.strokes, *level.words)
            edges.update((level.start.line, cell.column) for cell in taken)
            _give_title(level, titled, regions)
    for line, row in enumerate(canvas.lines):
        open_faces = [one for one in regions if one.face and one.face.top < line < one.face.bottom]
        for cell in row:
            if (line, cell.column) in edges:
                continue
            around = _holding(open_faces, line, cell.column)
            (around[0] if around else ground).cells.setdefault(line, []).append(cell)


def _give_title(level: Level, titled: dict[tuple[int, int], Region], regions: Sequence[Region]) -> None:
    """Words in an edge are the title of what stands under it; those in a lower edge stand last in what is above."""
    if not level.words:
        return
    line, column = level.start.line, level.start.column
    faced = [
        one for one in regions if one.face and one.face.left.get(line, column + 1) <= column < one.face.right[line]
    ]
    under = titled.get((line, column)) or next((one for one in faced if one.face and one.face.top == line), None)
    if under is not None:
        under.title.extend(level.words)
        return
    above = next(one for one in faced if one.face and one.face.bottom == line)
    above.cells.setdefault(line, []).extend(level.words)
