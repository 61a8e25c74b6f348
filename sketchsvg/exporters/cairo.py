"""The one door to cairo: a painting drawn by cairosvg.

Importing this module loads the library.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from sketchsvg.errors import MissingCairoError
from sketchsvg.exporters.loading import loaded
from sketchsvg.exporters.painting import UNITS_PER_MM, Element, Painting
from sketchsvg.exporters.pathdata import Steps, steps_of
from sketchsvg.exporters.side_by_side import side_by_side

if TYPE_CHECKING:
    from sketchsvg.rasters.raster import Raster

try:
    cairocffi, surfaces = loaded()
except OSError as error:
    raise MissingCairoError(
        "PDF and PNG are drawn by the cairo library, and it is not on this machine. SVG works without it.",
        mend="Debian, Ubuntu: sudo apt install libcairo2. Fedora: sudo dnf install cairo. "
        "macOS: brew install cairo. "
        "Windows: install the GTK runtime, or MSYS2's mingw-w64-ucrt-x86_64-cairo, "
        "and put its bin folder on PATH.",
    ) from error

_MOVE, _LINE, _CURVE, _CLOSE = 0, 1, 2, 3
#: How cairo writes the corner that stands for path number ``(1)`` into the content of a page.
STAND_IN = re.compile(rb"(?<=\s)0\s+(\d+)\s+m\s+\d+\s+\1\s+l\s+\d+\s+\d+\s+l(?=\s)")

Cells = npt.NDArray[np.float64]


def draw_pdf(painting: Painting, steps: Steps) -> bytes:
    """A PDF of one page on which one point is one unit of the painting, so that all its numbers are whole."""
    cells, starts = path_cells(steps)
    return _pdf(painting, [cells[starts[element.first]:starts[element.last]] for element in painting.elements])


def draw_pdf_stand_ins(painting: Painting) -> bytes:
    """The same page with a corner in place of each path, as ``STAND_IN`` finds it in the page's content.

    Whoever prints the numbers faster than cairo (1.5 µs each) puts the paths in their places.
    """
    return _pdf(painting, list(_corners(len(painting.elements), painting.width, painting.height)))


def _corners(count: int, width: int, height: int) -> Cells:
    """The cells of ``count`` corners: (0, number) to (width, number) to (width, height)."""
    cells = np.zeros((count, 6, 2))
    headers = cells.view(np.int32).reshape(count, 6, 4)
    headers[:, ::2, 0] = (_MOVE, _LINE, _LINE)
    headers[:, ::2, 1] = 2
    cells[:, 1, 1] = cells[:, 3, 1] = np.arange(count)
    cells[:, 3, 0] = width
    cells[:, 5] = (width, height)
    return cells


def _pdf(painting: Painting, paths: list[Cells]) -> bytes:
    """A PDF of the painting's elements with these paths."""
    output = BytesIO()
    # A surface measures in CSS pixels, of which 96 make 72 points.
    size = {"output_width": painting.width * 96 / 72, "output_height": painting.height * 96 / 72}
    _PreparedPDF(_page(painting, paths), output, 96, **size).finish()
    return output.getvalue()


def draw_pixels(
    painting: Painting, width: int, height: int, bands: Sequence[tuple[int, int]]
) -> npt.NDArray[np.uint32]:
    """The painting as ``(height, width)`` premultiplied pixels 0xAARRGGBB.

    Its ``bands`` (first row, last row excluded) are painted side by side.
    """
    cells, starts = path_cells(steps_of(painting.curves, UNITS_PER_MM))
    paths = [cells[starts[element.first]:starts[element.last]] for element in painting.elements]
    pixels = np.zeros((height, width), dtype=np.uint32)
    pictures = _pictures(painting) if painting.rasters else []

    def paint(band: tuple[int, int]) -> None:
        top, bottom = band
        _PreparedImage(_page(painting, paths, pictures), pixels[top:bottom], top, width, height).finish()

    side_by_side(paint, bands)
    return pixels


