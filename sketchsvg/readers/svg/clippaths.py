"""``clip-path``: the regions that cut an element, on the page."""

from __future__ import annotations

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry.curves import Floats
from sketchsvg.readers.svg.affine import SAME, placed, times
from sketchsvg.readers.svg.context import Context, Reading
from sketchsvg.readers.svg.items import Box, Clip
from sketchsvg.readers.svg.parse import Node
from sketchsvg.readers.svg.polygons import area, clip_of, oriented, rings_of
from sketchsvg.readers.svg.shapes import SHAPES, outline

#: Straight pieces a bend of a clip path.
_PIECES = 16
#: How often a clip path may be clipped itself.
_CHAIN = 8


def clips_of(context: Context, box: Box | None, reading: Reading) -> tuple[Clip, ...]:
    """The clips that the style of ``context`` asks for; ``box`` is that of its element, in its units, if known."""
    value = context.style["clip-path"]
    if value in ("", "none"):
        return ()
    node = reading.target(value) if value.startswith("url(") else None
    if node is None or node.tag != "clipPath":
        if not value.startswith("url("):
            reading.warn("It has a clip-path that is a CSS shape, which is not cut out.")
        return ()
    return _regions(node, context, box, reading, _CHAIN)


def is_boxed(context: Context, reading: Reading) -> bool:
    """Whether the clip of ``context`` is measured by the box of its element."""
    value = context.style["clip-path"]
    node = reading.target(value) if value.startswith("url(") else None
    return node is not None and node.tag == "clipPath" and node.get("clipPathUnits") == "objectBoundingBox"


def _regions(node: Node, context: Context, box: Box | None, reading: Reading, further: int) -> tuple[Clip, ...]:
    by_box = node.get("clipPathUnits") == "objectBoundingBox"
    if by_box and box is None:
        return ()
    known = (node.get("id"), context.matrix)
    if not by_box and known in reading.known_clips:
        return reading.known_clips[known]
    unit = SAME if not by_box or box is None else (box[2] - box[0], 0.0, 0.0, box[3] - box[1], box[0], box[1])
    inner = replace(context, matrix=times(context.matrix, unit)).inside(node, reading)
    parts = [part for child in node.children for part in _part(child, inner, reading)]
    if len(parts) == 1:
        clip = clip_of(*parts[0])
    else:
        # All the same way round, so that where they overlap they do not take each other away.
        rings = [ring for own, rule in parts for ring in _clockwise(own, rule)]
        clip = Clip(tuple(rings))
    clips: tuple[Clip, ...] = (clip,)
    if inner.style["clip-path"].startswith("url(") and further:
        again = reading.target(inner.style["clip-path"])
        if again is not None and again.tag == "clipPath" and again is not node:
            clips += _regions(again, context, box, reading, further - 1)
    if not by_box:
        reading.known_clips[known] = clips
    return clips


def _part(node: Node, above: Context, reading: Reading) -> list[tuple[list[Floats], str]]:
    """The rings of one child of a clip path and the rule that fills them; nothing for what cannot clip."""
    reading.budget.element(node)
    context = above.inside(node, reading)
    if context.style["display"] == "none" or context.style["visibility"] == "hidden":
        return []
    if node.tag == "use":
        target = reading.target(node.get("href"))
        if target is None or target.tag not in SHAPES:
            return []
        from sketchsvg.readers.svg.affine import moving
        from sketchsvg.readers.svg.units import length

        moved = context.moved(moving(length(node, "x"), length(node, "y")))
        return _part(target, moved, reading)
    if node.tag not in SHAPES:
        if node.tag == "text":
            reading.warn("It has a clip path made of text, which is not cut out.")
        return []
    curves = outline(node, context.view, context.style.size)
    reading.budget.points(len(curves.points), node)
    rings = rings_of(curves, _PIECES)
    rule = "evenodd" if context.style["clip-rule"] == "evenodd" else "nonzero"
    return [([placed(ring, context.matrix) for ring in rings], rule)] if rings else []


def _clockwise(rings: list[Floats], rule: str) -> list[Floats]:
    if rule == "evenodd":
        return oriented(rings)
    largest = max(rings, key=lambda ring: abs(area(ring)))
    return rings if area(largest) > 0 else [np.ascontiguousarray(ring[::-1]) for ring in rings]
