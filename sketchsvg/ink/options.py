"""Options of shapes, as people write them, and the style that they make."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypedDict

from sketchsvg.calling import caller
from sketchsvg.errors import SheetError
from sketchsvg.ink.arguments import number
from sketchsvg.ink.style import INK, Style, fill_with
from sketchsvg.names import unknown
from sketchsvg.scene import Fill

#: Options that say how a fill is laid, and so need one.
_OF_FILLS = ("fill_colour", "fill_opacity", "gap", "weight", "angle", "rule")
_OF_LINES = ("pen", "colour", "opacity", "passes")


class Manner(TypedDict, total=False):
    """What a sketch takes for all its shapes. Lengths are in the sketch's unit, angles in degrees.

    ``pen`` and ``fill`` name files in ``ink/pens`` and ``ink/fills``. ``colour`` and ``opacity`` are the line's;
    ``fill_colour``, ``fill_opacity``, ``gap``, ``weight``, ``angle`` (anticlockwise) and ``rule`` ("nonzero",
    "evenodd") the fill's. ``dash`` are lengths of ink and gap in turn, begun ``dash_offset`` into them; ``passes`` is
    how often the pen goes over a line.
    """

    pen: str
    colour: str
    opacity: float
    fill: str | None
    fill_colour: str
    fill_opacity: float
    gap: float
    weight: float
    angle: float
    rule: str
    dash: Iterable[float]
    dash_offset: float
    passes: int


class Options(Manner, total=False):
    """What each shape takes: as ``Manner``, and its own nib and key.

    ``width`` is the nib (0: no line); ``key`` names the shape, so that it keeps its wobble even when it moves.
    """

    width: float
    key: str


def checked_manner(manner: Manner, nib: float | None, mm: float) -> dict[str, Any]:
    """The options that hold for all shapes of a sketch, refused here rather than at the first shape."""
    for name in manner:
        if name not in Manner.__annotations__:
            raise unknown("option", name, (*Manner.__annotations__, "nib"), caller())
    options: dict[str, Any] = {**manner, "width": nib}
    style_of(options, {}, mm)
    return options


def style_of(options: dict[str, Any], manner: dict[str, Any], mm: float) -> Style:
    """The style that ``options`` make over those of the sketch; ``mm`` is the sketch's unit in mm."""
    for name in options:
        if name not in Options.__annotations__:
            raise unknown("option", name, Options.__annotations__, caller())
    asked = {**manner, **options}
    stray = next((name for name in _OF_FILLS if name in options), None)
    if stray is not None and "fill" not in asked:
        raise SheetError(f"{stray} needs a fill.", where=caller(), mend='fill="hachure" lays one.')
    style: dict[str, Any] = {name: asked[name] for name in _OF_LINES if name in asked}
    if asked.get("width") is not None:
        style["width"] = _length(asked["width"], "width", mm)
    if "dash" in asked:
        dash = asked["dash"]
        listed = isinstance(dash, Iterable) and not isinstance(dash, str)
        style["dash"] = tuple(_length(one, "dash", mm) for one in dash) if listed else dash
    if "dash_offset" in asked:
        style["dash_offset"] = _length(asked["dash_offset"], "dash_offset", mm)
    return Style(**style, fill=_fill_of(asked, mm))


def _fill_of(options: dict[str, Any], mm: float) -> Fill | None:
    name = options.get("fill")
    if name in (None, "none"):
        return None
    how: dict[str, Any] = {option: options[option] for option in ("angle", "rule") if option in options}
    for option in ("gap", "weight"):
        if option in options:
            how[option] = _length(options[option], option, mm)
    colour = options.get("fill_colour", options.get("colour", INK))
    return fill_with(name, colour, opacity=options.get("fill_opacity", 1.0), **how)


def _length(value: float, what: str, mm: float) -> float:
    return number(number(value, what) * mm, what)
