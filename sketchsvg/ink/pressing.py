"""Lines pressed unevenly: outlines whose width tells how fast the pen went, how it began and how it left."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.chains import Chains, Flags, pick, running
from sketchsvg.ink.cutting import Pieces, cut_out
from sketchsvg.ink.dashing import part_seeds
from sketchsvg.ink.grouping import HAIRLINE, Ink
from sketchsvg.ink.keys import Channel, Seeds, uniform
from sketchsvg.ink.manner import Manner, closed
from sketchsvg.ink.nib import Nibs
from sketchsvg.ink.outline import (
    Widths,
    corners,
    middle_tangents,
    parts_needed,
    refined,
    smooth_outlines,
    tangents_of,
)
from sketchsvg.ink.pressure import Places, Tips, half_widths
from sketchsvg.ink.strokes import Strokes

#: A skip leaves so much of the line uninked that the round ends beside it make a waist: shares of its width.
_SKIP = 0.5
#: How much thinner a loop begins and ends, so that its two ends lie together like one line.
_LOOP_LEAD = 0.3
#: A line that loses more than this share of its width at the end leaves in a point.
_POINTED = 0.6
#: A thin end gets a node where it begins if the line would be off by more than this without, in mm.
_THIN = 0.06
#: So often a line is parted at most.
_ROUNDS = 4
#: Ink that swells over the line by less than this many mm is no blob to the eye.
_BLOB = 0.035


def pressed(chains: Chains, source: Ints, strokes: Strokes, manner: Manner) -> list[Ink]:
    """Outlines of strokes pressed unevenly, with the ink that gathers where a pen sets down.

    ``source`` tells the drawn stroke of each chain.
    """
    loop = closed(strokes.chains)[source] & (np.bincount(source)[source] == 1)
    chains, source, loop, tips = _skipped(chains, source, loop, strokes)
    # At a corner the pen rests and goes on in another direction: what follows is a line of its own.
    sides, old = chains.cut(corners(chains))
    head, foot = old[sides.first], old[sides.last]
    of = chains.owner[head]
    begun, ended = head == chains.first[of], foot == chains.last[of]
    rests = Tips(tips.begun[of] | ~begun, tips.ended[of] | ~ended)
    tips = Tips(tips.begun[of] & begun, tips.ended[of] & ended)
    source, loop = source[of], loop[of]

    ends = _Ends.of(strokes, source, tips, sides.last > sides.first, loop)
    nibs = Nibs.of(strokes, source, sides.last > sides.first)
    usual = strokes.width[source] * 0.5
    fine, flat = _parted(sides, nibs, usual, ends)
    ways = tangents_of(flat)
    places = Places.on(fine, tangents_of(fine) if nibs else ways, middle_tangents(fine))
    half = half_widths(places, source, strokes, manner, tips, rests) * ends.ramp(places)
    node, middle = np.split(half, 2)
    # A loop is begun as lightly as it is left.
    light = 1.0 - np.where(loop & (ends.tip > 0), _LOOP_LEAD, 0.0)
    node[fine.first] *= np.where(tips.begun & (ends.taper <= _POINTED), light, 1.0)
    node[fine.last] *= np.where(tips.ended, light, 1.0)
    least = HAIRLINE / 2 if nibs is None else (HAIRLINE / 2 / nibs.thin).take(fine.owner)
    widths = Widths(np.maximum(node, least), np.maximum(middle, least))
    # A line goes on behind a corner as wide as it came.
    on = np.flatnonzero(~begun)
    widths.node[fine.first[on]] = widths.node[fine.last[on - 1]]

    stretch = ends.stretch(fine, tips, ~begun)
    shape, owner = smooth_outlines(flat, ways, widths, stretch)
    if nibs:
        shape = _on_the_page(shape, owner, nibs)
    darker: list[Ink] = []
    bands = np.array([pen.swipe is not None for pen in strokes.pens], dtype=np.bool_)[strokes.pen[source]]
    if bands.any():
        from sketchsvg.ink.banding import Bands, second_coats

        darker = second_coats(shape, owner, Bands(fine, of, source, bands, tips, loop), strokes)
    shape, owner = _with_blobs(shape, owner, fine, widths.node, source, strokes, tips.begun & ~loop)
    drawn = source[owner]
    return [Ink(shape, strokes.mark[drawn], np.zeros(len(drawn)), strokes.opacity[drawn], 1), *darker]


def _parted(lines: Chains, nibs: Nibs | None, half: Floats, ends: _Ends) -> tuple[Chains, Chains]:
    """Lines with the nodes that their outlines need, and the same in the space of their nibs.

    What was parted is looked at again: a bend may hide in one of its parts.
    """
    flat = nibs.flattened(lines) if nibs else lines
    begins, finish = ends.shares(lines, half)
    at = flat.segments
    for _ in range(_ROUNDS):
        parts = parts_needed(flat, half, at)
        lines, at = refined(lines, parts, begins, finish)
        flat = nibs.flattened(lines) if nibs else lines
        if not len(at):
            break
        begins = finish = np.zeros(len(half))
    return lines, flat


class _Ends(Struct, frozen=True, eq=False):
    """How lines begin and leave, one entry a line: the share of the width they lack there, over how many mm.

    ``tip`` is how long a tip is as a share of half the width.
    """

    lead: Floats
    lead_run: Floats
    taper: Floats
    taper_run: Floats
    tip: Floats

    @classmethod
    def of(cls, strokes: Strokes, source: Ints, tips: Tips, long: Flags, closing: Flags) -> _Ends:
        """The ends of lines drawn as ``source``, of which some are ``closing``: loops.

        A dot, which is not ``long``, is round whatever leaves it.
        """
        width = strokes.width[source]
        lead, lead_run, taper, taper_run, tip = (
            strokes.of_profile(name)[source] for name in ("lead", "lead_run", "taper", "taper_run", "tip")
        )
        # A loop that leaves in a point covers how it began.
        pointed = closing & (taper > _POINTED)
        return cls(
            np.where(tips.begun & long & ~pointed, lead, 0.0),
            lead_run * width,
            np.where(tips.ended & long, taper, 0.0),
            taper_run * width,
            np.where(long, tip, 1.0),
        )

    def shares(self, lines: Chains, half: Floats) -> tuple[Floats, Floats]:
        """Where thin ends begin, as shares of the first and of the last segment; 0 where that needs no node."""
        first, last = lines.first, lines.last
        if not (self.lead.any() or self.taper.any()):
            return np.zeros(len(first)), np.zeros(len(first))
        steps, lengths = lines.steps, lines.along()[1]
        found = []
        for much, run, at in ((self.lead, self.lead_run, first), (self.taper, self.taper_run, np.maximum(last - 1, 0))):
            share = np.minimum(run, lengths * 0.5) / np.maximum(steps[at], 1e-9)
            # By so much a parabola over the whole segment would miss where the thin end begins.
            needed = much * half * (0.5 - 0.75 * share) > _THIN
            found.append(np.where(needed & (run > 0), share, 0.0))
        begins, ends = found
        crowded = (last - first == 1) & (begins + ends > 0.8)
        return np.where(crowded, 0.0, begins), ends

    def ramp(self, places: Places) -> Floats:
        """The share of its width that a line has at places on its way from the thin beginning to the thin end."""
        share = np.ones(len(places.of))
        far = places.lengths.take(places.of) - places.along
        for much, run, away in ((self.lead, self.lead_run, places.along), (self.taper, self.taper_run, far)):
            if not much.any():
                continue
            # On short strokes both ends keep to their half.
            reach = np.maximum(np.minimum(run, places.lengths * 0.5), 1e-9)
            rest = 1.0 - np.minimum(away / reach.take(places.of), 1.0)
            share *= 1.0 - much.take(places.of) * rest * rest
        return share

    def stretch(self, lines: Chains, tips: Tips, goes_on: Flags) -> Floats:
        """How long the end at each node is: a quick end runs to a longer tip; a line that ``goes_on`` has a cut one.

        What went before a corner ends round, so the line behind it need not begin so.
        """
        stretch = np.ones(lines.nodes.shape[1])
        quick = np.where(self.lead_run > 0, self.lead, 0.0)
        begin = np.where(tips.begun, self.tip * (1.0 + 1.2 * quick), np.where(goes_on, 0.0, 1.0))
        end = np.where(tips.ended, self.tip * (1.0 + 1.2 * self.taper), 1.0)
        dots = lines.first == lines.last
        stretch[lines.first] = begin
        stretch[lines.last] = np.where(dots, 1.0, end)
        return stretch


def _on_the_page(shape: Curves, owner: Ints, nibs: Nibs) -> Curves:
    """Outlines from the space of their nibs."""
    return Curves(nibs.page_of(shape.points, owner, np.diff(shape.starts)), shape.starts)


def _with_blobs(
    shape: Curves, owner: Ints, lines: Chains, half: Floats, source: Ints, strokes: Strokes, begun: Flags
) -> tuple[Curves, Ints]:  # fmt: skip
    """The outlines, and round dots of the ink that gathered under tips as they set down."""
    swell = strokes.of_profile("blob")
    if not swell.any():
        return shape, owner
    often = np.where(begun, strokes.of_profile("blob_chance")[source], 0.0)
    seeds = strokes.seeds[source]
    some = np.flatnonzero((swell[source] > 0) & (uniform(seeds, 0, Channel.BLOB) < often))
    if not len(some):
        return shape, owner
    first = lines.first[some]
    half = half[first]
    more = half * swell[source[some]] * (0.4 + 0.6 * uniform(seeds[some], 1, Channel.BLOB))
    seen = np.flatnonzero(more > _BLOB)
    some, first, half = some[seen], first[seen], (half + more)[seen]
    middles, still = pick(lines.nodes, first), np.zeros((2, len(some)))
    flat = np.zeros_like(still)
    flat[0] = 1.0
    dots = Chains(middles, still, still, np.arange(len(some) + 1))
    round_dots, _ = smooth_outlines(dots, flat, Widths(half, half), np.ones(len(some)))
    return Curves.joined((shape, round_dots)), np.concatenate((owner, some))


def _skipped(chains: Chains, source: Ints, loop: Flags, strokes: Strokes) -> tuple[Chains, Ints, Flags, Tips]:
    """Strokes parted where the pen skips, their sources, which are loops, and their tips."""
    skip = strokes.of_profile("skip")[source]
    whole = np.ones(len(chains), dtype=np.bool_)
    if not skip.any():
        return chains, source, loop, Tips(whole, whole)
    lengths = chains.along()[1]
    seeds = part_seeds(strokes.seeds[source], 0)
    count = (lengths * skip * 1e-3 + uniform(seeds, 0, Channel.GRAIN)).astype(np.int64)
    parted = np.flatnonzero(count)
    if not len(parted):
        return chains, source, loop, Tips(whole, whole)
    pieces = _between_skips(parted, count[parted], lengths, seeds, strokes.width[source] * (0.5 * _SKIP))
    kept = np.flatnonzero(count == 0)
    both = Chains.joined([chains.take(kept), cut_out(chains, pieces)])
    old = np.concatenate((kept, pieces.stroke))
    still = np.ones(len(kept), dtype=np.bool_)
    begun = np.concatenate((still, pieces.begin == 0))
    ended = np.concatenate((still, pieces.end == lengths[pieces.stroke]))
    order = np.argsort(old, kind="stable")
    old = old[order]
    return both.take(order), source[old], loop[old], Tips(begun[order], ended[order])


def _between_skips(lines: Ints, count: Ints, lengths: Floats, seeds: Seeds, half_gap: Floats) -> Pieces:
    """What is left of some ``lines`` between ``count`` skips on each; the other arguments are one for each of all."""
    line = np.repeat(lines, count + 1)
    number = np.arange(len(line)) - np.repeat(running(count + 1)[:-1], count + 1)
    many = np.repeat(count, count + 1)

    def skip(number: Ints) -> Floats:
        place: Floats = (number + 0.15 + 0.7 * uniform(seeds[line], number + 1, Channel.GRAIN)) / many * lengths[line]
        return place

    begin = np.where(number > 0, skip(number - 1) + half_gap[line], 0.0)
    end = np.where(number < many, skip(number) - half_gap[line], lengths[line])
    return Pieces(line, begin, end)
