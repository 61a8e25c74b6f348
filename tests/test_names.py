import pytest

from sketchsvg.errors import NameUnknownError, Source
from sketchsvg.names import look_up, nearest


def test_the_nearest_name():
    assert nearest("lapptop", ["laptop", "lamp", "cloud"]) == "laptop"
    assert nearest("LAPTOP", ["laptop", "lamp"]) == "laptop"
    assert nearest("zzzz", ["laptop"]) is None


def test_look_up_finds_or_says_what_there_is():
    assert look_up("pen", "a", {"a": 1}) == 1
    with pytest.raises(NameUnknownError) as caught:
        look_up("pen", "zzz", {"ballpoint": 1, "pencil": 2}, Source("s.py", 4))
    assert str(caught.value) == 's.py:4: There is no pen "zzz".\n  There are: ballpoint, pencil.'
