"""lucide's icons come out of its zip as zipfile would give them."""

from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

from sketchsvg.icons.lucide import lucide_names, lucide_svg


@pytest.fixture(scope="module")
def archive():
    with ZipFile(Path(find_spec("lucide").origin).with_name("lucide.zip")) as opened:
        yield opened


def test_every_icon_is_the_one_that_zipfile_reads(archive):
    names = lucide_names()
    assert len(names) == len(archive.namelist()) > 1500
    assert [name for name in names if lucide_svg(name) != archive.read(f"{name}.svg")] == []


@pytest.mark.parametrize("name", ["aptop", "", "laptop.svg", "no-such-icon", "laptop\x00"])
def test_the_end_of_a_name_is_no_name(name):
    assert lucide_svg(name) is None


def test_without_the_package_there_are_none(monkeypatch):
    monkeypatch.setattr("sketchsvg.icons.lucide._archive", lambda: b"")
    assert lucide_names() == [] and lucide_svg("laptop") is None
