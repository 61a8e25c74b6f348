"""``filter``: shadows, floods, shifts and other colours, drawn with the same shapes; what is blurred stays sharp."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import cos, radians, sin

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.geometry.shapes import polygon
from sketchsvg.readers.svg.affine import placed_curves
from sketchsvg.readers.svg.colours import to_hex, to_rgb
from sketchsvg.readers.svg.context import Context, Reading
from sketchsvg.readers.svg.extents import box_in
from sketchsvg.readers.svg.fading import uncovered
from sketchsvg.readers.svg.items import Item, Shape, Solid
from sketchsvg.readers.svg.looks import solid
from sketchsvg.readers.svg.parse import Node
from sketchsvg.readers.svg.style import style_of
from sketchsvg.readers.svg.tinting import Tint, moved, tinted
from sketchsvg.readers.svg.units import numbers, parse_length

#: Rows of feColorMatrix: red, green, blue, alpha and one in, red, green, blue and alpha out.
_Rows = tuple[float, ...]
_SAME: _Rows = (1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0)
#: What a shadow keeps of its opacity when it is drawn sharp.
_SHARPENED = 0.7


class _Flow(Struct):
    """A filter at work: the element's items, what steps before have made by name, and the last of it."""

    source: Sequence[Item]
    context: Context
    reading: Reading
    made: dict[str, list[Item]]
    last: list[Item]

    def given(self, node: Node, name: str = "in") -> list[Item]:
        """The input of a step."""
        said = node.get(name)
        if said == "SourceGraphic":
            return list(self.source)
        if said == "SourceAlpha":
            return _silhouettes(self.source, "#000000", 1.0)
        if said in ("BackgroundImage", "BackgroundAlpha"):
            return []
        return list(self.made.get(said, self.last) if said else self.last)


_Step = Callable[[Node, _Flow], list[Item]]


def filtered(items: Sequence[Item], node: Node, context: Context, reading: Reading) -> list[Item]:
    """Items as the filter ``node`` shows them; unchanged, with a warning, by one that needs pixels."""
    if not items:
        return []
    flow = _Flow(items, context, reading, {}, list(items))
    for child in node.children:
        step = _STEPS.get(child.tag)
        if step is None and child.tag.startswith("fe"):
            reading.warn(f"It has filters of pixels (<{child.tag}>); they are left out.")
            return list(items)
        if step is not None:
            flow.last = step(child, flow)
            reading.budget.element(child, len(flow.last))
            if child.get("result"):
                flow.made[child.get("result")] = flow.last
    seen: dict[str, int] = {}
    made: list[Item] = []
    for item in flow.last:
        times = seen[item.key] = seen.get(item.key, 0) + 1
        made.append(replace(item, key=f"{item.key}/filter{times - 1}") if times > 1 else item)
    return made


def _blur(node: Node, flow: _Flow) -> list[Item]:
    given = flow.given(node)
    if any(value > 0 for value in numbers(node, "stdDeviation")):
        flow.reading.warn("It has blurred parts and shadows; they are drawn with an edge.")
        sharp = {id(item) for item in flow.source}
        if not all(id(item) in sharp for item in given):
            return [tinted(item, _lighter) for item in given]
    return given


def _lighter(colour: str, opacity: float) -> tuple[str, float]:
    return colour, opacity * _SHARPENED


def _offset(node: Node, flow: _Flow) -> list[Item]:
    dx, dy = _way(node, flow)
    return [moved(item, dx, dy) for item in flow.given(node)]


def _way(node: Node, flow: _Flow, default: str = "0") -> tuple[float, float]:
    """``dx`` and ``dy`` in mm on the page."""
    dx, dy = (parse_length(node.get(name, default)) or 0.0 for name in ("dx", "dy"))
    if _is_by_box(node.parent) and (box := box_in(flow.source, flow.context.matrix)) is not None:
        dx, dy = dx * (box[2] - box[0]), dy * (box[3] - box[1])
    a, b, c, d, _, _ = flow.context.matrix
    return a * dx + c * dy, b * dx + d * dy


def _is_by_box(node: Node | None) -> bool:
    return node is not None and node.get("primitiveUnits") == "objectBoundingBox"


