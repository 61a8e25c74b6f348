"""The shipped themes can be read, tell their accents apart, and differ from each other."""

import math
from itertools import combinations
from pathlib import Path

import pytest

from sketchsvg.theme import HUES, load_theme
from sketchsvg.theme.contrast import READABLE, channels, contrast, laid_over

NAMES = ("nano-banana", "night", "kraft", "blueprint")
SECTIONS = ("cobalt", "leaf", "tangerine")
INK = Path(__file__).parents[2] / "sketchsvg" / "ink"

#: What colour-blind eyes see of linear RGB: Machado, Oliveira and Fernandes 2009, severity 1.
EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def seen(colour: str, eye: str) -> tuple[float, float, float]:
    """The colour in Oklab (Ottosson 2020) times 100, as an eye sees it; the first figure is its lightness."""
    linear = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (channel / 255 for channel in channels(colour))
    ]
    r, g, b = (max(0.0, sum(k * value for k, value in zip(row, linear, strict=True))) for row in EYES[eye])
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        100 * (0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short),
        100 * (1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short),
        100 * (0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short),
    )


@pytest.mark.parametrize("name", NAMES)
def test_words_read_on_paper_and_on_cards(name):
    theme = load_theme(name)
    for ground in (theme.paper.colour, theme.ink.panel):
        for ink in (theme.ink.text, theme.ink.note, *theme.written.values()):
            assert contrast(ink, ground) >= READABLE, (ink, ground)


@pytest.mark.parametrize("name", NAMES)
def test_words_read_on_the_highlighter_and_on_swipes(name):
    theme = load_theme(name)
    for ground in (theme.paper.colour, theme.ink.panel):
        swiped = laid_over(ground, theme.ink.highlight, theme.ink.highlight_opacity)
        assert contrast(theme.ink.text, swiped) >= READABLE
        for colour in theme.accents.values():
            assert contrast(theme.ink.text, laid_over(ground, colour, theme.ink.swipe_opacity)) >= READABLE


@pytest.mark.parametrize("name", NAMES)
def test_headings_read_on_the_tint_of_their_section(name):
    theme = load_theme(name)
    for hue, colour in theme.accents.items():
        tinted = laid_over(theme.paper.colour, colour, theme.ink.tint)
        assert contrast(theme.written[hue], tinted) >= READABLE
        assert contrast(theme.ink.text, tinted) >= READABLE


@pytest.mark.parametrize("name", NAMES)
def test_accents_tell_apart(name):
    accents = load_theme(name).accents
    for one, other in combinations(HUES, 2):
        assert math.dist(seen(accents[one], "usual"), seen(accents[other], "usual")) >= 8, (one, other)


@pytest.mark.parametrize("eye", ["protan", "deutan", "tritan"])
@pytest.mark.parametrize("name", NAMES)
def test_the_accents_of_sections_tell_apart_for_colour_blind_eyes(name, eye):
    accents = load_theme(name).accents
    for one, other in combinations(SECTIONS, 2):
        assert math.dist(seen(accents[one], eye), seen(accents[other], eye)) >= 5, (one, other)


@pytest.mark.parametrize("name", NAMES)
def test_the_accents_of_sections_tell_apart_in_grey(name):
    accents = load_theme(name).accents
    for one, other in combinations(SECTIONS, 2):
        assert abs(seen(accents[one], "usual")[0] - seen(accents[other], "usual")[0]) >= 5, (one, other)


@pytest.mark.parametrize("eye", ["protan", "deutan", "tritan"])
@pytest.mark.parametrize("name", [name for name in NAMES if name != "nano-banana"])
def test_all_accents_tell_apart_for_colour_blind_eyes(name, eye):
    accents = load_theme(name).accents
    for one, other in combinations(HUES, 2):
        assert math.dist(seen(accents[one], eye), seen(accents[other], eye)) >= 5, (one, other)


def test_the_themes_differ():
    themes = [load_theme(name) for name in NAMES]
    assert len({theme.paper.colour for theme in themes}) == len(NAMES)
    assert len({theme.description for theme in themes}) == len(NAMES)
    for one, other in combinations(themes, 2):
        assert math.dist(seen(one.paper.colour, "usual"), seen(other.paper.colour, "usual")) >= 15


@pytest.mark.parametrize("name", NAMES)
def test_every_pen_and_fill_exists(name):
    pens = load_theme(name).pens
    named = {field: getattr(pens, field) for field in pens.__slots__}
    fill = named.pop("fill")
    if not any(path.stem != "__init__" for path in (INK / "fills").glob("*.py")):
        pytest.skip("there are no fills yet")
    assert (INK / "fills" / f"{fill.replace('-', '_')}.py").is_file(), fill
    for pen in named.values():
        assert (INK / "pens" / f"{pen.replace('-', '_')}.py").is_file(), pen
