import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg.exporters.travel import GAIN, shortest_route, travelled, untangled
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.shapes import line

PLACES = st.tuples(*[st.integers(0, 200).map(float)] * 4)


def strokes_of(places):
    return Curves.joined(line(*place) for place in places)


def drawn(strokes, route):
    """The strokes as the pen draws them, each as (start, end)."""
    pieces = [strokes.strokes()[number] for number in route.order]
    turned = [piece[::-1] if back else piece for piece, back in zip(pieces, route.backwards, strict=True)]
    return [(tuple(piece[0]), tuple(piece[-1])) for piece in turned]


def test_a_row_of_strokes_is_drawn_to_and_fro():
    strokes = strokes_of([(0, 0, 100, 0), (0, 10, 100, 10), (0, 20, 100, 20)])
    route = shortest_route(strokes)
    assert route.order.tolist() == [0, 1, 2]
    assert route.backwards.tolist() == [False, True, False]
    assert travelled(strokes, route) == 20
    assert travelled(strokes) == 2 * float(np.sqrt(100 * 100 + 10 * 10))


def test_it_begins_with_what_is_nearest():
    strokes = strokes_of([(100, 100, 90, 90), (50, 50, 5, 5)])
    route = shortest_route(strokes)
    assert route.order.tolist() == [1, 0]
    assert route.backwards.tolist() == [True, True]


@settings(max_examples=60)
@given(st.lists(PLACES, min_size=1, max_size=80))
def test_every_stroke_is_drawn_once_and_each_step_is_the_nearest(places):
    strokes = strokes_of(places)
    route = shortest_route(strokes)
    assert sorted(route.order.tolist()) == list(range(len(strokes)))
    at, left = (0.0, 0.0), set(range(len(strokes)))
    total = 0.0
    for number, (start, end) in zip(route.order.tolist(), drawn(strokes, route), strict=True):
        ends = [piece for one in left for piece in (strokes.strokes()[one][0], strokes.strokes()[one][-1])]
        nearest = min((x - at[0]) ** 2 + (y - at[1]) ** 2 for x, y in ends)
        assert (start[0] - at[0]) ** 2 + (start[1] - at[1]) ** 2 == nearest
        total += nearest**0.5
        at = end
        left.remove(number)
    assert np.isclose(travelled(strokes, route), total)


def test_thousands_of_strokes_end_up_near_each_other():
    rows = [(float(x), float(y), x + 1.0, float(y)) for x in range(0, 100, 2) for y in range(40)]
    scrambled = [rows[(37 * number) % len(rows)] for number in range(len(rows))]
    strokes = strokes_of(scrambled)
    # From each to the next it is 1 mm at least.
    assert travelled(strokes, shortest_route(strokes)) < 1.2 * len(strokes) < travelled(strokes) / 5


@settings(max_examples=60)
@given(st.lists(PLACES, min_size=1, max_size=60))
def test_untangling_draws_every_stroke_once_and_never_goes_further(places):
    strokes = strokes_of(places)
    route = shortest_route(strokes)
    better = untangled(strokes, route)
    assert sorted(better.order.tolist()) == list(range(len(strokes)))
    assert travelled(strokes, better) <= travelled(strokes, route) + 1e-9


@settings(max_examples=60)
@given(st.lists(PLACES, min_size=1, max_size=14))
def test_when_it_is_untangled_no_turn_saves_anything(places):
    strokes = strokes_of(places)
    route = shortest_route(strokes)
    for _ in range(6):
        route = untangled(strokes, route)
    now = travelled(strokes, route)
    for first in range(len(strokes)):
        for last in range(first + 1, len(strokes) + 1):
            order, backwards = route.order.copy(), route.backwards.copy()
            order[first:last] = order[first:last][::-1].copy()
            backwards[first:last] = ~backwards[first:last][::-1].copy()
            if last - first > 1 or first < len(strokes) - 1:
                assert travelled(strokes, type(route)(order, backwards)) >= now - 2 * GAIN
