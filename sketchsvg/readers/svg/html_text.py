"""The words of embedded HTML: diagram makers keep their labels in it."""

from __future__ import annotations

import re
import unicodedata

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.geometry.shapes import polygon
from sketchsvg.readers.svg.affine import placed_curves
from sketchsvg.readers.svg.context import Context, Reading
from sketchsvg.readers.svg.items import Shape
from sketchsvg.readers.svg.looks import solid
from sketchsvg.readers.svg.parse import Node
from sketchsvg.readers.svg.style import Style, style_of
from sketchsvg.readers.svg.text import Piece, write_line
from sketchsvg.readers.svg.typefaces import text_width
from sketchsvg.readers.svg.units import length

_WHITE = re.compile(r"[ \t\r\n\f]+")
#: Line pitch, in em.
_LEADING = 1.2
#: Type sizes of headings, in em, as browsers have them; and what ends a line.
_HEADINGS = {":h1": 2.0, ":h2": 1.5, ":h3": 1.17, ":h4": 1.0}
_BLOCKS = frozenset({":div", ":p", ":br", ":li", ":tr", ":ul", ":ol", ":table", ":pre", ":hr", *_HEADINGS, ":h5"})
_BOLD = frozenset({":b", ":strong", ":th", *_HEADINGS})
#: Words may be so much wider than their box before they are put on several lines.
_SLACK = 1.12
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}


class _Run(Struct, frozen=True):
    """Words in one style."""

    text: str
    style: Style

    @property
    def width(self) -> float:
        """In px, in its own font."""
        return text_width(self.text, self.style["font-family"], self.style.bold) * self.style.size


_Line = list[_Run]


def read_foreign_text(node: Node, context: Context, reading: Reading) -> None:
    """List the words of embedded HTML, line under line in the middle of their box, each on its ground."""
    view = context.view
    width, height = length(node, "width", 0.0, view.width), length(node, "height", 0.0, view.height)
    found = _Words(reading)
    found.walk(node, context.style)
    lines = [line for line in map(_trimmed, found.lines) if line]
    if not lines:
        return
    reading.budget.characters(sum(len(run.text) for line in lines for run in line), node.where)
    sizes = [max(run.style.size for run in line) for line in lines]
    if width > max(sizes) and found.wraps and height >= _LEADING * (sum(sizes) + min(sizes)):
        lines = [part for line in lines for part in _wrapped(line, width)]
        sizes = [max(run.style.size for run in line) for line in lines]
    align = found.align or ("left" if len(lines) > 1 and found.paragraphs else "center")
    x = length(node, "x", 0.0, view.width) + {"left": 0.0, "right": width}.get(align, width / 2)
    y = length(node, "y", 0.0, view.height) + height / 2 - _LEADING * sum(sizes) / 2
    if found.ground:
        _put_ground(found.ground, (x, y, width, _LEADING * sum(sizes)), lines, context, reading)
    number = 0
    for line, size in zip(lines, sizes, strict=True):
        # The baseline lies about so far below the middle of its line.
        base = y + _LEADING * size / 2 + 0.35 * size
        y += _LEADING * size
        wide = sum(run.width for run in line)
        chunk = [_piece(run, context, align) for run in line]
        if width > size and wide > width:
            chunk[0].length = width
        write_line(chunk, x, base, reading, number)
        number += len(chunk)


class _Words:
    """The lines of words in HTML, and what is said about how they stand."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.lines: list[_Line] = [[]]
        self.align = ""
        self.ground = ""
        self.wraps = True
        self.paragraphs = False

    def walk(self, node: Node, above: Style) -> None:
        """Add the words of an element. HTML lies no deeper than all else that is read."""
        for child in node.content:
            if isinstance(child, str):
                text = _WHITE.sub(" ", unicodedata.normalize("NFC", child))
                if text:
                    self.lines[-1].append(_Run(text, above))
                continue
            style = self._style(child, above)
            if style.hidden:
                continue
            block = child.tag in _BLOCKS
            if block:
                self.lines.append([])
                self.paragraphs = self.paragraphs or child.tag in (":p", ":li", ":h1", ":h2")
            if child.tag == ":li":
                self.lines[-1].append(_Run("• ", style))
            self.walk(child, style)
            if block:
                self.lines.append([])

    def _style(self, node: Node, above: Style) -> Style:
        style = style_of(node, above, self._reading.sheet)
        values = style.values
        if node.tag in _BOLD and "font-weight" not in node.get("style"):
            style = replace(style, values={**values, "font-weight": "bold"}, known={})
        if node.tag in _HEADINGS and style.size == above.size:
            style = replace(style, size=above.size * _HEADINGS[node.tag], known={})
        if "nowrap" in values.get("white-space", ""):
            self.wraps = False
        said = values.get("text-align", "")
        if said in ("left", "start", "right", "end", "center"):
            self.align = {"start": "left", "end": "right"}.get(said, said)
        elif not self.align and "center" in values.get("justify-content", ""):
            self.align = "center"
        ground = values.get("background-color", "") or values.get("background", "")
        if ground and ground not in ("none", "transparent", "initial") and "url(" not in ground:
            self.ground = ground
        return style


def _trimmed(line: _Line) -> _Line:
    """A line without white space at its ends, or twice in a row."""
    kept: _Line = []
    for run in line:
        text = run.text.lstrip(" ") if not kept or kept[-1].text.endswith(" ") else run.text
        if text:
            kept.append(_Run(text, run.style))
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[-1] = _Run(kept[-1].text.rstrip(" "), kept[-1].style)
    return kept


def _wrapped(line: _Line, width: float) -> list[_Line]:
    """A line broken at spaces where it is too wide for its box."""
    if sum(run.width for run in line) <= _SLACK * width:
        return [line]
    lines: list[_Line] = [[]]
    at = 0.0
    for run in line:
        for word in re.findall(r"[^ ]+ *| +", run.text):
            piece = _Run(word, run.style)
            if lines[-1] and at + _Run(word.rstrip(), run.style).width > _SLACK * width:
                lines.append([])
                at = 0.0
            same = lines[-1] and lines[-1][-1].style is run.style
            if same:
                lines[-1][-1] = _Run(lines[-1][-1].text + word, run.style)
            else:
                lines[-1].append(piece)
            at += piece.width
    return [kept for kept in map(_trimmed, lines) if kept]


def _piece(run: _Run, context: Context, align: str) -> Piece:
    """A run as a piece of text; ``color`` is what HTML writes in."""
    values = {**run.style.values, "fill": run.style["color"] or "black", "text-anchor": _ANCHORS[align]}
    for name in ("stroke", "dominant-baseline", "alignment-baseline"):
        values.pop(name, None)
    return Piece(run.text, replace(context, style=replace(run.style, values=values, known={})))


def _put_ground(
    ground: str, box: tuple[float, float, float, float], lines: list[_Line], context: Context, reading: Reading
) -> None:
    """The colour behind the words, so that no line runs through them."""
    paint = solid(ground, context.opacity, context.style)
    x, y, width, height = box
    wide = max(sum(run.width for run in line) for line in lines)
    wide = min(wide, width) if width > 0 else wide
    if paint is None or x == 0.0:
        return
    middle = np.array([(x - wide / 2, y), (x + wide / 2, y), (x + wide / 2, y + height), (x - wide / 2, y + height)])
    curves = placed_curves(polygon(middle), context.matrix)
    reading.items.append(Shape(f"{context.key}/ground", curves, paint, "nonzero", None, context.clips, small=True))


__all__ = ["read_foreign_text"]
