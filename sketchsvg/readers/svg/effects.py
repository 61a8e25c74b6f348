"""What happens to parts of a drawing as a whole: filters, clips by their box, masks and opacities of groups.

Where such a part begins and ends is noted among what is drawn. Once everything has been read, each part is worked on,
the inner ones before the outer ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats
from sketchsvg.readers.svg.clippaths import clips_of
from sketchsvg.readers.svg.extents import box_in, boxes_around
from sketchsvg.readers.svg.fading import faded, grounded
from sketchsvg.readers.svg.filters import filtered
from sketchsvg.readers.svg.items import Item, Lettering, Shape
from sketchsvg.readers.svg.masks import Draw, masked
from sketchsvg.readers.svg.parse import Node
from sketchsvg.readers.svg.tinting import cut

if TYPE_CHECKING:
    from sketchsvg.readers.svg.context import Context, Reading


class Begun(Struct, frozen=True, eq=False):
    """Here begins what an element draws, on which something is done as a whole.

    ``context`` is that of the element; ``opacity`` what its parts do not have themselves; ``boxed`` tells that its clip
    is measured by the box around them.
    """

    context: Context
    opacity: float = 1.0
    boxed: bool = False


class Ended(Struct, frozen=True, eq=False):
    """Here ends what began last."""


class _Shown:
    """The items worked out so far, with their boxes."""

    def __init__(self, count: int) -> None:
        self.items: list[Item] = []
        self._boxes = np.empty((max(16, count), 4))
        self._known = 0

    @property
    def boxes(self) -> Floats:
        """Those of all items, (n, 4)."""
        count = len(self.items)
        if count > len(self._boxes):
            self._boxes = np.concatenate((self._boxes, np.empty((count, 4))))
        if count > self._known:
            self._boxes[self._known : count] = boxes_around(self.items[self._known :])
            self._known = count
        return self._boxes[:count]

    def cut_off(self, begin: int) -> list[Item]:
        """Take away the items from there on."""
        tail = self.items[begin:]
        del self.items[begin:]
        self._known = min(self._known, begin)
        return tail


def worked_out(reading: Reading, draw: Draw) -> list[Item]:
    """The items of a reading with everything done to them; ``draw`` lists what a mask draws."""
    shown = _Shown(len(reading.items))
    open_parts: list[tuple[Begun, int]] = []
    for item in reading.items:
        if isinstance(item, Begun):
            open_parts.append((item, len(shown.items)))
        elif isinstance(item, Ended):
            part, begin = open_parts.pop()
            items = shown.cut_off(begin)
            shown.items += _done(part, items, shown, reading, draw) if items else []
        elif isinstance(item, (Shape, Lettering)):
            shown.items.append(item)
    return grounded(shown.items, shown.boxes)


def _done(part: Begun, items: list[Item], shown: _Shown, reading: Reading, draw: Draw) -> list[Item]:
    """A part after its filter, clip, mask and opacity, in this order (CSS Masking 1, 4)."""
    context = part.context
    reading.budget.worked(sum(1 + len(item.curves.points) // 64 if isinstance(item, Shape) else 1 for item in items))
    node = _server("filter", "filter", context, reading)
    if node is not None:
        items = filtered(items, node, context, reading)
    if part.boxed:
        clips = clips_of(context, box_in(items, context.matrix), reading)
        items = [cut(item, clips) for item in items]
    node = _server("mask", "mask", context, reading)
    if node is not None and node not in context.using:
        items = masked(items, node, context, reading, draw)
    if part.opacity < 1.0 and items:
        items = faded(items, shown.items, shown.boxes, part.opacity)
    return items


def _server(name: str, tag: str, context: Context, reading: Reading) -> Node | None:
    """The element that a property points to."""
    value = context.style[name]
    if value in ("", "none"):
        return None
    node = reading.target(value) if value.startswith("url(") else None
    if node is None or node.tag != tag:
        if not value.startswith("url("):
            reading.warn(f"It has a {name} that is a CSS function, which is left out.")
        return None
    return node


__all__ = ["Begun", "Ended", "worked_out"]
