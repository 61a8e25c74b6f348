"""Themes are found, laid over their base, and refused with a place and a remedy when something is wrong."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sketchsvg.errors import NameUnknownError, SketchError, Source, ThemeError
from sketchsvg.theme import HUES, load_theme, theme_names
from sketchsvg.theme.load import TABLES


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def write(text: str, name: str = "mine") -> Path:
    folder = Path("themes")
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def refused(text: str) -> ThemeError:
    write(text)
    with pytest.raises(ThemeError) as caught:
        load_theme("mine")
    assert caught.value.mend
    assert caught.value.where is not None
    return caught.value


def test_the_shipped_themes_are_there():
    assert theme_names() == ["blueprint", "kraft", "nano-banana", "night"]


def test_nano_banana_is_the_art_direction():
    theme = load_theme("nano-banana")
    assert (theme.paper.kind, theme.paper.colour, theme.paper.pitch) == ("grid", "#fffdf5", 5.0)
    assert theme.ink.text == "#1f2a44"
    assert list(theme.accents) == list(HUES)
    assert theme.lines.section == 0.6
    assert theme.type.floor == 8.0


def test_a_theme_is_read_only():
    theme = load_theme("nano-banana")
    with pytest.raises(AttributeError):
        theme.name = "other"
    with pytest.raises(TypeError):
        theme.accents["cobalt"] = "#000000"


def test_a_few_lines_over_a_base():
    write('base = "night"\n[lines]\nsection = 1\n[accents]\nrose = "#FF8899"\n')
    mine, night = load_theme("mine"), load_theme("night")
    assert mine.name == "mine"
    assert mine.lines == replace(night.lines, section=1.0)
    assert mine.accents["rose"] == "#ff8899"
    assert list(mine.accents) == list(HUES)
    assert mine.paper == night.paper


def test_a_theme_of_the_working_folder_goes_first_and_may_stand_on_the_shipped_one_of_its_name():
    write('base = "night"\n[space]\nmargin = 20\n', "night")
    assert load_theme("night").space.margin == 20.0
    assert load_theme("night").paper.colour == "#131a2e"


def test_a_path_is_read_as_it_stands_and_its_base_from_beside_it(tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "one.toml").write_text('base = "two.toml"\n')
    (folder / "two.toml").write_text('base = "kraft"\n[hand]\nslant = -2\n')
    assert load_theme("elsewhere/one.toml").hand.slant == -2.0


def test_an_unknown_name_suggests_the_nearest():
    place = Source("sheet.py", 3)
    with pytest.raises(NameUnknownError, match='Did you mean "night"') as caught:
        load_theme("nigth", place)
    assert caught.value.where == place


@pytest.mark.parametrize("name", ["../themes/night", "", "themes/night", "*"])
def test_a_name_is_not_a_pattern_or_a_path(name):
    with pytest.raises(NameUnknownError):
        load_theme(name)


def test_bases_in_a_circle_are_refused():
    write('base = "other"\n')
    write('\nbase = "mine"\n', "other")
    with pytest.raises(ThemeError, match="circle: mine > other > mine") as caught:
        load_theme("mine")
    assert str(caught.value.where) == f"{Path('themes/other.toml')}:2:1"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('base = "night"\n[papr]\n', 2, 'no "papr"'),
        ('base = "night"\nink = 3\n', 2, "is a table"),
        ('base = "night"\n\n[lines]\n# heavier\nsectoin = 1\n', 5, r'no "sectoin" in \[lines\]'),
        ('base = "night"\n[accents]\nmint = "#00ff88"\n', 3, 'no "mint"'),
        ('base = "night"\n[lines]\ncard = -0.1\n', 3, "not negative, and is -0.1"),
        ('base = "night"\n[lines]\ncard = nan\n', 3, "not negative"),
        ('base = "night"\n[lines]\ncard = inf\n', 3, "not negative"),
        ('base = "night"\n[lines]\ncard = true\n', 3, "not negative"),
        ('base = "night"\n[lines]\ncard = "thick"\n', 3, "and is 'thick'"),
        ('base = "night"\n[type]\nbody = 0\n', 3, "above 0"),
        ('base = "night"\n[type]\nbody = 7.5\n', 3, "below floor"),
        ('base = "night"\n[type]\nleading = 2\n', 3, "does not lie between"),
        ('base = "night"\n[ink]\ntint = 1.2\n', 3, "from 0 to 1"),
        ('base = "night"\n[ink]\ntext = "white"\n', 3, "#rrggbb"),
        ('base = "night"\n[ink]\ntext = "#fff"\n', 3, "#rrggbb"),
        ('base = "night"\n[ink]\ntext = "#ggggggg"\n', 3, "#rrggbb"),
        ('base = "night"\nink.text = "red"\n', 2, "#rrggbb"),
        ('base = "night"\n[paper]\nkind = "squares"\n', 3, "one of grid, dots"),
        ('base = "night"\n[paper]\nkind = ["grid"]\n', 3, "one of grid, dots"),
        ('base = "night"\n[paper]\npitch = 0\n', 3, "above 0"),
        ('base = "night"\n[pens]\ntext = "../evil"\n', 3, "name of a pen"),
        ('base = "night"\ndescription = 3\n', 2, "sentence"),
        ("base = 3\n", 1, "name of another"),
        ('base = "night"\n[lines\n', 2, "not valid TOML"),
        ('base = "night"\n[lines]\ncard = \n', 3, "not valid TOML"),
        ('description = "alone"\n', 1, "does not say"),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(text, line, what):
    error = refused(text)
    assert error.where.line == line
    assert Path(error.where.file) == Path("themes/mine.toml")
    with pytest.raises(ThemeError, match=what):
        raise error


def test_a_base_that_is_not_there_is_said_where_it_is_asked_for():
    write('# mine\nbase = "nihgt"\n')
    with pytest.raises(NameUnknownError, match='"night"') as caught:
        load_theme("mine")
    assert caught.value.where.line == 2


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_a_file_that_cannot_be_read(name):
    Path("folder.toml").mkdir()
    with pytest.raises(SketchError):
        load_theme(name)
    with pytest.raises(ThemeError, match="cannot be read"):
        load_theme("folder.toml")


def test_a_file_that_is_not_text():
    Path("bytes.toml").write_bytes(b"base = '\xff\xfe'")
    with pytest.raises(ThemeError, match="UTF-8"):
        load_theme("bytes.toml")


@pytest.mark.parametrize("table", [*TABLES, "accents"])
def test_every_key_of_every_table_has_a_kind(table):
    error = refused(f'base = "night"\n[{table}]\nzzzzzz = 1\n')
    assert "There are: " in error.mend


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='[]="#.\n abt1-', max_size=60))
def test_whatever_stands_in_a_file_it_is_read_or_refused(text):
    Path("any.toml").write_text('base = "kraft"\n' + text, encoding="utf-8")
    try:
        load_theme("any.toml")
    except SketchError as error:
        assert error.what
