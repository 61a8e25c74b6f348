import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sketchsvg.packed import packed, unpacked

KINDS = {"names": "S5", "counts": "<i4", "places": "<f8"}


@given(
    st.lists(st.binary(max_size=5).filter(lambda name: not name.endswith(b"\0"))),
    st.lists(st.integers(-(2**31), 2**31 - 1)),
    st.lists(st.floats(allow_nan=False)),
)
def test_what_was_packed_comes_back(names, counts, places):
    arrays = unpacked(packed({"places": places, "names": names, "counts": counts}, KINDS), KINDS)
    assert arrays["names"].tolist() == names
    assert arrays["counts"].tolist() == counts
    assert arrays["places"].tolist() == places
    assert not any(array.flags.writeable for array in arrays.values())


def test_shapes_are_flattened():
    assert unpacked(packed({"a": np.eye(2)}, {"a": "<i4"}), {"a": "<i4"})["a"].tolist() == [1, 0, 0, 1]
