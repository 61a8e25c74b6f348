"""Paths read fast: the same points, and the same errors, as read strictly."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg.geometry.svgpath import PathDataError, parse_path
from sketchsvg.readers.svg.pathdata import _PATH, path_points

TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "z": 0}
NUMBERS = st.sampled_from(["1", "-2", ".5", "3.25", "1e1", "0", "-0", "10", "4.", "+7", "-.5.5", "1e-3"])
BETWEEN = st.sampled_from([" ", ",", " , ", ""])


def outcome(read, data):
    try:
        return read(data)
    except PathDataError as error:
        return str(error)


@st.composite
def paths(draw):
    text = ""
    for number in range(draw(st.integers(1, 7))):
        letter = draw(st.sampled_from("mlhvcsqtaz")) if number else "m"
        text += letter.upper() if draw(st.booleans()) else letter
        for _ in range(draw(st.integers(1, 2)) if letter != "z" else 0):
            if letter == "a":
                text += f"{draw(st.integers(0, 3))} 2 {draw(NUMBERS)} {draw(st.sampled_from(['00', '01', '1 0', '1,1']))}"
                text += f"{draw(NUMBERS)} {draw(NUMBERS)} "
            else:
                text += "".join(draw(BETWEEN) + draw(NUMBERS) for _ in range(TAKES[letter]))
    return text + draw(st.sampled_from(["", "", "", " ", ",", "x", "5", "-"]))


@settings(max_examples=120, deadline=None)
@given(paths())
def test_it_is_read_as_the_strict_reader_reads_it(data):
    strict, fast = outcome(parse_path, data), outcome(path_points, data)
    if isinstance(strict, str):
        assert fast == strict
    else:
        points, counts = fast
        assert np.array_equal(np.array(points).reshape(-1, 2), strict.points)
        assert [0, *np.cumsum(counts)] == strict.starts.tolist()


@pytest.mark.parametrize("data", ["M0 0a1 1 138 00-1 2", "M1 2l3 4 5 6z", "m.5.5-1-1", "M0,0C1,1 2,2 3,3S4,4 5,5", " M0 0 "])
def test_usual_paths_take_the_fast_way(data):
    assert _PATH.fullmatch(data)


@pytest.mark.parametrize("data", ["L1 1", "M0 0,", "M0 0 1", "M0 0l1e99 0", "M0 0a-1 1 0 0 0 1 1", "M0 0 l nan 1", "M٣ 0"])
def test_what_is_wrong_is_named_with_its_place(data):
    with pytest.raises(PathDataError, match="at position"):
        path_points(data)
