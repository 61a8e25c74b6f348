"""Dashed lines: real strokes, each with the ends of its pen, not a pattern laid over a line."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sketchsvg.errors import SheetError
from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, Flags, norm, pick, running
from sketchsvg.ink.cutting import Pieces, cut_out
from sketchsvg.ink.keys import Channel, Seeds, mixed, uniform
from sketchsvg.scene import Fill, Mark

#: By how much a hand misses the end of a dash, as a share of the shorter of dash and gap.
_MISS = 0.16
#: How far a hand stretches or squeezes a pattern so that a line ends in ink.
_GIVE = 1.3
#: So many dashes of one pattern are drawn; more would fill the memory.
MOST_DASHES = 1_000_000
#: The index stride between the sides of a polygon.
_SIDE = 1 << 20


def dashed(
    chains: Chains, mark: Ints, seeds: Seeds, loose: Flags, marks: Sequence[Mark] | Sequence[Fill]
) -> tuple[Chains, Ints]:
    """The strokes of dashed marks, or fills, cut into dashes, and for each new stroke the number of the old one.

    ``mark``, ``seeds`` and ``loose`` (drawn by a hand) are one a stroke; strokes of one seed lie next to each other.
    """
    used = dict.fromkeys(mark.tolist())
    patterns = {number: (one.dash, one.dash_offset) for number in used if (one := marks[number]).dash}
    if not patterns:
        return chains, np.arange(len(chains))
    lengths = chains.along()[1]
    side = sides(seeds)
    known = {pattern: kind for kind, pattern in enumerate(dict.fromkeys(patterns.values()))}
    kinds = np.full(len(marks), -1, dtype=np.int64)
    for number, pattern in patterns.items():
        kinds[number] = known[pattern]
    kind = np.where(lengths > 0, kinds[mark], -1)
    plain = np.flatnonzero(kind < 0)
    parts, old = [chains.take(plain)], [plain]
    for (dash, offset), number in known.items():
        chosen = np.flatnonzero(kind == number)
        keys = side[chosen] * _SIDE
        if lengths[chosen].sum() > sum(dash) * MOST_DASHES:
            raise _too_many(marks[int(mark[chosen[0]])])
        lines = chains.take(chosen)
        pieces = _pieces(dash, offset, lengths[chosen], _round(lines), seeds[chosen], keys, loose[chosen])
        parts.append(cut_out(lines, pieces))
        old.append(chosen[pieces.stroke])
    source = np.concatenate(old)
    order = np.argsort(source, kind="stable")
    return Chains.joined(parts).take(order), source[order]


def _too_many(mark: Mark | Fill) -> SheetError:
    what = f'The mark "{mark.key}"' if isinstance(mark, Mark) else "A fill"
    much = f"has lines of so many dashes that their like come to more than {MOST_DASHES:,}"
    return SheetError(f"{what} {much}.", mend="Make its dashes longer, or draw it in parts.")


def sides(seeds: Seeds) -> Ints:
    """The place of each stroke among its neighbours of the same seed."""
    fresh = np.ones(len(seeds), dtype=np.bool_)
    fresh[1:] = seeds[1:] != seeds[:-1]
    heads = np.flatnonzero(fresh)
    place: Ints = np.arange(len(seeds)) - heads[np.cumsum(fresh) - 1]
    return place


def part_seeds(seeds: Seeds, strand: int) -> Seeds:
    """A seed for each stroke: strands of one stroke, and sides of one polygon, drop out in different places."""
    part = sides(seeds) + strand * 65536
    return mixed(seeds + part.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15))


def _round(chains: Chains) -> Flags:
    """Which strokes end where they began, or nearly so."""
    away = norm(pick(chains.nodes, chains.last) - pick(chains.nodes, chains.first))
    return np.asarray(away < np.minimum(0.05 * chains.extents(), 0.8))


def _pieces(
    dash: tuple[float, ...], offset: float, lengths: Floats, loops: Flags, seeds: Seeds, keys: Ints, loose: Flags
) -> Pieces:
    """The dashes on lines of some ``lengths`` in mm; a hand fits them so that a line ends in ink, a loop in a gap."""
    pattern = np.array(dash if len(dash) % 2 == 0 else dash * 2)
    ends = np.cumsum(pattern)
    period = float(ends[-1])
    last = np.where(loops, 0.0, pattern[0])
    fits = np.maximum(np.rint((lengths - last) / period), 0.0) * period + last
    stretch = lengths / np.where(fits > 0, fits, 1.0)
    gives = loose & (offset == 0) & (stretch < _GIVE) & (stretch * _GIVE > 1.0)
    stretch = np.where(gives, stretch, 1.0)
    shift = offset - np.floor(offset / period) * period
    rounds = np.ceil((lengths / stretch + shift) / period + 1e-9).astype(np.int64)
    marks_each = len(pattern) // 2
    counts = rounds * marks_each
    stroke = np.repeat(np.arange(len(counts)), counts)
    number = np.arange(len(stroke)) - running(counts)[stroke]
    at = number // marks_each * period - shift
    which = number % marks_each * 2
    small = np.minimum(pattern[which], np.minimum(pattern[which + 1], pattern[which - 1]))
    begin = (at + ends[which] - pattern[which]) * stretch[stroke]
    end = (at + ends[which]) * stretch[stroke]
    begun = begin < lengths[stroke] - 1e-6
    for values, turn in ((begin, 0), (end, 1)):
        draw = uniform(seeds[stroke], (keys[stroke] + number) * 2 + turn, Channel.GRAIN) * 2.0 - 1.0
        values += np.where(loose[stroke], draw * small * _MISS, 0.0)
    begin, end = np.maximum(begin, 0.0), np.minimum(end, lengths[stroke])
    seen = (end > begin) if pattern.min() > 0 else (end >= begin)
    return Pieces(stroke, begin, end).kept(np.flatnonzero(seen & begun))
