"""Every block on one page: what a sheet can hold."""

from sketchsvg import (
    Sheet, badge, bullets, card, code, compare, danger, figure, flow, mindmap, note, numbered, quote, remark, scale,
    section, step, table, terms, text, tip, title, warning,
)  # fmt: skip

words = section(
    "WORDS",
    text("Plain words, **bold words**, ==highlighted words==, `code`, ~~struck~~, [a link](https://example.org), 💡 and :rocket:."),
    bullets("bullets", "✓ an item brings its sign", "✗ another one", bullets("nested", "lists")) | numbered("count", "from", "one"),
    remark("A remark is smaller and paler than the text around it."),
    icon="pencil",
)

boxes = section(
    "BOXES",
    card("A card", "has a name", what="and a remark", icon="package") | card("A favourite", "carries a ribbon", favourite="★ pick"),
    note("A note to remember.") | tip("A tip that helps."),
    warning("A warning.") | danger("A danger."),
    quote("Notes written as code come out as one page written by hand.", by="The README"),
    icon="box",
)

facts = section(
    "FACTS",
    table(("Size", "mm", "Use"), ("A4", "210 × 297", "notes"), ("A5", "148 × 210", "cards"), ("A6", "105 × 148", "labels")),
    terms(("Baseline", "the line that letters stand on"), ("Leading", "from one baseline to the next")),
    code('sheet = Sheet(\n    title("안녕") / section("Hello", "words"),\n    page="A5",\n)', "python"),
    icon="book-open",
)

pictures = section(
    "PICTURES",
    mindmap("Sheet", {"Blocks": ["card", "table", "flow"], "Look": {"Theme": ["paper", "pens"]}, "Output": ["SVG", "PDF", "PNG"]}),
    flow(step("Write", "in Python", tone="cobalt") >> step("Lay out", "in mm", shape="pill") >> step("Print", "by pen", tone="leaf")),
    compare(card("Font", "alike"), card("Hand", "alive")) | figure("paper-plane", size=13, caption="a figure").share(24),
    scale("A3", "A4", "A5", "A6", low="large", high="small", sizes=(8, 4, 2, 1)),
    badge("a badge", icon="star"),
    icon="image",
)

sheet = Sheet(
    title("EVERY BLOCK", kicker="sketchsvg", subtitle="모든 블록", notes=("one page", "one hand"), icon="banana-buddy").share(9)
    / (words | boxes).share(34)
    / (facts | pictures).share(57),
    seed=5,
    description="One of every block that a sheet can hold.",
)