def _flood(node: Node, flow: _Flow) -> list[Item]:
    paint = _flood_paint(node, flow)
    box = box_in(flow.source, flow.context.matrix)
    if paint is None or box is None:
        return []
    across, down = box[2] - box[0], box[3] - box[1]
    left, top, right, bottom = box[0] - across / 10, box[1] - down / 10, box[2] + across / 10, box[3] + down / 10
    curves = placed_curves(polygon([(left, top), (right, top), (right, bottom), (left, bottom)]), flow.context.matrix)
    clips = flow.source[0].clips
    return [Shape(f"{flow.context.key}/flood", curves, paint, "nonzero", None, clips)]


def _flood_paint(node: Node, flow: _Flow) -> Solid | None:
    style = style_of(node, flow.context.style, flow.reading.sheet)
    return solid(style["flood-color"] or "black", style.share("flood-opacity"), style)


def _shadow(node: Node, flow: _Flow) -> list[Item]:
    paint = _flood_paint(node, flow)
    given = flow.given(node)
    if paint is None:
        return given
    much = paint.opacity
    if any(value > 0 for value in numbers(node, "stdDeviation") or [2.0]):
        flow.reading.warn("It has blurred parts and shadows; they are drawn with an edge.")
        much *= _SHARPENED
    dx, dy = _way(node, flow, "2")
    return [moved(item, dx, dy) for item in _silhouettes(given, paint.colour, much)] + given


def _silhouettes(items: Sequence[Item], colour: str, opacity: float) -> list[Item]:
    """The items in one colour. Where areas are filled, their lines and the words on them add nothing but ink."""
    areas: list[Item] = []
    for item in items:
        if isinstance(item, Shape) and item.fill is not None:
            areas.append(replace(item, line=None))
    return [tinted(item, lambda _, shown: (colour, shown * opacity)) for item in uncovered(areas or items)]


def _merge(node: Node, flow: _Flow) -> list[Item]:
    return [item for child in node.children if child.tag == "feMergeNode" for item in flow.given(child)]


def _composite(node: Node, flow: _Flow) -> list[Item]:
    given, other = flow.given(node), flow.given(node, "in2")
    operator = node.get("operator", "over")
    if operator == "over":
        return other + given
    flood = len(given) == 1 and given[0].key.endswith("/flood")
    if operator in ("in", "atop") and flood and isinstance(given[0], Shape) and isinstance(given[0].fill, Solid):
        return _silhouettes(other, given[0].fill.colour, given[0].fill.opacity)
    if operator == "in":
        return given
    if operator == "out":
        return given  # a shadow without what lies over it: which will be hidden anyway
    flow.reading.warn(f'It has filters that cut by pixels (feComposite "{operator[:20]}"); they are left out.')
    return other + given


def _blend(node: Node, flow: _Flow) -> list[Item]:
    if node.get("mode", "normal") != "normal":
        flow.reading.warn("It has filters that blend colours; they lie over each other instead.")
    return flow.given(node, "in2") + flow.given(node)


def _matrix(node: Node, flow: _Flow) -> list[Item]:
    rows = _rows_of(node)
    if rows is None:
        return flow.given(node)
    return [tinted(item, _tint_of(rows, _is_linear(node))) for item in flow.given(node)]


def _rows_of(node: Node) -> _Rows | None:
    """The matrix of an feColorMatrix (Filter Effects 1, 9.6); None for one that says nothing."""
    kind, values = node.get("type", "matrix"), numbers(node, "values")
    if kind == "matrix":
        return tuple(values) if len(values) == 20 else None
    if kind == "luminanceToAlpha":
        return (0,) * 15 + (0.2125, 0.7154, 0.0721, 0.0, 0.0)
    if kind == "saturate":
        s = values[0] if values else 1.0
        r, g, b = 0.213 * (1 - s), 0.715 * (1 - s), 0.072 * (1 - s)
        return (r + s, g, b, 0, 0, r, g + s, b, 0, 0, r, g, b + s, 0, 0, 0, 0, 0, 1, 0)
    if kind == "hueRotate":
        turn = radians(values[0] if values else 0.0)
        c, s = round(cos(turn), 12), round(sin(turn), 12)
        return (
            0.213 + c * 0.787 - s * 0.213, 0.715 - c * 0.715 - s * 0.715, 0.072 - c * 0.072 + s * 0.928, 0, 0,
            0.213 - c * 0.213 + s * 0.143, 0.715 + c * 0.285 + s * 0.140, 0.072 - c * 0.072 - s * 0.283, 0, 0,
            0.213 - c * 0.213 - s * 0.787, 0.715 - c * 0.715 + s * 0.715, 0.072 + c * 0.928 + s * 0.072, 0, 0,
            0, 0, 0, 1, 0,
        )  # fmt: skip
    return None


