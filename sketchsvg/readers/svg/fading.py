"""Opacity of a group: its parts cover each other first, and only then does what lies below shine through."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry.curves import Floats
from sketchsvg.readers.svg.colours import mixed
from sketchsvg.readers.svg.extents import boxes_around
from sketchsvg.readers.svg.items import Box, Clip, Gradient, Item, Shape, Solid
from sketchsvg.readers.svg.polygons import clip_of, inside, rings_of
from sketchsvg.readers.svg.tinting import cut, thinner, tinted

#: The paper, where nothing lies below.
_PAPER = "#ffffff"
#: From this opacity on a fill covers what is below.
_COVERS = 0.999
#: Groups with more parts than this are not taken apart; larger ones are taken to overlap without looking.
_MOST_PARTS, _MOST_COMPARED = 24, 400
#: Boxes that meet by less than this lie side by side, mm.
_TOUCH = 0.02
#: From this width on it shows that a line lies half on the fill of its shape, mm.
BROAD = 0.7
#: So many translucent gradients are looked below.
_MOST_GRADIENTS = 600


def faded(items: Sequence[Item], below: Sequence[Item], boxes: Floats, opacity: float) -> list[Item]:
    """The parts of a group as they look with its opacity; ``boxes`` are those of all that is drawn ``below``.

    Parts that do not overlap are thinner, each for itself. Where they overlap and lie on one colour they get colours
    mixed with it, which looks the same: p c + (1 − p) b. Otherwise what is covered within the group is cut away.
    """
    own = boxes_around(items)
    if not _overlap(own) and not any(_covers_itself(item) for item in items):
        return [thinner(item, opacity) for item in items]
    ground = ground_of(own, below, boxes)
    if ground is not None:
        return [tinted(item, lambda colour, much: (mixed(ground, colour, opacity), much)) for item in items]
    return [thinner(item, opacity) for item in uncovered(items)]


def _covers_itself(item: Item) -> bool:
    """Whether half of a broad line lies on the fill of its own shape."""
    return isinstance(item, Shape) and item.fill is not None and item.line is not None and item.line.width > BROAD


def _overlap(boxes: Floats) -> bool:
    if len(boxes) < 2:
        return False
    if len(boxes) > _MOST_COMPARED:
        return True
    left, top, right, bottom = boxes.T
    meet = (left[:, None] < right - _TOUCH) & (right[:, None] > left + _TOUCH)
    meet &= (top[:, None] < bottom - _TOUCH) & (bottom[:, None] > top + _TOUCH)
    return int(np.count_nonzero(meet)) > int(np.count_nonzero(meet.diagonal()))


def grounded(items: Sequence[Item], boxes: Floats) -> list[Item]:
    """The items, with translucent gradients that know the colour they lie on."""
    made, looks = list(items), 0
    for at, item in enumerate(items):
        if isinstance(item, Shape) and isinstance(item.fill, Gradient) and item.fill.clear and looks < _MOST_GRADIENTS:
            looks += 1
            ground = ground_of(boxes[at : at + 1], items, boxes[:at])
            if ground is not None:
                made[at] = replace(item, fill=replace(item.fill, ground=ground))
    return made


def ground_of(own: Floats, below: Sequence[Item], boxes: Floats) -> str | None:
    """The one colour on which everything in the boxes ``own`` lies; None where there are several."""
    (left, top), (right, bottom) = own[:, :2].min(axis=0).tolist(), own[:, 2:].max(axis=0).tolist()
    meets = (boxes[:, 0] < right) & (boxes[:, 2] > left) & (boxes[:, 1] < bottom) & (boxes[:, 3] > top)
    for at in np.flatnonzero(meets)[::-1].tolist():
        item = below[at]
        if isinstance(item, Shape) and isinstance(item.fill, Solid) and item.fill.opacity >= _COVERS:
            corners = np.array([(left, top), (right, top), (right, bottom), (left, bottom)])
            rings = rings_of(item.curves)
            # Its first clip is the edge of the page, beyond which nothing is seen.
            box = (left, top, right, bottom)
            cut_off = any(clip.box is None or not _holds(clip.box, box) for clip in item.clips[1:])
            if len(rings) == 1 and not cut_off and inside(corners, rings, item.rule).all():
                return item.fill.colour
        return None
    return _PAPER


def _holds(outer: Box, inner: Box) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def uncovered(items: Sequence[Item]) -> list[Item]:
    """The items without what later ones of them cover; very many are left as they are."""
    if not 1 < len(items) <= _MOST_PARTS:
        return list(items)
    covers: list[Clip] = []
    kept: list[Item] = []
    for item in reversed(items):
        kept.append(cut(item, tuple(covers)))
        if isinstance(item, Shape) and isinstance(item.fill, Solid) and item.fill.opacity >= _COVERS:
            rings = rings_of(item.curves)
            if rings:
                covers.append(replace(clip_of(rings, item.rule), outside=True))
    return kept[::-1]
