from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from sketchsvg.layout.cuts import columns, rows

HEIGHTS = st.lists(st.integers(1, 50).map(float), min_size=1, max_size=7)


def every_cut(count: int) -> list[list[int]]:
    inner = range(1, count)
    return [[0, *cut, count] for many in range(count) for cut in combinations(inner, many)]


@given(HEIGHTS, st.integers(1, 3))
def test_rows_are_as_low_as_any_cut_allows(heights: list[float], most: int) -> None:
    # Beside each other parts are narrower and so higher.
    table = [[height * (1 + 0.7 * beside) for height in heights] for beside in range(most)]
    cuts, high = rows(table)
    fitting = [cut for cut in every_cut(len(heights)) if all(b - a <= most for a, b in pairwise(cut))]
    best = min(sum(max(table[b - a - 1][a:b]) for a, b in pairwise(cut)) for cut in fitting)
    assert abs(high - best) < 1e-6
    assert cuts in fitting


@given(HEIGHTS, st.integers(1, 3))
def test_columns_are_as_low_as_any_cut_allows(heights: list[float], count: int) -> None:
    count = min(count, len(heights))
    cuts, high = columns(heights, count)
    fitting = [cut for cut in every_cut(len(heights)) if len(cut) == count + 1]
    assert high == min(max(sum(heights[a:b]) for a, b in pairwise(cut)) for cut in fitting)
    assert cuts in fitting
