"""Flowcharts as blocks: composed, fitted, drawn."""

import json
import warnings
from pathlib import Path

import numpy as np
import pytest

from sketchsvg import flowchart, mermaid
from sketchsvg.diagrams.figures import FIGURES
from sketchsvg.diagrams.flowchart import Flowchart
from sketchsvg.diagrams.heads import flattened, met
from sketchsvg.diagrams.layered.nested import laid_nested
from sketchsvg.errors import LayoutError, SketchError
from sketchsvg.geometry.rect import Rect
from sketchsvg.readers.mermaid.shapes import NAMED

from .layered.graphs import assert_edges_are_clear, assert_nothing_overlaps, deep_inside
from .seeing import assert_words_are_clear, composed, marks_of, points_on, setting, text_of

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "mermaid" / "cases.jsonl"


def nodes(frame):
    return {text_of(child): child for child in frame.children if child.block.kind == "node"}


def test_words_lie_within_their_nodes():
    frame = composed(flowchart("flowchart TD; A[Start] -->|yes| B{Does it work?}; B --> C((Go))"), 120)
    for child in frame.children:
        for line in child.lines:
            assert child.rect.holds(line.rect, 0.05)
    assert list(nodes(frame)) == ["Start", "Does it work?", "Go"]
    assert [line.words.text for line in frame.lines] == ["yes"]


@pytest.mark.parametrize("figure", [name for name, figure in FIGURES.items() if figure.sign is None])
def test_words_lie_within_every_figure(figure):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        block = flowchart(f'flowchart TD; A@{{ shape: {figure}, label: "two words" }}')
    (child,) = composed(block, 120).children
    outline = flattened(FIGURES[block.chart.nodes[0].figure].outline(child.rect))
    for line in child.lines:
        words, middle = line.rect.inset(0, line.rect.height * 0.2), line.rect.centre
        for x, y in ((words.x, words.y), (words.right, words.y), (words.x, words.bottom), (words.right, words.bottom)):
            # Seen from the middle, the outline lies behind the corners of the words.
            far = np.hypot(x - middle[0], y - middle[1])
            hit = met(middle, ((x - middle[0]) / far, (y - middle[1]) / far), outline)
            assert np.hypot(hit[0] - middle[0], hit[1] - middle[1]) >= far - 0.05


@pytest.mark.parametrize("figure", [name for name in NAMED if name in FIGURES and FIGURES[name].sign is not None])
@pytest.mark.parametrize("direction", ["TD", "BT", "LR"])
def test_words_stand_under_every_sign_and_no_edge_runs_through_them(figure, direction):
    block = flowchart(f'flowchart {direction}; A --> B@{{ shape: {figure}, label: "two words" }}; B --> C')
    frame = composed(block, 160)
    node = nodes(frame)["two words"]
    sign = FIGURES[block.chart.nodes[1].figure].within(node.rect)
    (line,) = node.lines
    assert node.rect.holds(line.rect, 0.05) and node.rect.holds(sign, 0.05)
    assert line.rect.y > sign.bottom
    for mark in marks_of(frame):
        if "/edge/" in mark.key:
            assert not any(deep_inside(line.rect, point) for point in points_on(mark.curves))


def test_a_sign_without_words_of_its_own_has_none():
    (node,) = composed(flowchart("flowchart TD; A@{ shape: bolt }"), 80).children
    assert node.lines == ()


@pytest.mark.parametrize("figure", sorted(NAMED))
def test_every_shape_is_a_figure_of_its_own(figure):
    assert figure in FIGURES or figure == "icon"


def test_edges_end_on_the_outline_of_a_diamond():
    block = flowchart("flowchart TD; A --> B{Yes?}; C --> B")
    frame = composed(block, 120)
    diamond = nodes(frame)["Yes?"].rect
    (x0, y0), (hx, hy) = diamond.centre, (diamond.width / 2, diamond.height / 2)
    tips = [mark.curves.strokes()[0][3] for mark in marks_of(frame) if mark.key.endswith("/ends")]
    assert len(tips) == 2
    for x, y in tips:
        assert abs(x - x0) / hx + abs(y - y0) / hy == pytest.approx(1, abs=0.01)


def test_a_narrow_place_breaks_words_and_then_is_too_narrow():
    block = flowchart("flowchart LR; A[some words that can be broken] --> B[and some more of them]")
    wide, narrow = composed(block, 200), composed(block, block.least_width(setting()) + 0.01)
    assert narrow.rect.height >= wide.rect.height
    with pytest.raises(LayoutError) as caught:
        composed(block, 20)
    assert caught.value.missing_mm > 0


