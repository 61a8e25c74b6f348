"""Keyed randomness: a number in [0, 1) for every question that a stroke can ask, the same for ever.

Nothing here is drawn from a stream. A number depends on the scene's seed, the mark's key, the stroke's place in its
mark, an index along the stroke and a channel, and on nothing else; so a new mark moves no other mark's ink.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from sketchsvg.geometry.curves import Floats, Ints

Seeds: TypeAlias = npt.NDArray[np.uint64]

_CHANNELS = 64
#: The golden ratio in 64 bits, by which the counter of splitmix64 goes on, and 64 bits of ones.
_STRIDE, _BITS = 0x9E3779B97F4A7C15, (1 << 64) - 1
#: 21 bits of ones.
_THIRD = np.uint64((1 << 21) - 1)


class Channel:
    """What a random number decides.

    Most are three apart: noise takes the first two of its three, and the third for where it begins.
    """

    WOBBLE = 0
    TREMOR = 3
    BOW = 6
    END = 9
    CLOSING = 12
    CORNER = 15
    PRESSURE = 18
    SIZE = 21
    TURN = 24
    SHIFT = 27
    BASELINE = 30
    STRAND = 33
    WIDTH = 36
    BLOB = 39
    SWIPE = 42
    HATCH_PLACE = 45
    HATCH_TILT = 48
    HATCH_BOW = 51
    HATCH_END = 54
    BASELINE_DRIFT = 57
    DAB = 60
    GRAIN = 61
    STRAY = 62


def mark_seeds(seed: int, keys: Sequence[str]) -> Seeds:
    """One 64-bit seed a mark: (m,) from the scene's seed and the marks' keys."""
    from sketchsvg.hashing import blake2b

    begin = f"{seed}\0".encode()
    # Encoded all at once, parted by what hardly any key holds.
    words = "\1".join(keys).encode("utf-8", "surrogatepass").split(b"\1")
    if len(words) != len(keys):
        words = [key.encode("utf-8", "surrogatepass") for key in keys]
    digests = [blake2b(begin + word, digest_size=8).digest() for word in words]
    return np.frombuffer(b"".join(digests), dtype="<u8").astype(np.uint64)


def mixed(bits: Seeds) -> Seeds:
    """The bits well stirred: the finaliser of splitmix64 (Steele, Lea and Flood 2014; constants by D. Stafford)."""
    stirred = bits >> np.uint64(30)
    stirred ^= bits
    stirred *= np.uint64(0xBF58476D1CE4E5B9)
    stirred ^= stirred >> np.uint64(27)
    stirred *= np.uint64(0x94D049BB133111EB)
    stirred ^= stirred >> np.uint64(31)
    return stirred


def stroke_seeds(seeds: Seeds, index: Ints, run: Ints) -> Seeds:
    """Seeds of strokes (m,): from their marks' seeds, their place in the mark and the pass of the pen over it."""
    place = index.astype(np.uint64) * np.uint64(256) + run.astype(np.uint64) + np.uint64(1)
    return mixed(seeds ^ mixed(place * np.uint64(0xD1B54A32D192ED03)))


def uniform(seeds: Seeds, index: Ints | int, channel: int) -> Floats:
    """Numbers spread evenly over [0, 1), 53 bits each; ``index`` counts from 0 along a stroke or a line."""
    return uniforms(seeds, index, (channel,))[0]


def uniforms(seeds: Seeds, index: Ints | int, channels: Sequence[int]) -> list[Floats]:
    """The numbers of several channels for the same questions, as ``uniform`` gives them."""
    return _spread(_asked(seeds, index), channels)


def runs(seeds: Seeds, first: Ints, counts: Ints, channels: Sequence[int]) -> list[Floats]:
    """The numbers 0 to ``counts`` of each seed, one seed after another; those of a seed begin at its ``first``."""
    stride = np.uint64(_CHANNELS * _STRIDE & _BITS)
    base = np.repeat(seeds - first.astype(np.uint64) * stride, counts)
    places = np.arange(len(base), dtype=np.uint64)
    places *= stride
    base += places
    return _spread(base, channels)


def _spread(base: Seeds, channels: Sequence[int]) -> list[Floats]:
    found = []
    for channel in channels:
        bits = mixed(base + np.uint64((channel + 1) * _STRIDE & _BITS))
        bits >>= np.uint64(11)
        number = bits.astype(np.float64)
        number *= 2.0**-53
        found.append(number)
    return found


def gentle(seeds: Seeds, index: Ints | int, channel: int) -> Floats:
    """Numbers of mean 0 and standard deviation 1 that never leave [-3, 3]: three even ones of 21 bits added up."""
    bits = _bits(seeds, index, channel)
    total = (bits >> np.uint64(43)) + ((bits >> np.uint64(22)) & _THIRD) + ((bits >> np.uint64(1)) & _THIRD)
    number: Floats = total.astype(np.float64) * 2.0**-20 - 3.0
    return number


def _bits(seeds: Seeds, index: Ints | int, channel: int) -> Seeds:
    """64 bits for each question."""
    return mixed(_asked(seeds, index) + np.uint64((channel + 1) * _STRIDE & _BITS))


def _asked(seeds: Seeds, index: Ints | int) -> Seeds:
    """What each question begins from, whatever the channel."""
    if isinstance(index, int):
        return seeds + np.uint64(index * _CHANNELS * _STRIDE & _BITS)
    base = index.astype(np.uint64)
    base *= np.uint64(_CHANNELS * _STRIDE & _BITS)
    return base + seeds
