from itertools import pairwise

import pytest

from sketchsvg.layout.fit import Limits
from sketchsvg.layout.ladder import Rung, climbed, ladder, loosened

LIMITS = Limits(8.0, 12.35, 1.22, 1.42, 1.6)
RUNGS = ladder(LIMITS, 9.5)


def high(rung: Rung) -> float:
    """A page of 100 lines and 20 gaps."""
    return 100 * rung.size * rung.leading * 25.4 / 72 + 20 * 3.5 * rung.air


def test_row_heights_shrink_first_then_the_type_then_the_white() -> None:
    tightening = list(reversed(RUNGS))
    changes = []
    for loose, tight in pairwise(tightening):
        changes += [name for name in ("leading", "size", "air") if getattr(tight, name) != getattr(loose, name)]
    below = changes[changes.index("leading") :]
    assert sorted(set(below), key=below.index) == ["leading", "size", "air"]
    assert below == sorted(below, key=["leading", "size", "air"].index)


def test_each_shrinks_to_its_floor_and_no_further() -> None:
    assert RUNGS[0] == Rung(LIMITS.floor, LIMITS.leading_least, LIMITS.air_least)
    assert min(rung.size for rung in RUNGS) == 8.0
    assert RUNGS[-1].size <= LIMITS.largest


def test_every_rung_is_higher_than_the_last() -> None:
    heights = [high(rung) for rung in RUNGS]
    assert all(a < b for a, b in pairwise(heights))


@pytest.mark.parametrize("available", [390.0, 420.0, 455.0, 480.0, 520.0, 560.0, 700.0])
def test_the_loosest_rung_that_fits_is_taken(available: float) -> None:
    index = climbed(high, available, RUNGS)
    assert index == max(number for number, rung in enumerate(RUNGS) if high(rung) <= available)


def test_what_does_not_fit_at_the_floors_fits_nowhere() -> None:
    assert climbed(high, high(RUNGS[0]) - 0.1, RUNGS) is None


def test_what_is_left_over_goes_to_row_heights_and_white() -> None:
    rung = RUNGS[25]
    loose = loosened(high, high(rung) + 20, rung, LIMITS)
    assert (loose.size, high(loose) <= high(rung) + 20) == (rung.size, True)
    assert loose.leading > rung.leading and loose.air > rung.air
