"""Paint: what ``fill`` and ``stroke`` say, as colours, gradients and patterns."""

from __future__ import annotations

from msgspec.structs import replace

from sketchsvg.readers.svg.affine import Matrix, times, transform_of
from sketchsvg.readers.svg.colours import mixed, parse_colour
from sketchsvg.readers.svg.context import Context, Reading
from sketchsvg.readers.svg.items import Box, Gradient, Paint, Patterned, Solid, Stop
from sketchsvg.readers.svg.limits import MOST_STOPS, exceeded
from sketchsvg.readers.svg.looks import solid
from sketchsvg.readers.svg.parse import Node
from sketchsvg.readers.svg.patterns import pattern_paint
from sketchsvg.readers.svg.style import Style, style_of
from sketchsvg.readers.svg.units import parse_length, share, unreadable

#: How often a gradient is repeated beyond each of its ends.
_REPEATS = 10
#: How often a gradient may refer to another one.
_CHAIN = 8


def paint_of(value: str, opacity: float, context: Context, box: Box, reading: Reading) -> Paint | None:
    """The paint that a property value asks for; None for none at all."""
    value = value.strip()
    if value in ("none", "") or opacity <= 0:
        return None
    if value.startswith("url("):
        link, _, fallback = value.partition(")")
        node = reading.target(f"{link})")
        found = None if node is None else _from_server(node, opacity, context, box, reading)
        if found is not None:
            return found
        return paint_of(fallback, opacity, context, box, reading) if fallback.strip() else None
    if value in ("context-fill", "context-stroke"):
        return context.fill if value == "context-fill" else context.stroke
    return solid(value, opacity, context.style)


