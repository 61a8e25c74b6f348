"""No ink is thinner than a press can print: 0.1 mm."""

from pathlib import Path

import numpy as np
import pytest

from sketchsvg import card, section, table, title
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import line, rectangle, smooth_stroke
from sketchsvg.ink import ink
from sketchsvg.ink.grouping import HAIRLINE
from sketchsvg.inked import InkedPage
from sketchsvg.pipeline import compose, trace
from sketchsvg.scene import Fill, Layer, Mark, Scene
from sketchsvg.sheet import Sheet
from sketchsvg.theme import theme_names
from tests.ink.measures import flattened

FOLDER = Path(__file__).parents[2] / "sketchsvg" / "ink"
PENS = sorted(path.stem for path in (FOLDER / "pens").glob("[a-z]*.py"))
FILLS = sorted(path.stem.replace("_", "-") for path in (FOLDER / "fills").glob("[a-z]*.py") if path.stem != "none")
SHAPES = (
    line(10, 10, 60, 12), rectangle(Rect(10, 20, 30, 15), 2), line(70, 70, 70.5, 70),
    Curves.of([smooth_stroke([(10, 50), (25, 60), (40, 45), (60, 55)])]), Curves.of([np.array([[80.0, 20.0]])]),
)  # fmt: skip


def thinnest(page: InkedPage) -> float:
    """The least width of a stroked line, or the least mean thickness of an outlined one, in mm."""
    widths = [path.width for path in page.paths if path.width > 0]
    for path in page.paths:
        # The darker ends of a highlighter's band are patches on it.
        if path.width > 0 or path.label == "fill" or path.opacity < 1:
            continue
        for outline in path.curves.strokes():
            nodes = flattened(outline, 6)
            ends = np.roll(nodes, -1, axis=0)
            area = abs((nodes[:, 0] * ends[:, 1] - ends[:, 0] * nodes[:, 1]).sum()) / 2
            around = np.sqrt(((ends - nodes) ** 2).sum(axis=1)).sum()
            # A disc of the least width is a quarter of its width thick by this measure, twice over.
            widths.append(2 * area / around)
    return min(widths)


# A highlighter paints areas; nobody swipes with less than a millimetre.
@pytest.mark.parametrize(("pen", "width"), [
    (pen, width) for pen in PENS for width in (0.02, 0.1, 0.25, 0.8) if pen != "highlighter" or width > 0.5
])
def test_no_pen_draws_thinner(pen: str, width: float):
    marks = tuple(
        Mark(f"m{number}", shape, pen, width, "#1f2a44", Layer.LINE) for number, shape in enumerate(SHAPES)
    )
    page = ink(Scene(100, 100, marks))
    assert all(path.width == 0 or path.width >= HAIRLINE for path in page.paths)
    # Dots are half as thick as wide.
    assert thinnest(page) >= HAIRLINE * 0.45


@pytest.mark.parametrize("fill", FILLS)
def test_no_fill_is_drawn_thinner(fill: str):
    mark = Mark("m", SHAPES[1], "fineliner", 0.3, "#1f2a44", Layer.LINE, fill=Fill(fill, "#2f6fde", weight=0.03))
    assert thinnest(ink(Scene(100, 100, (mark,)))) >= HAIRLINE


@pytest.mark.parametrize("theme", theme_names())
def test_no_theme_draws_thinner(theme: str):
    sheet = Sheet(
        title("Fine lines") / section("A section", card("**card**", "words"), table(("a", "b"), ("1", "2")), icon="cpu"),
        theme=theme, page="A6",
    )  # fmt: skip
    page = ink(trace(sheet, compose(sheet)))
    assert min(path.width for path in page.paths if path.width > 0) >= HAIRLINE
