"""Icons are found by the names that they had before, and by what people call them."""

import pytest

from sketchsvg.errors import NameUnknownError
from sketchsvg.icons.find import icon, icon_names
from sketchsvg.icons.former import former_names, present_name


def test_every_former_name_leads_to_an_icon_of_another_name():
    names = set(icon_names())
    assert len(former_names()) > 200
    assert set(former_names().values()) <= names
    assert not set(former_names()) & names


@pytest.mark.parametrize(("before", "now"), [("home", "house"), ("help-circle", "circle-question-mark"), ("alert-triangle", "triangle-alert")])
def test_a_former_name_is_the_same_icon(before, now):
    assert present_name(before) == now
    assert icon(before) is icon(now)


def test_what_was_never_renamed_stays():
    assert present_name("laptop") == "laptop"


@pytest.mark.parametrize(("said", "mend"), [
    ("warning", '"triangle-alert"'),
    ("lapttop", '"laptop"'),
    ("§§", "icons search"),
    ("x" * 5000, "icons search"),
])  # fmt: skip
def test_an_unknown_name_always_has_a_way_on(said, mend):
    with pytest.raises(NameUnknownError) as caught:
        icon(said)
    assert mend in caught.value.mend
    assert len(caught.value.what) < 100
