"""From moved centrelines to lines of ink: stroked where one width will do, outlined where the pen shows."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.chains import Chains, Flags, cross, dot, pick
from sketchsvg.ink.cutting import cut_out
from sketchsvg.ink.dashing import sides
from sketchsvg.ink.grain import dropouts, grained
from sketchsvg.ink.grouping import HAIRLINE, Ink
from sketchsvg.ink.keys import Channel, Seeds, mixed, uniform
from sketchsvg.ink.manner import Manner, closed
from sketchsvg.ink.outline import corners, refined, smooth_outlines, tangents_of
from sketchsvg.ink.pressure import Tips, half_widths, nib_edges, stepped, stroked_widths
from sketchsvg.ink.strokes import Strokes

#: A skip leaves so much of the line uninked that the round ends beside it make a waist: shares of its width.
_SKIP = 0.5
#: How much thinner a loop begins and ends, so that its two ends lie together like one line.
_LOOP_LEAD = 0.3


def lines(chains: Chains, source: Ints, strokes: Strokes, manner: Manner, lengths: Floats) -> list[Ink]:
    """The ink of lines.

    ``source`` tells the drawn stroke of each chain, ``lengths`` (mm) is one a drawn stroke.
    """
    outlined = manner.outlined[source]
    if not outlined.any():
        return _stroked(chains, source, strokes, manner, lengths)
    rich = np.flatnonzero(outlined)
    if len(rich) == len(outlined):
        return [_pressed(chains, source, strokes, manner)]
    plain = np.flatnonzero(~outlined)
    made = _stroked(chains.take(plain), source[plain], strokes, manner, lengths)
    return [*made, _pressed(chains.take(rich), source[rich], strokes, manner)]


def _stroked(chains: Chains, source: Ints, strokes: Strokes, manner: Manner, lengths: Floats) -> list[Ink]:
    """Lines of one width, strand by strand."""
    width = stroked_widths(strokes, manner, lengths)
    strands = max(len(pen.strands) for pen in strokes.pens)
    if strands == 1:
        one = stepped(width * strokes.of_strand(0, "width")).take(source)
        opacity = (strokes.opacity * strokes.of_strand(0, "opacity")).take(source)
        return [Ink(chains.curves(), strokes.mark[source], one, opacity, 1)]
    made: list[Ink] = []
    for strand in range(strands):
        share = strokes.of_strand(strand, "width")
        some = np.flatnonzero(share.take(source) > 0)
        if not len(some):
            continue
        part, of = (chains, source) if len(some) == len(chains) else (chains.take(some), source[some])
        one, opacity = stepped(width * share), strokes.opacity * strokes.of_strand(strand, "opacity")
        if strokes.of_strand(strand, "run").any():
            part, of = _grainy(part, of, strokes, strand)
        made.append(Ink(part.curves(), strokes.mark[of], one[of], opacity[of], 1 + strand))
    return made


def _grainy(chains: Chains, source: Ints, strokes: Strokes, strand: int) -> tuple[Chains, Ints]:
    """Lines with the dropouts of a strand, and the drawn stroke of each run."""
    run, gap = strokes.of_strand(strand, "run")[source], strokes.of_strand(strand, "gap")[source]
    scatter = (strokes.of_strand(strand, "scatter") * strokes.width)[source]
    runs, line = grained(chains, _own_seeds(source, strokes, strand), run, gap, scatter)
    return runs, source[line]


def _own_seeds(source: Ints, strokes: Strokes, strand: int) -> Seeds:
    """A seed for each chain: strands of one stroke, and sides of one polygon, drop out in different places."""
    seeds = strokes.seeds[source]
    part = sides(seeds) + strand * 65536
    return mixed(seeds + part.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15))


def _pressed(chains: Chains, source: Ints, strokes: Strokes, manner: Manner) -> Ink:
    """Outlines of strokes pressed unevenly, with the ink that gathers where a pen sets down."""
    loop = closed(strokes.chains)[source] & (np.bincount(source)[source] == 1)
    chains, source, loop, tips = _skipped(chains, source, loop, strokes)
    width = strokes.width[source]
    lead_run, taper_run = (strokes.of_profile(name)[source] * width for name in ("lead_run", "taper_run"))
    steps = np.maximum(manner.run_up[source] * 0.6, width)
    begins, ends = (np.where(run > 0, np.maximum(run / 4.0, 0.1), steps) for run in (lead_run, taper_run))
    whole = refined(chains, steps, begins, ends)
    # At a corner the pen rests and goes on in another direction: what follows is a line of its own.
    fine, old = whole.cut(corners(whole))
    head, foot = old[fine.first], old[fine.last]
    of = whole.owner[head]
    begun, ended = head == whole.first[of], foot == whole.last[of]
    rests = Tips(tips.begun[of] | ~begun, tips.ended[of] | ~ended)
    tips = Tips(tips.begun[of] & begun, tips.ended[of] & ended)
    source, loop, lead_run, taper_run = source[of], loop[of], lead_run[of], taper_run[of]
    tangents = tangents_of(fine)
    half = half_widths(fine, tangents, source, strokes, manner, tips, rests)

    # A quick end: the ink thins out and runs to a longer tip.
    long = fine.last > fine.first
    lead = np.where(tips.begun & long, strokes.of_profile("lead")[source], 0.0)
    taper = np.where(tips.ended & long, strokes.of_profile("taper")[source], 0.0)
    tip = strokes.of_profile("tip")[source]
    # A dot is round whatever leaves it. A nib that cuts its ends turns corners on its edge; others turn round ones.
    tip = np.where(long, tip, 1.0)
    edged = strokes.of_profile("slant")[source] >= 1.0
    cuts = Tips(tips.begun | (rests.begun & edged), tips.ended | (rests.ended & edged))
    stretch = np.ones(len(half))
    stretch[fine.last] = np.where(cuts.ended, tip * (1.0 + 1.2 * taper), 1.0)
    stretch[fine.first] = np.where(cuts.begun, tip * (1.0 + 1.2 * np.where(lead_run > 0, lead, 0.0)), 1.0)
    half = half * _ramp(fine, lead, lead_run, taper, taper_run)
    # A loop is begun as lightly as it is left.
    light = np.where(loop & (tip > 0), _LOOP_LEAD, 0.0)
    for end, there in ((fine.first, tips.begun), (fine.last, tips.ended)):
        half[end] = half[end] * (1.0 - np.where(there, light, 0.0))
    half = np.maximum(half, HAIRLINE / 2)
    shape, owner = smooth_outlines(fine, tangents, half, stretch, _shear(fine, tangents, half, source, strokes, cuts))

    swell = strokes.of_profile("blob")[source]
    seeds = strokes.seeds[source]
    often = np.where(loop | ~tips.begun, 0.0, strokes.of_profile("blob_chance")[source])
    some = np.flatnonzero((swell > 0) & (uniform(seeds, 0, Channel.BLOB) < often))
    if len(some):
        much = 1.0 + swell[some] * uniform(seeds[some], 1, Channel.BLOB)
        round_dots = _discs(pick(fine.nodes, fine.first[some]), half[fine.first[some]] * much)
        shape, owner = Curves.joined((shape, round_dots)), np.concatenate((owner, some))
    of = source[owner]
    return Ink(shape, strokes.mark[of], np.zeros(len(of)), strokes.opacity[of], 1)


def _discs(middles: Floats, radii: Floats) -> Curves:
    """Dots of ink as outlines that turn the same way round as those of strokes."""
    still = np.zeros_like(middles)
    dots = Chains(middles, still, still, np.arange(len(radii) + 1))
    flat = np.zeros_like(middles)
    flat[0] = 1.0
    return smooth_outlines(dots, flat, radii, np.ones(len(radii)))[0]


def _skipped(chains: Chains, source: Ints, loop: Flags, strokes: Strokes) -> tuple[Chains, Ints, Flags, Tips]:
    """Strokes parted where the pen skips, their sources, which are loops, and their tips."""
    skip = strokes.of_profile("skip")[source]
    whole = np.ones(len(chains), dtype=np.bool_)
    if not skip.any():
        return chains, source, loop, Tips(whole, whole)
    lengths = chains.along()[1]
    gap = strokes.width[source] * _SKIP
    run = np.where(skip > 0, 1000.0 / np.where(skip > 0, skip, 1.0), 0.0)
    pieces = dropouts(lengths, _own_seeds(source, strokes, 0), run, gap)
    parted = np.bincount(pieces.stroke, minlength=len(chains)) > 1
    if not parted.any():
        return chains, source, loop, Tips(whole, whole)
    kept = np.flatnonzero(~parted)
    pieces = pieces.kept(np.flatnonzero(parted[pieces.stroke]))
    both = Chains.joined([chains.take(kept), cut_out(chains, pieces)])
    old = np.concatenate((kept, pieces.stroke))
    still = np.ones(len(kept), dtype=np.bool_)
    begun = np.concatenate((still, pieces.begin == 0))
    ended = np.concatenate((still, pieces.end == lengths[pieces.stroke]))
    order = np.argsort(old, kind="stable")
    old = old[order]
    return both.take(order), source[old], loop[old], Tips(begun[order], ended[order])


def _ramp(chains: Chains, lead: Floats, lead_run: Floats, taper: Floats, taper_run: Floats) -> Floats:
    """The share of its width that a line has at each node on its way from the thin beginning to the thin end."""
    share = np.ones(chains.nodes.shape[1])
    share[chains.first] *= 1.0 - lead
    share[chains.last] *= 1.0 - taper
    if not (lead_run.any() or taper_run.any()):
        return share
    owner = chains.owner
    along, lengths = chains.along()
    for away, much, run in ((along, lead, lead_run), (lengths[owner] - along, taper, taper_run)):
        # On short strokes both ends keep to their half.
        reach = np.minimum(run, lengths * 0.5)[owner]
        rest = 1.0 - np.minimum(away / np.maximum(reach, 1e-9), 1.0)
        inner = (away > 0) & (reach > 0)
        share = np.where(inner, share * (1.0 - much[owner] * rest * rest), share)
    return share


def _shear(
    chains: Chains, tangents: Floats, half: Floats, source: Ints, strokes: Strokes, tips: Tips
) -> Floats | None:
    """How far the ends of strokes lean along the edge of a broad nib, mm at each node."""
    slant = strokes.of_profile("slant")[source]
    if not slant.any():
        return None
    shear = np.zeros(len(half))
    edge = nib_edges(strokes)[:, source]
    _, lengths = chains.along()
    most = np.minimum(strokes.width[source] * 0.5, lengths * 0.3) * slant
    for at, there in ((chains.first, tips.begun), (chains.last, tips.ended)):
        way = pick(tangents, at)
        across = cross(edge, way)
        lean = half[at] * dot(way, edge) / np.where(np.abs(across) > 1e-3, across, 1e-3)
        shear[at] = np.where(there & (lengths > 0), np.minimum(np.maximum(lean, -most), most), 0.0)
    return shear