def test_a_chart_stands_in_the_middle_of_a_higher_place():
    frame = composed(flowchart("flowchart LR; A --> B"), 100, 60)
    first = frame.children[0].rect
    assert frame.rect.height == 60
    assert first.centre[1] == pytest.approx(30)


def test_colours_are_those_that_were_asked_for():
    frame = composed(flowchart("flowchart LR; A[x] --> B; style A fill:#112233,stroke:#ff0000"), 100)
    marks = {mark.key: mark for mark in marks_of(frame)}
    assert marks["flowchart/x/ground"].fill.colour == "#112233"
    assert marks["flowchart/x/box"].colour == "#ff0000"
    # Words turn white on a dark ground.
    assert marks["flowchart/x/line0/0"].colour == "#ffffff"


def test_dotted_edges_are_dashed_and_invisible_ones_not_drawn():
    frame = composed(flowchart("flowchart LR; A -.-> B; A ~~~ C; A ==> D"), 120)
    shafts = {mark.key: mark for mark in marks_of(frame) if "/edge/" in mark.key and not mark.key.endswith("/ends")}
    assert [bool(mark.dash) for mark in shafts.values()] == [True, False]
    assert [mark.width for mark in shafts.values()] == sorted(mark.width for mark in shafts.values())


def test_titles_and_edges_stand_apart():
    frame = composed(flowchart("flowchart TD; A --> B; subgraph one [A title]; B; end"), 120)
    group = next(child for child in frame.children if child.block.kind == "group")
    assert text_of(group) == "A title"
    (line,) = group.lines
    for mark in marks_of(frame):
        if "/edge/" in mark.key:
            for x, y in mark.curves.points:
                assert not line.rect.overlaps(Rect(x - 0.2, y - 0.2, 0.4, 0.4))


def test_long_edges_run_beside_titles_too():
    block = flowchart(
        "flowchart TD; A --> B --> C --> E; A --> D; subgraph one [Operations team]; B; C; E; D; F; end; A ----> F"
    )
    frame = composed(block, 160)
    group = next(child for child in frame.children if child.block.kind == "group")
    (line,) = group.lines
    for mark in marks_of(frame):
        if "/edge/" in mark.key:
            for stroke in mark.curves.strokes():
                for (x0, y0), (x1, y1) in zip(stroke[:-1:3], stroke[3::3], strict=True):
                    if x0 == x1 and min(y0, y1) < line.rect.centre[1] < max(y0, y1):
                        assert not line.rect.x <= x0 <= line.rect.right


def test_a_mind_map_is_a_mind_map():
    assert mermaid("mindmap\n  root((Fruit))\n    Sweet\n      Banana\n    Sour").kind == "mindmap"
    with pytest.raises(SketchError):
        flowchart("mindmap\n  root\n    one")


def test_markup_means_nothing_in_labels():
    frame = composed(flowchart('flowchart LR; A["2*3*4 and __init__ and $x$"]'), 120)
    assert text_of(frame.children[0]) == "2*3*4 and __init__ and $x$"


def charts_of_the_corpus(every):
    """Blocks of every so manieth flowchart of the corpus."""
    if not CORPUS.exists():
        pytest.skip(f"the corpus of diagrams is not at {CORPUS}")
    for line in CORPUS.read_text(encoding="utf-8").splitlines()[::every]:
        case = json.loads(line)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                block = mermaid(case["source"])
            except SketchError:
                assert case["expected"] != "ok", case["id"]
                continue
        if isinstance(block, Flowchart):
            yield case["id"], block


def test_nothing_overlaps_in_the_corpus():
    drawn = 0
    for _name, block in charts_of_the_corpus(3):
        structure, sizes = block.measured(setting())
        laid = laid_nested(structure, sizes)
        assert_nothing_overlaps(structure, laid)
        assert_edges_are_clear(structure, laid)
        drawn += 1
    assert drawn > 100


def test_no_edge_of_the_corpus_is_drawn_through_words():
    drawn = 0
    for _name, block in charts_of_the_corpus(9):
        frame = composed(block, block.natural(setting())[0] + 0.1)
        assert_words_are_clear(frame)
        drawn += 1
    assert drawn > 30


@pytest.mark.parametrize("direction", ["TB", "BT", "LR", "RL"])
def test_words_are_clear_in_every_direction(direction):
    block = flowchart(
        f"flowchart {direction}\n  A[One] -->|yes, of course| B{{Two}} -->|no| C((Three))\n  A --> C\n  C -->|back again| A\n"
        "  subgraph one [A long title of a frame]\n    B --> D & E\n    D -->|self| D\n  end\n  E x--x|both| C\n"
        "  D -.-> F[(Six)]\n  one ==>|from the frame| G\n"
    )
    assert_words_are_clear(composed(block, 400))
