"""What a laid-out formula consists of, before any stroke is made of it. Lengths in em, y down, the baseline at 0."""

from __future__ import annotations

from msgspec import Struct


class Sign(Struct, frozen=True):
    """A character that the hand writes at its own proportions: its start on its baseline and its size in em."""

    char: str
    x: float
    y: float
    size: float
    bold: bool = False
    italic: bool = False


class Stretched(Struct, frozen=True):
    """A character that is drawn to fill a box: brackets, sums, integrals, accents, long arrows."""

    char: str
    left: float
    top: float
    right: float
    bottom: float


class Root(Struct, frozen=True):
    """A root: the box of its tick, and how far to the right its roof reaches."""

    left: float
    top: float
    right: float
    bottom: float
    end: float


class Rule(Struct, frozen=True):
    """A straight line: the bar of a fraction, a line over or through something."""

    x0: float
    y0: float
    x1: float
    y1: float


class Ring(Struct, frozen=True):
    """An ellipse in a box, drawn around something."""

    left: float
    top: float
    right: float
    bottom: float


Part = Sign | Stretched | Root | Rule | Ring


class Laid(Struct, frozen=True):
    """A formula laid out: its parts in reading order, and how far it reaches from the start of its baseline."""

    parts: tuple[Part, ...]
    left: float
    right: float


__all__ = ["Laid", "Part", "Ring", "Root", "Rule", "Sign", "Stretched"]
