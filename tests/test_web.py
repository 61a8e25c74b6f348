import pytest
from hypothesis import given
from hypothesis import strategies as st

from sketchsvg.errors import SheetError
from sketchsvg.web import Web, id_of


@pytest.mark.parametrize("prefix", ["a", "chapter-23", "장-23", "_x", ""])
def test_what_an_id_can_begin_with(prefix: str):
    assert Web(prefix=prefix).prefix == prefix


@pytest.mark.parametrize("prefix", ["23", "a b", 'x"y', "-a", "a.b", "#a", "a{}"])
def test_what_no_id_can_begin_with(prefix: str):
    with pytest.raises(SheetError) as caught:
        Web(prefix=prefix)
    assert caught.value.mend


@pytest.mark.parametrize(("text", "name"), [
    ("Where to find <LLMs> & 모델", "where-to-find-llms-모델"), ("23. Chapter", "page-23-chapter"), ("a" * 99, "a" * 40),
    ("a" * 39 + " b", "a" * 39), ("", "page"), ("<!>", "page"), ("²", "page-²"),
])
def test_texts_as_ids(text: str, name: str):
    assert id_of(text) == name


@given(st.text())
def test_every_text_gives_a_prefix(text: str):
    assert Web(prefix=id_of(text)).prefix == id_of(text)
