from pathlib import Path

import pytest

from sketchsvg.errors import ThemeError
from sketchsvg.theme import load_theme

BASE = 'base = "nano-banana"\n'


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def theme_of(text):
    Path("deep").mkdir(exist_ok=True)
    Path("deep/mine.toml").write_text(BASE + text, encoding="utf-8")
    return load_theme("deep/mine.toml")


def test_a_theme_without_fonts_names_none():
    assert load_theme("nano-banana").fonts.fallback == ()


def test_names_stay_names_and_files_lie_beside_the_theme():
    theme = theme_of('[fonts]\nfallback = ["Noto Sans CJK KR", "a.ttf", "/b/c.OTF"]\n')
    assert theme.fonts.fallback == ("Noto Sans CJK KR", "deep/a.ttf", "/b/c.OTF")


@pytest.mark.parametrize("value", ['"one"', "[1]", '[""]', "true"])
def test_what_is_no_list_of_names_is_refused(value):
    with pytest.raises(ThemeError, match=r"fallback in \[fonts\] must be a list of font names") as caught:
        theme_of(f"[fonts]\nfallback = {value}\n")
    assert caught.value.where.line == 3
