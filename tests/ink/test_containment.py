"""No ink of any fill leaves its shape, by any distance, for a thousand seeds a fill."""

import os

import numpy as np
import pytest

from sketchsvg.geometry import shapes
from sketchsvg.geometry.curves import Curves
from sketchsvg.ink import fill_names, ink, pen_names
from sketchsvg.ink.flattening import edges_of
from sketchsvg.scene import Fill, Mark, Scene
from tests.ink.measures import flattened
from tests.ink.scenes import box

SHAPES = [
    box(11, 7, 1.5, x=0, y=0),
    shapes.ellipse(6, 4, 6, 4),
    shapes.polygon([(0, 0), (12, 0), (12, 9), (9, 9), (8, 2), (4, 3), (3, 9), (0, 9)]),
    shapes.polygon([(6, 0), (9.5, 9), (0, 3), (12, 3), (2.5, 9)]),
    Curves.of([box(12, 9, x=0, y=0).strokes()[0], shapes.ellipse(6, 4, 3, 2).strokes()[0]]),
    Curves.of([box(12, 9, x=0, y=0).strokes()[0], shapes.ellipse(6, 4, 3, 2).strokes()[0][::-1]]),
    shapes.polygon([(0, 0), (12, 8), (12, 0), (0, 8)]),
    box(2.5, 1.5, x=0, y=0),
]
SEEDS = int(os.environ.get("SKETCHSVG_SEEDS", "1000"))
APART = 40.0
#: The height of a band and how many there are, and how near to an edge a point is looked at, mm.
BAND, BANDS, REACH = 0.4, 64, 0.7
PENS = pen_names()
#: Short straight strokes are looked at in fewer places.
STEPS = {"dots": 1, "zigzag-line": 2}


def marks_of(style: str) -> list[Mark]:
    """The shapes in turn, each with a key, a pen, a rule, an angle, a gap and a weight of its own."""
    made = []
    for n in range(SEEDS):
        fill = Fill(
            style, "#2f6fde", gap=(1.2, 0.7, 0.9)[n % 3], weight=(0.25, 0.1, 0.4, 0.9)[n // 3 % 4],
            angle=(41.0, 0.0, 90.0, -20.0, 130.0)[n // 5 % 5], rule=("nonzero", "evenodd")[n // len(SHAPES) % 2],
        )  # fmt: skip
        curves = SHAPES[n % len(SHAPES)].placed(APART * n, 10)
        made.append(Mark(f"seed {n}", curves, PENS[n // 16 % len(PENS)], 0.0, "#000000", 70, fill=fill))
    return made


@pytest.fixture(scope="module")
def edges():
    """The edges of the drawn outlines, as a wash shows them, in bands across each shape.

    A point of a band is as near to an edge, and as deep in the shape, as the edges of its own band tell: those that
    cross it or come within ``REACH`` of it.
    """
    begins, ends, owners = [], [], []
    for path in ink(Scene(210, 297, tuple(marks_of("wash")))).paths:
        # The pieces of a ruler's outline are long.
        fine = Curves.of([flattened(stroke, 60 if len(stroke) < 20 else 5) for stroke in path.curves.strokes()])
        straight = Curves.of([shapes.polyline_stroke(stroke) for stroke in fine.strokes()])
        found = edges_of(straight)
        begins.append(np.stack(found.begin, axis=1))
        ends.append(np.stack(found.end, axis=1))
        owners.append(np.floor((begins[-1][:, 0] + 10) / APART).astype(int))
    begin, end, owner = np.concatenate(begins), np.concatenate(ends), np.concatenate(owners)
    top = np.floor((np.minimum(begin[:, 1], end[:, 1]) - REACH) / BAND).astype(int)
    bottom = np.floor((np.maximum(begin[:, 1], end[:, 1]) + REACH) / BAND).astype(int)
    assert top.min() >= 0 and bottom.max() < BANDS
    many = bottom - top + 1
    edge = np.repeat(np.arange(len(many)), many)
    band = owner[edge] * BANDS + top[edge] + np.arange(len(edge)) - (np.cumsum(many) - many)[edge]
    edge = edge[np.argsort(band, kind="stable")]
    first = np.searchsorted(np.sort(band), np.arange(SEEDS * BANDS + 1))
    return begin[edge], end[edge], first


@pytest.mark.parametrize("style", sorted(set(fill_names()) - {"none", "wash", "solid"}))
def test_ink_stays_inside_its_shape(style, edges):
    begin, end, first = edges
    marks = marks_of(style)
    inked = 0
    for path in ink(Scene(210, 297, tuple(marks))).paths:
        assert path.width > 0
        points = np.concatenate([flattened(stroke, STEPS.get(style, 4)) for stroke in path.curves.strokes()])
        inked += len(points)
        assert path.width / 2 < REACH
        # Some thousand points at a time, each with all edges of its band.
        for part in np.array_split(points, len(points) // 10000 + 1):
            of = np.floor((part[:, 0] + 10) / APART).astype(int)
            band = of * BANDS + np.floor(part[:, 1] / BAND).astype(int)
            many = np.diff(first)[band]
            # Every closed outline crosses the band of a point inside of it.
            assert many.min() > 0
            at = np.repeat(np.arange(len(part)), many)
            edge = np.repeat(first[band] - (np.cumsum(many) - many), many) + np.arange(len(at))
            a, b, p = begin[edge], end[edge], part[at]
            along, away = b - a, p - a
            square = np.maximum((along * along).sum(axis=1), 1e-30)
            share = np.clip((along * away).sum(axis=1) / square, 0, 1)
            gap = np.hypot(*(away - along * share[:, None]).T)
            near = np.minimum.reduceat(gap, np.cumsum(many) - many)
            side = along[:, 0] * away[:, 1] - along[:, 1] * away[:, 0]
            up = (a[:, 1] <= p[:, 1]) & (b[:, 1] > p[:, 1]) & (side > 0)
            down = (a[:, 1] > p[:, 1]) & (b[:, 1] <= p[:, 1]) & (side < 0)
            winding = np.add.reduceat(up.astype(int) - down, np.cumsum(many) - many)
            odd = np.array([mark.fill.rule == "evenodd" for mark in marks])[of]
            assert near.min() >= path.width / 2
            assert np.where(odd, winding % 2 == 1, winding != 0).all()
    assert inked > 10 * SEEDS
