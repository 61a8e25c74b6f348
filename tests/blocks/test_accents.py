from sketchsvg import section, title
from sketchsvg.blocks.accents import with_accents
from sketchsvg.blocks.section import Section


def hues(block):
    if isinstance(block, Section):
        return [block.accent]
    return [hue for part in getattr(block, "blocks", ()) for hue in hues(part)]


def test_sections_take_the_next_free_hue():
    root = title("T") / (section("A", "a") | section("B", "b")) / section("C", "c")
    assert hues(with_accents(root)) == ["cobalt", "leaf", "tangerine"]


def test_what_the_author_chose_stays_and_is_not_given_twice():
    root = section("A", "a") / section("B", "b", accent="cobalt") / section("C", "c")
    assert hues(with_accents(root)) == ["leaf", "cobalt", "tangerine"]


def test_hues_begin_again_when_all_are_taken():
    root = section("A", "a")
    for _ in range(6):
        root = root / section("A", "a")
    given = hues(with_accents(root))
    assert given[:5] == ["cobalt", "leaf", "tangerine", "plum", "rose"]
    assert given[5:] == ["cobalt", "leaf"]
