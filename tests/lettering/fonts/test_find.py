import shutil
import subprocess

import pytest

from sketchsvg.lettering.fonts import find
from tests.lettering.conftest import forget

LISTED = (
    "/f/NotoSerifCJK.ttc\t2\tNoto Serif CJK KR\tRegular\t20-7e 4e00-9fff\n"
    "/f/NotoSansCJK.ttc\t1\tNoto Sans CJK KR\tRegular\t20-7e 4e00-9fff\n"
    "/f/Kana.otf\t0\tKana Sans\tRegular\t3041-3096\n"
    "/f/Variable.ttf\t65536\tInstance\tBold\t20-7e 4e00\n"
    "/f/old.pfb\t0\tOld\tRegular\t20-7e 4e00\n"
)


@pytest.fixture
def listed(monkeypatch):
    """A machine whose fontconfig lists these fonts."""
    forget()
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/fc-list")
    done = subprocess.CompletedProcess([], 0, LISTED.encode())
    monkeypatch.setattr(subprocess, "run", lambda *a, **k: done)
    yield
    forget()


def test_plain_sans_fonts_come_first_and_only_those_that_have_the_character(listed):
    assert [font.family for font in find.candidates("漢", ())] == ["Noto Sans CJK KR", "Noto Serif CJK KR"]
    assert [font.path for font in find.candidates("あ", ())] == ["/f/Kana.otf"]
    assert list(find.candidates("Ж", ())) == []


def test_named_fonts_come_before_all_others(listed):
    families = [font.family for font in find.candidates("漢", ("noto serif cjk kr",))]
    assert families[0] == "Noto Serif CJK KR"


def test_a_font_in_a_collection_keeps_its_number(listed):
    assert next(find.candidates("漢", ())).index == 1


def test_the_edges_of_ranges_belong_to_them(listed):
    (font,) = find.fonts_named("Kana Sans")
    assert [font.has(char) for char in "\u3040\u3041\u3096\u3097"] == [False, True, True, False]


def test_without_fontconfig_the_usual_folders_are_looked_through(monkeypatch, tmp_path):
    forget()
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.ttf").write_bytes(b"")
    (tmp_path / "b.OTF").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(b"")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(find, "_folders", lambda: [tmp_path])
    assert [font.family for font in find.installed()] == ["b", "a"]
    forget()
