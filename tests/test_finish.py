import pytest

from sketchsvg.errors import NameUnknownError, SheetError
from sketchsvg.finish import Finish


def test_a_plain_finish_needs_no_larger_medium():
    assert Finish().edge == 0


@pytest.mark.parametrize(("bleed", "edge"), [(0, 8), (1, 8), (2, 8), (3, 9), (10, 16)])
def test_crop_marks_stand_outside_of_the_bleed(bleed, edge):
    assert Finish(bleed=bleed, crop_marks=True).edge == edge
    assert Finish(bleed=bleed).edge == bleed


@pytest.mark.parametrize("bleed", [-1, 26, float("nan"), float("inf"), True, "3mm", None])
def test_a_bleed_that_cannot_be_is_refused(bleed):
    with pytest.raises(SheetError, match="bleed") as caught:
        Finish(bleed=bleed)
    assert caught.value.mend


def test_an_unknown_paper_is_refused_with_the_nearest():
    with pytest.raises(NameUnknownError) as caught:
        Finish(paper="non")
    assert '"none"' in (caught.value.mend or "")
