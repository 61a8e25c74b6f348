"""A page in black ink: everything in black and greys, and every word readable.

What a colour is worth is its contrast with the theme's paper, so dark themes turn into black on white by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.scene import Fill, Layer, Mark, Scene, Word
from sketchsvg.theme.contrast import contrast, laid_over, luminance

WHITE, BLACK = "#ffffff", "#000000"
#: Lines of this contrast with what they are drawn on are black: what WCAG 2.2, criterion 1.4.11, asks of drawings.
CLEAR = 3.0
#: A grey of more ink (0 to 1) than this is black: a printer's screen would only fray its edges.
NEARLY = 0.85
#: No line is printed with less ink than this, hatching and the print of paper with less than that: paler ones are lost
#: between the dots of a printer's screen. What nobody sees in colour either stays white.
PALEST_LINE, PALEST_PRINT, UNSEEN = 0.5, 0.15, 0.03
#: The most ink of an area under words (black on it has a contrast of 13 : 1), and of hatching there.
MOST_UNDER_WORDS, MOST_HATCHING = 0.18, 0.3
#: The most ink of an area without words, so that what is drawn on it is seen.
MOST_OF_AREA = 0.4
#: Areas from this many mm2 on are hardly tinted: a page is not to be drenched, nor its grid to be lost.
LARGE, MOST_OF_LARGE = 1200.0, 0.06
#: Less ink than this in an area is none: white cards stay white.
LEAST_OF_AREA = 0.08
#: What is thinner than this on the average (mm) is a line that was drawn as an area.
THIN = 2.0
#: Paper is dark when white reads better on it than black (the contrasts of WCAG are equal at this luminance).
_DARK = 0.179


def in_black(scene: Scene, paper: str = "") -> Scene:
    """The scene with black words, black or grey lines, grey pictures and areas, pale where words stand on them.

    ``paper`` is the colour of the paper that its inks were mixed for (empty: that of the scene's own ground).
    """
    paper = paper or _paper_colour(scene)
    words = middles_of([word for mark in scene.marks if mark.writing for word in mark.writing.words])
    grounds = _grounds(scene.marks, paper)
    marks = (_blackened(mark, paper, ground, words) for mark, ground in zip(scene.marks, grounds, strict=True))
    if scene.rasters:
        from sketchsvg.exporters.bitmaps import in_grey

        scene = replace(scene, rasters=tuple(replace(one, bitmap=in_grey(one.bitmap)) for one in scene.rasters))
    return replace(scene, marks=tuple(marks))


def ink_share(colour: str, ground: str) -> float:
    """How much ink a colour is worth, from 0 (that of the ground) to 1 (what reads clearly on it)."""
    ink = (contrast(colour, ground) - 1.0) / (CLEAR - 1.0)
    return 1.0 if ink > NEARLY else ink


def grey(ink: float) -> str:
    """The grey of so much ink, from 0 (white) to 1 (black)."""
    return "#" + f"{round(255 * (1.0 - ink)):02x}" * 3


def _paper_colour(scene: Scene) -> str:
    grounds = (mark.fill.colour for mark in scene.marks if mark.layer == Layer.PAPER and mark.fill is not None)
    return next(grounds, WHITE)


def _grounds(marks: Sequence[Mark], paper: str) -> list[str]:
    """For each mark the colour of what lies under the middle of its first stroke."""
    places = np.array([
        mark.curves.points[int(mark.curves.starts[1]) // 2] if len(mark.curves) else (-1e6, -1e6) for mark in marks
    ]).reshape(-1, 2)  # fmt: skip
    grounds = [paper] * len(marks)
    order = sorted(range(len(marks)), key=lambda number: marks[number].layer)
    for rank, number in enumerate(order):
        fill = marks[number].fill
        if fill is None or fill.style not in ("wash", "solid"):
            continue
        over = order[rank + 1 :]
        for place in np.flatnonzero(inside(marks[number].curves, places[over])).tolist():
            grounds[over[place]] = laid_over(grounds[over[place]], fill.colour, fill.opacity)
    return grounds


def _blackened(mark: Mark, paper: str, ground: str, words: Floats) -> Mark:
    fill = mark.fill and _blackened_fill(mark, mark.fill, paper, words)
    if mark.writing is not None:
        return replace(mark, colour=BLACK, fill=fill)
    if mark.pen == "highlighter":
        # It lies under words or marks them: as dark as these allow, and never lost.
        ink = min(max(ink_share(mark.colour, paper) * mark.opacity, LEAST_OF_AREA), MOST_UNDER_WORDS)
        return replace(mark, colour=BLACK, opacity=ink, fill=fill)
    if mark.layer == Layer.GRID:
        ink = min(max(ink_share(mark.colour, paper), PALEST_PRINT), MOST_UNDER_WORDS)
    else:
        beside = [paper, ground, *([mark.fill.colour] if mark.fill is not None else [])]
        seen = max(ink_share(mark.colour, other) for other in beside)
        ink = max(seen, PALEST_LINE) if seen > UNSEEN else 0.0
    return replace(mark, colour=grey(ink), fill=fill)


def _blackened_fill(mark: Mark, fill: Fill, paper: str, words: Floats) -> Fill:
    ink = 0.0 if mark.layer == Layer.PAPER or _beyond(fill.colour, paper) else ink_share(fill.colour, paper)
    under_words = bool(inside(mark.curves, words).any())
    if fill.style not in ("wash", "solid"):
        most = MOST_HATCHING if under_words else 1.0
        return replace(fill, colour=BLACK, opacity=min(max(ink, PALEST_PRINT) * fill.opacity, most))
    area, thickness = _measured(mark.curves)
    if fill.opacity == 0.0 or (thickness < THIN and not under_words):
        return replace(fill, colour=grey(ink))
    most = MOST_OF_LARGE if area >= LARGE else MOST_UNDER_WORDS if under_words else MOST_OF_AREA
    shown = min(ink * fill.opacity, most)
    if fill.opacity == 1.0 and shown < LEAST_OF_AREA:
        shown = 0.0
    return replace(fill, colour=grey(shown / fill.opacity))


def _beyond(colour: str, paper: str) -> bool:
    """Whether a colour lies on the other side of the paper than ink does: white cards on brown paper."""
    brighter = luminance(colour) > luminance(paper)
    return brighter if luminance(paper) > _DARK else not brighter


def middles_of(words: Sequence[Word]) -> Floats:
    """The middles of words, (n, 2) in mm."""

    def middle(word: Word) -> tuple[float, float]:
        c, s = cos(radians(word.angle)), sin(radians(word.angle))
        across, up = word.width / 2, word.size * 0.35
        return word.x + across * c + up * s, word.y + across * s - up * c

    return np.array([middle(word) for word in words if word.text.strip()]).reshape(-1, 2)


def inside(curves: Curves, places: Floats) -> npt.NDArray[np.bool_]:
    """Which of the places (n, 2) lie inside the outlines, taken as polygons of nodes and handles, by even and odd."""
    within = np.zeros(len(places), dtype=np.bool_)
    x, y = places[:, 0, None], places[:, 1, None]
    for outline in curves.strokes():
        ends = np.roll(outline, -1, axis=0)
        x0, y0, x1, y1 = outline[:, 0], outline[:, 1], ends[:, 0], ends[:, 1]
        crossed = (y0 > y) != (y1 > y)
        rise = np.where(y1 == y0, 1.0, y1 - y0)
        within ^= (crossed & (x < x0 + (y - y0) / rise * (x1 - x0))).sum(axis=1) % 2 == 1
    return within


def _measured(curves: Curves) -> tuple[float, float]:
    """The area inside outlines in mm2, and how thick it is on the average in mm: twice the area by the outline."""
    area = around = 0.0
    for outline in curves.strokes():
        ends = np.roll(outline, -1, axis=0)
        step = ends - outline
        area += abs(float((outline[:, 0] * ends[:, 1] - ends[:, 0] * outline[:, 1]).sum())) / 2
        around += float(np.sqrt((step * step).sum(axis=1)).sum())
    return area, 2 * area / around if around else 0.0
