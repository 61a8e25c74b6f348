"""How a hand takes the corners of a polygon: side by side, each running a hair past the corner or stopping short."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, Flags, add, dot, end_directions, pick, turns_by, units
from sketchsvg.ink.keys import Channel, Seeds, uniform
from sketchsvg.ink.strokes import Strokes

#: A turn sharper than 45 degrees is a corner.
_CORNER = 0.7071067811865476
#: By which share of the overshoot of their pen sides with cut ends overlap at least.
_MEETING = 0.15
#: Sides shorter than this many mm overshoot in proportion.
_FULL_SIDE = 14.0


def side_by_side(drawn: Chains, clean: Chains, strokes: Strokes, loops: Flags) -> tuple[Chains, Ints]:
    """Closed drawings cut into their sides at real corners, each side a hair too long or too short.

    ``clean`` are the same nodes before they were moved: they tell what is a corner; ``loops`` which strokes are closed
    drawings.
    Returns the strokes and for each the stroke it came from.
    """
    chosen = np.flatnonzero(loops & (clean.last - clean.first > 1))
    if not len(chosen):
        return drawn, np.arange(len(drawn))
    part = drawn
    if len(chosen) < len(drawn):
        clean, part = clean.take(chosen), drawn.take(chosen)
    sharp = turns_by(clean, _CORNER)
    begin, end = end_directions(clean)
    closing = dot(begin, end) < _CORNER
    if not sharp.any() and not closing.any():
        return drawn, np.arange(len(drawn))
    sides, old = part.cut(sharp)
    stroke = clean.owner[old[sides.first]]
    source = chosen[stroke]
    sharp[clean.first] = sharp[clean.last] = closing
    nodes = sides.nodes.copy()
    far = strokes.of_pen("overshoot").take(source) * np.minimum(1.0, sides.lengths() / _FULL_SIDE)
    # A nib that cuts its ends leaves no round ones to meet in: its sides must reach one another.
    cuts = strokes.of_profile("tip") == 0
    cut = cuts.take(source) if cuts.any() else None
    broad = strokes.width * 0.5 * (1.0 - strokes.of_profile("chisel"))
    seeds, begins = strokes.seeds.take(source), clean.starts.take(stroke)
    for end_number, at, way in ((0, sides.first, sides.after), (1, sides.last, sides.before)):
        node = old.take(at)
        much = _overshoot(seeds, node - begins, end_number)
        if cut is None:
            longer = far * much
        else:
            longer = np.where(cut, far * np.maximum(much, _MEETING) + broad.take(source), far * much)
        add(nodes, at, -(units(pick(way, at)) * np.where(sharp.take(node), longer, 0.0)))
    sides = Chains(nodes, sides.before, sides.after, sides.starts)
    if len(chosen) == len(drawn):
        return sides, source
    others = np.ones(len(drawn), dtype=np.bool_)
    others[chosen] = False
    kept = np.flatnonzero(others)
    return Chains.joined([drawn.take(kept), sides]), np.concatenate((kept, source))


def _overshoot(seeds: Seeds, corner: Ints, end: int) -> Floats:
    """A share of the pen's overshoot in [-0.2, 1], most often small."""
    draw = uniform(seeds, 2 * corner + end, Channel.CORNER)
    return draw * draw * 1.2 - 0.2
