"""The golden pictures are what the engine draws, to the byte.

Where a change of the ink is meant, look at the pictures of ``python -m tests.gallery.make`` and commit them.
"""

import pytest

from sketchsvg import Sketch
from sketchsvg.ink import fill_names, pen_names
from tests.gallery import make

NAMES = sorted(
    [f"pen-{pen}.svg" for pen in pen_names()]
    + [f"fill-{fill}.svg" for fill in fill_names()]
    + [f"shape-{shape}.svg" for shape in make.SHAPES]
)
LARGEST = 12_000


@pytest.fixture(scope="module")
def drawn():
    return make.pictures()


@pytest.mark.parametrize("name", NAMES)
def test_it_is_drawn_as_the_golden_picture_shows(name, drawn):
    assert drawn[name].encode() == (make.FOLDER / name).read_bytes()


def test_there_is_a_picture_of_each_name_and_no_other():
    assert sorted(path.name for path in make.FOLDER.glob("*.svg")) == NAMES


def test_every_method_of_a_sketch_that_draws_has_a_picture():
    others = {"drawing", "save", "to_svg", "to_pdf", "to_png", "marks", "many", "text"}
    assert set(make.SHAPES) - {"rounded", "loop"} == {name for name in vars(Sketch) if name[0] != "_"} - others


@pytest.mark.parametrize("name", NAMES)
def test_pictures_are_small(name):
    assert (make.FOLDER / name).stat().st_size < LARGEST


def test_the_page_shows_all_of_them():
    assert make.PAGE.read_text(encoding="utf-8") == make.page()


def test_there_is_a_page_of_every_hand():
    from sketchsvg.theme.hands import hand_names

    assert sorted(make.HANDS) == sorted(hand_names())
    shown = [make.PAGE.parent / "pictures" / f"specimen_hand-{number}.webp" for number in range(1, len(make.HANDS) + 1)]
    assert all(path.read_bytes()[8:12] == b"WEBP" and path.name in make.PAGE.read_text() for path in shown)
