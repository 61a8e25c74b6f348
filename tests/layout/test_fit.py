import pytest
from hypothesis import given
from hypothesis import strategies as st

from sketchsvg.layout.fit import STEP, Limits, fit, fit_size

LIMITS = Limits(floor=8.0, largest=11.0, leading_least=1.2, leading=1.4, leading_most=1.6)


def lines(count, gaps=3.0):
    """Content of ``count`` lines and some white, like a paragraph in a box."""
    return lambda size, leading, air: count * size * 0.3528 * leading + gaps * air


@given(st.integers(1, 60), st.floats(5, 300))
def test_what_is_chosen_fits_or_says_what_is_missing(count, available):
    height = lines(count)
    chosen = fit(height, available, LIMITS)
    used = height(chosen.size, chosen.leading, chosen.air)
    assert LIMITS.floor <= chosen.size <= LIMITS.largest
    assert LIMITS.leading_least <= chosen.leading <= LIMITS.leading_most
    if chosen.missing:
        assert chosen.size == LIMITS.floor
        assert used - available == pytest.approx(chosen.missing)
    else:
        assert used <= available + 1e-9


@given(st.integers(5, 40), st.floats(20, 200))
def test_no_larger_size_would_have_fitted(count, available):
    height = lines(count)
    size = fit_size(height, available, LIMITS)
    leading, air = LIMITS.loosened(1.0)
    if size is None:
        assert height(LIMITS.floor, leading, air) > available
    elif size < LIMITS.largest:
        assert height(size + STEP, leading, air) > available


def test_room_to_spare_goes_into_leading_and_air():
    chosen = fit(lines(3), 1000, LIMITS)
    assert (chosen.size, chosen.leading, chosen.air) == (LIMITS.largest, LIMITS.leading_most, LIMITS.air_most)


def test_a_tight_place_is_set_tighter_at_the_floor():
    height = lines(10, gaps=10)
    leading, air = LIMITS.loosened(0.5)
    chosen = fit(height, height(LIMITS.floor, leading, air), LIMITS)
    assert (chosen.size, chosen.missing) == (LIMITS.floor, 0)
    assert chosen.leading == pytest.approx(leading, abs=0.005)
    assert chosen.air == pytest.approx(air, abs=0.01)


@given(st.floats(0, 3), st.floats(0, 3))
def test_looser_is_never_tighter(one, other):
    less, more = (LIMITS.loosened(value) for value in sorted((one, other)))
    assert less[0] <= more[0] and less[1] <= more[1]
    assert LIMITS.loosened(0) == (LIMITS.leading_least, LIMITS.air_least)
    assert LIMITS.loosened(2) == (LIMITS.leading, 1.0)
    assert LIMITS.loosened(3) == (LIMITS.leading_most, LIMITS.air_most)
