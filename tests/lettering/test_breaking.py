import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from sketchsvg.lettering.breaking import (
    FORBIDDEN,
    HARD,
    INSIDE_HANGUL,
    NOT_AT_END,
    NOT_AT_START,
    SOFT,
    SPACES,
    UNIT,
    last_resort,
    openings,
    space_cost,
)
from sketchsvg.lettering.fit import LINE_COST
from sketchsvg.lettering.hand import hand_of
from sketchsvg.lettering.paragraph import set_lines
from sketchsvg.lettering.prebuilt import COMBINING
from sketchsvg.lettering.skeleton import is_writable

HAND = hand_of()
CASES = Path("/usr/share/unicode/auxiliary/LineBreakTest.txt")


def cut(word, code=False):
    """The word with a bar at every place where it may be broken."""
    places = [at for at, _ in openings(word, "x" * len(word) if code else "")]
    return "|".join(word[a:b] for a, b in zip([0, *places], [*places, len(word)], strict=True))


@pytest.mark.parametrize(
    "word",
    [
        "DeepSeek|(now)", "model|(s)", "은|(는)", "SFT/|RLHF", "state-|of-|the-|art", "K-|pop", "가·|나", "A→|B", "q4_|k",
        "together.ai", "--theme", "-o", "GPT-4", "2026-11-21", "1,000,000원", "24/7", "3~5개", "1/2", "C++", "“인용”을",
        "(토큰당)", "/usr/|share/|unicode", "sheets/|ch23.py", "a\u00a0b", "인터넷이필요하다", "Llama3.1은", "50%까지",
        "漢|字|か|な，|漢", "super\u00ad|cali", "a\u200b|b",
    ],
)  # fmt: skip
def test_words(word):
    assert cut(word.replace("|", "")) == word


@pytest.mark.parametrize(
    "address",
    [
        "https://|sketchsvg.|org/|en/|latest/|lines.|html?|mode=|plot&|pen=|0.3|#top", "name|@example.|com",
    ],
)  # fmt: skip
def test_addresses_break_behind_their_signs_and_before_percent(address):
    assert cut(address.replace("|", "")) == address


def test_percent_codes_of_an_address_stay_whole():
    assert cut("https://a.kr/%EC%95%88") == "https://|a.|kr/|%EC|%95|%88"


@pytest.mark.parametrize(
    "code",
    ["x=|foo(|bar,|baz)", "a==|b&&|c!=|d", "obj->|field::|name", "np.|asarray(|x)", "snake_|case", "--flag", "1.5e-3", "f(|**o)", "f()"],
)
def test_code_breaks_after_operators(code):
    assert cut(code.replace("|", ""), code=True) == code


def test_a_lone_letter_costs_more():
    assert dict(openings("K-pop")) == {2: HARD}
    assert dict(openings("model(s)")) == {5: HARD}
    assert dict(openings("and/or"))[4] < HARD


@pytest.mark.parametrize(
    ("before", "after", "cost"),
    [
        ("70", "GB", UNIT), ("16", "GB를", UNIT), ("3", "개", UNIT), ("9.5", "pt", UNIT), ("2026", "년", UNIT),
        ("3", "개념", 0.0), ("v3", "B", 0.0), ("가", "나", 0.0), ("x", ".env", 0.0), ("word", "!", None), ("(", "a", None),
        ("Distilled", "+", SOFT), ("+", "Quantized", 0.0),
    ],
)  # fmt: skip
def test_spaces(before, after, cost):
    assert space_cost(before, after) == cost


def test_the_last_resort_prefers_hangul_to_latin_and_keeps_prohibitions():
    hangul, latin = list("가나다라"), list("abcd")
    assert last_resort(hangul, 2) == INSIDE_HANGUL < last_resort(latin, 2)
    assert last_resort(hangul, 1) > last_resort(hangul, 2)
    assert last_resort(list("camelCase"), 5) == INSIDE_HANGUL
    assert last_resort(latin, 1) > LINE_COST > last_resort(latin, 2)
    assert last_resort(list("가나."), 2) == last_resort(list("(가나"), 1) == FORBIDDEN


