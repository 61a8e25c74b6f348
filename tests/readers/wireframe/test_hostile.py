"""Drawings that are meant to take long, and random damage to good ones: a page or a clear error, soon."""

import random
import warnings

import pytest

from sketchsvg import wireframe
from sketchsvg.errors import SketchError
from sketchsvg.readers.wireframe.reader import wireframe_part
from tests.readers.wireframe.layouts import STYLES, Leaf, Nest, Split, drawn

LEAF = Leaf(("Name", "- 가장 대중적", "a → b → c", "Term: x", "Word: y"))
PAGE = Split("above", (Leaf(("Title",)), Nest("beside", (LEAF, Leaf(("a", "b")))), Split("beside", (LEAF, LEAF))))


def filled(row, count):
    """A box with the same row many times."""
    wide = max(4, len(row) + 2)
    return "\n".join(["┌" + "─" * wide + "┐", *[f"│ {row:<{wide - 1}}│"] * count, "└" + "─" * wide + "┘"])


HOSTILE = {
    "white before twigs": filled(" " * 560 + "x", 300),
    "dashes": filled("- " + "-" * 560, 150),
    "shafts": filled("a" + "─" * 560, 150),
    "arrows": filled("→" * 500, 200),
    "bars": filled("|" * 110, 300),
    "brackets": filled("[ [" * 180, 200),
    "stars": filled("**" * 250, 200),
    "words": filled("wort " * 100, 300),
    "pluses": "\n".join(["+-" * 40] * 40),
    "corners": "\n".join(["┌┐└┘" * 20] * 60),
    "crosses": "\n".join(["┼" * 100] * 100),
    "wires": "┌─┐  ┌─┐\n│a│  │b│\n└─┘  └─┘\n" + "\n".join([" ┼" * 50] * 100),
    "deep": drawn(Nest("above", (Nest("above", (Nest("above", (Nest("above", (LEAF, LEAF)), LEAF)), LEAF)), LEAF)), "┌┐└┘─│├┤┬┴┼", 2),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_drawings_are_read_or_refused(name):
    try:
        assert wireframe(HOSTILE[name]) is not None
    except SketchError as error:
        assert error.where is not None


SIGNS = "┌┐└┘─│├┤┬┴┼+-|=►▼→ab 가✅ \n.\"'[]():%*_`$#~{}<>"


@pytest.mark.parametrize("seed", range(60))
def test_damaged_drawings_are_read_or_refused_with_a_place(seed):
    chance = random.Random(seed)
    text = list(drawn(PAGE, STYLES[seed % len(STYLES)], seed % 3))
    for _ in range(chance.choice((1, 2, 4, 12))):
        at = chance.randrange(len(text))
        text[at : at + chance.randrange(2)] = chance.choice(SIGNS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            assert wireframe_part("".join(text), "page.txt", 1) is not None
        except SketchError as error:
            assert error.where is not None
