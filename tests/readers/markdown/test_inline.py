import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg.errors import Source
from sketchsvg.lettering.inline import parse_inline, plain_text
from sketchsvg.readers.markdown.inline import words_of
from sketchsvg.readers.markdown.parser import parse
from sketchsvg.readers.markdown.source import markdown_text


def nodes_of(markdown: str):
    return parse(markdown_text(markdown.encode(), "notes.md")).blocks


def markup_of(markdown: str) -> str:
    (paragraph,) = nodes_of(markdown)
    return words_of(paragraph.children[0], Source("notes.md", 1)).markup


def styled(markdown: str, style: str) -> list[str]:
    return [span.text for span in parse_inline(markup_of(markdown)) if getattr(span.style, style)]


@pytest.mark.parametrize(
    ("markdown", "bold"),
    [
        ("**마크다운(Markdown)**을 읽는다", "마크다운(Markdown)"),
        ("이것은 **“인용”**이다", "“인용”"),
        ("**정밀도(Precision):**값", "정밀도(Precision):"),
        ("가격은**(부가세 포함)**입니다", "(부가세 포함)"),
        ("**LM Studio**를 쓴다", "LM Studio"),
        ("un**frigging**believable", "frigging"),
        ("**日本語（にほんご）**です", "日本語（にほんご）"),
    ],
)
def test_emphasis_stands_beside_particles(markdown: str, bold: str) -> None:
    assert styled(markdown, "bold") == [bold]


@pytest.mark.parametrize("markdown", ["2 * 3 * 4", "snake_case_name", "a ** b ** c", "f(*args, **kwargs)", "5 * (3)*"])
def test_signs_of_products_and_programs_are_no_emphasis(markdown: str) -> None:
    assert markup_of(markdown).replace("\\", "") == markdown
    assert plain_text(markup_of(markdown)) == markdown


@pytest.mark.parametrize(
    ("markdown", "style", "words"),
    [
        ("an *italic* word", "italic", ["italic"]),
        ("un*frigging*believable", "italic", ["frigging"]),
        ("~~gone~~ now", "struck", ["gone"]),
        ("==marked== now", "highlight", ["marked"]),
        ("`a[0]` and ``b`c``", "code", ["a[0]", "b", "c"]),
        ("H<b>ea</b>vy", "bold", ["ea"]),
        ("$x^2$", "maths", ["x^2"]),
        ("[words (in) it](https://a.b/c_(d))", "link", ["words (in) it"]),
        ("***both***", "bold", ["both"]),
        ("**[bold link](https://a.b)**", "bold", ["bold link"]),
        ("<https://a.b>", "link", ["https://a.b"]),
    ],
)
def test_styles(markdown: str, style: str, words: list[str]) -> None:
    assert styled(markdown, style) == words


def test_lines_break_where_the_author_broke_them() -> None:
    assert markup_of("one\ntwo  \nthree\\\nfour<br>five") == "one two\nthree\nfour\nfive"


def test_dollars_of_money_are_no_formulas() -> None:
    assert plain_text(markup_of("from $5 to $6, $40,000 and $3/hour")) == "from $5 to $6, $40,000 and $3/hour"


def test_icons_are_icons_and_other_colons_are_colons() -> None:
    spans = parse_inline(markup_of("a :laptop: at 10:30:15"))
    assert [span.icon for span in spans if span.icon] == ["laptop"]
    with pytest.warns(UserWarning, match="no icon"):
        assert plain_text(markup_of(":no-such-icon-here:")) == ":no-such-icon-here:"
    spans = parse_inline(markup_of(":help-circle:"))
    assert [span.icon for span in spans if span.icon] == ["circle-question-mark"]


def test_a_formula_with_a_bare_sign_is_words() -> None:
    (node,) = nodes_of("a$$$a$$")
    assert plain_text(words_of(node.children[0], Source("notes.md", 1)).markup) == "a$$$a$$"


def said(nodes) -> str:
    """What the tokens say, without any of our code."""
    words = ""
    for node in nodes:
        if node.type in ("softbreak", "hardbreak"):
            words += " "
        elif node.type in ("text", "text_special", "code_inline"):
            words += node.content
        elif node.type in ("math_inline", "math_inline_double"):
            # With a bare sign in it, it is no formula: the signs around it are words as well.
            bare = re.search(r"(?<!\\)(?:\\\\)*\$", node.content)
            fence = ("$$" if node.type.endswith("double") else "$") if bare else ""
            words += fence + node.content + fence
        else:
            words += said(node.children)
    return words


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from([*"ab1가 *_`~=[](){}!:$\\.^-", "**", "==", "~~", "](x)", "한글", "``"]), max_size=24))
def test_no_sign_is_lost_or_added(parts: list[str]) -> None:
    nodes = nodes_of("a" + "".join(parts))
    for node in nodes:
        if node.type != "paragraph" or any(one.type in ("image", "footnote_ref") for one in node.walk()):
            continue
        found = plain_text(words_of(node.children[0], Source("notes.md", 1)).markup)
        assert re.sub(r"[\s\u2060]+", "", found) == re.sub(r"\s+", "", said(node.children[0].children))
