"""The style of an element: attributes, rules and its own ``style``, on top of what it inherits."""

from __future__ import annotations

import re

from msgspec import Struct, field

from sketchsvg.readers.svg.css import Declarations, StyleSheet, declarations, resolved
from sketchsvg.readers.svg.parse import Node
from sketchsvg.readers.svg.units import parse_length, share

#: Properties that children take over (SVG 2, property index).
INHERITED = frozenset({
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray",
    "stroke-dashoffset", "stroke-linecap", "visibility", "color", "font-size", "font-family", "font-weight",
    "font-style", "text-anchor", "letter-spacing", "word-spacing", "clip-rule", "marker-start", "marker-mid",
    "marker-end", "white-space", "paint-order", "writing-mode", "dominant-baseline", "text-align",
})  # fmt: skip
#: Properties that hold for the element alone.
OWN = frozenset({
    "opacity", "display", "clip-path", "mask", "filter", "stop-color", "stop-opacity", "alignment-baseline",
    "baseline-shift", "text-decoration", "overflow", "transform", "vector-effect", "flood-color", "flood-opacity",
    "background-color", "background", "justify-content",
})  # fmt: skip
_KNOWN = INHERITED | OWN
#: Attributes that say something about style; ``transform`` is read by itself.
_SAID = (_KNOWN - {"transform"}) | {"style", "xml:space"}
#: What stands between attributes and rules where they are told apart.
_RULES = ("", "")
#: px of the words for type sizes (CSS Fonts 4, 2.5).
_SIZES = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0, "xx-large": 32.0,
}  # fmt: skip
_FONT_SIZE = re.compile(r"(?:^|\s)([0-9.]+(?:px|pt|em|rem|mm|cm|in|pc|%))(?:/\S+)?\s+(.+)$")


class Style(Struct, frozen=True, eq=False):
    """Computed properties as texts, and the type size in px.

    ``opacity`` is that of the element itself, ``hidden`` tells that nothing of it is shown, ``changed`` that a mask or
    a filter changes what is shown. ``known`` are the styles of children, by what they say.
    """

    values: Declarations = field(default_factory=dict)
    size: float = 16.0
    opacity: float = 1.0
    hidden: bool = False
    changed: bool = False
    known: dict[tuple[tuple[str, str], ...], Style] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        """The value of a property, or "" where nobody has said anything."""
        return self.values.get(name, "")

    def share(self, name: str) -> float:
        """An opacity."""
        return share(self.values.get(name, "1"))

    def length(self, name: str, default: float, whole: float) -> float:
        """A length in px; what cannot be read is as if it had not been said, as CSS wants it."""
        text = self.values.get(name)
        value = None if text is None else parse_length(text, whole, self.size)
        return default if value is None else value

    @property
    def bold(self) -> bool:
        """Whether text is heavier than usual."""
        weight = self["font-weight"]
        return weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)


def style_of(node: Node, above: Style, sheet: StyleSheet) -> Style:
    """The computed style of an element whose parent has the style ``above``. Equal ones are one and the same."""
    attributes = node.attributes
    said = {name: attributes[name] for name in attributes if name in _SAID}
    normal, important = sheet.declared(node)
    key = (*said.items(),)
    if normal or important:
        key = (*key, _RULES, *normal.items(), _RULES, *important.items())
    style = above.known.get(key)
    if style is None:
        style = above.known[key] = _computed(said, normal, important, above)
    return style


def _computed(attributes: Declarations, normal: Declarations, important: Declarations, above: Style) -> Style:
    """The style that attributes and rules make of the style above."""
    said = {name: resolved(value) for name, value in attributes.items() if name in _KNOWN}
    said.update(normal)
    if "style" in attributes:
        own, urgent = declarations(attributes["style"])
        said.update(own)
        important = {**important, **urgent}
    said.update(important)
    if "xml:space" in attributes:
        said.setdefault("white-space", "pre" if attributes["xml:space"] == "preserve" else "normal")
    _spread(said)
    values = {name: value for name, value in above.values.items() if name in INHERITED}
    size = above.size
    for name, value in said.items():
        if name not in _KNOWN:
            continue
        lowered = value.lower()
        if lowered == "inherit":
            value = above[name]
        elif lowered in ("initial", "unset", "revert"):
            value = ""
        if name == "font-size":
            size = _size(lowered, above.size)
        elif value:
            values[name] = value
        else:
            values.pop(name, None)
    changed = values.get("mask", "none") != "none" or values.get("filter", "none") != "none"
    return Style(values, size, share(values.get("opacity", "1")), values.get("display") == "none", changed)


def _spread(said: Declarations) -> None:
    """Shorthands written out: ``marker`` and ``font``."""
    marker = said.pop("marker", "")
    if marker:
        for name in ("marker-start", "marker-mid", "marker-end"):
            said.setdefault(name, marker)
    font = said.pop("font", "")
    match = _FONT_SIZE.search(font)
    if match:
        said.setdefault("font-size", match[1])
        said.setdefault("font-family", match[2])
        before = font[: match.start(1)].split()
        weight = next((word for word in before if word in ("bold", "bolder") or word.isdigit()), "")
        if weight:
            said.setdefault("font-weight", weight)


def _size(text: str, above: float) -> float:
    if text == "smaller":
        return above / 1.2
    if text == "larger":
        return above * 1.2
    value = _SIZES.get(text) or parse_length(text, above, above)
    return above if value is None or value < 0 else value
