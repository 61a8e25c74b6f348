"""Random flowcharts, written, read, laid out and drawn: nothing stands on or runs through words."""

import warnings

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sketchsvg import flowchart
from sketchsvg.diagrams.figures import FIGURES

from .seeing import assert_words_are_clear, composed, setting

WORDS = ["a", "two words", "a name of some length", "세 단어의 이름"]
ARROWS = ["-->", "---", "-.->", "==>", "x--x", "o--o", "<-->", "---->"]
WAYS = ["TB", "BT", "LR", "RL"]


@st.composite
def charts(draw):
    """A flowchart as text: nodes in all figures, nested frames with directions, edges with words between all of them."""
    count, frames = draw(st.integers(2, 8)), draw(st.integers(0, 3))
    own = [draw(st.integers(-1, frames - 1)) for _ in range(count)]
    parents = [draw(st.integers(-1, frame - 1)) for frame in range(frames)]
    figures = st.sampled_from(sorted(FIGURES.keys() - {"upright-fork"}))

    def held(frame, depth):
        lines = [
            f'n{node}@{{ shape: {draw(figures)}, label: "{draw(st.sampled_from(WORDS))}" }}'
            for node in range(count) if own[node] == frame
        ]  # fmt: skip
        for inner in range(frames):
            if parents[inner] == frame:
                lines.append(f"subgraph f{inner} [{draw(st.sampled_from(WORDS))}]")
                if draw(st.booleans()):
                    lines.append(f"direction {draw(st.sampled_from(WAYS))}")
                lines += [*held(inner, depth + 1), "end"]
        return lines

    ends = st.sampled_from([*(f"n{node}" for node in range(count)), *(f"f{frame}" for frame in range(frames))])
    lines = [f"flowchart {draw(st.sampled_from(WAYS))}", *held(-1, 0)]
    for _ in range(draw(st.integers(1, 9))):
        words = draw(st.sampled_from(["", *WORDS]))
        lines.append(f"{draw(ends)} {draw(st.sampled_from(ARROWS))}{f'|{words}|' if words else ''} {draw(ends)}")
    return "\n".join(lines)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charts())
def test_words_are_clear(text):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        block = flowchart(text)
        frame = composed(block, block.natural(setting())[0] + 0.01)
    assert_words_are_clear(frame)
    assert all(frame.rect.holds(part.rect, 0.01) for part in frame.walk())
