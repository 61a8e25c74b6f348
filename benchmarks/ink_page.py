"""How long a full page takes to ink: 2,000 handwritten characters and 400 shapes, warm, in milliseconds."""

from __future__ import annotations

import sys
from statistics import median
from time import perf_counter

import numpy as np

from sketchsvg.geometry import shapes
from sketchsvg.geometry.rect import Rect
from sketchsvg.ink import ink
from sketchsvg.lettering.hand import hand_of
from sketchsvg.scene import Fill, Layer, Mark, Scene, Writing

INK = "#1f2a44"
TEXT = "모델을 내려받아 내 컴퓨터에서 실행하면 인터넷이 필요 없고 데이터가 나가지 않는다"


def line_of_text(number: int) -> Mark:
    """One line of writing at 9.5 pt."""
    em = 9.5 * 25.4 / 72
    x, y = 10.0, 10.0 + 5.0 * number
    written = hand_of().write(TEXT)
    writing = Writing(TEXT, (), written.origins * em + np.array((x, y)), written.glyph_of_stroke, em)
    curves = written.curves.placed(x, y, em)
    return Mark(f"text {number}", curves, "fineliner", 0.085 * em, INK, Layer.TEXT, writing=writing)


def shape(number: int) -> Mark:
    """A card, a rule, a ring or a swipe."""
    x, y, key = 10.0 + number % 20 * 9, 10.0 + number // 20 * 13, f"shape {number}"
    if number % 4 == 0:
        fill = Fill("hachure", "#2f6fde", 0.5) if number % 16 == 0 else Fill("wash", "#ffffff")
        card = shapes.rectangle(Rect(x, y, 20.0 + number % 50, 12.0), 2.0)
        return Mark(key, card, "ballpoint", 0.38, INK, Layer.LINE, fill=fill)
    if number % 4 == 1:
        return Mark(key, shapes.line(x, y, x + 20 + number % 90, y), "fineliner", 0.3, INK, Layer.LINE)
    if number % 4 == 2:
        return Mark(key, shapes.ellipse(x, y, 4, 4), "fineliner", 0.3, "#1f9d61", Layer.LINE)
    return Mark(key, shapes.line(x, y, x + 20, y), "highlighter", 3.3, "#ffd84d", Layer.HIGHLIGHT, opacity=0.5)


def main(repeats: int = 30) -> None:
    """Print the fastest and the middle time of ``repeats`` runs."""
    marks = (*(line_of_text(number) for number in range(58)), *(shape(number) for number in range(400)))
    scene = Scene(210.0, 297.0, marks, seed=1)
    times = []
    for _ in range(repeats):
        start = perf_counter()
        page = ink(scene)
        times.append((perf_counter() - start) * 1e3)
    letters = sum(len(mark.writing.origins) for mark in marks if mark.writing)
    points = sum(len(path.curves.points) for path in page.paths)
    print(f"{letters} characters, {sum(len(mark.curves) for mark in marks)} strokes in, {points} points out")
    print(f"fastest {min(times):.1f} ms, median {median(times):.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
