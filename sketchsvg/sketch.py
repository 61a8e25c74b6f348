"""Sketch: shapes drawn by hand, one call each, in millimetres or pixels; no sheet is needed for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Self, Unpack

from msgspec.structs import replace

from sketchsvg.calling import caller
from sketchsvg.drawing import Drawing
from sketchsvg.errors import SheetError
from sketchsvg.geometry import shapes
from sketchsvg.geometry.rect import Rect
from sketchsvg.ink import kinds, lettered, marks
from sketchsvg.ink.arguments import colour_of, number, positive, within
from sketchsvg.ink.farness import FARTHEST, LONGEST, NEAREST, SHORTEST, USUAL_NIB, refuse_far
from sketchsvg.ink.kinds import Kind, arc_kind, flat
from sketchsvg.ink.many import herd_of
from sketchsvg.ink.marks import is_closed
from sketchsvg.ink.options import Manner, Options, checked_manner, style_of
from sketchsvg.ink.pathkinds import read_path
from sketchsvg.ink.plain import Plain, Ready, Rows, Shape, marks_of, one_mark
from sketchsvg.ink.style import Style
from sketchsvg.names import look_up
from sketchsvg.scene import Fill, Layer, Mark, Scene

if TYPE_CHECKING:
    from pathlib import Path

    from sketchsvg.geometry.shapes import Point

#: Millimetres in a unit. A pixel is that of CSS: 1/96 inch.
UNITS = {"mm": 1.0, "px": 25.4 / 96}


class Sketch:
    """Shapes drawn by hand on a ground of ``width`` x ``height``; every method adds one and returns the sketch.

    All lengths are in ``unit``: "mm", or "px" of 1/96 inch; type sizes are pt in both. ``seed`` is any whole number:
    another one is the same drawing drawn another time. ``paper`` is the colour of the ground (None: none), ``nib`` the
    width of the pen, and ``manner`` (see ``Manner``) is how all shapes are drawn that do not say otherwise.

    Later shapes lie over earlier ones. A shape's wobble depends on the seed and on its key, and the key on where the
    shape lies; so a shape that is put in changes no other. Raises ``SheetError`` and ``NameUnknownError`` with the
    author's line for what cannot be drawn.
    """

    def __init__(
        self, width: float, height: float, *, unit: str = "mm", seed: int = 0, paper: str | None = None,
        nib: float | None = None, title: str = "", description: str = "", **manner: Unpack[Manner],
    ) -> None:  # fmt: skip
        self._mm = look_up("unit", unit, UNITS, caller())
        self.width, self.height = (
            within(positive(side, name) * self._mm, f"{name} (in mm)", SHORTEST, LONGEST)
            for side, name in ((width, "The sketch's width"), (height, "The sketch's height"))
        )
        if isinstance(seed, bool) or not isinstance(seed, int):
            raise SheetError(f"The seed must be a whole number, not {seed!r}.", where=caller(), mend="seed=23")
        self.seed = seed
        self.paper = None if paper is None else colour_of(paper, "paper")
        self.title, self.description = title, description
        self._styles: dict[object, Style] = {}
        self._shapes: list[Shape] = []
        self._bounds = NEAREST / self._mm, FARTHEST / self._mm
        self._manner = checked_manner(manner, nib, self._mm)

    def line(self, x0: float, y0: float, x1: float, y1: float, /, **options: Unpack[Options]) -> Self:
        """A straight line."""
        if self._later(kinds.LINE, (x0, y0, x1, y1), options):
            return self
        return self._draw(marks.line, *self._lengths(x0, y0, x1, y1), options=options)

    def polyline(self, points: Iterable[Point], /, *, simplify: float = 0.0, **options: Unpack[Options]) -> Self:
        """Straight pieces from point to point; may be filled when it ends where it begins.

        ``simplify`` leaves out the points that are not needed to stay that near to all of them.
        """
        if simplify:
            return self._simplified(marks.polyline, points, simplify, options)
        if self._later(kinds.POLYLINE, flat(points, 2), options):
            return self
        return self._draw(marks.polyline, self._points(points), options=options)

    def polygon(self, points: Iterable[Point], /, *, simplify: float = 0.0, **options: Unpack[Options]) -> Self:
        """A closed chain of straight pieces; ``simplify`` as in ``polyline``."""
        if simplify:
            return self._simplified(marks.polygon, points, simplify, options)
        if self._later(kinds.POLYGON, flat(points, 3), options):
            return self
        return self._draw(marks.polygon, self._points(points), options=options)

    def rectangle(
        self, x: float, y: float, wide: float, high: float, /, *, radius: float = 0.0, **options: Unpack[Options]
    ) -> Self:
        """An upright rectangle from its top left corner; ``radius`` rounds its corners."""
        square = type(radius) in (int, float) and radius == 0
        kind, corners = (kinds.RECTANGLE, ()) if square else (kinds.ROUNDED, (radius,))
        if self._later(kind, (x, y, wide, high, *corners), options):
            return self
        return self._draw(marks.rectangle, *self._lengths(x, y, wide, high, radius), options=options)

    def ellipse(self, cx: float, cy: float, rx: float, ry: float, /, **options: Unpack[Options]) -> Self:
        """An ellipse by its middle and its two radii."""
        if self._later(kinds.ELLIPSE, (cx, cy, rx, ry), options):
            return self
        return self._draw(marks.ellipse, *self._lengths(cx, cy, rx, ry), options=options)

    def circle(self, cx: float, cy: float, radius: float, /, **options: Unpack[Options]) -> Self:
        """A circle by its middle and its radius."""
        if self._later(kinds.CIRCLE, (cx, cy, radius), options):
            return self
        return self._draw(marks.circle, *self._lengths(cx, cy, radius), options=options)

    def arc(
        self, cx: float, cy: float, rx: float, ry: float, start: float, stop: float, /, **options: Unpack[Options]
    ) -> Self:
        """Part of an ellipse from the angle ``start`` to ``stop``: 0 is at the right, angles grow anticlockwise."""
        if self._later(arc_kind("arc", start, stop), (cx, cy, rx, ry, start, stop), options):
            return self
        return self._draw(marks.arc, *self._lengths(cx, cy, rx, ry), start, stop, options=options)

    def sector(
        self, cx: float, cy: float, rx: float, ry: float, start: float, stop: float, /, **options: Unpack[Options]
    ) -> Self:
        """A slice of an ellipse, closed through its middle; angles as in ``arc``."""
        if self._later(arc_kind("sector", start, stop), (cx, cy, rx, ry, start, stop), options):
            return self
        return self._draw(marks.sector, *self._lengths(cx, cy, rx, ry), start, stop, options=options)

    def curve(
        self, points: Iterable[Point], /, *, closed: bool = False, tightness: float = 0.0, simplify: float = 0.0,
        **options: Unpack[Options],
    ) -> Self:  # fmt: skip
        """A smooth line through points; ``closed`` brings it back to the first one.

        ``tightness`` draws it towards the straight lines between its points, from 0 (as round as a circle) to 1;
        ``simplify`` as in ``polyline``.
        """
        if tightness or simplify:
            shape = partial(marks.curve, closed=closed, tightness=tightness)
            return self._simplified(shape, points, simplify, options)
        if self._later(kinds.LOOP if closed else kinds.CURVE, flat(points, 3 if closed else 2), options):
            return self
        return self._draw(marks.curve, self._points(points), closed, options=options)

    def bezier(self, points: Iterable[Point], /, **options: Unpack[Options]) -> Self:
        """Cubic Bézier pieces: node, handle, handle, node, and so on."""
        numbers = flat(points, 4)
        if len(numbers) % 6 == 2 and self._later(kinds.BEZIER, numbers, options):
            return self
        return self._draw(marks.bezier, self._points(points), options=options)

    def path(
        self, d: str, /, *, x: float = 0.0, y: float = 0.0, scale: float = 1.0, simplify: float = 0.0,
        **options: Unpack[Options],
    ) -> Self:  # fmt: skip
        """SVG path data in the sketch's unit, scaled about its origin, which is moved to (x, y).

        ``simplify`` makes few straight pieces of it, that near to what it was.
        """
        left, top = self._lengths(x, y)
        size = number(number(scale, "The scale") * self._mm)
        if simplify:
            shape = partial(marks.path, simplify=self._length(simplify, "simplify"))
            return self._draw(shape, d, left, top, size, options=options)
        kind, numbers = read_path(d, left, top, size)
        if self._later(kind, numbers, options, unit=False):
            return self
        return self._draw(marks.path, d, left, top, size, options=options)

    def many(self, kind: str, rows: Any, /, **options: Unpack[Options]) -> Self:
        """Many shapes of one kind at once, by the name of the method that draws one, and what it takes for each.

        ``rows`` is an array or a list: for each line (x0, y0, x1, y1), rectangle (x, y, wide, high) or (x, y, wide,
        high, radius), ellipse (cx, cy, rx, ry), circle (cx, cy, radius), arc or sector (cx, cy, rx, ry, start, stop);
        for each polyline, polygon, curve, loop (a closed curve) or bezier its points, as many in all: (n, k, 2); for
        each path its data, a text.

        This is how to draw thousands: a shape costs a fraction of what a call costs. It is as much its own, no two
        alike, and later ones lie over earlier ones.
        """
        herd = herd_of(kind, rows, self._mm)
        style = self._style({name: value for name, value in options.items() if name != "key"})
        if style.fill is None or not herd.closed:
            # The fill of the sketch is for closed shapes.
            return self._draw(one_mark, herd, options=options)
        refuse_far(herd.bounds(), style.width)
        self._shapes.append(Rows(herd, style, _key(dict(options))))
        return self

    def text(
        self, x: float, y: float, words: str, /, *, size: float = 11.0, align: str = "left", bold: bool = False,
        leading: float = 1.4, turn: float = 0.0, **options: Unpack[Options],
    ) -> Self:  # fmt: skip
        r"""``words`` in our hand at ``size`` pt; (x, y) is where the first baseline begins, or by ``align`` its middle.

        ``\n`` begins a new line, ``leading`` em lower; ``turn`` turns it all anticlockwise. The pen is as wide as
        suits the size, unless ``width`` says otherwise.
        """
        own: dict[str, Any] = {"dash": (), **options}
        own.setdefault("width", lettered.usual_width(within(size, "size", 1, 1000), bold) / self._mm)

        def written(left: float, base: float, style: Style, key: str) -> Mark:
            return lettered.text(
                left, base, words, size, align=align, bold=bold, leading=leading, turn=turn, style=style, key=key
            )

        return self._draw(written, *self._lengths(x, y), options=own)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What has been drawn so far, in mm, with layers that keep its order; the paper is not among it."""
        return self._marks(together=False)

    def drawing(self) -> Drawing:
        """The sketch as it stands now."""
        return self._drawing(self.marks)

    def _marks(self, together: bool) -> tuple[Mark, ...]:
        return marks_of(self._shapes, self._mm, () if self.paper is None else ("paper",), together)

    def _drawing(self, drawn: tuple[Mark, ...]) -> Drawing:
        ground: tuple[Mark, ...] = ()
        if self.paper is not None:
            sheet = shapes.rectangle(Rect(0, 0, self.width, self.height))
            fill = Fill("wash", self.paper)
            ground = (Mark("paper", sheet, "ruler", 0.0, self.paper, Layer.PAPER, fill=fill),)
        scene = Scene(self.width, self.height, (*ground, *drawn), self.seed, self.title, self.description)
        return Drawing(scene)

    def _quick(self) -> Drawing:
        """The same drawing to the eye, of fewer marks: what is alike in all but its place is drawn in one go."""
        return self._drawing(self._marks(together=True))

    def to_svg(self) -> str:
        """The sketch as SVG text."""
        return self._quick().to_svg()

    def to_pdf(self) -> bytes:
        """The sketch as a PDF of one page."""
        return self._quick().to_pdf()

    def to_png(self, ppi: float = 300, width: int | None = None) -> bytes:
        """The sketch as PNG at ``ppi`` pixels an inch, or ``width`` pixels wide."""
        return self._quick().to_png(ppi, width)

    def save(self, path: str | Path, *, ppi: float = 300, width: int | None = None) -> None:
        """Writes the sketch to ``path``: SVG, PDF, PNG or WebP by its suffix."""
        self._quick().save(path, ppi=ppi, width=width)

    def _repr_svg_(self) -> str:
        """What a notebook shows."""
        return self.to_svg()

    def _later(self, kind: Kind | None, numbers: tuple[float, ...], options: Any, unit: bool = True) -> bool:
        """Puts a shape down to be made when the sketch is drawn, if that can be; all others are made, or refused, now.

        ``unit`` tells whether its coordinates are in the sketch's unit; else they are mm.
        """
        if kind is None or not numbers:
            return False
        key = ""
        if "key" in options:
            key = options["key"]
            if type(key) is not str:
                return False
            options = {name: value for name, value in options.items() if name != "key"}
        style = self._style(options)
        near, far = self._bounds if unit else (NEAREST, FARTHEST)
        if (style.fill is not None and not kind.closed) or not kind.fits(numbers, near, far):
            return False
        if style.width is None or style.width > USUAL_NIB:
            return False
        # A tuple is made in half the time without the names of its fields.
        self._shapes.append(tuple.__new__(Plain, (kind, numbers, style, key)))
        return True

    def _simplified(self, shape: Callable[..., Mark], points: Iterable[Point], simplify: float, options: Any) -> Self:
        fewer = partial(shape, simplify=self._length(simplify, "simplify"))
        return self._draw(fewer, self._points(points), options=options)

    def _draw(self, shape: Callable[..., Mark], *arguments: Any, options: Any) -> Self:
        """Adds the mark that ``shape`` makes of the arguments."""
        key = _key(options)
        style = self._style(options)
        # The fill of the sketch is for closed shapes; a shape that asks for one itself has to be closed.
        lent = style.fill if "fill" not in options else None
        mark = shape(*arguments, style=style if lent is None else replace(style, fill=None), key=key)
        if lent is not None and mark.writing is None and is_closed(mark.curves):
            mark = replace(mark, fill=lent)
        box = mark.curves.bounds()
        refuse_far(box, mark.width)
        self._shapes.append(Ready(mark, box))
        return self

    def _style(self, options: dict[str, Any]) -> Style:
        """The style that these options make with those of the sketch; worked out once for each set of options."""
        asked = tuple(options.items())
        try:
            known = self._styles.get(asked)
        except TypeError:  # a list among them: no key for a dictionary
            return style_of(options, self._manner, self._mm)
        if known is None:
            known = self._styles[asked] = style_of(options, self._manner, self._mm)
        return known

    def _length(self, value: float, what: str = "A length") -> float:
        """A length in the sketch's unit as mm."""
        return number(number(value, what) * self._mm, what)

    def _lengths(self, *values: float) -> list[float]:
        return [self._length(value) for value in values]

    def _points(self, points: Iterable[Point]) -> Iterable[Point]:
        """Points in mm, as far as they are points: what is none is named by the shape."""
        if self._mm == 1.0 or isinstance(points, str) or not isinstance(points, Iterable):
            return points
        scale = self._mm
        return [
            (number(pair[0], "x") * scale, number(pair[1], "y") * scale)
            if not isinstance(pair, str) and hasattr(pair, "__len__") and len(pair) == 2
            else pair
            for pair in points
        ]


def _key(options: dict[str, Any]) -> str:
    """The key among the options, which is taken out of them; empty when there is none."""
    key = options.pop("key", "")
    if not isinstance(key, str):
        raise SheetError(f"A key is text, not {key!r}.", where=caller(), mend='key="roof"')
    return key


__all__ = ["Manner", "Options", "Sketch"]
