"""``mask``: what it shows, as regions of the page, each with how much of the drawing it lets through."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry.curves import Floats
from sketchsvg.readers.svg.affine import inverse, placed, placed_point, times
from sketchsvg.readers.svg.colours import to_rgb
from sketchsvg.readers.svg.context import Context, Reading
from sketchsvg.readers.svg.extents import box_in, boxes_around
from sketchsvg.readers.svg.items import Box, Clip, Gradient, Item, Lettering, Region, Shape, Solid, Stop
from sketchsvg.readers.svg.paints import colour_at, colour_of
from sketchsvg.readers.svg.parse import Node
from sketchsvg.readers.svg.polygons import area, clip_of, rings_of
from sketchsvg.readers.svg.tinting import cut, thinner
from sketchsvg.readers.svg.units import length

#: A mask is taken apart into so many regions at most.
_MOST_REGIONS = 48
#: Below this share nothing is drawn, above one minus it everything is.
_LEAST = 0.01

#: Lists what a mask draws, in painting order.
Draw = Callable[[Node, Context, Reading], Sequence[Item]]


def masked(items: Sequence[Item], node: Node, context: Context, reading: Reading, draw: Draw) -> list[Item]:
    """What the mask ``node`` lets through of items; ``context`` is that of their element."""
    by_box = node.get("maskUnits") != "userSpaceOnUse"
    content_by_box = node.get("maskContentUnits") == "objectBoundingBox"
    matrix = context.matrix
    sized = any(name in node.attributes for name in ("x", "y", "width", "height"))
    box = box_in(items, matrix) if content_by_box or (sized and by_box) else None
    if (content_by_box or (sized and by_box)) and box is None:
        return []
    edge = _edge(node, context, box if by_box else None) if sized else ()
    if content_by_box and box is not None:
        matrix = times(matrix, (box[2] - box[0], 0.0, 0.0, box[3] - box[1], box[0], box[1]))
    known = (id(node), matrix)
    if known not in reading.known_masks:
        content = draw(node, replace(context, matrix=matrix), reading)
        said = node.get("mask-type") or node.get("style").replace(" ", "")
        parts = _regions(content, said == "alpha" or "mask-type:alpha" in said, reading)
        reading.known_masks[known] = None if parts is None else tuple(parts)
    regions = reading.known_masks[known]
    if regions is None:
        return list(items)
    shown = [region for region in regions if region.share >= _LEAST]
    reading.budget.element(node, len(items) * max(0, len(shown) - 1))
    made: list[Item] = []
    for item in items:
        for number, region in enumerate(shown):
            piece = cut(_weighed(item, region), edge + region.clips)
            made.append(replace(piece, key=f"{item.key}/mask{number}") if number else piece)
    return made


def _edge(node: Node, context: Context, box: Box | None) -> tuple[Clip, ...]:
    """The rectangle that a mask says it has; ``box`` is what it is measured by."""
    if box is None:
        view = context.view
        x, y = length(node, "x", -0.1 * view.width, view.width), length(node, "y", -0.1 * view.height, view.height)
        wide = length(node, "width", 1.2 * view.width, view.width)
        high = length(node, "height", 1.2 * view.height, view.height)
    else:
        across, down = box[2] - box[0], box[3] - box[1]
        x, y = box[0] + length(node, "x", -0.1, 1.0) * across, box[1] + length(node, "y", -0.1, 1.0) * down
        wide, high = length(node, "width", 1.2, 1.0) * across, length(node, "height", 1.2, 1.0) * down
    corners = np.array([(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)])
    return (clip_of([placed(corners, context.matrix)], "nonzero"),)


def _regions(content: Sequence[Item], by_alpha: bool, reading: Reading) -> list[Region] | None:
    """The mask painted region by region; None for one that cannot be taken apart."""
    regions = [Region((), 0.0)]
    for item in content:
        if isinstance(item, Lettering) or item.fill is None:
            reading.warn("It has masks with words or lines in them, which are not cut out.")
            continue
        if item.line is not None:
            reading.warn("It has masks with words or lines in them, which are not cut out.")
        rings = rings_of(item.curves)
        if not rings:
            continue
        region = clip_of(rings, item.rule)
        clips = (region, *item.clips[1:])
        if isinstance(item.fill, Gradient):
            regions = _carved(regions, clips)
            regions.append(Region(clips, 1.0, _as_shares(item.fill, by_alpha)))
        else:
            paint = colour_of(item.fill)
            alpha = paint.opacity if paint is not None else 0.0
            value = 1.0 if by_alpha or paint is None else _luminance(paint.colour)
            regions = _painted(regions, clips, value, alpha)
        if len(regions) > _MOST_REGIONS:
            reading.warn("It has masks of so many parts that what they cover is drawn uncovered.")
            return None
    return regions if len(regions) > 1 or not content else None


def _painted(regions: list[Region], clips: tuple[Clip, ...], value: float, alpha: float) -> list[Region]:
    """The regions once a shape is painted over them."""
    if alpha >= 0.999:
        like = next((one for one in regions if _joins(one, clips, value)), None)
        if like is not None:
            both = Clip((*_clockwise(like.clips[0]), *_clockwise(clips[0])))
            rest = [one for one in regions if one is not like]
            return [*_carved(rest, clips), Region((both,), value)]
        return [*_carved(regions, clips), Region(clips, value)]
    under = [Region(one.clips + clips, alpha * value + (1 - alpha) * one.share, one.gradient) for one in regions]
    return [*_carved(regions, clips), *under]


def _joins(one: Region, clips: tuple[Clip, ...], value: float) -> bool:
    """Whether a shape only makes a region larger."""
    simple = len(clips) == 1 and len(one.clips) == 1 and not one.clips[0].outside and one.gradient is None
    return simple and clips[0].rule == one.clips[0].rule == "nonzero" and one.share == value


def _clockwise(clip: Clip) -> list[Floats]:
    largest = max(clip.rings, key=lambda ring: abs(area(ring)))
    return list(clip.rings) if area(largest) > 0 else [np.ascontiguousarray(ring[::-1]) for ring in clip.rings]


def _carved(regions: list[Region], clips: tuple[Clip, ...]) -> list[Region]:
    """The regions without what lies within all the clips: beyond the first, or within it but beyond the second."""
    left: list[Region] = []
    for number, clip in enumerate(clips):
        beyond = (*clips[:number], replace(clip, outside=not clip.outside))
        left += [Region(one.clips + beyond, one.share, one.gradient) for one in regions]
    return left


def _as_shares(gradient: Gradient, by_alpha: bool) -> Gradient:
    """A gradient with what each stop lets through as its opacity."""
    stops = [
        Stop(stop.place, stop.colour, stop.opacity * gradient.opacity * (1.0 if by_alpha else _luminance(stop.colour)))
        for stop in gradient.stops
    ]
    return replace(gradient, stops=tuple(stops), opacity=1.0)


def _luminance(colour: str) -> float:
    """How much a colour of a mask lets through (CSS Masking 1, 8.10: linear combination of sRGB values)."""
    red, green, blue = to_rgb(colour)
    return 0.2125 * red + 0.7154 * green + 0.0721 * blue


def _weighed(item: Item, region: Region) -> Item:
    """An item as a region lets it through."""
    if region.gradient is None:
        return thinner(item, region.share if region.share < 1 - _LEAST else 1.0)
    along = region.gradient
    thin = thinner(item, _share_at(item, along))
    if isinstance(item, Shape) and isinstance(item.fill, Solid) and isinstance(thin, Shape):
        stops = tuple([
            Stop(stop.place, item.fill.colour, stop.opacity * item.fill.opacity * region.share) for stop in along.stops
        ])
        return replace(thin, fill=replace(along, stops=stops))
    return thin


def _share_at(item: Item, gradient: Gradient) -> float:
    """What a gradient lets through in the middle of an item."""
    undone = inverse(gradient.matrix)
    if undone is None:
        return gradient.stops[-1].opacity
    left, top, right, bottom = boxes_around([item])[0].tolist()
    x, y = placed_point(undone, (left + right) / 2, (top + bottom) / 2)
    return colour_at(gradient.stops, gradient.place_of(x, y))[1]
