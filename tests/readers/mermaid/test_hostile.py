"""Nothing that is typed crashes the reader or holds it up."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sketchsvg.readers.mermaid import Flowchart, MermaidError, parse

DIAGRAMS = (
    '---\ntitle: T\nconfig:\n  theme: base\n---\n%%{init: {"flowchart": {"curve": "linear"}}}%%\nflowchart LR\n'
    '  A["a (b)"] -->|yes| B{{"`**c**`"}} & C@{ shape: doc, label: "d" } -- no --> D:::hot\n  %% comment\n'
    "  subgraph one [Title]\n    direction TB\n    x e1@==> y[(z)]\n  end\n  one -.-> D\n  classDef hot fill:#f96\n"
    '  style A stroke:#333,color:red\n  linkStyle 0 stroke:blue\n  click A href "https://x.org" "tip" _blank\n',
    "mindmap\n  root((mind<br/>map))\n    A[a]\n    ::icon(fa fa-book)\n      B)b(\n      :::hot\n    \"`**m**`\"\n    C{{c}}\n",
)
MARKS = [*"[](){}<>|\"`'-=.~xo@:;&%#/\\\n ,", "-->", "@{", "subgraph ", "end", ":::", "%%{", "<br", "---\n", "“", "→"]


@given(st.sampled_from(DIAGRAMS), st.integers(0, 2**32), st.integers(1, 12))
@settings(max_examples=150, deadline=None)
def test_mutated_diagrams_are_read_or_refused(diagram, seed, changes):
    choice = random.Random(seed)
    text = diagram
    for _ in range(changes):
        at = choice.randrange(len(text) + 1)
        text = text[:at] + choice.choice([*MARKS, ""]) + text[at + choice.randrange(3) :]
    try:
        read = parse(text)
    except MermaidError as refused:
        assert refused.where is not None and 1 <= refused.where.line <= text.count("\n") + 1
        return
    assert read.to_model()
    if isinstance(read, Flowchart):
        check_whole(read)


def check_whole(chart: Flowchart) -> None:
    """What is drawn can rely on: every name leads somewhere, and frames never go round in a circle."""
    nodes = {node.id for node in chart.nodes}
    frames = {frame.id: frame.parent for frame in chart.subgraphs}
    assert all(edge.start in nodes and edge.end in nodes for edge in chart.edges)
    assert all(item in nodes or item in frames for frame in chart.subgraphs for item in frame.nodes)
    for name in frames:
        seen = set()
        parent = frames[name]
        while parent is not None:
            assert parent not in seen
            seen.add(parent)
            parent = frames[parent]


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
@example("\0")
@example("A@{")
@example('A@{ a: "')
@example("A -- ")
@example("%%{init:{")
@example("---\na: [")
def test_any_text_is_read_or_refused(text):
    for head in ("", "flowchart LR\n", "mindmap\n"):
        try:
            parse(head + text).to_model()
        except MermaidError as refused:
            assert refused.where is not None


def repeated(text: str, length: int = 100_000) -> str:
    return (text * (length // len(text) + 1))[:length]


# Each of these was quadratic, or could be: they come back at once, or the test run stands still.
@pytest.mark.parametrize(
    "source",
    [
        "flowchart LR\nA" + repeated("["),
        "flowchart LR\nA(" + repeated("()"),
        "flowchart LR\nA[(" + repeated("]"),
        "flowchart LR\nA " + repeated("-"),
        "flowchart LR\nA -. " + repeated("."),
        "flowchart LR\nA" + repeated("%"),
        'flowchart LR\nA["<' + repeated(" ") + 'x"]',
        'flowchart LR\nA["' + repeated("<script") + '"]',
        "flowchart LR\naccDescr {" + repeated(" "),
        "flowchart LR\nA@{" + repeated("a:b,"),
        "flowchart LR\n" + repeated("a@"),
        "%%{init: " + repeated("{a:") + "}%%\nflowchart LR\n",
        repeated("%%{init: {a:1}"),
        "---\n" + repeated("a:\n ", 20_000),
        "mindmap\nr\n" + repeated(" x[a\n", 30_000),
        "mindmap\nr\n" + repeated(' x["a\n', 30_000),
        "flowchart LR\n" + "\n".join(f"a{i}:::c" for i in range(1500)) + "\nclassDef c " + ",".join(["fill:#fff"] * 1500),
    ],
    ids=lambda source: source[:24].replace("\n", " "),
)
def test_long_runs_take_no_long_time(source):
    try:
        parse(source).to_model()
    except MermaidError as refused:
        assert refused.where is not None
