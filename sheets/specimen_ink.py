"""A specimen of the ink engine: every pen, every fill and every shape on one page."""

from math import cos, radians, sin
from typing import Unpack

from sketchsvg import Sheet, Sketch, picture, save, section, title
from sketchsvg.ink import fill_names, pen_names
from sketchsvg.sketch import Options

INK, NOTE, BANANA = "#1f2a44", "#6b7488", "#ffd84d"
HUES = ("#2f6fde", "#1f9d61", "#e8772e", "#8a4fbf", "#d6456b")

#: The width in mm that each pen is shown with; 0.4 where none is given.
NIBS = {"marker": 0.75, "highlighter": 1.5, "brush": 0.8, "chisel": 0.7, "chalk": 0.8, "ruler": 0.3, "fineliner": 0.35}


def in_order(names: tuple[str, ...], *first: str) -> tuple[str, ...]:
    """All the names, these first."""
    return (*(name for name in first if name in names), *(name for name in names if name not in first))


PENS = in_order(pen_names(), "ruler", "fineliner", "ballpoint", "fountain", "pencil", "marker", "brush", "chisel", "chalk", "highlighter")
FILLS = in_order(tuple(set(fill_names()) - {"none"}), "hachure", "cross-hatch", "zigzag", "zigzag-line", "scribble", "dashed", "dots", "wash", "solid")


def shape(sketch: Sketch, number: int, x: float, y: float, wide: float, high: float, **options: Unpack[Options]) -> None:
    """One of eight closed shapes in a box, by its number."""
    cx, cy, rx, ry = x + wide / 2, y + high / 2, wide / 2, high / 2
    kind = number % 8
    if kind == 0:
        sketch.rectangle(x, y, wide, high, **options)
    elif kind == 1:
        sketch.ellipse(cx, cy, rx, ry, **options)
    elif kind == 2:
        sketch.polygon([(cx, y), (x + wide, y + high), (x, y + high)], **options)
    elif kind == 3:
        sketch.rectangle(x, y, wide, high, radius=2.2, **options)
    elif kind == 4:
        sketch.polygon([(x + rx * 0.45, y), (x + rx * 1.55, y), (x + wide, cy), (x + rx * 1.55, y + high), (x + rx * 0.45, y + high), (x, cy)], **options)
    elif kind == 5:
        sketch.circle(cx, cy, ry, **options)
    elif kind == 6:
        sketch.sector(cx, y + high, high * 0.95, high * 0.95, 32, 148, **options)
    else:
        sketch.curve([(x, cy), (cx - rx * 0.3, y + 0.3), (x + wide, y + ry * 0.7), (cx + rx * 0.45, y + high), (x + rx * 0.4, y + high * 0.93)], closed=True, **options)


def swatches() -> Sketch:
    """A row for each pen, a column for each fill; shapes and hues go by turns."""
    left, top, column, row = 20.5, 5.2, 161.5 / len(FILLS), 10.4
    sketch = Sketch(182, top + row * len(PENS))
    for number, fill in enumerate(FILLS):
        sketch.text(left + column * (number + 0.5), 3.2, fill, size=8, align="centre", colour=NOTE)
    for line, pen in enumerate(PENS):
        y = top + row * line
        sketch.text(0.5, y + row / 2 + 1, pen, size=9.5, bold=True)
        for number, fill in enumerate(FILLS):
            hue = HUES[(number + 2 * line) % len(HUES)]
            light = 0.35 if fill in ("wash", "solid") else 0.9
            ink = {"colour": hue, "opacity": 0.45} if pen == "highlighter" else {"colour": INK}
            shape(
                sketch, number + line, left + column * number + 1.4, y + 0.9, column - 2.8, row - 2.2, pen=pen, width=NIBS.get(pen, 0.4), key=f"{pen}/{fill}", **ink,
                fill=fill, fill_colour=hue, fill_opacity=light, gap=1.15, weight=0.25,
            )  # fmt: skip
    return sketch


