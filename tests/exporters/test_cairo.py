import re
from collections.abc import Callable

import cairosvg
import numpy as np

from sketchsvg.exporters.cairo import draw_pixels, path_cells, versions
from sketchsvg.exporters.painting import painting_of, with_drawn_dots
from sketchsvg.exporters.pathdata import steps_of
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.shapes import polygon
from sketchsvg.inked import InkedPage

# Stands in for a machine without cairo: the module is there, the library is not.
WITHOUT_CAIRO = """
import importlib.abc
class Missing(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name == "cairocffi":
            raise OSError('no library called "cairo-2" was found')
sys.meta_path.insert(0, Missing())
from sketchsvg.errors import MissingCairoError
from sketchsvg.exporters.pdf import to_pdf
from sketchsvg.exporters.png import to_png
from sketchsvg.exporters.svg import to_svg
assert to_svg(small_page()).startswith("<?xml")
for export in (to_pdf, to_png):
    try:
        export(small_page())
    except MissingCairoError as error:
        print(error)
"""


def test_without_the_library_svg_works_and_the_others_say_what_to_install(apart: Callable[..., str]):
    said = apart(WITHOUT_CAIRO)
    for word in ("apt install libcairo2", "dnf install cairo", "brew install cairo", "Windows"):
        assert said.count(word) == 2


def test_svg_does_not_load_cairo_nor_pikepdf(apart: Callable[..., str]):
    program = """
import sketchsvg.exporters.pdf, sketchsvg.exporters.png
from sketchsvg.exporters.svg import to_svg
to_svg(small_page())
print(sorted({"cairosvg", "cairocffi", "pikepdf"} & set(sys.modules)))
"""
    assert apart(program).strip() == "[]"


def test_the_cells_are_steps_as_cairo_reads_them():
    curve = Curves.of([np.array([(0, 0), (0, 1), (1, 1), (1, 0)], dtype=float)])
    strokes = Curves.joined([curve, polygon([(0, 0), (1, 0), (0, 1)]), Curves.of([np.array([[2.0, 2.0]])])])
    cells, starts = path_cells(steps_of(with_drawn_dots(strokes), 10))
    headers = cells.view(np.int32).reshape(-1, 4)[:, :2].tolist()
    assert starts.tolist() == [0, 6, 15, 19]
    assert [headers[place] for place in (0, 2, 6, 8, 10, 12, 14, 15, 17)] == [
        [0, 2], [2, 4], [0, 2], [1, 2], [1, 2], [1, 2], [3, 1], [0, 2], [1, 2],
    ]
    drawn = [place for place in range(len(cells)) if place not in (0, 2, 6, 8, 10, 12, 14, 15, 17)]
    assert cells[drawn].tolist() == [
        [0, 0], [0, 10], [10, 10], [10, 0], [0, 0], [10, 0], [0, 10], [0, 0], [20, 20], [20, 20],
    ]


def test_no_stroke_no_cells():
    cells, starts = path_cells(steps_of(Curves.empty(), 10))
    assert cells.shape == (0, 2)
    assert starts.tolist() == [0]


def test_cairosvg_reads_other_peoples_drawings_as_before(page: InkedPage):
    other = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
    drawn = cairosvg.svg2png(other)
    draw_pixels(painting_of(page), 50, 40, [(0, 40)])
    assert cairosvg.svg2png(other) == drawn


def test_the_versions_are_those_of_the_libraries():
    assert re.fullmatch(r"cairosvg \d+\.\d+\S*, cairo \d+\.\d+\.\d+", versions())
