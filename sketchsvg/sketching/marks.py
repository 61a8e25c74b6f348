"""From a drawing that was read to the scene that the pens draw."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry.curves import Curves
from sketchsvg.ink.order import stacked
from sketchsvg.lettering.hand import hand_of
from sketchsvg.readers.svg.clipping import cut_lines, lies_outside, lies_within
from sketchsvg.readers.svg.colours import brightness, mixed
from sketchsvg.readers.svg.items import Gradient, Item, Lettering, Patterned, Picture, Shape, Solid
from sketchsvg.readers.svg.limits import Budget
from sketchsvg.readers.svg.polygons import clip_of
from sketchsvg.scene import Fill, Mark, Scene
from sketchsvg.sketching.areas import Area, Outline, areas_of
from sketchsvg.sketching.dashes import pattern_of
from sketchsvg.sketching.ends import flush, opened
from sketchsvg.sketching.gradients import MOST, Band, bands
from sketchsvg.sketching.lettering import cut_words, writable, written
from sketchsvg.sketching.measuring import boxes_of
from sketchsvg.sketching.plan import Planned, coarseness, plan
from sketchsvg.sketching.reach import without_idle_clips

#: No line is finer than this, mm.
FINEST = 0.12
#: Hatching on a page of usual size: lines this far apart (less in thin shapes) and this wide (mm), on a ground with
#: this share of white.
_GAP, _CLOSEST, _WEIGHT, _GROUND = 1.15, 0.75, 0.34, 0.64
#: The edge of hatching that has no line, mm.
_RIM = 0.26
#: How the hatching of one colour after the other leans, in degrees.
_ANGLES = (41.0, 139.0, 62.0, 118.0, 20.0, 160.0)
#: How far in mm words may leave the page, and the widest line.
_FAR, _WIDEST = 60.0, 400.0
#: How far ink may stand out around a mark, in mm.
_AIR = 0.5
#: Gradients that get more translucent than this are not hatched over.
_FADED = 0.3
#: Bands of all gradients of a page together.
_BANDS = 3000
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def scene_of(picture: Picture, pen: str, fill: str, seed: int, text: str) -> Scene:
    """The marks of a drawing: ``fill`` names a fill or is "" for what suits, ``text`` is "hand" or "none"."""
    sketch = _Sketch(picture, pen, fill)
    shown = without_idle_clips(picture.items, Budget())
    filled = [item for item in shown if isinstance(item, Shape) and item.fill is not None]
    areas = iter(areas_of([Outline(item.curves, item.rule, item.clips) for item in filled]))
    items: list[tuple[Item, Area | None]] = [
        (item, next(areas) if isinstance(item, Shape) and item.fill is not None else None) for item in shown
    ]
    coarse = coarseness(picture.width, picture.height)
    drawn = plan(items, fill, coarse)
    sketch.band(drawn)
    for planned in drawn:
        sketch.add(planned, text == "hand")
    sketch.report_lost()
    language = picture.language if _LANGUAGE.fullmatch(picture.language) else "en"
    boxes = boxes_of([mark.curves for mark in sketch.marks])
    around = [(left - _AIR, top - _AIR, right + _AIR, bottom + _AIR) for left, top, right, bottom in boxes]
    marks = stacked(sketch.marks, around, 0)
    return Scene(picture.width, picture.height, marks, seed, picture.title, picture.description, language)


class _Sketch:
    """The marks made so far, each on its layer and with a key of its own."""

    def __init__(self, picture: Picture, pen: str, fill: str) -> None:
        self.marks: list[Mark] = []
        self._page = (picture.width, picture.height)
        right, bottom = picture.width + _FAR, picture.height + _FAR
        around = np.array([(-_FAR, -_FAR), (right, -_FAR), (right, bottom), (-_FAR, bottom)])
        self._near_page = clip_of([around], "nonzero")
        self._coarse = coarseness(picture.width, picture.height)
        self._pen = pen
        self._fill = fill
        self._hand = hand_of()
        self._keys: dict[str, int] = {}
        self._angles: dict[str, float] = {}
        self._budget = Budget()
        self._lost: dict[str, None] = {}
        # Those of each area, by its identity.
        self._bands: dict[int, list[Band]] = {}
        gradients = sum(1 for item in picture.items if isinstance(item, Shape) and isinstance(item.fill, Gradient))
        self._most_bands = max(3, min(MOST, _BANDS // max(1, gradients)))

    def band(self, drawn: Sequence[Planned]) -> None:
        """Cut the bands of all gradients."""
        asked: list[tuple[Area, Gradient]] = []
        for one in drawn:
            if one.area is not None and isinstance(one.item, Shape) and isinstance(one.item.fill, Gradient):
                asked.append((one.area, one.item.fill))
        for (area, _), found in zip(asked, bands(asked, self._most_bands), strict=True):
            self._bands[id(area)] = found

    def add(self, planned: Planned, words: bool) -> None:
        """Draw one item over all those before it."""
        item = planned.item
        if isinstance(item, Shape):
            for mark in self._shape(item, planned.area, planned.style, planned.alone):
                self._put(mark)
        elif words and item.opacity > 0:
            for mark in self._lettering(item):
                self._put(mark)

    def report_lost(self) -> None:
        """Warn of the characters that became boxes."""
        if self._lost:
            shown = "".join(self._lost)
            names = ", ".join(f"U+{ord(char):04X}" for char in list(shown)[:6])
            warnings.warn(
                f"The hand cannot write {shown[:24]} ({names}{', …' if len(shown) > 6 else ''}): drawn as boxes.",
                stacklevel=5,
            )

    def _put(self, mark: Mark) -> None:
        mark = self._near(mark)
        if not len(mark.curves):
            return
        times = self._keys.get(mark.key, 0)
        self._keys[mark.key] = times + 1
        key = f"{mark.key}~{times}" if times else mark.key
        self.marks.append(replace(mark, key=key) if times else mark)

    def _near(self, mark: Mark) -> Mark:
        """Words without those strokes that lie far outside of the page, where no file can hold them."""
        if mark.writing is None or lies_within(mark.curves.points, self._near_page):
            return mark
        return replace(mark, curves=cut_lines(mark.curves, self._near_page), writing=None)

    def _lettering(self, item: Lettering) -> Iterator[Mark]:
        self._lost.update(dict.fromkeys(writable(item.text)[1]))
        for mark in written(item, self._pen, self._hand, 0):
            if len(mark.curves) and not lies_outside(mark.curves.points, item.clips[0]):
                left = cut_words(mark, item.clips[1:])
                if len(left.curves):
                    yield left

    def _shape(self, item: Shape, area: Area | None, style: str, alone: bool) -> Iterator[Mark]:
        lines = self._lines(item)
        width = min(max(item.line.width, FINEST), _WIDEST) if item.line is not None else 0.0
        ink = item.line.colour if item.line is not None else "#000000"
        seen = item.line.opacity if item.line is not None else 1.0
        dash, offset = pattern_of(item.line, lines, self._budget) if item.line is not None and lines else ((), 0.0)
        if area is not None:
            laid = [*self._fills(item, area, style)]
            banded = isinstance(item.fill, Gradient)
            for number, (region, fill) in enumerate(laid[:-1]):
                yield self._filled(f"{item.key}/ground{number}", region, fill, banded)
            for region, fill in laid[-1:]:
                # Line and fill in one go: the hatching then ends where the line, as it was drawn, runs.
                if lines is item.curves and region is area and area.traced:
                    yield Mark(
                        item.key, area.curves, self._pen, width, ink, 0, seen, fill, dash=dash, dash_offset=offset
                    )  # fmt: skip
                    return
                if item.line is None and fill.style != "wash" and not banded and alone:
                    # Hatching alone has no edge to speak of: a fine line of its colour gives it one.
                    yield Mark(item.key, region.curves, self._pen, _RIM, fill.colour, 0, fill.opacity, fill)
                else:
                    yield self._filled(f"{item.key}/fill", region, fill, banded)
        if lines is not None and len(lines):
            yield Mark(item.key, lines, self._pen, width, ink, 0, seen, dash=dash, dash_offset=offset)

    def _filled(self, key: str, region: Area, fill: Fill, exact: bool) -> Mark:
        """A fill without a line. What covers the page keeps its ``exact`` edge, and so do bands that must meet."""
        left, top, right, bottom = region.box
        page = left <= 0.1 and top <= 0.1 and right >= self._page[0] - 0.1 and bottom >= self._page[1] - 0.1
        return Mark(key, region.curves, "ruler" if page or exact else self._pen, 0.0, fill.colour, 0, 1.0, fill)

    def _lines(self, item: Shape) -> Curves | None:
        """The lines of a shape: cut by its clips and into its dashes."""
        line = item.line
        if line is None:
            return None
        curves = item.curves
        if not len(curves):
            return None
        # Lines may run off the page, whose edge will cut them.
        for clip in (self._near_page, *item.clips[1:]):
            if lies_outside(curves.points, clip):
                return None
            if not lies_within(curves.points, clip):
                curves = flush(cut_lines(curves, clip), line.width, item.curves)
                if not len(curves):
                    return None
        curves = opened(curves, line.width)
        if line.butt and len(curves.points) < 4 * len(curves) and (np.diff(curves.starts) == 1).any():
            curves = Curves.of([stroke for stroke in curves.strokes() if len(stroke) > 1])
        return curves

    def _fills(self, item: Shape, area: Area, style: str) -> Iterator[tuple[Area, Fill]]:
        """What is laid on an area, from the ground up."""
        paint = item.fill
        if isinstance(paint, Gradient):
            for region, colour, opacity in self._bands[id(area)]:
                yield region, Fill("wash", colour, opacity, rule=region.rule)
            # No hatching shows where a gradient has faded away.
            if style != "wash" and min(stop.opacity for stop in paint.stops) >= _FADED:
                middle = paint.stops[0] if brightness(paint.stops[0].colour) < 0.5 else paint.stops[-1]
                yield area, self._hatching(style, mixed(middle.colour, "#000000", 0.2), middle.opacity * 0.6, area)
        elif isinstance(paint, Patterned):
            if paint.ground is not None:
                yield area, Fill("wash", paint.ground, 1.0, rule=area.rule)
            if style == "wash":
                yield area, Fill("wash", paint.colour, paint.opacity * paint.cover, rule=area.rule)
            else:
                yield area, self._hatching(style, paint.colour, paint.opacity, area)
        elif isinstance(paint, Solid):
            if style == "wash":
                yield area, Fill("wash", paint.colour, paint.opacity, rule=area.rule)
            else:
                # The pale ground hides what the area lies on, as the area itself does.
                ground = mixed(paint.colour, "#ffffff", _GROUND)
                yield area, Fill("wash", ground, paint.opacity, rule=area.rule)
                yield area, self._hatching(style, paint.colour, paint.opacity, area)

    def _hatching(self, style: str, colour: str, opacity: float, area: Area) -> Fill:
        angle = self._angles.setdefault(colour, _ANGLES[len(self._angles) % len(_ANGLES)])
        gap = min(_GAP * self._coarse, max(_CLOSEST, area.thickness * 0.35))
        left, top, right, bottom = area.box
        self._budget.hatched((right - left) * (bottom - top) / gap)
        return Fill(style, colour, opacity, gap, _WEIGHT * gap / _GAP, angle, area.rule)
