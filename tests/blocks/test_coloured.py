from sketchsvg.blocks.code import code
from sketchsvg.blocks.coloured import coloured_code
from sketchsvg.frame import Setting
from sketchsvg.lettering.hand import hand_of
from sketchsvg.theme.load import load_theme

PROGRAM = 'def double(x):\n    """Twice."""\n\n    return x * 2  # even, whatever it is that was given to it\n'


def composed(block, width: float = 60.0):
    theme = load_theme("nano-banana")
    return block.compose(width, Setting(theme, hand_of(theme.hand), "cobalt", theme.type.body))


def test_words_have_the_hues_of_their_kinds() -> None:
    runs = [run for line in composed(coloured_code(PROGRAM, "python")).lines for run in line.words.runs]
    hues = {run.text: run.style.hue for run in runs}
    assert (hues["def"], hues["double"], hues["2"], hues['"""Twice."""']) == ("plum", "cobalt", "tangerine", "leaf")
    assert next(run.style.italic for run in runs if run.text.startswith("#"))


def test_colours_change_nothing_but_the_colour() -> None:
    for width in (30.0, 60.0, 120.0):
        plain, coloured = composed(code(PROGRAM, "python"), width), composed(coloured_code(PROGRAM, "python"), width)
        assert [line.words.text for line in coloured.lines] == [line.words.text for line in plain.lines]
        assert [line.rect for line in coloured.lines] == [line.rect for line in plain.lines]
        assert coloured.detail == plain.detail


def test_a_language_that_nobody_knows_is_plain() -> None:
    assert composed(coloured_code(PROGRAM, "klingon")).lines == composed(code(PROGRAM, "klingon")).lines
