from sketchsvg.exporters.textlayer import Run, advance, characters_of, codes_of, text_operators, unicode_map
from sketchsvg.scene import Word


def operators_of(*words: Word, page_height: float = 0.0) -> bytes:
    runs = [Run(words)]
    return text_operators(runs, page_height, codes_of(runs))


def test_a_word_is_stretched_over_its_ink_and_stands_on_its_baseline():
    word = Word("ab", x=25.4, y=50.8, width=11.0, size=10.0, space=False, end=True)
    assert operators_of(word, page_height=254.0).decode().splitlines() == [
        "BT 3 Tr",
        "/Words 28.3465 Tf",
        "100.00 Tz 1 0 0 1 72.00 576.00 Tm <00020003> Tj",
        "ET",
    ]


def test_a_turned_baseline_falls_to_the_right():
    word = Word("a", 0, 0, 5.5, 10.0, angle=30, space=False)
    assert b" Tz 0.866025 -0.500000 0.500000 0.866025 0.00 0.00 Tm" in operators_of(word)


def test_a_space_follows_where_one_was_written():
    words = [Word("aa", 0, 0, 5, 10), Word("b", 6, 0, 5, 10, space=False)]
    codes = codes_of([Run(tuple(words))])
    assert codes == {" ": 1, "a": 2, "b": 3}
    operators = operators_of(*words, page_height=10.0)
    assert b"<000200020001> Tj" in operators
    assert b"<0003> Tj" in operators
    assert operators.count(b" Tf") == 1


def test_a_word_without_width_is_not_stretched():
    assert b"100.00 Tz" in operators_of(Word("a", 0, 0, 0, 10))


def test_an_empty_word_sets_nothing():
    assert operators_of(Word("", 0, 0, 0, 10)) == b"BT 3 Tr\nET"


def test_spaces_alone_are_as_wide_as_they_are():
    assert b"\n200.00 Tz 1 0 0 1 0.00 0.00 Tm <00010001> Tj\n" in operators_of(Word("  ", 0, 0, 10, 10, space=False))


def test_a_line_of_single_characters_is_no_word_spaced_out():
    words = (Word("한", 0, 0, 5, 5), Word("줄", 6, 0, 5, 5, space=False, end=True))
    assert codes_of([Run(words)]) == {" ": 1, "줄": 2, "한 ": 3}
    assert codes_of([Run((*words[:1], Word("줄을", 6, 0, 9, 5, end=True)))]) == {" ": 1, "을": 2, "줄": 3, "한": 4}
    assert advance("한 ") == 1250


def test_a_source_with_spaces_is_rather_small_than_narrow():
    operators = operators_of(Word("a + b", 0, 0, 5, 10, space=False)).decode()
    _, size, line, _ = operators.splitlines()
    assert float(size.split()[1]) < 28
    assert line.startswith("70.00 Tz ")


def test_runs_are_enclosed_by_their_marks():
    runs = [Run((Word("a", 0, 0, 5, 10, space=False),), "/P <</MCID 0>> BDC"), Run((Word("b", 6, 0, 5, 10, space=False),))]
    lines = text_operators(runs, 10.0, {" ": 1, "a": 2, "b": 3}).decode().splitlines()
    assert [line.split()[-1] for line in lines] == ["Tr", "BDC", "Tf", "Tj", "EMC", "Tj", "ET"]


def test_marks_stay_with_what_they_stand_on():
    assert characters_of("e\u0301a") == ["e\u0301", "a"]
    assert characters_of("\u0301a") == ["\u0301", "a"]
    assert characters_of("❤\ufe0f가") == ["❤\ufe0f", "가"]


def test_widths():
    widths = {" ": 250, "a": 550, "e\u0301": 550, "가": 1000, "🙂": 1000}
    assert {character: advance(character) for character in widths} == widths


def test_the_map_names_every_character_in_utf_16_and_at_most_a_hundred_a_block():
    codes = {chr(0xAC00 + i): i + 1 for i in range(230)} | {"🙂": 231, "e\u0301": 232}
    text = unicode_map(codes).decode()
    assert [line for line in text.splitlines() if "beginbfchar" in line] == [
        "100 beginbfchar", "100 beginbfchar", "32 beginbfchar",
    ]
    assert "<0001> <ac00>" in text
    assert "<00e7> <d83dde42>" in text
    assert "<00e8> <00650301>" in text
