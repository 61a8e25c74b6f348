import pytest
from hypothesis import given
from hypothesis import strategies as st

from sketchsvg.errors import NameUnknownError, SheetError
from sketchsvg.lettering.inline import clean_text, parse_inline, plain_text


def styles(text):
    return [(span.text, span.style) for span in parse_inline(text)]


def test_plain_text_is_one_span():
    spans = parse_inline("그냥 글 and words")
    assert [span.text for span in spans] == ["그냥 글 and words"]


def test_bold_beside_a_particle():
    (first, bold), (second, plain) = styles("**마크다운(Markdown)**을")
    assert (first, second) == ("마크다운(Markdown)", "을")
    assert bold.bold and not plain.bold


def test_nested_markup():
    spans = dict(styles("a ==b **c** d== e"))
    assert spans["c"].bold and spans["c"].highlight
    assert spans["b "].highlight and not spans["b "].bold
    assert not spans["a "].highlight


def test_code_takes_everything_as_it_is():
    (text, style), = styles("`**x** == y`")
    assert text == "**x** == y"
    assert style.code and not style.bold


def test_links_and_struck_words():
    spans = dict(styles("[here](https://example.org/a?b=c) ~~gone~~"))
    assert spans["here"].link == "https://example.org/a?b=c"
    assert spans["gone"].struck


@pytest.mark.parametrize("text", ["2 ** 3 ** 4", "a == b", "**", "==", "`", "[x]", "[x](", "3 ~~", "12:30", "a:b:c"])
def test_signs_that_open_nothing_stand_for_themselves(text):
    assert plain_text(text) == text


def test_a_backslash_takes_the_meaning():
    assert styles(r"\*\*not bold\*\*") == [("**not bold**", parse_inline("x")[0].style)]


def test_icons_by_name_and_emoji():
    spans = parse_inline("go :laptop: and 💻!")
    assert [span.icon for span in spans] == [None, "laptop", None, "laptop", None]


def test_an_unknown_icon_is_refused_with_a_suggestion():
    with pytest.raises(NameUnknownError, match="laptop"):
        parse_inline("go :lapptop:")


def test_ticks_and_crosses_carry_their_tone():
    tones = {span.text: span.style.tone for span in parse_inline("✓ yes ✗ no ❌ never")}
    assert tones["✓"] == "yes"
    assert tones["✗"] == "no"
    assert tones["❌"] == "no"


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"]), max_size=40))
def test_nothing_is_lost(text):
    cleaned = clean_text(text)
    try:
        parsed = plain_text(cleaned)
    except NameUnknownError:
        return
    signs = "\\*=`~_[](){}$"
    kept = [char for char in cleaned if char not in signs]
    assert [char for char in parsed if char not in signs] == kept or "](" in cleaned or "]{." in cleaned


@given(st.text(alphabet="ab1가 *_~=[]()\\", max_size=24))
def test_nothing_is_lost_among_signs(text):
    parsed = plain_text(text)
    assert [char for char in parsed if char.isalnum()] == [char for char in text if char.isalnum()] or "](" in text
    assert len(parsed) <= len(text)


def test_italic_and_underlined_words():
    spans = dict(styles("a *slanted* b __under line__ c *기울여*서 __밑줄__을"))
    assert spans["slanted"].italic and spans["기울여"].italic
    assert spans["under line"].underline.kind == spans["밑줄"].underline.kind == "straight"
    assert not spans["서 "].italic and spans["을"].underline is None


@pytest.mark.parametrize(
    "text",
    ["2 * 3 * 4", "2*3*4", "f(*args, **kwargs)", "(a)*(b)*(c)", "5* hotel, 4* hotel", "snake_case_name", "__init__.py",
     "a __init__ b", "__name__", "* item", "5 __ 6", "____", "[x]{}", "[x]{ring}", "x{.ring}"],
)  # fmt: skip
def test_signs_of_code_and_sums_stand_for_themselves(text):
    assert plain_text(text) == text