def _is_linear(node: Node) -> bool:
    """Whether colours are worked on as light: so filters do unless they are told not to."""
    one: Node | None = node
    while one is not None:
        said = one.get("color-interpolation-filters") or _declared(one)
        if said:
            return said != "sRGB"
        one = one.parent
    return True


def _declared(node: Node) -> str:
    _, found, rest = node.get("style").partition("color-interpolation-filters:")
    return rest.split(";")[0].strip() if found else ""


def _tint_of(rows: _Rows, linear: bool) -> Tint:
    def tint(colour: str, opacity: float) -> tuple[str, float]:
        red, green, blue = (_to_light(value) if linear else value for value in to_rgb(colour))
        made = [
            rows[k] * red + rows[k + 1] * green + rows[k + 2] * blue + rows[k + 3] * opacity + rows[k + 4]
            for k in (0, 5, 10, 15)
        ]
        red, green, blue, shown = (min(1.0, max(0.0, value)) for value in made)
        if linear:
            red, green, blue = _from_light(red), _from_light(green), _from_light(blue)
        return to_hex((red, green, blue)), shown

    return tint


def _to_light(value: float) -> float:
    """The light of an sRGB value (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else round(((value + 0.055) / 1.055) ** 2.4, 9)


def _from_light(value: float) -> float:
    return value * 12.92 if value <= 0.0031308 else round(1.055 * value ** (1 / 2.4) - 0.055, 9)


def _transfer(node: Node, flow: _Flow) -> list[Item]:
    """feComponentTransfer: a function a channel, by points (Filter Effects 1, 9.7)."""
    by_name = {child.tag[-1]: child for child in node.children if child.tag.startswith("feFunc")}
    linear = _is_linear(node)

    def tint(colour: str, opacity: float) -> tuple[str, float]:
        channels = [_to_light(value) if linear else value for value in to_rgb(colour)]
        red, green, blue = (_transferred(by_name.get(name), value) for name, value in zip("RGB", channels, strict=True))
        if linear:
            red, green, blue = _from_light(red), _from_light(green), _from_light(blue)
        return to_hex((red, green, blue)), _transferred(by_name.get("A"), opacity)

    return [tinted(item, tint) for item in flow.given(node)]


def _transferred(node: Node | None, value: float) -> float:
    if node is None:
        return value

    def said(name: str, default: float) -> float:
        found = parse_length(node.get(name))
        return default if found is None else found

    kind, table = node.get("type"), numbers(node, "tableValues")
    if kind == "linear":
        value = said("slope", 1.0) * value + said("intercept", 0.0)
    elif kind == "gamma":
        value = round(said("amplitude", 1.0) * value ** max(0.0, said("exponent", 1.0)) + said("offset", 0.0), 9)
    elif kind == "discrete" and table:
        value = table[min(len(table) - 1, int(value * len(table)))]
    elif kind == "table" and len(table) > 1:
        low = min(len(table) - 2, int(value * (len(table) - 1)))
        value = table[low] + (value * (len(table) - 1) - low) * (table[low + 1] - table[low])
    return min(1.0, max(0.0, value))


_STEPS: dict[str, _Step] = {
    "feGaussianBlur": _blur, "feOffset": _offset, "feFlood": _flood, "feDropShadow": _shadow, "feMerge": _merge,
    "feComposite": _composite, "feBlend": _blend, "feColorMatrix": _matrix, "feComponentTransfer": _transfer,
}  # fmt: skip

__all__ = ["filtered"]
