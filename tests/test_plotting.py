from sketchsvg import Sheet, section, table
from sketchsvg.pipeline import plot


def sheet():
    return Sheet(section("열린 **모델**", table(("a", "b"), ("==c==", "✓ d")), icon="globe"), page="A5", seed=2)


def test_a_page_for_a_plotter():
    plotted = plot(sheet())
    assert plotted.svg.startswith("<?xml")
    assert 'width="148mm" height="210mm" viewBox="0 0 148 210"' in plotted.svg
    assert 'inkscape:label="1 highlighter' in plotted.svg
    assert 0 < plotted.travel < plotted.travel_as_drawn
    assert plotted.svg.count("<path") == plotted.lifts
    assert any("left to the paper" in note for note in plotted.notes)


def test_it_is_the_same_every_time():
    assert plot(sheet()).svg == plot(sheet()).svg
