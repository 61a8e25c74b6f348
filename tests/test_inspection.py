import json

import pytest

from sketchsvg import Sheet, card, pipeline, section, title


@pytest.fixture
def described():
    sheet = Sheet(title("T").share(30) / section("A", card("One", "**Bold** words\n둘째 줄")).share(70), page="A5")
    return pipeline.inspect(sheet)


def test_the_form(described):
    assert described["version"] == 1
    assert described["diagnostics"] == []
    (page,) = described["pages"]
    assert (page["width_mm"], page["height_mm"]) == (148.0, 210.0)
    assert json.loads(json.dumps(described)) == described
    for item in page["items"]:
        assert set(item) == {"id", "kind", "parent", "rect_mm", "share", "text", "font_pt", "source"}


def test_lines_hold_what_the_author_wrote_without_markup(described):
    items = described["pages"][0]["items"]
    lines = [item for item in items if item["kind"] == "line"]
    assert [line["text"] for line in lines] == ["T", "A", "One", "Bold words", "둘째 줄"]
    assert all(line["font_pt"] >= 8 for line in lines)
    assert all(line["source"]["file"] == __file__ for line in lines)


def test_shares_are_where_they_were_asked_for(described):
    page = described["pages"][0]
    height = page["content_mm"][3]
    shares = {item["share"]: item["rect_mm"][3] for item in page["items"] if item["share"]}
    assert shares == {30.0: pytest.approx(0.3 * height, abs=0.1), 70.0: pytest.approx(0.7 * height, abs=0.1)}


def test_every_parent_is_an_item_and_holds_its_children(described):
    items = {item["id"]: item for item in described["pages"][0]["items"]}
    assert len(items) == len(described["pages"][0]["items"])
    for item in items.values():
        if item["parent"] is None:
            continue
        x, y, width, height = item["rect_mm"]
        left, top, wide, high = items[item["parent"]]["rect_mm"]
        assert left - 0.01 <= x and x + width <= left + wide + 0.01
        assert top - 0.01 <= y and y + height <= top + high + 0.01