def test_no_rule_opens_a_word_where_signs_may_not_stand():
    signs = "".join(sorted(NOT_AT_START | NOT_AT_END)) + "-/=&_가a1"
    for left in signs:
        for right in signs:
            for at, _ in openings(f"가나{left}{right}다라"):
                if at == 3:
                    assert right not in NOT_AT_START
                    assert left not in NOT_AT_END


NASTY = (
    "가격은 1,000원(부가세 10% 별도)이고, 성능은 3.5% 높다. “인용문 안의 ‘작은따옴표’…”라고 말했다! "
    "함수 foo(x)는(은) 괄호[대괄호]{중괄호}「낫표」『겹낫표』를, 정말!? 그렇다?! 값은 ₩5,000; $3.20: 끝. "
    "대한민국임시정부수립기념일(1919년4월11일)축하행사준비위원회、그리고。"
)


@pytest.mark.parametrize("width", [n / 2 for n in range(6, 40)])
def test_no_line_of_nasty_text_begins_or_ends_with_what_must_not(width):
    lines = [line.text for line in set_lines(NASTY, width, HAND)]
    assert "".join(lines).replace(" ", "") == NASTY.replace(" ", "")
    for line in lines:
        assert line[0] not in ",.!?:;)]}」』’”…%、。", (line, lines)
        assert line[-1] not in "([{「『‘“$₩", (line, lines)


# Unicode's rules (UAX #14) and ours. Where they differ we mean it; every difference is one of these.
def is_hangul(char):
    return "\uac00" <= char <= "\ud7a3"


DIFFERENCES = {
    "an eojeol is whole: Hangul is broken between syllables, and beside signs, only as a last resort": (
        lambda left, right, ours: not ours and (is_hangul(left) or is_hangul(right))
    ),
    "signs stay with their word: no end of a line behind a bracket, a dash or a currency, before a percent": (
        lambda left, right, ours: not ours and not (left.isalnum() and right.isalnum()) and right not in " \u200b"
    ),
    "a line may end before a bracket that explains the word before it": (
        lambda left, right, ours: ours and left.isalnum() and right in "([{"
    ),
    "a word may begin with a dot (.com, .env), and a dash or a bracket that follows a space parts from it": (
        lambda left, right, ours: ours and left == " " and right in ".—([{"
    ),
}


def ours_in(text):
    words = [(found.start(), found.group()) for found in re.finditer(f"[^{SPACES}]+", text)]
    places = {start + at for start, word in words for at, _ in openings(word)}
    for (_, before), (start, after) in pairwise(words):
        if space_cost(before, after) is not None:
            places.add(start)
    return places


def unicode_cases():
    """Texts that the hand can write, with the places inside them at which Unicode lets a line end."""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        parts = line.split("#")[0].split()
        text = "".join(chr(int(code, 16)) for code in parts[1::2])
        if text and all(char == " " or is_writable(char) for char in text):
            inner = [at for at in range(1, len(text)) if text[:at].strip() and text[at:].strip()]
            yield text, inner, {at for at in inner if parts[2 * at] == "÷"}


@pytest.mark.skipif(not CASES.exists(), reason="needs Debian's unicode-data (/usr/share/unicode)")
def test_unicodes_own_cases():
    agreed, used = 0, Counter()
    for text, inner, theirs in unicode_cases():
        ours = ours_in(text)
        for at in inner:
            if (at in ours) == (at in theirs):
                agreed += 1
                continue
            letter = text[:at].rstrip("".join(COMBINING))[-1:] or text[at - 1]
            reasons = [why for why, holds in DIFFERENCES.items() if holds(letter, text[at], at in ours)]
            assert reasons, f"{text!r} at {at}: {'ours' if at in ours else 'theirs'}"
            used[reasons[0]] += 1
    assert set(used) == set(DIFFERENCES)
    assert agreed > 8 * used.total()


def test_marks_on_letters_change_nothing_about_where_a_line_may_end():
    assert openings("x\u0302-y\u0304/z(a\u0307)") == [
        (at + marks, cost) for (at, cost), marks in zip(openings("x-y/z(a)"), (1, 2, 2), strict=True)
    ]
    assert space_cost("(\u0308", "a") is None
