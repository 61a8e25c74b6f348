"""Lengths and numbers of SVG, in px."""

from __future__ import annotations

import re
from math import isfinite

from sketchsvg.readers.svg.errors import SvgError
from sketchsvg.readers.svg.parse import Node

#: 96 px are an inch (CSS Values 4, 5.2), so that a wobble in mm means the same whatever the drawing.
MM_PER_PX = 25.4 / 96
#: The length of each unit in px.
UNITS = {
    "": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "mm": 96 / 25.4, "cm": 960 / 25.4, "q": 24 / 25.4,
    "rem": 16.0,
}  # fmt: skip
#: Units relative to the type size, in em (CSS takes half an em for ex where the font does not say).
_TYPE_UNITS = {"em": 1.0, "ex": 0.5, "ch": 0.5}
_LENGTH = re.compile(r"([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)\s*([A-Za-z%]*)")
_SPLIT = re.compile(r"[\s,]+")
#: Numbers beyond this are refused: squares of larger ones leave no digits for the drawing.
LARGEST = 1e9


def parse_length(text: str, whole: float = 0.0, em: float = 16.0) -> float | None:
    """A length in px, or None when it is none. ``whole`` is what per cent are of, ``em`` the type size, both px."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        return None
    value, unit = float(match[1]), match[2].lower()
    if unit == "%":
        value = value * whole / 100
    elif unit in UNITS:
        value *= UNITS[unit]
    elif unit in _TYPE_UNITS:
        value *= _TYPE_UNITS[unit] * em
    else:
        return None
    return value if isfinite(value) and abs(value) <= LARGEST else None


def length(node: Node, name: str, default: float = 0.0, whole: float = 0.0, em: float = 16.0) -> float:
    """The length attribute ``name`` in px; ``SvgError`` with its place when it is none."""
    text = node.get(name)
    if not text or text == "auto":
        return default
    value = parse_length(text, whole, em)
    if value is None:
        raise unreadable(node, name)
    return value


def numbers(node: Node, name: str, whole: float = 0.0, em: float = 16.0) -> list[float]:
    """A list of lengths in px."""
    values = [parse_length(part, whole, em) for part in _SPLIT.split(node.get(name).strip(" ,\t\r\n")) if part]
    found = [value for value in values if value is not None]
    if len(found) < len(values):
        raise unreadable(node, name)
    return found


def share(text: str, default: float = 1.0) -> float:
    """A number or percentage between 0 and 1, such as an opacity."""
    value = parse_length(text, whole=1.0)
    return default if value is None else min(1.0, max(0.0, value))


def unreadable(node: Node, name: str) -> SvgError:
    """The error for an attribute that says nothing sensible."""
    return SvgError(f'<{node.tag}> has {name}="{node.get(name)[:60]}", which cannot be read.', where=node.where)
