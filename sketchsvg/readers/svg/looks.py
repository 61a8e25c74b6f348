"""How shapes of one style look: worked out once, however many shapes share it."""

from __future__ import annotations

from msgspec import Struct

from sketchsvg.readers.svg.colours import parse_colour
from sketchsvg.readers.svg.items import Line, Solid
from sketchsvg.readers.svg.shapes import Viewport
from sketchsvg.readers.svg.style import Style
from sketchsvg.readers.svg.units import parse_length

#: Properties whose values may point to other elements, or mean the paint of another one.
_POINTING = ("fill", "stroke", "clip-path")
_MARKERS = ("marker-start", "marker-mid", "marker-end")
#: Properties that may be percentages of the viewport.
_MEASURED = ("stroke-width", "stroke-dasharray", "stroke-dashoffset")


class Look(Struct, frozen=True, eq=False, gc=False):
    """What a style says about outlines, in their own units (px); opacities without those of groups.

    ``plain`` tells that nothing in it points to another element; otherwise ``fill`` and ``stroke`` mean nothing.
    ``marked`` that markers stand on its outlines. ``rigid`` lines do not grow with the transform.
    """

    plain: bool
    marked: bool
    hidden: bool
    fill: Solid | None
    stroke: Solid | None
    rule: str
    width: float
    dashes: tuple[float, ...]
    offset: float
    butt: bool
    rigid: bool

    @property
    def covers_itself(self) -> bool:
        """Whether there are both a fill and a line, which covers half of its width of it."""
        return self.fill is not None and self.stroke is not None

    def line(self, paint: object, grow: float) -> Line | None:
        """The line of an outline in mm, where lengths grow by ``grow``; dashes always grow with the matrix."""
        if not isinstance(paint, Solid) or self.width <= 0:
            return None
        dashes = tuple([length * grow for length in self.dashes]) if self.dashes else ()
        width = self.width if self.rigid else self.width * grow
        return Line(paint.colour, paint.opacity, width, dashes, self.offset * grow, self.butt)


class Looks:
    """The looks of styles, each worked out once."""

    def __init__(self) -> None:
        self._known: dict[Style, Look] = {}

    def of(self, style: Style, view: Viewport) -> Look:
        """The look of a style; ``view`` is what percentages are of."""
        look = self._known.get(style)
        if look is None:
            look = _look(style, view)
            if not any("%" in style.values.get(name, "") for name in _MEASURED):
                self._known[style] = look
        return look


def _look(style: Style, view: Viewport) -> Look:
    values, whole = style.values, view.diagonal
    plain = not any(values.get(name, "").startswith(("url(", "context-")) for name in _POINTING)
    plain = plain and values.get("clip-path", "none") == "none"
    return Look(
        plain,
        any("url(" in values.get(name, "") for name in _MARKERS),
        values.get("visibility", "") in ("hidden", "collapse"),
        _paint(values.get("fill", "black"), style, "fill-opacity") if plain else None,
        _paint(values.get("stroke", ""), style, "stroke-opacity") if plain else None,
        "evenodd" if values.get("fill-rule") == "evenodd" else "nonzero",
        style.length("stroke-width", 1.0, whole),
        _dashes(style, whole) if "stroke-dasharray" in values else (),
        style.length("stroke-dashoffset", 0.0, whole),
        values.get("stroke-linecap") not in ("round", "square"),
        values.get("vector-effect") == "non-scaling-stroke",
    )


def _paint(value: str, style: Style, opacity: str) -> Solid | None:
    value = value.strip()
    shown = style.share(opacity) if opacity in style.values else 1.0
    return None if value in ("none", "") or shown <= 0 else solid(value, shown, style)


def solid(value: str, opacity: float, style: Style) -> Solid | None:
    """The paint of a colour; one that is not understood is black, as where nothing is said."""
    if value.strip().lower() == "currentcolor":
        value = style["color"] or "black"
    colour, own = parse_colour(value) or ("#000000", 1.0)
    return Solid(colour, opacity * own) if opacity * own > 0 else None


def _dashes(style: Style, whole: float) -> tuple[float, ...]:
    parts = style["stroke-dasharray"].replace(",", " ").split()
    lengths = [parse_length(part, whole, style.size) for part in parts]
    dashes = [length for length in lengths if length is not None]
    if len(dashes) < len(parts) or min(dashes, default=0.0) < 0 or not any(dashes):
        return ()  # "none", or an error, which CSS treats alike
    return tuple(2 * dashes if len(dashes) % 2 else dashes)
