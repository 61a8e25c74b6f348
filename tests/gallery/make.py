"""The golden pictures: a few strokes of every pen, a few shapes in every fill, every shape in a few pens.

They show in ``docs/gallery.md`` what each name looks like, and hold the engine to it: a test compares every byte. After a
change that is meant to change the ink, look at what comes out, then write the pictures and the page anew::

    python -m tests.gallery.make
"""

from __future__ import annotations

from collections.abc import Callable
from math import cos, radians, sin
from pathlib import Path

from sketchsvg import Sketch
from sketchsvg.ink import fill_names, pen_names

FOLDER = Path(__file__).parent
PAGE = FOLDER.parents[1] / "docs" / "gallery.md"
INK, PAPER = "#1f2a44", "#fffdf5"
HANDS = ("note", "neat", "quick", "caps", "mono", "child")
SPECIMENS = """
## Specimens of the hands

A page a hand: pangrams in two languages from 7 to 48 pt, all letters, those that are easily taken for each other, every emphasis.
`sketchsvg render sheets/specimen_hand.py -o docs/pictures/ --format webp --ppi 110` draws them; [what a hand is](hand.md).

| | |
|---|---|
"""
SERIES = """
## A series of cheat sheets

How language models work, on six pages: Markdown in `sheets/llms-1-foundations.md` to `llms-6-practice.md`, in four themes and three
hands. `sketchsvg render sheets/llms-*.md -o llms.pdf` makes one PDF of them.

| | |
|---|---|
| ![Sheet 1: foundations](pictures/llms-1.png) | ![Sheet 2: the pipeline, on kraft paper](pictures/llms-2.png) |
| ![Sheet 3: psychology, at night](pictures/llms-3.png) | ![Sheet 4: engineering, as a blueprint](pictures/llms-4.png) |
| ![Sheet 5: capabilities, in a quick hand](pictures/llms-5.png) | ![Sheet 6: practice, on kraft paper](pictures/llms-6.png) |
"""
HUES = ("#2f6fde", "#1f9d61", "#e8772e", "#8a4fbf", "#d6456b")
NIBS = {"ruler": 0.3, "marker": 0.8, "brush": 0.9, "chisel": 0.8, "chalk": 1.0, "highlighter": 3.5}


def star(cx: float, cy: float, size: float) -> list[tuple[float, float]]:
    """The corners of a star with five points."""
    far = [(size, size * 0.45)[number % 2] for number in range(10)]
    return [(cx + r * sin(radians(36 * n)), cy - r * cos(radians(36 * n))) for n, r in enumerate(far)]


def pen_picture(pen: str) -> str:
    """A line, an arc, a wave, a box, a loop and two words; a highlighter only swipes."""
    sketch = Sketch(90, 24, seed=5, paper=PAPER, pen=pen, colour=INK, nib=NIBS.get(pen, 0.45), title=f"pen {pen}")
    if pen == "highlighter":
        for row, hue in enumerate(("#ffd84d", "#7ee0a8", "#ff9eb5")):
            sketch.line(5 + 4 * row, 5 + 7 * row, 40 + 6 * row, 5 + 7 * row, colour=hue)
        sketch.curve([(62, 19), (80, 5), (84, 14), (72, 19), (66, 7), (86, 4)], colour=HUES[0], opacity=0.4)
        return sketch.to_svg()
    sketch.line(4, 5, 34, 5).curve([(4, 17), (11, 11), (18, 17), (25, 11), (34, 17)])
    sketch.arc(44, 12, 6, 7, 40, 320).rectangle(54, 5, 14, 13).circle(79, 11.5, 6.5)
    return sketch.to_svg()


def fill_picture(fill: str) -> str:
    """A box, an oval and a star."""
    sketch = Sketch(90, 24, seed=5, paper=PAPER, colour=INK, nib=0.4, title=f"fill {fill}")
    for number, hue in enumerate((HUES[0], HUES[2], HUES[4])):
        how = {"fill": fill, "fill_colour": hue, "fill_opacity": 0.4 if fill in ("wash", "solid") else 1.0, "gap": 1.5}
        if number == 0:
            sketch.rectangle(4, 3, 24, 18, radius=2, **how)
        elif number == 1:
            sketch.ellipse(46, 12, 12, 9, **how)
        else:
            sketch.polygon(star(74, 13, 11), **how)
    return sketch.to_svg()