def shapes() -> Sketch:
    """The vocabulary, each under its name."""
    step = 182 / 14
    sketch = Sketch(182, 20, nib=0.4)
    hues = iter(HUES * 3)

    def place(number: int, name: str) -> tuple[float, float, float, float, str]:
        sketch.text((number + 0.5) * step, 18.5, name, size=8, align="centre", colour=NOTE)
        return number * step + 1.6, 3.0, step - 3.2, 10.0, next(hues)

    x, y, w, h, hue = place(0, "line")
    sketch.line(x, y + h, x + w, y, colour=hue)
    x, y, w, h, hue = place(1, "polyline")
    sketch.polyline([(x, y + h), (x + w * 0.3, y), (x + w * 0.6, y + h), (x + w, y)], colour=hue)
    x, y, w, h, hue = place(2, "polygon")
    sketch.polygon([(x + w / 2, y), (x + w, y + h * 0.4), (x + w * 0.8, y + h), (x + w * 0.2, y + h), (x, y + h * 0.4)], colour=hue)
    x, y, w, h, hue = place(3, "rectangle")
    sketch.rectangle(x, y + 1, w, h - 2, colour=hue)
    x, y, w, h, hue = place(4, "rounded")
    sketch.rectangle(x, y + 1, w, h - 2, radius=2.4, colour=hue)
    x, y, w, h, hue = place(5, "circle")
    sketch.circle(x + w / 2, y + h / 2, h / 2, colour=hue)
    x, y, w, h, hue = place(6, "ellipse")
    sketch.ellipse(x + w / 2, y + h / 2, w / 2, h * 0.34, colour=hue)
    x, y, w, h, hue = place(7, "arc")
    sketch.arc(x + w / 2, y + h / 2, w / 2, h / 2, 20, 300, colour=hue)
    x, y, w, h, hue = place(8, "sector")
    sketch.sector(x + w * 0.08, y + h * 0.92, w * 0.82, h * 0.88, 0, 90, colour=hue)
    x, y, w, h, hue = place(9, "curve")
    sketch.curve([(x, y + h * 0.8), (x + w * 0.25, y + h * 0.25), (x + w * 0.5, y + h * 0.5), (x + w * 0.75, y + h * 0.75), (x + w, y + h * 0.2)], colour=hue)
    x, y, w, h, hue = place(10, "loop")
    sketch.curve([(x, y + h * 0.45), (x + w * 0.35, y + h * 0.05), (x + w * 0.62, y + h * 0.3), (x + w, y + h * 0.5), (x + w * 0.8, y + h * 0.92), (x + w * 0.3, y + h * 0.85)], closed=True, colour=hue)
    x, y, w, h, hue = place(11, "bezier")
    sketch.bezier([(x, y + h), (x + w, y + h), (x, y), (x + w, y)], colour=hue)
    x, y, w, h, hue = place(12, "path")
    sketch.path("M50 88C10 58 0 38 14 20S44 12 50 30C56 12 74 4 86 20S90 58 50 88z", x=x - 0.4, y=y - 0.6, scale=w / 90, colour=hue)
    x, y, w, h, hue = place(13, "text")
    sketch.text(x + w / 2, y + h * 0.75, "글씨", size=17, align="centre", bold=True, colour=hue)
    return sketch


def lines() -> Sketch:
    """Lines of 5 to 180 mm, each with a pen of its own."""
    sketch = Sketch(182, 21)
    x, y = 2.0, 3.0
    for turn, (length, below) in enumerate(((5, 0), (10, 0), (20, 0), (40, 0), (60, 1), (80, 0), (120, 1), (180, 2))):
        if below or x + length > 183:
            x, y = 2.0, y + 5.4
        pen = PENS[1 + turn]
        sketch.line(x, y, x + length, y, pen=pen, width=NIBS.get(pen, 0.4) * 1.1)
        if length < 180:
            sketch.text(x + length + 1.5, y + 1.0, f"{length} mm {pen}", size=8, colour=NOTE)
        else:
            sketch.text(x + length, y - 2.0, f"{length} mm {pen}", size=8, align="right", colour=NOTE)
        x += length + (25 if length < 60 else 21)
    return sketch


