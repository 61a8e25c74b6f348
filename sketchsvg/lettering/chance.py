"""What a line's key decides about its letters: the same for ever, and another for every place of every line."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

_WORD = (1 << 64) - 1


class Chance(Struct, frozen=True):
    """Three draws for one letter: a whole ``number``, and ``first`` and ``second`` spread evenly over [0, 1)."""

    number: int
    first: float
    second: float


#: What stands for the draws where nothing is drawn: the first of the shapes, joined where most are.
USUAL = Chance(0, 1.0, 0.5)


def line_seed(key: str) -> int:
    """The seed of the line of this key; never 0."""
    from sketchsvg.hashing import blake2b

    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little") or 1


@lru_cache(maxsize=4096)
def chances(seed: int, count: int) -> tuple[Chance, ...]:
    """The draws for the first ``count`` letters of a line: those of a shorter line are the same."""
    drawn = []
    for place in range(1, count + 1):
        bits = _mixed(seed + place * 0x9E3779B97F4A7C15)
        drawn.append(Chance(bits >> 48, (bits & 0xFFFFFF) / 0x1000000, (bits >> 24 & 0xFFFFFF) / 0x1000000))
    return tuple(drawn)


def _mixed(bits: int) -> int:
    """The finaliser of splitmix64 (Steele, Lea and Flood 2014; constants by D. Stafford)."""
    bits &= _WORD
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9 & _WORD
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EB & _WORD
    return bits ^ bits >> 31