def shape_picture(shape: str) -> str:
    """The shape with a fineliner, a ballpoint and a brush, the last with a fill where it can have one."""
    sketch = Sketch(90, 24, seed=5, paper=PAPER, colour=INK, nib=0.45, title=f"shape {shape}")
    for number, (pen, hue) in enumerate((("fineliner", HUES[0]), ("ballpoint", HUES[2]), ("brush", HUES[4]))):
        how = {"pen": pen, "width": (0.4, 0.5, 0.8)[number]}
        if number == 2 and shape not in OPEN:
            how |= {"fill": "hachure", "fill_colour": hue, "gap": 1.5}
        SHAPES[shape](sketch, 8 + 30 * number, 4, how)
    return sketch.to_svg()


OPEN = ("line", "polyline", "arc", "curve", "bezier")
#: How to draw each shape in a place of 16 x 16 mm. How words look is the hands' business.
SHAPES: dict[str, Callable[[Sketch, float, float, dict], Sketch]] = {
    "line": lambda s, x, y, how: s.line(x, y + 14, x + 16, y + 2, **how),
    "polyline": lambda s, x, y, how: s.polyline([(x, y + 14), (x + 5, y + 2), (x + 10, y + 14), (x + 16, y + 2)], **how),
    "polygon": lambda s, x, y, how: s.polygon(star(x + 8, y + 9, 9), **how),
    "rectangle": lambda s, x, y, how: s.rectangle(x, y + 2, 16, 12, **how),
    "rounded": lambda s, x, y, how: s.rectangle(x, y + 2, 16, 12, radius=3, **how),
    "ellipse": lambda s, x, y, how: s.ellipse(x + 8, y + 8, 9, 5.5, **how),
    "circle": lambda s, x, y, how: s.circle(x + 8, y + 8, 7, **how),
    "arc": lambda s, x, y, how: s.arc(x + 8, y + 8, 8, 7, 20, 300, **how),
    "sector": lambda s, x, y, how: s.sector(x + 1, y + 15, 15, 14, 0, 90, **how),
    "curve": lambda s, x, y, how: s.curve([(x, y + 12), (x + 4, y + 4), (x + 8, y + 8), (x + 12, y + 12), (x + 16, y + 4)], **how),
    "loop": lambda s, x, y, how: s.curve([(x, y + 8), (x + 6, y + 1), (x + 11, y + 5), (x + 16, y + 8), (x + 12, y + 15), (x + 4, y + 14)], closed=True, **how),
    "bezier": lambda s, x, y, how: s.bezier([(x, y + 15), (x + 20, y + 15), (x - 4, y + 1), (x + 16, y + 1)], **how),
    "path": lambda s, x, y, how: s.path("M50 88C10 58 0 38 14 20S44 12 50 30C56 12 74 4 86 20S90 58 50 88z", x=x - 1, y=y, scale=0.18, **how),
}  # fmt: skip


def pictures() -> dict[str, str]:
    """The text of every golden picture by the name of its file."""
    pens = {f"pen-{pen}.svg": pen_picture(pen) for pen in pen_names()}
    fills = {f"fill-{fill}.svg": fill_picture(fill) for fill in fill_names()}
    return pens | fills | {f"shape-{shape}.svg": shape_picture(shape) for shape in SHAPES}


def page() -> str:
    """The gallery as Markdown."""
    parts = ["# Gallery\n", "Every pen, every fill and every shape, drawn by `tests/gallery/make.py`; a test holds the engine to each byte. Then a page a hand, and a series of sheets."]
    for head, kind, names in (("Pens", "pen", pen_names()), ("Fills", "fill", fill_names()), ("Shapes", "shape", tuple(SHAPES))):
        parts.append(f"\n## {head}\n\n| Name | What it looks like |\n|---|---|")
        parts += [f"| `{name}` | ![{kind} {name}](../tests/gallery/{kind}-{name}.svg) |" for name in names]
    return "\n".join(parts) + "\n" + specimens() + SERIES


def specimens() -> str:
    """The pages of the hands, two a row."""
    shown = [f"![The hand {hand}](pictures/specimen_hand-{number}.webp)" for number, hand in enumerate(HANDS, 1)]
    rows = [f"| {left} | {right} |" for left, right in zip(shown[::2], shown[1::2], strict=True)]
    return SPECIMENS + "\n".join(rows) + "\n"


def main() -> None:
    """Write all pictures, take away those that nobody draws any more, and write the page."""
    made = pictures()
    for path in FOLDER.glob("*.svg"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
