from threading import Barrier, get_ident

import pytest

from sketchsvg.exporters.side_by_side import side_by_side


def test_the_results_stand_in_the_order_of_the_items():
    assert side_by_side(lambda number: number * number, range(5)) == [0, 1, 4, 9, 16]
    assert side_by_side(str, []) == []


def test_the_items_are_worked_on_at_the_same_time():
    meet = Barrier(3, timeout=20)

    def work(_: int) -> int:
        meet.wait()
        return get_ident()

    assert len(set(side_by_side(work, [1, 2, 3]))) == 3


@pytest.mark.parametrize("bad", [{0}, {2}, {1, 3}])
def test_an_error_comes_to_the_one_who_asked(bad: set[int]):
    def work(number: int) -> int:
        if number in bad:
            raise ValueError(f"item {number}")
        return number

    with pytest.raises(ValueError, match=f"item {min(bad)}"):
        side_by_side(work, range(4))
