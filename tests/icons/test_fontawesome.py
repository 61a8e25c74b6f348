"""Codes of Font Awesome lead to icons that exist."""

from sketchsvg.icons.find import icon, icon_names
from sketchsvg.icons.fontawesome import _table, fontawesome_name, icon_for_fontawesome, nearest_codes


def test_the_name_in_a_code():
    codes = ["fa:fa-car", "fab:fa-car", "fas fa-car", "fa-solid fa-car", "fa-car", "car"]
    assert {fontawesome_name(code) for code in codes} == {"car"}
    assert fontawesome_name("face-smile") == "face-smile"


def test_every_name_of_the_table_leads_to_an_icon():
    for name in _table():
        assert len(icon(icon_for_fontawesome(f"fa:fa-{name}")).curves)


def test_what_is_called_the_same_needs_no_line():
    assert icon_for_fontawesome("fa:fa-car") == "car"
    assert all(name != found for name, found in _table().items())


def test_names_that_mean_something_else_here():
    assert icon_for_fontawesome("fa:fa-bolt") == "zap"
    assert icon_for_fontawesome("fa:fa-power-off") == "power"


def test_names_that_do_not_exist_have_neighbours():
    assert "database" in nearest_codes("fa:fa-databasse", icon_names())
    assert nearest_codes("fa:fa-qqqqqqq", icon_names()) == []