def png_pixels(data: bytes) -> npt.NDArray[np.uint32]:
    """The pixels of a PNG, (height, width), premultiplied 0xAARRGGBB. Raises what cairo raises for a broken one."""
    surface = cairocffi.ImageSurface.create_from_png(BytesIO(data))
    width, height = surface.get_width(), surface.get_height()
    held = np.frombuffer(surface.get_data(), dtype=np.uint32).reshape(height, surface.get_stride() // 4)[:, :width]
    # A file without alpha has a byte of nothing in its place.
    opaque = surface.get_format() == cairocffi.FORMAT_RGB24
    return held | np.uint32(0xFF000000) if opaque else held.copy()


def path_cells(steps: Steps) -> tuple[Cells, npt.NDArray[np.int64]]:
    """The strokes as cairo wants them (``cairo_path_data_t``), and where each stroke's cells begin.

    A cell of 16 bytes is either a header (two 32-bit integers: the kind of step, and its length in cells)
    or a point (two doubles). A step is a header and one point, or three for a curve; closing is a header
    alone.
    """
    size = np.ones(len(steps.points), dtype=np.int64)
    size[steps.firsts] = 2
    lines, curves = steps.handles[steps.straight], steps.handles[~steps.straight]
    size[lines] = size[lines + 1] = 0
    size[lines + 2] = 2
    size[curves] = 2
    ends = np.cumsum(size + _closing(steps))
    points = ends - 1 - _closing(steps)
    cells = np.zeros((int(ends[-1]) if len(ends) else 0, 2))
    drawn = size > 0
    cells[points[drawn]] = steps.points[drawn]
    headers = cells.view(np.int32).reshape(-1, 4)
    headers[points[steps.firsts] - 1, :2] = (_MOVE, 2)
    headers[points[lines + 2] - 1, :2] = (_LINE, 2)
    headers[points[curves] - 1, :2] = (_CURVE, 4)
    headers[ends[steps.lasts[steps.closed]] - 1, :2] = (_CLOSE, 1)
    return cells, np.append(points[steps.firsts] - 1, len(cells))


def _closing(steps: Steps) -> npt.NDArray[np.int64]:
    """1 at the points behind which a stroke is closed."""
    closing = np.zeros(len(steps.points), dtype=np.int64)
    closing[steps.lasts[steps.closed]] = 1
    return closing


class _Prepared:
    """A surface that paints elements whose paths are ready made; the page around them is cairosvg's business."""

    context: Any

    def draw(self, node: Any) -> None:
        """Paint one of our elements; the page itself is drawn by cairosvg."""
        context = self.context
        if isinstance(node, _RasterNode):
            self._paste(node)
            return
        if not isinstance(node, _ElementNode):
            context.set_line_cap(cairocffi.LINE_CAP_ROUND)
            context.set_line_join(cairocffi.LINE_JOIN_ROUND)
            super().draw(node)  # type: ignore[misc]
            return
        element = node.element
        red, green, blue = (int(element.colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        context.set_source_rgba(red, green, blue, float(element.opacity))
        context.set_operator(cairocffi.OPERATOR_MULTIPLY if element.multiplied else cairocffi.OPERATOR_OVER)
        _append(context, node.path)
        if element.width == "0":
            even = element.rule == "evenodd"
            context.set_fill_rule(cairocffi.FILL_RULE_EVEN_ODD if even else cairocffi.FILL_RULE_WINDING)
            context.fill()
        else:
            context.set_line_width(float(element.width))
            context.set_dash(element.dash)
            context.stroke()

    def _paste(self, node: _RasterNode) -> None:
        """Paint a picture of pixels, its edges sharp."""
        context, pixels = self.context, node.pixels
        rows, columns = pixels.shape
        held = cairocffi.ImageSurface.create_for_data(
            pixels.data.cast("B"), cairocffi.FORMAT_ARGB32, columns, rows, 4 * columns
        )
        a, b, c, d, e, f = node.raster.matrix(UNITS_PER_MM)
        context.save()
        context.transform(cairocffi.Matrix(a / columns, b / columns, c / rows, d / rows, e, f))
        context.rectangle(0, 0, columns, rows)
        context.set_source_surface(held)
        context.get_source().set_extend(cairocffi.EXTEND_PAD)
        context.fill()
        context.restore()


class _PreparedPDF(_Prepared, surfaces.PDFSurface):  # type: ignore[misc, name-defined]
    """A PDF page."""


class _PreparedImage(_Prepared, surfaces.PNGSurface):  # type: ignore[misc, name-defined]
    """A band of an image of ``width`` by ``height`` pixels: its rows from ``top`` on, painted into ``pixels``."""

    def __init__(self, page: _Node, pixels: npt.NDArray[np.uint32], top: int, width: int, height: int) -> None:
        self._pixels, self._top = pixels, top
        super().__init__(page, None, 96, output_width=width, output_height=height)

    def _create_surface(self, width: float, height: float) -> tuple[Any, int, int]:
        rows, across = self._pixels.shape
        image = cairocffi.ImageSurface.create_for_data(
            self._pixels.data.cast("B"), cairocffi.FORMAT_ARGB32, across, rows, 4 * across
        )
        image.set_device_offset(0, -self._top)
        return image, round(width), round(height)


class _Node(dict[str, str]):
    """An element as cairosvg sees it once it has read it: a mapping of attributes with a tag and children."""

    url = parent = None

    def __init__(self, tag: str, attributes: dict[str, str], children: list[_Node]) -> None:
        super().__init__(attributes)
        self.tag, self.children = tag, children


class _ElementNode(_Node):
    """An element of a painting with its path."""

    def __init__(self, element: Element, path: Cells) -> None:
        super().__init__("path", {}, [])
        self.element, self.path = element, path


class _RasterNode(_Node):
    """A picture of pixels."""

    def __init__(self, raster: Raster, pixels: npt.NDArray[np.uint32]) -> None:
        super().__init__("image", {}, [])
        self.raster, self.pixels = raster, pixels


def _page(painting: Painting, paths: list[Cells], pictures: Sequence[_Node] = ()) -> _Node:
    """The painting with these paths as cairosvg takes it, and with its pictures of pixels."""
    size = {"width": str(painting.width), "height": str(painting.height), "preserveAspectRatio": "none"}
    elements: list[_Node] = [
        _ElementNode(element, path) for element, path in zip(painting.elements, paths, strict=True)
    ]
    elements[painting.under : painting.under] = pictures
    return _Node("svg", {"viewBox": f"0 0 {painting.width} {painting.height}", **size}, elements)


def _pictures(painting: Painting) -> list[_RasterNode]:
    from sketchsvg.exporters.bitmaps import pixels_in

    return [_RasterNode(raster, pixels_in(raster.bitmap)) for raster in painting.rasters]


def _append(context: Any, cells: Cells) -> None:
    """Make ``cells`` the path that is painted next."""
    context.new_path()
    if not len(cells):
        return
    ffi = cairocffi.ffi
    data = ffi.from_buffer(cells)
    path = ffi.new("cairo_path_t *")
    path.status = 0
    path.data = ffi.cast("cairo_path_data_t *", data)
    path.num_data = len(cells)
    cairocffi.cairo.cairo_append_path(context._pointer, path)
    context._check_status()


def versions() -> str:
    """What draws here, for a report about this machine."""
    import cairosvg

    return f"cairosvg {cairosvg.__version__}, cairo {cairocffi.cairo_version_string()}"
