"""Random sheets of all blocks, made by the functions that authors call."""

from hypothesis import strategies as st

import sketchsvg as s
from sketchsvg.blocks.aside import aside
from sketchsvg.blocks.coloured import coloured_code
from sketchsvg.blocks.contents import contents
from sketchsvg.blocks.divider import divider
from sketchsvg.blocks.drawn import DrawnColumn, DrawnRow
from sketchsvg.blocks.entries import entries
from sketchsvg.blocks.leaf import Leaf
from sketchsvg.blocks.onepage import OnePage
from sketchsvg.blocks.panel import panel
from sketchsvg.blocks.photo import photo
from sketchsvg.blocks.subhead import subhead
from sketchsvg.diagrams.flow import Flow
from sketchsvg.rasters.file import bitmap_of
from sketchsvg.theme.theme import HUES
from tests.pixels import png

#: Words that every hand can write, markup among them, and signs that JSON and our own markup take for theirs.
WORDS = st.text("ab한글é→0 .,-*=`\"\\{}[]:$|\n/", min_size=1, max_size=24).filter(lambda said: said.strip(" \n/"))
LINE = WORDS.map(lambda said: said.replace("\n", " ")).filter(str.strip)
MAYBE = st.one_of(st.just(""), LINE)
HUE = st.sampled_from(("", *HUES))
ICON = st.sampled_from(("", "laptop", "🍌", "star"))
NAME = st.one_of(st.just(""), st.sampled_from(("one", "two", "the third")))
ALIGN = st.sampled_from(("left", "centre", "right", "justify"))
SIZE = st.floats(0.01, 1000, allow_nan=False)


def made(make, *words, **options):
    """A strategy for what ``make`` gives; a list among the words stands for several of them."""
    def call(values):
        given_words, given = values
        flat = [one for word in given_words for one in (word if isinstance(word, Several) else [word])]
        return make(*flat, **given)

    return st.tuples(st.tuples(*words), st.fixed_dictionaries(options)).map(call)


class Several(list):
    """Words in a row, each an argument of its own."""


def several(strategy, least=1, most=3):
    return st.lists(strategy, min_size=least, max_size=most).map(Several)


BULLETS = st.recursive(
    made(s.bullets, several(WORDS), marker=st.sampled_from(("•", "→", "–")), name=NAME) | made(s.numbered, several(WORDS)),
    lambda inner: made(s.bullets, several(WORDS | inner)) | made(s.numbered, several(WORDS | inner), name=NAME),
    max_leaves=4,
)
BRANCHES = st.recursive(
    WORDS.map(s.branch) | st.builds(s.branch, WORDS, accent=HUE),
    lambda inner: st.builds(lambda *given: s.branch(given[0], given[1], accent=given[2]), WORDS, st.lists(inner, max_size=3), HUE),
    max_leaves=6,
)
STEPS = made(
    s.step, LINE, several(LINE, 0), icon=ICON, tone=HUE, via=st.just(""),
    shape=st.sampled_from(("box", "pill", "oval", "circle", "diamond")),
) | LINE.map(s.step)
LATER_STEPS = made(s.step, LINE, via=LINE)
MERMAID = st.sampled_from((
    "flowchart\n A --> B", "flowchart LR\n  A[\"한글 (ok)\"] -->|yes| B{why}\n  B --> C & D", "flowchart TB\n  subgraph G\n    a --> b\n  end",
))
DRAWN = """\
┌────────────┬─────┐
│ ONE        │ TWO │
├────────────┴─────┤
│ THREE  - a       │
│        - b       │
└──────────────────┘
"""
MIND = "mindmap\n  Root\n    ((one))\n    two\n      three"


@st.composite
def tables(draw):
    columns = draw(st.integers(1, 4))
    row = st.tuples(*[st.one_of(st.just(""), st.just("-"), WORDS)] * columns)
    cells = st.sampled_from(("left", "centre", "right", "justify", "decimal"))
    align = draw(cells | st.tuples(*[cells] * columns))
    widths = {1: (100,), 2: (30, 70), 3: (20.5, 29.5, 50), 4: (25,) * 4}[columns]
    return s.table(
        draw(row | st.none()), *draw(st.lists(row, min_size=1, max_size=4)), align=align,
        widths=draw(st.sampled_from((widths, None))), name=draw(NAME),
    )


@st.composite
def scales(draw):
    count = draw(st.integers(2, 5))
    stop = LINE | st.tuples(LINE, MAYBE)
    return s.scale(
        *(draw(stop.filter(lambda one: isinstance(one, tuple) or one.split("|")[0].strip())) for _ in range(count)),
        low=draw(MAYBE), high=draw(MAYBE), title=draw(MAYBE),
        sizes=draw(st.none() | st.lists(SIZE, min_size=count, max_size=count)),
    )


