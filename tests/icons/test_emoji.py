"""The emoji table, and emoji found in running text."""

from pathlib import Path

import pytest

import sketchsvg.icons
from sketchsvg.icons import emoji_at, icon, icon_for_emoji, icon_names

TABLE = Path(sketchsvg.icons.__file__).with_name("emoji.tsv")
ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if "\t" in line]
EMOJI = [emoji for emoji, _ in ROWS]


def test_the_table_is_long_and_has_no_emoji_twice():
    bare = [emoji.replace("\ufe0f", "") for emoji in EMOJI]
    assert len(set(bare)) == len(bare) > 200


def test_every_entry_names_an_icon_that_can_be_drawn():
    assert {name for _, name in ROWS} <= set(icon_names())
    for name in sorted({name for _, name in ROWS}):
        assert len(icon(name).curves) > 0, name


def test_every_emoji_is_found_whole():
    assert [emoji for emoji, name in ROWS if icon_for_emoji(emoji) != name] == []
    assert [emoji for emoji in EMOJI if emoji_at(f"ab{emoji} c", 2) != len(emoji)] == []


def test_no_letter_and_nothing_that_the_hand_writes_is_an_emoji():
    for character in map(chr, range(0x2030)):
        assert icon_for_emoji(character) is None and emoji_at(character, 0) == 0, hex(ord(character))
    assert not set("→←↑↓✓✗★☆•…가힣한①") & set(EMOJI)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("⚠", "triangle-alert"),
        ("⚠️", "triangle-alert"),
        ("👍🏽", "thumbs-up"),
        ("👩🏽‍💻", "laptop"),
        ("👩‍🚒", "user"),
        ("❤️‍🔥", "heart"),
        ("3️⃣", "number-3"),
        ("3⃣", "number-3"),
        ("3", None),
        ("#", None),
        ("", None),
        ("🍌🍌", None),
        ("a🍌", None),
        ("🇰🇷", None),
        ("\ufe0f", None),
        ("\u200d", None),
    ],
)
def test_dress_and_tails_do_not_matter(text, name):
    assert icon_for_emoji(text) == name


def test_finding_emoji_in_running_text():
    text = "1. 🍌👩🏽‍💻 2️⃣ ❤️‍🔥x ⚠️"
    found, index = [], 0
    while index < len(text):
        length = emoji_at(text, index)
        if length:
            found.append(text[index : index + length])
        index += length or 1
    assert found == ["🍌", "👩🏽‍💻", "2️⃣", "❤️‍🔥", "⚠️"]
    assert [icon_for_emoji(emoji) for emoji in found] == [
        "banana",
        "laptop",
        "number-2",
        "heart",
        "triangle-alert",
    ]


def test_a_joiner_at_the_end_or_before_a_letter_is_left_in_the_text():
    assert emoji_at("👩\u200d", 0) == 1
    assert emoji_at("👩\u200da", 0) == 1
    assert emoji_at("👩\u200d가", 0) == 1


def test_the_emoji_of_a_cheat_sheet_are_all_there():
    for emoji in ["🍌", "🏢", "🌐", "💻", "📝", "🎯", "🗺️", "📊", "🔧", "💬", "❌", "✅", "⚠️"]:
        assert icon_for_emoji(emoji) is not None, emoji
