"""From style entries (``fill:#f9f``) to the colours and lines that are drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from sketchsvg.readers.mermaid.colours import colour, mixed
from sketchsvg.readers.mermaid.values import PLAIN, Paint

NUMBER = re.compile(r"\d*\.?\d+")
#: What is drawn, and what would change nothing on paper.
DRAWN = frozenset(
    {"fill", "background", "background-color", "stroke", "color", "border", "stroke-width", "stroke-dasharray"}
    | {"font-weight", "font-style", "fill-opacity", "stroke-opacity", "opacity"}
)
UNSEEN = frozenset({"cursor", "pointer-events", "transition", "animation", "stroke-dashoffset", "stroke-linecap"})
OPACITIES = {"opacity": ("fill", "stroke"), "fill-opacity": ("fill",), "stroke-opacity": ("stroke",)}
COLOURS = {"fill": "fill", "background": "fill", "background-color": "fill", "stroke": "stroke", "color": "color"}


def split_styles(text: str) -> tuple[str, ...]:
    r"""The entries of a style list; ``\,`` is a comma inside one, as are the commas between brackets."""
    entries = [""]
    depth = 0
    escaped = False
    for character in text:
        if escaped:
            escaped = False
            entries[-1] += character if character == "," else "\\" + character
        elif character == "\\":
            escaped = True
        elif character == "," and depth == 0:
            entries.append("")
        else:
            depth += (character == "(") - (character == ")" and depth > 0)
            entries[-1] += character
    if escaped:
        entries[-1] += "\\"
    return tuple(entries)


def asked(entries: Iterable[str]) -> dict[str, Any]:
    """The fields of a ``Paint`` that the entries ask for; what cannot be drawn is left out."""
    fields: dict[str, Any] = {}
    for name, value in _pairs(entries):
        fields.update(_asked(name, value))
    for name, value in _pairs(entries):
        if name in OPACITIES and (number := NUMBER.match(value)):
            part = float(number.group()) / (100 if value.endswith("%") else 1)
            for field in OPACITIES[name]:
                if fields.get(field, "none") not in (None, "none"):
                    fields[field] = mixed(fields[field], part)
    return fields


def painted(entries: Iterable[str], base: Paint = PLAIN) -> Paint:
    """``base`` with what the entries ask for."""
    fields = asked(entries)
    return replace(base, **fields) if fields else base


def unknown_colours(entries: Iterable[str]) -> list[str]:
    """The entries that should be a colour and are none that can be resolved."""
    return [
        f"{name}:{value}"
        for name, value in _pairs(entries)
        if name in COLOURS and colour(value) is None and value not in ("inherit", "currentcolor", "")
    ]


def unknown_styles(entries: Iterable[str]) -> list[str]:
    """The entries that say something about a look that is not drawn."""
    return [f"{name}:{value}" for name, value in _pairs(entries) if name not in DRAWN and name not in UNSEEN]


def _pairs(entries: Iterable[str]) -> Iterable[tuple[str, str]]:
    last: tuple[str, str] | None = None
    for entry in entries:
        name, colon, value = entry.partition(":")
        if colon:
            if last is not None:
                yield last
            last = (name.strip().lower(), value.replace("!important", "").strip().rstrip(";").lower())
        elif last is not None:
            # "stroke-dasharray: 9,5" was divided at its comma.
            last = (last[0], f"{last[1]} {entry.strip()}")
    if last is not None:
        yield last


def _asked(name: str, value: str) -> dict[str, Any]:
    if name in COLOURS:
        found = colour(value)
        return {COLOURS[name]: found} if found is not None else {}
    if name == "border":
        return _border(value)
    if name == "stroke-width":
        number = NUMBER.match(value)
        return {"stroke_width": float(number.group())} if number else {}
    if name == "stroke-dasharray":
        numbers = tuple(float(number) for number in NUMBER.findall(value)[:8])
        return {"dash": numbers if any(numbers) else None}
    if name == "font-weight":
        return {"bold": value in ("bold", "bolder") or (value.isdigit() and int(value[:4]) >= 600)}
    if name == "font-style":
        return {"italic": value in ("italic", "oblique")}
    return {}


def _border(value: str) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for word in value.split():
        if (found := colour(word)) is not None:
            fields["stroke"] = found
        elif number := NUMBER.match(word):
            fields["stroke_width"] = float(number.group())
    return fields
