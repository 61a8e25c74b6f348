"""A sheet that holds everything that can be said on one, for those who read the PDF and not the page."""

from sketchsvg import (
    Sheet,
    Sketch,
    badge,
    bullets,
    card,
    code,
    compare,
    danger,
    figure,
    flow,
    flowchart,
    mindmap,
    note,
    numbered,
    picture,
    quote,
    remark,
    scale,
    section,
    step,
    table,
    terms,
    text,
    tip,
    title,
    warning,
)  # fmt: skip
from sketchsvg.blocks.aside import aside
from sketchsvg.blocks.coloured import coloured_code
from sketchsvg.blocks.divider import divider
from sketchsvg.blocks.entries import entries
from sketchsvg.blocks.subhead import subhead


def everything(diagrams: bool = True) -> Sheet:
    words = section(
        "말과 글 Words",
        text("Plain words, **bold** words, ==marked==, `code`, ~~struck~~, [a link](https://example.org/a?b=1&c=2) and 한글."),
        text("**굵게**는 붙고, *기울임* 은 떨어진다. 두 문장이 한 문단에 있고, 줄이 바뀌어도 띄어쓰기는 그대로다. 💡 아이디어 :rocket:까지."),
        text("한 줄\n그리고 다음 줄"),
        subhead("작은 제목", rank=1),
        bullets("first", "✓ brings its sign", "✗ another", bullets("nested one", bullets("deeper")), "last"),
        numbered("하나", "둘", "셋"),
        subhead("Deeper", rank=2, icon="star"),
        entries([("•", ["한 문단", "another paragraph"]), ("2.", ["two", bullets("below")]), ("•", [])]),
        remark("A remark that is small, and [internal](#facts-사실)."),
        icon="pencil", aside="an aside",
    )
    boxes = section(
        "Boxes",
        card("A card", "has words", what="and a remark", icon="package") | card("카드", "리본이 있다", favourite="★ pick"),
        note("기억할 것. Note it."), tip("A tip."), warning("A warning."), danger("A danger."),
        quote("Notes written as code come out as one page.", by="The README"),
        aside("Said besides,", text("in two texts.")),
        divider(),
        compare(card("Left", "one"), card("Right", "other")),
        badge("a badge", icon="star"),
    )
    facts = section(
        "Facts 사실",
        table(("이름", "Size", "뜻"), ("A4", "210 × 297", "큰 것"), ("A5", "148 × 210", ""), ("A6", "-", "작은 것")),
        table(None, ("no", "head"), ("at", "all")),
        terms(("Baseline", "the line that letters stand on"), ("행간", "줄과 줄 사이", "leading")),
        code("def f(x):\n    if x:\n        return  [1,  2]\n\n    return 'ab'", "python"),
        coloured_code("for i in range(3):\n    print(f'{i}: 안녕')", "python"),
    )
    pictures = section(
        "Pictures",
        mindmap("뿌리 Root", {"가지": ["잎", "leaf"], "Branch": {"Twig": ["a", "b"]}}),
        flow(step("Write", "in Python") >> step("Lay out", "in mm", via="then") >> step("인쇄", "by pen")),
        flowchart("flowchart LR\nA[시작] -->|네| B{Good?}\nB --> C[끝]"),
        figure("paper-plane", size=13, caption="a figure") | figure("star", size=9),
        picture(Sketch(40, 14, title="A circle").circle(8, 7, 5), caption="그림"),
        scale("FP32", "BF16|half", "INT4", low="정밀", high="coarse", title="Precision"),
    )
    return Sheet(
        title("EVERYTHING 모두", kicker="sketchsvg", subtitle="부제목", notes=("one page", "[site](https://example.org/한글)")).share(8)
        / (words | boxes).share(46)
        / ((facts | pictures) if diagrams else facts).share(46),
        page="A3", language="en", author="Kim & Co.", subject="Blocks", keywords=("blocks", "한글"),
        description="One of every block.", seed=3,
    )  # fmt: skip
