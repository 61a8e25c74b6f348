"""What the marks of a drawing look like in JSON."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct


class Filling(Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """How a closed stroke is filled; gap and weight in mm, angle in degrees."""

    style: str
    colour: str
    opacity: float = 1.0
    gap: float = 1.2
    weight: float = 0.25
    angle: float = 41.0
    rule: Literal["nonzero", "evenodd"] = "nonzero"
    dash: tuple[float, ...] = ()
    dash_offset: float = 0.0
    passes: Annotated[int, Meta(ge=1, le=8)] = 1
    tooth: float = 0.0


class Loose(Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """How loosely the pen of a mark is held: factors, and the furthest off in mm."""

    roughness: float = 1.0
    bowing: float = 1.0
    max_offset: float | None = None
    preserve_vertices: bool = False


class Written(Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A word of a drawing and where it stands; lengths in mm, angle in degrees clockwise."""

    text: str
    x: float
    y: float
    width: float
    size: float
    angle: float = 0.0
    space: bool = True
    end: bool = False
    last: bool = False
    role: str = ""
    link: str = ""
    drawn: str = ""


class Lettering(Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What makes strokes handwriting: for each stroke the number of its glyph, and the glyphs' origins in mm."""

    text: str
    em: float
    drift: float = 1.0
    tremor: float = 1.0
    words: tuple[Written, ...] = ()
    origins: tuple[tuple[float, ...], ...]
    glyphs: tuple[int, ...]


class Mark(Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What one pen draws: strokes as x, y, x, y, …: a node, then handle, handle and node for every cubic piece; mm."""

    key: str
    pen: str
    width: float
    colour: str
    layer: int
    opacity: float = 1.0
    fill: Filling | None = None
    passes: Annotated[int, Meta(ge=1, le=9)] = 1
    dash: tuple[float, ...] = ()
    dash_offset: float = 0.0
    lettering: Lettering | None = None
    keys: tuple[str, ...] = ()
    loose: Loose | None = None
    strokes: tuple[tuple[float, ...], ...]
