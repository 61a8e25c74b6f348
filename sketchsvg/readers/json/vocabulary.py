"""What all forms have, and the words and numbers that their fields take."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

Share: TypeAlias = Annotated[
    float, Meta(gt=0, le=100, description="Percent of its column's height or its row's width; else as it needs.")
]
Name: TypeAlias = Annotated[str, Meta(description="For arrows that lead here.")]
Words: TypeAlias = Annotated[str, Meta(min_length=1)]
Icon: TypeAlias = Annotated[str, Meta(description="An emoji, or a name such as laptop; see sketchsvg icons.")]
Hue: TypeAlias = Literal["", "cobalt", "leaf", "tangerine", "plum", "rose", "banana"]
Align: TypeAlias = Literal["left", "centre", "right", "justify"]
CellAlign: TypeAlias = Literal["left", "centre", "right", "justify", "decimal"]
Shape: TypeAlias = Literal["box", "pill", "oval", "circle", "diamond"]
MapShape: TypeAlias = Literal["", "square", "rounded", "circle", "cloud", "bang", "hexagon"]
Lines: TypeAlias = Annotated[str | tuple[str, ...], Meta(description="A string, or its lines one by one.")]
Cells: TypeAlias = Annotated[tuple[str, ...], Meta(min_length=1)]


class Form(Struct, tag_field="type", forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What all blocks have: a name by which arrows know them, and a share of their place in percent."""

    name: Name = ""
    share: Share | None = None