SKETCH = s.Sketch(40, 20, seed=3, paper="#fff").circle(10, 10, 7.3, fill="hachure", key="sun", fill_dash=(2, 1), fill_passes=2, roughness=2, max_offset=0.3).rectangle(
    30, 2, 6, 6, fill="zigzag-line", tooth=2, preserve_vertices=True
).text(20, 12, "a 원", size=9)
BITMAP = bitmap_of(png(), "a.png")
CODE = st.text("ab한 \n\t{}\"\\#:()=", min_size=1, max_size=60).filter(str.strip)
#: The simple blocks by their tags in JSON.
SIMPLE = {
    "text": made(s.text, WORDS, align=ALIGN, on_lines=st.booleans(), name=NAME),
    "remark": made(s.remark, WORDS, align=ALIGN, name=NAME),
    "subhead": made(subhead, WORDS, rank=st.integers(0, 3), icon=ICON, name=NAME),
    "divider": made(divider, name=NAME),
    "bullets": BULLETS.filter(lambda block: not block.numbered),
    "numbered": BULLETS.filter(lambda block: block.numbered),
    "note": made(s.note, WORDS, icon=ICON, name=NAME),
    "tip": made(s.tip, WORDS, icon=ICON, name=NAME),
    "warning": made(s.warning, WORDS, icon=ICON, name=NAME),
    "danger": made(s.danger, WORDS, icon=ICON, name=NAME),
    "quote": made(s.quote, WORDS, by=MAYBE, tilt=st.sampled_from((-1.2, 0, 3.25, 8)), name=NAME),
    "badge": made(s.badge, LINE, icon=ICON, accent=HUE, name=NAME),
    "figure": made(s.figure, ICON.filter(bool), size=st.floats(4, 30), caption=MAYBE, accent=HUE, name=NAME),
    "picture": st.one_of(
        made(s.picture, st.sampled_from((SKETCH, SKETCH.drawing())), caption=MAYBE, name=NAME),
        made(photo, st.just(BITMAP), alt=MAYBE, width=st.none() | st.floats(10, 100), caption=MAYBE, name=NAME),
    ),
    "table": tables(),
    "contents": made(contents, several(st.tuples(WORDS, st.sampled_from(["1", "23"]), st.integers(0, 3))), name=NAME),
    "terms": made(s.terms, several(st.tuples(WORDS, WORDS) | st.tuples(WORDS, WORDS, MAYBE)), name=NAME),
    "scale": scales(),
    "code": made(s.code, CODE, st.sampled_from(("", "python"))) | made(coloured_code, CODE, st.just("python"), name=NAME),
    "maths": made(s.maths, st.sampled_from((r"\frac{a}{b}", "x^2")), align=ALIGN.filter(lambda one: one != "justify"), size=SIZE),
    "mindmap": made(s.mindmap, WORDS, st.lists(BRANCHES, min_size=1, max_size=3), icon=ICON, name=NAME),
    "flow": st.tuples(STEPS, st.lists(STEPS | LATER_STEPS, max_size=3)).map(lambda given: s.flow(given[0], *given[1])),
    "flowchart": made(s.flowchart, MERMAID, name=NAME),
    "mermaid": st.just(MIND).map(s.mermaid),
    "wireframe": made(s.wireframe, st.just(DRAWN), shares=st.sampled_from(((), (40, 60)))),
}


def holders(inner):
    """Blocks that hold others, by their tags in JSON."""
    held = several(inner | WORDS)
    two = st.lists(inner, min_size=2, max_size=3)
    return {
        "row": two.map(lambda blocks: _joined(blocks, lambda one, other: one | other)) | two.map(drawn_row),
        "column": two.map(lambda blocks: _joined(blocks, lambda one, other: one / other)) | two.map(drawn_column),
        "title": made(
            s.title, WORDS, several(inner | WORDS, 0), kicker=MAYBE, subtitle=MAYBE, notes=st.lists(LINE, max_size=2), icon=ICON,
            end_icon=ICON, name=NAME,
        ),
        "section": made(s.section, WORDS, held, icon=ICON, aside=MAYBE, accent=HUE, name=NAME),
        "card": made(
            s.card, WORDS, several(inner | WORDS, 0), what=MAYBE, icon=ICON, favourite=st.booleans() | LINE, accent=HUE, name=NAME
        ),
        "panel": made(panel, several(inner | WORDS, 0), name=NAME),
        "aside": made(aside, held, name=NAME),
        "compare": made(s.compare, inner | WORDS, inner | WORDS, versus=LINE, name=NAME),
        "entries": made(entries, st.lists(st.tuples(st.sampled_from(("•", "1.", "")), st.lists(inner | WORDS, max_size=2)), min_size=1, max_size=3)),
        "page": st.builds(
            lambda top, blocks: OnePage(top=tuple(top), blocks=tuple(blocks)), st.lists(inner, max_size=1), st.lists(inner, min_size=1, max_size=3)
        ),
        "leaf": st.builds(
            lambda columns, banner, header: Leaf(columns=tuple(map(tuple, columns)), banner=tuple(banner), header=header),
            st.lists(st.lists(inner, max_size=2), min_size=1, max_size=2), st.lists(inner, max_size=1), MAYBE,
        ),
    }


def drawn_row(blocks):
    return DrawnRow(blocks=tuple(blocks), drawn=tuple(1.5 + number for number in range(len(blocks))))


def drawn_column(blocks):
    return DrawnColumn(blocks=tuple(blocks), drawn=tuple(2.0 + number for number in range(len(blocks))))


def _joined(blocks, join):
    whole = blocks[0]
    for block in blocks[1:]:
        whole = join(whole, block)
    return whole


def shared(blocks):
    """The same blocks, some of them with a share."""
    return st.tuples(blocks, st.none() | st.floats(0.5, 100)).map(
        lambda given: given[0] if given[1] is None or isinstance(given[0], Flow) else given[0].share(given[1])
    )


BLOCKS = st.recursive(
    shared(st.one_of(*SIMPLE.values())),
    lambda inner: shared(st.one_of(*holders(inner).values())),
    max_leaves=6,
)
SHEETS = made(
    s.Sheet, BLOCKS, theme=st.sampled_from(("nano-banana", "night")), page=st.sampled_from(("A4", "A5 landscape", "120.5x80", "Letter")),
    seed=st.integers(-(10**12), 10**12), title=MAYBE, author=MAYBE, language=st.sampled_from(("en", "ko")), description=MAYBE,
    subject=MAYBE, keywords=st.lists(LINE, max_size=2), hand=st.sampled_from(("", "neat")), lenient=st.booleans(),
    arrows=st.lists(st.just("one -> two") | st.just(s.Arrow("one", "two", "leaf")), max_size=2),
)
