import pytest

from sketchsvg.errors import SheetError
from sketchsvg.web import Web


@pytest.mark.parametrize("prefix", ["a", "chapter-23", "장-23", "_x", ""])
def test_what_an_id_can_begin_with(prefix: str):
    assert Web(prefix=prefix).prefix == prefix


@pytest.mark.parametrize("prefix", ["23", "a b", 'x"y', "-a", "a.b", "#a", "a{}"])
def test_what_no_id_can_begin_with(prefix: str):
    with pytest.raises(SheetError) as caught:
        Web(prefix=prefix)
    assert caught.value.mend
