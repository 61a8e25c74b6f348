import gzip
import re
from collections.abc import Callable
from hashlib import sha256
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sketchsvg.exporters.svg import packed, to_svg
from sketchsvg.geometry.rect import Rect
from sketchsvg.ink import ink
from sketchsvg.inked import InkedPage, InkedPath
from sketchsvg.scene import Mark, Part
from sketchsvg.web import Web
from tests.ink.scenes import scene, text_mark

SVG = "{http://www.w3.org/2000/svg}"


#: The ink alone.
INK = Web(text=False)


def root_of(page: InkedPage, web: Web | None = None) -> ElementTree.Element:
    return ElementTree.fromstring(to_svg(page, web).encode())


def test_the_page_has_its_size_its_names_and_its_language(page: InkedPage):
    root = root_of(page)
    assert {name: root.get(name) for name in ("width", "height", "viewBox", "role", "lang")} == {
        "width": "100mm", "height": "80mm", "viewBox": "0 0 5000 4000", "role": "graphics-document document", "lang": "ko",
    }
    assert root.findtext(f"{SVG}title") == "Where to find <LLMs> & 모델"
    assert root.findtext(f"{SVG}desc") == "A page of “notes”"


def test_one_path_for_each_inked_path_in_painting_order(page: InkedPage):
    (whole,) = root_of(page, INK).findall(f"{SVG}g")
    assert whole.attrib == {"fill": "none", "stroke-linecap": "round", "stroke-linejoin": "round"}
    groups = whole.findall(f"{SVG}g")
    assert [group.get("data-label") for group in groups] == ["paper", "grid", "areas", "highlight", "text"]
    paths = list(whole.iter(f"{SVG}path"))
    assert all(path.attrib.pop("d") for path in paths)
    assert [path.attrib for path in paths] == [
        {"fill": "#fffdf5"},
        {"stroke": "#d6e6f2", "stroke-width": "6.5"},
        {"fill": "#2f6fde"},
        {"fill": "#ffd84d", "fill-opacity": "0.5"},
        {"stroke": "#1f2a44", "stroke-width": "75"},
    ]


def test_nothing_but_the_few_elements_that_every_reader_draws_alike(page: InkedPage):
    root = root_of(page, INK)
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags == {"svg", "defs", "title", "desc", "g", "path"}
    names = {name for element in root.iter() for name in element.attrib}
    assert not names & {"style", "class", "transform", "filter", "href"}


HOSTILE = [
    '"/><script>alert(1)</script>', "</title><script>alert(1)</script>", "]]>", "&amp; & &lt; <",
    "' onload='x", "a\nb\tc", "🙂 𠀀 한글", "<!-- -->", "<![CDATA[ x ]]>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(page: InkedPage, text: str):
    paths = (replace(page.paths[0], label=text),)
    root = root_of(replace(page, title=text, description=text, paths=paths), INK)
    assert root.findtext(f"{SVG}title") == text
    assert root.findtext(f"{SVG}desc") == text
    assert len(list(root.iter())) == 7
    # A parser makes spaces of the line ends and tabs of an attribute.
    labels = [group.get("data-label") for group in root.iter(f"{SVG}g")]
    assert labels[1] == text.replace("\n", " ").replace("\t", " ")


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")))
def test_every_title_comes_back(text: str):
    root = root_of(InkedPage(10, 10, (), (), title=text))
    assert (root.findtext(f"{SVG}title") or "") == text


def test_a_page_without_ink_is_a_page():
    root = root_of(InkedPage(10, 10, (), ()))
    assert root.get("viewBox") == "0 0 500 500"
    assert not list(root.iter(f"{SVG}path"))


def test_the_same_label_twice_makes_two_groups_when_something_lies_between(page: InkedPage):
    one, other = page.paths[1], page.paths[2]
    root = root_of(replace(page, paths=(one, other, one, one)), INK)
    labels = [group.get("data-label") for group in root.iter(f"{SVG}g")]
    assert labels[1:] == ["grid", "areas", "grid"]


def test_changing_one_path_changes_no_other(page: InkedPage):
    def texts(paths: tuple[InkedPath, ...]) -> list[str]:
        return [path.get("d", "") for path in root_of(replace(page, paths=paths)).iter(f"{SVG}path")]

    assert texts(page.paths[2:]) == texts(page.paths)[2:]


@pytest.mark.parametrize("surroundings", [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "Asia/Seoul", "LC_ALL": "de_DE.UTF-8"},
])
def test_the_bytes_are_the_same_in_every_process(
    page: InkedPage, apart: Callable[..., str], surroundings: dict[str, str]
):
    program = """
from hashlib import sha256
from sketchsvg.exporters.svg import packed, to_svg
print(sha256(to_svg(small_page()).encode()).hexdigest())
"""
    assert apart(program, **surroundings).strip() == sha256(to_svg(page).encode()).hexdigest()


