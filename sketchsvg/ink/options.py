"""Options of shapes, as people write them, and the style that they make."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypedDict

from sketchsvg.calling import caller
from sketchsvg.errors import SheetError
from sketchsvg.ink.arguments import number
from sketchsvg.ink.style import INK, TAKEN_BY, Style, fill_with
from sketchsvg.names import unknown
from sketchsvg.scene import Fill

#: Options that say how a fill is laid, and so need one.
_OF_FILLS = (
    "fill_colour", "fill_opacity", "gap", "weight", "angle", "rule",
    "fill_dash", "fill_dash_offset", "fill_passes", "tooth",
)  # fmt: skip
_OF_LINES = ("pen", "colour", "opacity", "passes")
#: What ``loosely`` takes.
_OF_HANDS = ("roughness", "bowing", "max_offset", "preserve_vertices")
#: Options of fills that not all fills take, and what ``fill_with`` calls them.
_OF_SOME_FILLS = {"fill_dash": "dash", "fill_passes": "passes", "tooth": "tooth"}


class Manner(TypedDict, total=False):
    """What a sketch takes for all its shapes. Lengths are in the sketch's unit, angles in degrees.

    ``pen`` and ``fill`` name files in ``ink/pens`` and ``ink/fills``. ``colour`` and ``opacity`` are the line's;
    ``fill_colour``, ``fill_opacity``, ``gap``, ``weight``, ``angle`` (anticlockwise) and ``rule`` ("nonzero",
    "evenodd") the fill's. ``dash`` are lengths of ink and gap in turn, begun ``dash_offset`` into them; ``passes`` is
    how often the pen goes over a line. ``fill_dash``, ``fill_dash_offset`` and ``fill_passes`` are the same for the
    lines of a fill, ``tooth`` is how wide the teeth of a zigzag line are.

    ``roughness`` is how many times as unsteady a line is as its pen has it, ``bowing`` how many times as far straight
    pieces bend; ``max_offset`` is the furthest that a line may lie off its place; ``preserve_vertices`` keeps the
    points of shapes exactly where they are.
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
    fill_dash: Iterable[float]
    fill_dash_offset: float
    fill_passes: int
    tooth: float
    roughness: float
    bowing: float
    max_offset: float | None
    preserve_vertices: bool


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
        style["dash"] = _pattern(asked["dash"], "dash", mm)
    if "dash_offset" in asked:
        style["dash_offset"] = _length(asked["dash_offset"], "dash_offset", mm)
    hand = {name: asked[name] for name in _OF_HANDS if name in asked}
    if hand:
        from sketchsvg.ink.looseness import loosely

        if hand.get("max_offset") is not None:
            hand["max_offset"] = _length(hand["max_offset"], "max_offset", mm)
        style["loose"] = loosely(**hand)
    for name, what in _OF_SOME_FILLS.items():
        # What the sketch asks of some fills is not for the others.
        if name not in options and asked.get("fill") not in TAKEN_BY[what]:
            asked.pop(name, None)
    return Style(**style, fill=_fill_of(asked, mm))


def _fill_of(options: dict[str, Any], mm: float) -> Fill | None:
    name = options.get("fill")
    if name in (None, "none"):
        return None
    how: dict[str, Any] = {option: options[option] for option in ("angle", "rule") if option in options}
    for option in ("gap", "weight", "tooth"):
        if option in options:
            how[option] = _length(options[option], option, mm)
    if "fill_dash" in options:
        how["dash"] = _pattern(options["fill_dash"], "fill_dash", mm)
    if "fill_dash_offset" in options:
        how["dash_offset"] = _length(options["fill_dash_offset"], "fill_dash_offset", mm)
    if "fill_passes" in options:
        how["passes"] = options["fill_passes"]
    colour = options.get("fill_colour", options.get("colour", INK))
    return fill_with(name, colour, opacity=options.get("fill_opacity", 1.0), **how)


def _pattern(dash: Any, what: str, mm: float) -> Any:
    """The lengths of a pattern in mm; what is no pattern stays as it is, to be refused."""
    listed = isinstance(dash, Iterable) and not isinstance(dash, str)
    return tuple(_length(one, what, mm) for one in dash) if listed else dash


def _length(value: float, what: str, mm: float) -> float:
    return number(number(value, what) * mm, what)
