"""How long a page of 2,000 characters takes to become a file, and how large the file is.

Run it with ``python benchmarks/export.py``. Times are medians in ms: the first call (with imports), later calls.
"""

from statistics import median
from time import perf_counter

import numpy as np

from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import polyline_stroke, rectangle
from sketchsvg.inked import InkedPage, InkedPath
from sketchsvg.scene import Word

CHARACTERS = 2000
CHARACTERS_A_LINE = 50
STROKES_A_CHARACTER = 3
SEGMENTS_A_STROKE = 3


def page_of_scribbles() -> InkedPage:
    """A full page: paper, grid, frames, and strokes that wander about as far as those of a letter do."""
    at = np.arange(CHARACTERS)
    x, y = 12 + at % CHARACTERS_A_LINE * 3.7, 16 + at // CHARACTERS_A_LINE * 6.6
    count = 3 * SEGMENTS_A_STROKE + 1
    wander = (np.arange(CHARACTERS * STROKES_A_CHARACTER * count * 2) * 2_654_435_761 % 1009 / 1009 - 0.5) * 0.6
    steps = wander.reshape(CHARACTERS, STROKES_A_CHARACTER, count, 2).cumsum(axis=2)
    strokes = steps + np.stack((x, y), axis=1)[:, None, None, :]
    writing = Curves.of(list(strokes.reshape(-1, count, 2)))
    grid = [polyline_stroke([(0, 5 * i), (210, 5 * i)]) for i in range(60)]
    grid += [polyline_stroke([(5 * i, 0), (5 * i, 297)]) for i in range(43)]
    frames = Curves.joined([rectangle(Rect(10 + 48 * (i % 4), 10 + 46 * (i // 4), 45, 43), 2.5) for i in range(24)])
    words = tuple(
        Word("가나다라마", float(x[i]), float(y[i]), 18.0, 3.2, end=i % CHARACTERS_A_LINE == CHARACTERS_A_LINE - 5)
        for i in range(0, CHARACTERS, 5)
    )
    return InkedPage(210, 297, (
        InkedPath(rectangle(Rect(0, 0, 210, 297)), 0, "#fffdf5", 1, 0, "paper"),
        InkedPath(Curves.of(grid), 10, "#d6e6f2", 1, 0.13, "grid"),
        InkedPath(frames, 70, "#2f6fde", 1, 0.6, "frames"),
        InkedPath(writing, 80, "#1f2a44", 1, 0.27, "text"),
    ), words, "Scribbles")


def main() -> None:
    """Print one line a format."""
    from sketchsvg.exporters.pdf import to_pdf
    from sketchsvg.exporters.png import to_png
    from sketchsvg.exporters.svg import to_svg

    page = page_of_scribbles()
    print(f"{sum(path.curves.points.size for path in page.paths):,} numbers")
    for export in (to_svg, to_pdf, to_png):
        times = []
        for _ in range(8):
            start = perf_counter()
            file = export(page)
            times.append((perf_counter() - start) * 1000)
        print(f"{export.__name__:8}first {times[0]:6.1f}  later {median(times[1:]):6.1f}  {len(file) / 1000:7.0f} KB")


if __name__ == "__main__":
    main()