def marking() -> Sketch:
    """A highlighter under words."""
    sketch = Sketch(52, 24)
    rows = (("the quick brown fox", 1, 2, BANANA), ("다람쥐 헌 쳇바퀴에", 0, 0, "#7ee0a8"), ("1,024 ≥ 10³ → yes", 4, 4, "#ff9eb5"))
    for row, (words, first, last, hue) in enumerate(rows):
        y = 6.0 + 7.4 * row
        (mark,) = Sketch(52, 24).text(1, y, words, size=14).marks
        begin, end = mark.writing.words[first], mark.writing.words[last]
        sketch.line(begin.x - 0.9, y - 1.5, end.x + end.width + 0.9, y - 1.7, pen="highlighter", width=4.1, opacity=0.75, colour=hue)
        sketch.text(1, y, words, size=14)
    return sketch


def dashes() -> Sketch:
    """Dashed lines and shapes."""
    sketch = Sketch(52, 24, nib=0.5)
    for row, dash in enumerate(((3, 2), (1.2, 1.3), (0.01, 1.5), (5, 1.6, 0.9, 1.6))):
        y = 3 + 5.8 * row
        sketch.line(1, y, 27, y, dash=dash, colour=HUES[row])
    sketch.rectangle(31, 2, 19.5, 8, radius=2, dash=(2, 1.5), colour=HUES[4])
    sketch.circle(35.6, 17.2, 4.6, dash=(1.5, 1.3), colour=HUES[0])
    sketch.polyline([(42.5, 21), (45, 13.5), (48, 21), (50.5, 13.5)], dash=(1.6, 1.3), colour=HUES[1])
    return sketch


def corners() -> Sketch:
    """Where strokes meet: sharp and wide corners, ovals of all sizes, a star."""
    sketch = Sketch(52, 24, pen="ballpoint", nib=0.45)
    x = 1.0
    for wide, hue in zip((1.2, 3.2, 6.0, 10.0), HUES, strict=False):
        sketch.polyline([(x, 9.5), (x + wide / 2, 2), (x + wide, 9.5)], colour=hue)
        x += wide + 3.2
    x = 1.0
    for size in (0.7, 1.2, 1.9, 2.8, 3.9):
        sketch.ellipse(x + size * 1.15, 17.5, size * 1.15, size)
        x += size * 2.3 + 2.0
    middle, points = (42.2, 12.5), []
    for number in range(10):
        far = 9.6 if number % 2 == 0 else 4.2
        points.append((middle[0] + far * sin(radians(36 * number)), middle[1] - far * cos(radians(36 * number))))
    sketch.polygon(points, colour=HUES[4], fill="hachure", fill_colour="#f0b429", gap=1)
    return sketch


sheet = Sheet(
    title("SPECIMEN OF INK", kicker="SKETCHSVG:", subtitle="every pen × every fill × every shape", notes="one engine draws letters, boxes, hatching and swipes", icon="pen-tool").share(8.6)
    / section("PENS × FILLS", picture(swatches()), icon="grid-3x3", aside="ten pens, nine fills, eight shapes", accent="cobalt").share(46.2)
    / section("SHAPES", picture(shapes()), icon="shapes", aside="each name is a method", accent="leaf").share(14.2)
    / section("LINES", picture(lines()), icon="ruler", aside="straight, but never ruled", accent="tangerine").share(15)
    / (
        section("HIGHLIGHTER", picture(marking()), icon="highlighter", accent="banana")
        | section("DASHES", picture(dashes()), icon="scissors", accent="plum")
        | section("CORNERS, OVALS", picture(corners()), icon="star", accent="rose")
    ).share(16),
    theme="nano-banana", page="A4", seed=11, title="Specimen of ink", description="Every pen, fill and shape of sketchsvg's ink engine.",
)  # fmt: skip

if __name__ == "__main__":
    save(sheet, "specimen_ink.pdf")