def test_bold_and_italic_at_once():
    spans = parse_inline("***both*** **a *b* c**")
    assert [(span.text, span.style.bold, span.style.italic) for span in spans] == [
        ("both", True, True), (" ", False, False), ("a ", True, False), ("b", True, True), (" c", True, False),
    ]  # fmt: skip


def test_classes_draw_or_colour():
    spans = dict(styles("[waves]{.wavy} [two]{.double} [ringed **bold** on]{.ring .rose} [box]{.box} [tinted]{.leaf}"))
    assert spans["waves"].underline.kind == "wavy" and spans["two"].underline.kind == "double"
    assert spans["ringed "].around == spans["bold"].around == spans[" on"].around
    assert (spans["bold"].around.kind, spans["bold"].around.hue, spans["bold"].hue) == ("ring", "rose", "")
    assert spans["box"].around.kind == "box"
    assert spans["tinted"].hue == "leaf"
    swiped = dict(styles("[x]{.highlight .leaf .bold .italic .struck}"))["x"]
    assert swiped.highlight and swiped.swipe_hue == "leaf" and swiped.bold and swiped.italic and swiped.struck


def test_ranges_next_to_each_other_are_two():
    one, two = parse_inline("[a]{.ring}[b]{.ring}")
    assert one.style.around != two.style.around


def test_an_unknown_class_is_refused_with_a_suggestion():
    with pytest.raises(NameUnknownError, match='"wavy"'):
        parse_inline("[x]{.wawy}")


@pytest.mark.parametrize("bad", ["a\x00b", "tab\there", "bell\a", "\ud800", "a\u2028b"])
def test_control_characters_are_refused_with_their_code(bad):
    with pytest.raises(SheetError, match=r"U\+"):
        clean_text(bad)


def test_decomposed_hangul_is_composed():
    assert clean_text("\u1112\u1161\u11ab") == "한"


def test_only_strings_are_text():
    with pytest.raises(SheetError, match="int"):
        clean_text(3)


@pytest.mark.parametrize(
    ("source", "spans"),
    [
        ("a $x^2$ b", [("a ", ""), ("x^2", "inline"), (" b", "")]),
        ("$$x$$", [("x", "display")]),
        ("$x$와 $y$는", [("x", "inline"), ("와 ", ""), ("y", "inline"), ("는", "")]),
        (r"$a\$b$", [(r"a\$b", "inline")]),
        ("$5 and $6", [("$5 and $6", "")]),
        ("US$7-US$8", [("US$7-US$8", "")]),
        ("$HOME/$PATH", [("$HOME/$PATH", "")]),
        (r"\$x$", [("$x$", "")]),
        ("$ x$", [("$ x$", "")]),
        ("$x $", [("$x $", "")]),
        ("$$", [("$$", "")]),
    ],
)
def test_formulas_stand_between_dollars_that_hug_them(source, spans):
    assert [(span.text, span.style.maths) for span in parse_inline(source)] == spans


@pytest.mark.parametrize("digit", "0123456789#*")
def test_a_figure_in_a_keycap_is_an_icon_and_a_plain_one_is_not(digit):
    found = parse_inline(f"{digit}\ufe0f\u20e3 a {digit} b")
    assert [span.icon is not None for span in found] == [True, False]
    assert "".join(span.text for span in found) == f"{digit}\ufe0f\u20e3 a {digit} b"


def test_a_flag_is_the_letters_of_its_country_in_a_box():
    found = parse_inline("a 🇰🇷🇺🇸 b")
    assert [span.text for span in found] == ["a ", "KR", "US", " b"]
    assert [span.style.around.kind if span.style.around else "" for span in found] == ["", "box", "box", ""]
    assert found[1].style.around != found[2].style.around


def test_half_a_flag_is_no_flag():
    assert [span.text for span in parse_inline("🇰 a")] == ["🇰 a"]
