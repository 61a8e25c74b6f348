import pytest
from hypothesis import given
from hypothesis import strategies as st

from sketchsvg.layout.shares import Part, divide


def test_shares_are_exact():
    assert divide(282.0, [Part(15), Part(25), Part(40), Part(20)]) == pytest.approx([42.3, 70.5, 112.8, 56.4], abs=1e-9)


@given(st.lists(st.floats(0.5, 50), min_size=1, max_size=8), st.floats(10, 2000))
def test_any_shares_of_a_hundred_fill_the_length(weights, length):
    shares = [100 * weight / sum(weights) for weight in weights]
    sizes = divide(length, [Part(share) for share in shares])
    assert sum(sizes) == pytest.approx(length, abs=1e-5)
    for size, share in zip(sizes, shares, strict=True):
        assert size == pytest.approx(length * share / 100, abs=1e-4)


def test_the_rest_is_shared_by_natural_length():
    first, second, third = divide(100, [Part(20), Part(None, natural=10), Part(None, natural=30)])
    assert first == pytest.approx(20)
    assert third - second == pytest.approx(20)
    assert second + third == pytest.approx(80)


def test_a_least_length_is_kept_when_there_is_too_little():
    small, large = divide(50, [Part(None, natural=40, least=5), Part(None, natural=60, least=40)])
    assert large >= 40 - 1e-9
    assert small + large == pytest.approx(50)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([Part(60), Part(50)], "110"),
        ([Part(60), Part(30)], "not 100"),
        ([Part(100), Part(None)], "nothing for the rest"),
    ],
)
def test_impossible_shares_are_refused(parts, said):
    with pytest.raises(ValueError, match=said):
        divide(100, parts)
