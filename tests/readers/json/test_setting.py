"""JSON is set out for people: what is short stands on one line."""

import json

from hypothesis import given
from hypothesis import strategies as st

from sketchsvg import Sheet, bullets, card, quote, section, table, text, title
from sketchsvg.readers.json.setting import LONGEST, set_out

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text("abc", max_size=6), inner, max_size=5),
    max_leaves=20,
)


@given(VALUES)
def test_the_value_stays_what_it_is(value):
    assert json.loads(set_out(value)) == value


@given(st.lists(st.integers(-(10**6), 10**6), max_size=200))
def test_numbers_fill_their_lines(numbers):
    lines = set_out({"numbers": numbers}).split("\n")
    assert all(len(line) <= LONGEST for line in lines)
    assert len(lines) <= 5 + len(numbers) / 9


def test_a_sheet_reads_well():
    sheet = Sheet(
        title("Tea").share(20)
        / section("Kinds", "Plain **words**", card("Green", bullets("✓ mild"), favourite=True), table(("Name", "°C"), ("Sencha", "70"), align=("left", "right")), icon="leaf")
        / text("the end", align="centre")
        / quote("More tea!", by="Alice"),
        seed=3,
    )  # fmt: skip
    assert sheet.to_json() == """\
{
  "sketchsvg": 1,
  "seed": 3,
  "body": [
    {"type": "title", "share": 20, "head": "Tea"},
    {
      "type": "section",
      "head": "Kinds",
      "icon": "leaf",
      "blocks": [
        "Plain **words**",
        {
          "type": "card",
          "head": "Green",
          "favourite": true,
          "blocks": [{"type": "bullets", "items": ["✓ mild"]}]
        },
        {"type": "table", "align": ["left", "right"], "head": ["Name", "°C"], "rows": [["Sencha", "70"]]}
      ]
    },
    {"type": "text", "words": "the end", "align": "centre"},
    {"type": "quote", "words": "More tea!", "by": "Alice"}
  ]
}
"""