def test_the_text_stands_under_the_writing_and_over_all_else(page: InkedPage):
    below, text, above = root_of(page).findall(f"{SVG}g")
    assert [group.get("data-label") for group in below] == ["paper", "grid", "areas", "highlight"]
    assert [group.get("data-label") for group in above] == ["text"]
    assert "".join(text.itertext()) == "가장 “대중적”인Claude 🙂 <모델>"
    assert below.get("aria-hidden") == above.get("aria-hidden") == "true"
    assert text.get("aria-hidden") is None


def test_a_page_without_words_is_a_picture(page: InkedPage):
    root = root_of(replace(page, words=()))
    assert root.get("role") == "img"
    assert [group.get("aria-hidden") for group in root.findall(f"{SVG}g")] == [None]


def test_a_page_on_which_nothing_is_written_keeps_its_words(page: InkedPage):
    groups = root_of(replace(page, paths=page.paths[:1])).findall(f"{SVG}g")
    assert [group.get("pointer-events") for group in groups] == ["none", "all"]


def test_a_responsive_page_has_its_shape_and_no_size(page: InkedPage):
    root = root_of(page, Web(responsive=True))
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == (None, None, "0 0 5000 4000")


def test_the_ink_takes_the_colour_of_the_page_around_it(page: InkedPage):
    paints = [path.get("stroke") or path.get("fill") for path in root_of(page, Web(current_color=True)).iter(f"{SVG}path")]
    assert paints == ["#fffdf5", "#d6e6f2", "#2f6fde", "#ffd84d", "currentColor"]


def test_dark_colours_stay_inside_the_page(page: InkedPage):
    root = root_of(page, Web(dark=True, prefix="notes"))
    (style,) = root.iter(f"{SVG}style")
    assert style.text is not None
    assert style.text.startswith("@media (prefers-color-scheme:dark){#notes [fill='#fffdf5']{fill:#")
    assert root.get("id") == "notes"


def test_a_dark_page_leaves_the_colour_of_the_page_around_it_alone(page: InkedPage):
    svg = to_svg(page, Web(dark=True, current_color=True))
    assert "#1f2a44" not in svg
    assert svg.count("currentColor") == 1


@pytest.mark.parametrize(("title", "prefix"), [
    ("Where to find <LLMs> & 모델", "where-to-find-llms-모델"), ("23. Chapter", "page-23-chapter"), ("a" * 99, "a" * 40),
])
def test_ids_begin_with_the_title(page: InkedPage, title: str, prefix: str):
    assert root_of(replace(page, title=title)).get("id") == prefix


def test_without_a_title_ids_begin_with_what_the_words_give(page: InkedPage):
    one = root_of(replace(page, title="")).get("id", "")
    other = root_of(replace(page, title="", words=page.words[:2])).get("id", "")
    assert one != other
    assert one.startswith("page-") or one[0].isalpha()


def test_two_pages_on_one_page_share_no_id(page: InkedPage):
    part = Part("section", "terms", -1, (0, 0), (0, 5), Rect(0, 0, 9, 9))
    pages = [to_svg(replace(page, title=title, parts=(part,))) for title in ("One", "Two")]
    one, other = ({element.get("id") for element in ElementTree.fromstring(svg.encode()).iter()} - {None} for svg in pages)
    assert one == {"one", "one-terms"}
    assert not one & other


def test_a_packed_page_is_the_page(page: InkedPage):
    svg = to_svg(page)
    file = packed(svg)
    assert gzip.decompress(file).decode() == svg
    assert file == packed(svg)
    assert file[4:10] == bytes([0, 0, 0, 0, 2, 255]), "neither the time nor the system"


def test_what_a_mark_is_written_like_depends_on_no_other_mark():
    rows = [text_mark(f"row {number}", 5, pen="fineliner") for number in range(3)]

    def drawn(*marks: Mark) -> str:
        svg = to_svg(ink(scene(*marks)), INK)
        return re.search(r' d="([^"]*)"', svg)[1]

    alone = [drawn(row) for row in rows]
    # One M a mark; its nine other strokes begin where the one before ended.
    assert [(text.count("M"), text.count("m")) for text in alone] == [(1, 9)] * 3
    assert drawn(*rows) == "".join(alone)
    assert drawn(rows[0], rows[2]) == alone[0] + alone[2]
