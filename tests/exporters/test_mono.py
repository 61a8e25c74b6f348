from io import BytesIO

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from sketchsvg import Sheet, badge, callout, card, flow, quote, section, step, table, title
from sketchsvg.exporters.mono import MOST_UNDER_WORDS, grey, in_black, ink_share, inside
from sketchsvg.finish import Finish
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import ellipse, line, rectangle
from sketchsvg.pipeline import compose, render, trace
from sketchsvg.scene import Fill, Layer, Mark, Scene
from sketchsvg.theme import load_theme, theme_names
from sketchsvg.theme.contrast import contrast

COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: "#{:02x}{:02x}{:02x}".format(*rgb))
SHEET = Sheet(
    title("In black") / section(
        "All sorts", card("**A card**", "words", favourite=True), callout("Take ==care== here"),
        quote("A note", by="Somebody"), flow(step("First"), step("Second")), table(("a", "b"), ("1", "2")), badge("new"), icon="laptop",
    ),
)  # fmt: skip


def scene_of(sheet: Sheet, theme: str) -> Scene:
    sheet = sheet.changed(theme=theme)
    return trace(sheet, compose(sheet))


@pytest.mark.parametrize("theme", theme_names())
def test_all_colours_are_greys_and_all_words_black(theme):
    clean = scene_of(SHEET, theme)
    made = in_black(clean)
    colours = {mark.colour for mark in made.marks} | {mark.fill.colour for mark in made.marks if mark.fill}
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)
    assert {mark.colour for mark in made.marks if mark.writing} == {"#000000"}
    assert [mark.key for mark in made.marks] == [mark.key for mark in clean.marks]
    assert all(a.curves is b.curves for a, b in zip(made.marks, clean.marks, strict=True)), "only colours change"


@pytest.mark.parametrize("theme", theme_names())
def test_the_page_is_white_and_its_pixels_are_grey(theme):
    picture = Image.open(BytesIO(render(SHEET.changed(theme=theme), "png", ppi=60, finish=Finish(mono=True))))
    pixels = np.asarray(picture.convert("RGB"))
    assert (pixels[:, :, 0] == pixels[:, :, 1]).all()
    assert (pixels[:, :, 0] == pixels[:, :, 2]).all()
    assert (pixels[:, :, 0] > 220).mean() > 0.8
    assert (pixels[:, :, 0] < 60).mean() > 0.005


@pytest.mark.parametrize("theme", theme_names())
def test_words_stand_on_white_or_pale_grey(theme):
    made = in_black(scene_of(SHEET, theme))
    unwritten = replace(made, marks=tuple(mark for mark in made.marks if (mark.writing is None and not mark.width) or mark.pen == "highlighter"))
    from sketchsvg.exporters.png import to_png
    from sketchsvg.pipeline import ink

    ground = np.asarray(Image.open(BytesIO(to_png(ink(unwritten), 100))).convert("L"))
    for word in (word for mark in made.marks if mark.writing for word in mark.writing.words):
        x, y = (round(value / 25.4 * 100) for value in (word.x + word.width / 2, word.y - word.size * 0.3))
        shade = f"#{ground[y, x]:02x}" + f"{ground[y, x]:02x}" * 2
        # A tint, a card and a swipe may lie over each other.
        assert contrast("#000000", shade) > 9, word.text


@pytest.mark.parametrize("theme", theme_names())
def test_what_reads_clearly_in_colour_is_black(theme):
    known = load_theme(theme)
    for colour in known.written.values():
        assert ink_share(colour, known.paper.colour) == 1
    assert ink_share(known.ink.text, known.paper.colour) == 1
    assert ink_share(known.paper.colour, known.paper.colour) == 0


@given(COLOURS, COLOURS)
def test_ink_is_a_share(colour, ground):
    assert 0 <= ink_share(colour, ground) <= 1
    assert ink_share(colour, ground) == ink_share(ground, colour)


@given(st.floats(0, 1))
def test_a_grey_is_as_dark_as_its_ink(ink):
    level = int(grey(ink)[1:3], 16)
    assert level == pytest.approx(255 * (1 - ink), abs=0.5)


def mark(key: str, **fields: object) -> Mark:
    given = {
        "key": key, "curves": rectangle(Rect(10, 10, 60, 30)), "pen": "ruler", "width": 0.3, "colour": "#1f2a44",
        "layer": Layer.LINE, **fields,
    }  # fmt: skip
    return Mark(**given)  # type: ignore[arg-type]


def blackened(*marks: Mark, paper: str = "#ffffff") -> dict[str, Mark]:
    return {one.key: one for one in in_black(Scene(100, 100, marks), paper).marks}


def test_a_white_line_on_a_dark_area_stays_to_be_seen():
    area = mark("area", width=0.0, layer=Layer.FILL, fill=Fill("solid", "#10306f"))
    drawn = blackened(area, mark("line", curves=line(20, 20, 50, 30), colour="#ffffff"))
    assert drawn["line"].colour == "#000000"
    fill = drawn["area"].fill
    assert fill is not None
    assert int(fill.colour[1:3], 16) > 127, "the area is grey"


def test_a_thin_area_is_a_line():
    stroke = mark("stroke", curves=rectangle(Rect(10, 10, 60, 1)), width=0.0, fill=Fill("solid", "#10306f"))
    fill = blackened(stroke)["stroke"].fill
    assert fill is not None
    assert fill.colour == "#000000"


def test_white_cards_on_brown_paper_are_white():
    card_ = mark("card", fill=Fill("wash", "#fff8ec"), layer=Layer.PANEL)
    fill = blackened(card_, paper="#d0ad83")["card"].fill
    assert fill is not None
    assert fill.colour == "#ffffff"


def test_hatching_stays_hatching():
    hatched = mark("hatched", fill=Fill("hachure", "#d6456b", 0.75))
    fill = blackened(hatched)["hatched"].fill
    assert fill is not None
    assert (fill.style, fill.colour, fill.opacity) == ("hachure", "#000000", 0.75)


def test_a_pale_line_is_not_lost():
    assert blackened(mark("pale", colour="#ffe9a0"))["pale"].colour == grey(0.5)


def test_a_line_that_nobody_sees_stays_unseen():
    assert blackened(mark("gap", colour="#fefefe"))["gap"].colour == "#ffffff"


def test_a_swipe_is_pale():
    swipe = mark("swipe", pen="highlighter", colour="#000000", opacity=1.0, fill=Fill("hachure", "#d6456b"))
    drawn = blackened(swipe)["swipe"]
    assert drawn.opacity == MOST_UNDER_WORDS
    assert drawn.fill is not None
    assert drawn.fill.colour == "#000000"


def test_inside_knows_holes():
    ring = type(ellipse(0, 0, 1, 1)).joined([ellipse(50, 50, 20, 20), ellipse(50, 50, 10, 10)])
    places = np.array([(50.0, 50.0), (65.0, 50.0), (85.0, 50.0), (50.0, 36.0)])
    assert inside(ring, places).tolist() == [False, True, False, True]
