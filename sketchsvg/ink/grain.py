"""What rough paper does to a line: it takes graphite or chalk in grains, with bare paper between.

A strand of a grainy pen is one line along the stroke, wandering across it a little; its grains are the dashes of a long
irregular pattern that is part of its paint. So a line of a thousand grains costs as much as one of none.
"""

from __future__ import annotations

from functools import cache, cached_property
from itertools import pairwise

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, cross, leftwards, norm, pick, put, running, units
from sketchsvg.ink.cutting import on_lines
from sketchsvg.ink.keys import Channel, Seeds, mixed, uniform, uniforms
from sketchsvg.ink.outline import tangents_of
from sketchsvg.ink.pen import Strand

#: So many patterns a strand has, and so many grains each; lines beside each other seldom have the same one.
PATTERNS, _GRAINS = 4, 14
#: A strand that wanders does not follow what bends by less than this share of the nib.
_STRAIGHT = 0.2


class Course(Struct, frozen=True, eq=False, dict=True):
    """What the strands of some lines have in common: their way."""

    lines: Chains

    @cached_property
    def number(self) -> Ints:
        """The number of each node on its line."""
        return np.arange(len(self.lines.owner)) - self.lines.first.take(self.lines.owner)

    @cached_property
    def aside(self) -> Floats:
        """The unit vectors to the left of the line at its nodes."""
        return leftwards(tangents_of(self.lines))

    @cached_property
    def bends(self) -> Floats:
        """How far each segment bends aside, mm."""
        go = self.lines.segments
        chord = pick(self.lines.nodes, go + 1) - pick(self.lines.nodes, go)
        bend = np.abs(cross(chord, pick(self.lines.after, go))) + np.abs(cross(chord, pick(self.lines.before, go + 1)))
        found: Floats = bend / np.maximum(norm(chord), 1e-12)
        return found


def grained(
    course: Course, seeds: Seeds, number: int, strand: Strand, nibs: Floats
) -> list[tuple[tuple[float, ...], Chains, Ints]]:  # fmt: skip
    """Lines as a pen's strand of some ``number`` leaves them: by pattern, with the number of each line.

    ``seeds`` and the width of the nib in mm (``nibs``) are one a line.
    """
    lines = course.lines
    if strand.stride:
        lines = _crossing(lines, _own(seeds, 2 * number), strand, nibs)
    elif strand.reach:
        lines = _wandering(course, _own(seeds, 2 * number), strand, nibs)
    if strand.run == 0:
        return [((), lines, np.arange(len(lines)))]
    sort = (uniform(_own(seeds, 2 * number + 1), 0, Channel.GRAIN) * PATTERNS).astype(np.int64)
    order = np.argsort(sort, kind="stable")
    lines, ends = lines.take(order), np.cumsum(np.bincount(sort, minlength=PATTERNS)).tolist()
    return [
        (pattern(strand, kind), _between(lines, begin, end), order[begin:end])
        for kind, (begin, end) in enumerate(pairwise([0, *ends])) if begin < end
    ]  # fmt: skip


def _between(lines: Chains, begin: int, end: int) -> Chains:
    """The lines from number ``begin`` up to ``end``."""
    nodes = slice(int(lines.starts[begin]), int(lines.starts[end]))
    starts = lines.starts[begin : end + 1] - nodes.start
    return Chains(lines.nodes[:, nodes], lines.before[:, nodes], lines.after[:, nodes], starts)


def _own(seeds: Seeds, number: int) -> Seeds:
    return mixed(seeds + np.uint64((number + 1) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF))


@cache
def pattern(strand: Strand, number: int) -> tuple[float, ...]:
    """Lengths of grain and gap in turn, as they show, in widths of the strand; nothing for one without grains.

    Both lie between a quarter and seven quarters of what is usual, the short ones more often than the long.
    """
    if strand.run == 0:
        return ()
    seed = mixed(np.array([round(strand.run * 1e6) * 64 + round(strand.gap * 1e3) * 8 + number], dtype=np.uint64))
    draws = uniform(np.repeat(seed, 2 * _GRAINS), np.arange(2 * _GRAINS), Channel.GRAIN)
    usual = (strand.run, strand.gap)
    return tuple(
        round(usual[place % 2] * (0.25 + 0.6 * draw + 0.9 * draw * draw), 3)
        for place, draw in enumerate(draws.tolist())
    )


def _wandering(course: Course, seeds: Seeds, strand: Strand, nibs: Floats) -> Chains:
    """Lines that follow the stroke, more or less."""
    lines = course.lines
    owner = lines.owner
    stray = uniform(seeds.take(owner), course.number, Channel.STRAY)
    far = ((strand.aside - strand.scatter) + (2.0 * strand.scatter) * stray) * nibs.take(owner)
    nodes = lines.nodes + course.aside * far
    before, after = lines.before.copy(), lines.after.copy()
    # What is almost straight, for a line that wanders, is straight.
    go = lines.segments
    straight = go[course.bends < (_STRAIGHT * nibs).take(owner.take(go))]
    third = (pick(nodes, straight + 1) - pick(nodes, straight)) * (1.0 / 3.0)
    put(after, straight, third)
    put(before, straight + 1, -third)
    return Chains(nodes, before, after, lines.starts)


def _crossing(lines: Chains, seeds: Seeds, strand: Strand, nibs: Floats) -> Chains:
    """Straight ways to and fro across the stroke, from one side of it to somewhere on the other."""
    lengths = lines.along()[1]
    # On bends of small shapes the ways are shorter.
    bends = 2 * (lines.last - lines.first)
    counts = np.maximum(np.rint(lengths / np.maximum(strand.stride, nibs)).astype(np.int64), bends) + 1
    starts = running(counts)
    owner = np.repeat(np.arange(len(counts)), counts)
    number = np.arange(len(owner)) - starts.take(owner)
    aside, ahead = uniforms(seeds.take(owner), number, (Channel.STRAY, Channel.GRAIN))
    # Both ends are those of the line, and what lies between is uneven.
    last = counts.take(owner) - 1
    inner = (number > 0) & (number < last)
    share = (number + np.where(inner, ahead - 0.5, 0.0) * 0.7) / np.maximum(last, 1)
    nodes, way = on_lines(lines, owner, share * lengths.take(owner))
    side = (aside * 0.8 + 0.2) * np.where((number + (seeds.take(owner) & np.uint64(1)).astype(np.int64)) & 1, 1.0, -1.0)
    nodes += leftwards(units(way)) * ((strand.aside + strand.scatter * side) * nibs.take(owner))
    third = np.zeros_like(nodes)
    third[:, :-1] = (nodes[:, 1:] - nodes[:, :-1]) * (1.0 / 3.0)
    put(third, starts[1:] - 1, 0.0)
    before = np.zeros_like(nodes)
    before[:, 1:] = -third[:, :-1]
    return Chains(nodes, before, third, starts)