def colour_of(paint: Paint | None) -> Solid | None:
    """One colour for a paint where the pen can use but one: that of the middle of a gradient."""
    if isinstance(paint, Gradient):
        if paint.stops[0].colour == paint.stops[-1].colour:
            middle = paint.stops[len(paint.stops) // 2]
            return Solid(middle.colour, middle.opacity * paint.opacity)
        colour, opacity = colour_at(paint.stops, 0.5)
        return Solid(colour, opacity * paint.opacity)
    if isinstance(paint, Patterned):
        return Solid(paint.colour, paint.opacity)
    return paint


def colour_at(stops: tuple[Stop, ...], place: float) -> tuple[str, float]:
    """Colour and opacity of a gradient at a place from 0 to 1."""
    before = stops[0]
    for stop in stops:
        if stop.place >= place:
            if stop.place <= before.place:
                return stop.colour, stop.opacity
            much = (place - before.place) / (stop.place - before.place)
            return mixed(before.colour, stop.colour, much), before.opacity + (stop.opacity - before.opacity) * much
        before = stop
    return before.colour, before.opacity


def _from_server(node: Node, opacity: float, context: Context, box: Box, reading: Reading) -> Paint | None:
    if node.tag == "pattern":
        return pattern_paint(_chain(node, reading), opacity, context, box, reading)
    if node.tag not in ("linearGradient", "radialGradient"):
        return None
    line = _chain(node, reading)
    stops = _stops(line, reading)
    if not stops:
        return None
    if len(stops) == 1 or all(stop == stops[0] for stop in stops):
        return Solid(stops[0].colour, stops[0].opacity * opacity)
    return _gradient(line, stops, opacity, context, box)


def _chain(node: Node, reading: Reading) -> list[Node]:
    """A gradient and those it refers to, in whose attributes it looks for what it does not say itself."""
    line = [node]
    while len(line) < _CHAIN and line[-1].get("href"):
        further = reading.target(line[-1].get("href"))
        if further is None or further in line:
            break
        line.append(further)
    return line


def _stops(line: list[Node], reading: Reading) -> tuple[Stop, ...]:
    holder = next((node for node in line if any(child.tag == "stop" for child in node.children)), None)
    known = reading.known_stops.get(id(holder))
    if known is not None:
        return known
    stops: list[Stop] = []
    if holder is not None and len(holder.children) > MOST_STOPS:
        raise exceeded("it has a gradient with too many stops", MOST_STOPS, holder.where)
    for child in holder.children if holder is not None else ():
        if child.tag != "stop":
            continue
        style = style_of(child, Style(), reading.sheet)
        colour = solid(style["stop-color"] or "black", 1.0, style)
        shown = style.share("stop-opacity") * (colour.opacity if colour else 0.0)
        place = share(child.get("offset"), 0.0)
        # "Each offset is at least that of the stop before" (SVG 2, 14.2.4).
        place = max(place, stops[-1].place) if stops else place
        clear = parse_colour(style["stop-color"])
        stops.append(Stop(place, colour.colour if colour else clear[0] if clear else "#000000", shown))
    reading.known_stops[id(holder)] = tuple(stops)
    return tuple(stops)


def _gradient(line: list[Node], stops: tuple[Stop, ...], opacity: float, context: Context, box: Box) -> Paint | None:
    def said(name: str) -> Node | None:
        return next((node for node in line if name in node.attributes), None)

    units = said("gradientUnits")
    by_box = units is None or units.get("gradientUnits") != "userSpaceOnUse"
    width, height = (1.0, 1.0) if by_box else (context.view.width, context.view.height)
    diagonal = 1.0 if by_box else context.view.diagonal

    def measure(name: str, default: str, whole: float) -> float:
        node = said(name)
        value = parse_length(node.get(name) if node else default, whole, context.style.size)
        if value is None:
            raise unreadable(node or line[0], name)
        return value

    matrix: Matrix = context.matrix
    if by_box:
        if box[2] <= box[0] or box[3] <= box[1]:
            # "The gradient is not rendered" where the box has no area: its last colour stands in for it.
            return Solid(stops[-1].colour, stops[-1].opacity * opacity)
        matrix = times(matrix, (box[2] - box[0], 0.0, 0.0, box[3] - box[1], box[0], box[1]))
    turned = said("gradientTransform")
    if turned is not None:
        matrix = times(matrix, transform_of(turned, turned.get("gradientTransform"), "gradientTransform"))
    if line[0].tag == "linearGradient":
        ends = (measure("x1", "0%", width), measure("y1", "0%", height),
                measure("x2", "100%", width), measure("y2", "0%", height))
        if ends[:2] == ends[2:]:
            return Solid(stops[-1].colour, stops[-1].opacity * opacity)
        return _spread(Gradient(stops, matrix, ends, 0.0, opacity), said("spreadMethod"))
    cx, cy = measure("cx", "50%", width), measure("cy", "50%", height)
    radius = measure("r", "50%", diagonal)
    if radius <= 0:
        return Solid(stops[-1].colour, stops[-1].opacity * opacity)
    return _spread(Gradient(stops, matrix, (cx, cy, cx, cy), radius, opacity), said("spreadMethod"))


def _spread(gradient: Gradient, node: Node | None) -> Gradient:
    """A gradient that goes on beyond its ends, over and over, as one long gradient."""
    method = "pad" if node is None else node.get("spreadMethod")
    if method not in ("repeat", "reflect"):
        return gradient
    before = 0 if gradient.round else _REPEATS
    count = before + 1 + _REPEATS
    stops: list[Stop] = []
    for number in range(count):
        back = method == "reflect" and (number - before) % 2 == 1
        for stop in reversed(gradient.stops) if back else gradient.stops:
            place = 1 - stop.place if back else stop.place
            stops.append(Stop((number + place) / count, stop.colour, stop.opacity))
    x0, y0, x1, y1 = gradient.ends
    dx, dy = x1 - x0, y1 - y0
    ends = (x0 - before * dx, y0 - before * dy, x1 + _REPEATS * dx, y1 + _REPEATS * dy)
    return replace(gradient, stops=tuple(stops), ends=ends, radius=gradient.radius * count)
