"""What a drawing consists of once it is read: shapes and words on a page in mm, in painting order."""

from __future__ import annotations

from math import sqrt

from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.readers.svg.affine import Matrix

#: (left, top, right, bottom) of an outline, in its own units.
Box = tuple[float, float, float, float]


class Solid(Struct, frozen=True, gc=False):
    """One colour (``#rrggbb``)."""

    colour: str
    opacity: float = 1.0


class Stop(Struct, frozen=True, gc=False):
    """A colour of a gradient and where on it (0 to 1) it stands."""

    place: float
    colour: str
    opacity: float


class Gradient(Struct, frozen=True, gc=False):
    """Colours from one end to the other.

    Linear: ``ends`` are the two ends in the gradient's own units. Round: ``centre`` and ``radius``. ``matrix`` leads
    from these units to the page (mm). ``stops`` are in order; ``opacity`` holds on top of theirs. ``ground`` is the one
    colour that it lies on, if that is known ("" if not).
    """

    stops: tuple[Stop, ...]
    matrix: Matrix
    ends: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 0.0)
    radius: float = 0.0
    opacity: float = 1.0
    ground: str = ""

    @property
    def clear(self) -> bool:
        """Whether something shines through it."""
        return self.opacity < 1 or min(stop.opacity for stop in self.stops) < 1

    def place_of(self, x: float, y: float) -> float:
        """Where on it (0 to 1) a point in its own units lies."""
        x0, y0, x1, y1 = self.ends
        if self.round:
            place = sqrt((x - x0) * (x - x0) + (y - y0) * (y - y0)) / self.radius
        else:
            dx, dy = x1 - x0, y1 - y0
            place = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)
        return min(1.0, max(0.0, place))

    @property
    def round(self) -> bool:
        """Whether it is a radial gradient; then its centre is the first of its ends."""
        return self.radius > 0


class Patterned(Struct, frozen=True, gc=False):
    """A pattern, which the pen shows as hatching in ``colour`` on a ground (or none).

    ``opacity`` is that of what the pattern draws, ``cover`` how much of its tile that covers.
    """

    colour: str
    ground: str | None
    opacity: float = 1.0
    cover: float = 0.5


Paint = Solid | Gradient | Patterned


class Tile(Struct, frozen=True):
    """What a pattern's tile shows: its ground, and colour, area (in its units) and area times opacity of its ink."""

    ground: Solid | None
    colour: str
    area: float
    inked: float


class Line(Struct, frozen=True, gc=False):
    """How an outline is drawn: lengths in mm; ``dashes`` are (dash, gap, dash, gap, …) or nothing."""

    colour: str
    opacity: float
    width: float
    dashes: tuple[float, ...] = ()
    offset: float = 0.0
    butt: bool = True


class Clip(Struct, frozen=True, eq=False, gc=False):
    """A region that cuts what is drawn: its rings as polygons (n, 2) in mm, filled by ``rule``.

    ``convex`` tells that it is one convex polygon with its points clockwise on the page; ``box`` are its edges (left,
    top, right, bottom) where it is an upright rectangle. ``outside`` keeps what lies outside of the region.
    """

    rings: tuple[Floats, ...]
    rule: str = "nonzero"
    convex: bool = False
    box: tuple[float, float, float, float] | None = None
    outside: bool = False


class Region(Struct, frozen=True, eq=False):
    """Where all ``clips`` leave something, and how much (0 to 1) a mask lets through there, evenly or by a gradient."""

    clips: tuple[Clip, ...]
    share: float
    gradient: Gradient | None = None


class Shape(Struct, frozen=True, eq=False, gc=False):
    """An outline on the page (mm) with its fill and its line.

    ``picture``: it stands for a picture of pixels. ``small``: it belongs to the end of a line, and is never hatched.
    """

    key: str
    curves: Curves
    fill: Paint | None
    rule: str
    line: Line | None
    clips: tuple[Clip, ...] = ()
    picture: bool = False
    small: bool = False


class Lettering(Struct, frozen=True, eq=False, gc=False):
    """A run of text in one style.

    ``family`` are its fonts as CSS names them. ``matrix`` leads from the em square (x along the baseline, y down, 1 the
    type size) to the page (mm); ``width`` is how long the run was in its own font, in em; ``fixed`` asks for that
    width, otherwise it is only the most. ``anchor`` is the share of the run that lies before its place. With ``track``
    the letters stand along this curve (page, mm) from ``start`` mm on, or from a share of its length, if negative.
    ``end`` tells that a line ends with it.
    """

    key: str
    text: str
    matrix: Matrix
    width: float
    colour: str
    opacity: float = 1.0
    bold: bool = False
    family: str = ""
    fixed: bool = False
    anchor: float = 0.0
    track: Curves | None = None
    start: float = 0.0
    end: bool = True
    decoration: str = ""
    clips: tuple[Clip, ...] = ()


Item = Shape | Lettering


class Picture(Struct, frozen=True, eq=False):
    """A whole drawing: its size in mm, its items in painting order, and what it says about itself."""

    width: float
    height: float
    items: tuple[Item, ...]
    title: str = ""
    description: str = ""
    language: str = ""
    warnings: tuple[str, ...] = ()
