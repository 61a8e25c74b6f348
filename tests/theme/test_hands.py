"""Hands are found, read with every habit checked, and taken over by themes and sheets."""

from pathlib import Path

import pytest
from msgspec.structs import fields, replace

from sketchsvg.errors import NameUnknownError, Source, ThemeError
from sketchsvg.theme import HandStyle, hand_names, load_hand, load_theme
from sketchsvg.theme.hands import describe_hand, in_hand
from sketchsvg.theme.theme import LETTER_FORMS

DOCS = Path(__file__).parents[2] / "docs" / "hand.md"
SHIPPED = ["caps", "child", "mono", "neat", "note", "quick"]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def write(text: str, folder: str = "hands", name: str = "mine") -> Path:
    Path(folder).mkdir(exist_ok=True)
    path = Path(folder) / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_hands_are_there_and_say_what_they_are():
    assert hand_names() == SHIPPED
    for name in SHIPPED:
        assert load_hand(name).name == name
        assert describe_hand(name)
    habits = {replace(load_hand(name), name="") for name in SHIPPED}
    assert len(habits) == len(SHIPPED)


def test_note_is_what_is_meant_where_nothing_is_said():
    assert load_hand("note") == HandStyle()


def test_every_set_of_shapes_is_a_file():
    from sketchsvg.lettering.latin.forms import shapes

    assert all(shapes(forms) for forms in LETTER_FORMS)


def test_a_hand_of_ones_own_goes_first_or_is_named_by_its_path():
    path = write("slant = -4\n", name="note")
    assert load_hand("note") == HandStyle(name="note", slant=-4.0)
    assert load_hand(str(path)).slant == -4.0
    assert hand_names() == SHIPPED


@pytest.mark.parametrize(
    ("text", "said", "mend"),
    [
        ("slnt = 3\n", 'no "slnt"', '"slant"'),
        ('slant = "steep"\n', "slant must be a number", "slant = "),
        ("width = 0\n", "above 0", "width"),
        ('forms = "gothic"\n', "one of print", "print"),
        ("joins = 1.5\n", "from 0 to 1", "joins"),
        ("description = 3\n", "a sentence", "quotes"),
        ("slant 3\n", "not valid TOML", "key = value"),
    ],
)
def test_what_a_hand_cannot_say_is_refused_at_its_line(text, said, mend):
    write("description = \"mine\"\n" + text if "description" not in text else text)
    with pytest.raises(ThemeError, match=said) as caught:
        load_hand("mine")
    assert mend in caught.value.mend
    assert caught.value.where is not None and caught.value.where.file.endswith("mine.toml")


def test_an_unknown_hand_suggests_the_nearest():
    place = Source("sheet.py", 3)
    with pytest.raises(NameUnknownError, match='Did you mean "quick"') as caught:
        load_hand("quik", place)
    assert caught.value.where == place
    with pytest.raises(ThemeError, match=r"hand file nowhere\.toml"):
        load_hand("nowhere.toml")


def test_a_theme_names_its_hand_and_changes_it():
    write('base = "kraft"\n[hand]\nname = "neat"\nslant = 2\n', "themes")
    hand = load_theme("mine").hand
    assert hand == replace(load_hand("neat"), slant=2.0)


def test_a_named_hand_is_free_of_what_the_base_said_about_its_own():
    write('base = "blueprint"\n[hand]\nname = "quick"\n', "themes")
    assert load_theme("mine").hand == load_hand("quick")


def test_a_sheets_hand_brings_its_pen_and_weight():
    theme = load_theme("nano-banana")
    path = write('pen = "pencil"\nweight = 1.5\n')
    written = in_hand(theme, str(path))
    assert written.pens.text == "pencil"
    assert written.type.weight == theme.type.weight * 1.5
    assert in_hand(theme) is theme


def test_the_documentation_says_what_the_hands_say():
    rows = [line.split("|") for line in DOCS.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    said = {row[1].strip(" `"): [cell.strip(" `") for cell in row[3:9]] for row in rows if len(row) == 10}
    order = ("note", "neat", "quick", "caps", "mono", "child")
    for field in fields(HandStyle):
        if field.name != "name":
            values = [getattr(load_hand(name), field.name) for name in order]
            assert said[field.name] == [f"{value:g}" if isinstance(value, float) else value for value in values]
