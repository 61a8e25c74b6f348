"""``--responsive``, ``--dark`` and their like, on real pages."""

import gzip
import re
from pathlib import Path

import pytest

from sketchsvg.cli import main


@pytest.fixture(autouse=True)
def _page(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("page.py").write_text("from sketchsvg import Sheet, text\nsheet = Sheet(text('안녕 hello'), page='A6')\n")


def drawn(*options: str) -> str:
    assert main(["render", "page.py", "-o", "page.svg", *options]) == 0
    return Path("page.svg").read_text(encoding="utf-8")


def test_words_are_in_a_page_unless_they_are_left_out():
    assert ">안녕</tspan>" in drawn()
    assert "<text" not in drawn("--no-text")


def test_the_options_reach_the_page():
    svg = drawn("--responsive", "--dark", "--current-color", "--id-prefix", "p1")
    assert re.search(r'<svg [^>]*id="p1"', svg)
    assert "mm" not in svg[:svg.index("<defs>")]
    assert "prefers-color-scheme:dark" in svg
    assert "currentColor" in svg


def test_a_packed_page():
    svg = drawn()
    assert main(["render", "page.py", "-o", "page.svgz"]) == 0
    assert gzip.decompress(Path("page.svgz").read_bytes()).decode() == svg


def test_a_prefix_that_no_id_begins_with_is_a_usage_error(capfd):
    assert main(["render", "page.py", "-o", "page.svg", "--id-prefix", "1 2"]) == 2
    assert '--id-prefix: No id can begin with "1 2"' in capfd.readouterr().err
    assert not Path("page.svg").exists()


@pytest.mark.parametrize("options", [["-o", "page.pdf", "--dark"], ["-o", "page.svg", "--plotter", "--responsive"]])
def test_what_prepares_an_svg_is_refused_where_there_is_none(options, capfd):
    assert main(["render", "page.py", *options]) == 2
    assert "none is written" in capfd.readouterr().err
    assert not list(Path().glob("page.[sp][vd]*"))


def test_an_svg_beside_other_files_is_enough():
    assert main(["render", "page.py", "-o", "page.png", "-o", "page.svg", "--dark", "--ppi", "40"]) == 0


def test_pages_of_one_document_share_no_id():
    parts = "\n".join(f"## Part {number}\n\n{'many words ' * 40}\n" for number in range(6))
    Path("notes.md").write_text(f"---\npage: A6\n---\n# Notes\n\n{parts}")
    Path("out").mkdir()
    assert main(["render", "notes.md", "-o", "out/", "--format", "svg"]) == 0
    pages = sorted(Path("out").glob("*.svg"))
    ids = [set(re.findall(r' id="([^"]*)"', page.read_text(encoding="utf-8"))) for page in pages]
    assert len(ids) > 1
    assert all(ids)
    assert sum(map(len, ids)) == len(set().union(*ids))


def test_words_by_themselves_take_the_same_options():
    assert main(["write", "안녕 hello", "-o", "hello.svg", "--current-color", "--responsive"]) == 0
    svg = Path("hello.svg").read_text(encoding="utf-8")
    assert "currentColor" in svg
    assert ">안녕</tspan>" in svg
    assert main(["write", "hello", "-o", "hello.pdf", "--dark"]) == 2
