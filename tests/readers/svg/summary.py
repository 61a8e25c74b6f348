"""What a drawing was read as, in lines short enough to compare; run as a program it rewrites the golden files."""

import sys
from pathlib import Path

FILES = Path(__file__).with_name("files")
DRAWINGS = ("drawio", "drawsvg", "features", "graphviz", "inkscape", "matplotlib")


def summary(picture):
    """One line an item: what it is, where (mm), its colours. Nothing in it depends on pens or on the hand."""
    from sketchsvg.readers.svg.items import Shape

    lines = [f"page {picture.width:.2f} {picture.height:.2f}", *(f"warning {text}" for text in picture.warnings)]
    for item in picture.items:
        if isinstance(item, Shape):
            place = " ".join(f"{value:.2f}" for value in item.curves.bounds())
            fill = "none" if item.fill is None else getattr(item.fill, "colour", type(item.fill).__name__)
            line = "none" if item.line is None else f"{item.line.colour} {item.line.width:.2f}"
            lines.append(f"shape {item.key} [{place}] fill {fill} line {line} clips {len(item.clips)}")
        else:
            place = " ".join(f"{value:.2f}" for value in item.matrix)
            lines.append(f"words {item.key} {item.text!r} [{place}] {item.colour} width {item.width:.2f}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[3]))
    from sketchsvg.readers.svg.reader import read_picture

    for drawing in DRAWINGS:
        read = read_picture((FILES / f"{drawing}.svg").read_bytes())
        (FILES / f"{drawing}.txt").write_text(summary(read), encoding="utf-8")
