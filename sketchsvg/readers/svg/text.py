"""``<text>``: which words stand where, in which size and colour."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.readers.svg.affine import Matrix, times, turning
from sketchsvg.readers.svg.context import Context, Reading
from sketchsvg.readers.svg.items import Lettering
from sketchsvg.readers.svg.paints import colour_of, paint_of
from sketchsvg.readers.svg.parse import Node
from sketchsvg.readers.svg.shapes import outline
from sketchsvg.readers.svg.typefaces import text_width
from sketchsvg.readers.svg.units import length, numbers, parse_length

_WHITE = re.compile(r"[ \t\r\n\f]+")
_ANCHORS = {"middle": 0.5, "end": 1.0}
#: How far the baseline lies below each other line a text may be hung on, in em, as most Latin fonts have it.
_BASELINES = {
    "middle": 0.26, "central": 0.35, "hanging": 0.74, "mathematical": 0.40, "text-before-edge": 0.9,
    "before-edge": 0.9, "text-top": 0.9, "text-after-edge": -0.22, "after-edge": -0.22, "ideographic": -0.12,
    "text-bottom": -0.22,
}  # fmt: skip
#: Shift and type size of raised and lowered words, in em.
_SHIFTS = {"super": -0.36, "sub": 0.18}


class Piece(Struct):
    """Characters in one style that follow each other; x and y where they begin anew, dx and dy how far they jump.

    ``turn`` is the angle in degrees by which each is turned about its own place.
    """

    text: str
    context: Context
    x: float | None = None
    y: float | None = None
    dx: float = 0.0
    dy: float = 0.0
    length: float | None = None
    path: Node | None = None
    offset: float = 0.0
    last_x: float | None = None
    turn: float = 0.0


def read_text(node: Node, context: Context, reading: Reading) -> None:
    """List the lettering of a ``<text>`` element."""
    pieces = _normalised(list(_pieces(node, context, None, reading)))
    reading.budget.characters(sum(len(piece.text) for piece in pieces), node.where)
    x = y = 0.0
    chunk: list[Piece] = []
    number = 0
    for piece in pieces:
        if (piece.x is not None or piece.y is not None or piece.path is not None) and chunk:
            x = write_line(chunk, x, y, reading, number)
            number += len(chunk)
            chunk = []
        if not chunk:
            x = x if piece.x is None else piece.x
            y = y if piece.y is None else piece.y
        chunk.append(piece)
    if chunk:
        write_line(chunk, x, y, reading, number)


def _pieces(node: Node, context: Context, path: Node | None, reading: Reading) -> Iterator[Piece]:
    """The pieces of an element and of the spans in it. Its position goes to the first of them."""
    view, em = context.view, context.style.size
    xs, ys = numbers(node, "x", view.width, em), numbers(node, "y", view.height, em)
    dxs, dys = numbers(node, "dx", view.width, em), numbers(node, "dy", view.height, em)
    said = length(node, "textLength", -1.0, view.width, em)
    where = Piece("", context, xs[0] if xs else None, ys[0] if ys else None, dxs[0] if dxs else 0.0,
                   dys[0] if dys else 0.0, said if said > 0 else None, path, last_x=xs[-1] if len(xs) > 1 else None)
    if node.tag == "textPath":
        where.path = path = reading.target(node.get("href"))
        where.offset = 0.0
        if path is None or path.tag not in ("path", "line", "polyline", "circle", "ellipse", "rect", "polygon"):
            where.path = path = None
        else:
            where.offset = _start_offset(node, em)
    scattered = _Scattered(xs, ys, dxs, dys, _turns(node))
    pending = True
    for child in node.content:
        if isinstance(child, str):
            if not pending or not child.strip():
                yield Piece(child, context)
                continue
            pending = False
            first = replace(where, text=child)
            if not scattered.uneven:
                yield first
                continue
            alone = list(scattered.characters(first))
            reading.budget.element(node, len(alone))
            yield from alone
        elif child.tag in ("tspan", "a", "textPath", "tref"):
            reading.budget.element(child)
            inner = context.inside(child, reading)
            if inner.style["display"] == "none":
                continue
            inside = list(_pieces(child, inner, path, reading))
            if pending and any(piece.text.strip() for piece in inside):
                first = next(piece for piece in inside if piece.text.strip())
                _begin(first, where)
                pending = False
            yield from inside


class _Scattered(Struct, frozen=True):
    """Where each character of an element stands: as many numbers as are said, for one character after the other."""

    xs: list[float]
    ys: list[float]
    dxs: list[float]
    dys: list[float]
    turns: list[float]

    @property
    def uneven(self) -> bool:
        """Whether characters do not just follow each other on their line."""
        bent = len(set(self.ys)) > 1 or any(self.dxs[1:]) or any(self.dys[1:])
        return bent or (any(self.turns) and len(set(self.turns)) >= 1)

    def characters(self, piece: Piece) -> Iterator[Piece]:
        """A piece character by character."""
        text = piece.text if _preserves(piece.context) else _WHITE.sub(" ", piece.text).strip(" ")
        count = max(len(self.xs), len(self.ys), len(self.dxs), len(self.dys), len(self.turns))
        if any(self.turns):
            count = len(text)
        for at, char in enumerate(text[:count]):
            dx, dy = _nth(self.dxs, at, 0.0) or 0.0, _nth(self.dys, at, 0.0) or 0.0
            turn = self.turns[min(at, len(self.turns) - 1)] if self.turns else 0.0
            x, y = _nth(self.xs, at, None), _nth(self.ys, at, None)
            yield replace(piece, text=char, x=x, y=y, dx=dx, dy=dy, turn=turn, last_x=None, length=None)
        if text[count:]:
            yield Piece(text[count:], piece.context)


def _nth(values: list[float], at: int, default: float | None) -> float | None:
    return values[at] if at < len(values) else default


def _turns(node: Node) -> list[float]:
    """The angles of ``rotate``; none where they cannot be read."""
    values = [parse_length(part) for part in re.split(r"[\s,]+", node.get("rotate")) if part]
    found = [value for value in values if value is not None]
    return found if len(found) == len(values) else []


def _begin(piece: Piece, where: Piece) -> None:
    """Give the first piece of an inner element what the outer one says, unless it says it itself."""
    piece.x = where.x if piece.x is None else piece.x
    piece.y = where.y if piece.y is None else piece.y
    piece.dx, piece.dy = piece.dx + where.dx, piece.dy + where.dy
    piece.length = piece.length or where.length
    piece.path = piece.path or where.path
    piece.last_x = piece.last_x if piece.last_x is not None else where.last_x


def _start_offset(node: Node, em: float) -> float:
    """Where on its path a text begins: px, or a share of the path as a negative number (−1 for its end)."""
    text = node.get("startOffset", "0")
    value = parse_length(text, -1.0, em) or 0.0
    return value if text.endswith("%") else max(0.0, value)


def _normalised(pieces: list[Piece]) -> list[Piece]:
    """White space as SVG 1.1 wants it (10.15): runs become one space, none at the ends, unless it is preserved."""
    kept: list[Piece] = []
    open_space = False
    for piece in pieces:
        if _preserves(piece.context):
            text = re.sub(r"[\t\r\n]", " ", piece.text)
        else:
            text = _WHITE.sub(" ", piece.text)
            starts = piece.x is not None or piece.y is not None or piece.path is not None
            if text.startswith(" ") and (not kept or starts or open_space):
                text = text[1:]
        text = unicodedata.normalize("NFC", text)
        if text:
            kept.append(replace(piece, text=text))
            open_space = text.endswith(" ")
    if kept and not _preserves(kept[-1].context):
        kept[-1].text = kept[-1].text.rstrip(" ")
    return [piece for piece in kept if piece.text]


def _preserves(context: Context) -> bool:
    return context.style["white-space"] in ("pre", "pre-wrap", "break-spaces")


def write_line(chunk: list[Piece], x: float, y: float, reading: Reading, number: int) -> float:
    """List the lettering of pieces that stand on one line, begun at (x, y); gives where they end."""
    first = chunk[0].context
    anchor = _ANCHORS.get(first.style["text-anchor"], 0.0)
    widths = [_natural(piece) for piece in chunk]
    whole = chunk[0].length or sum(widths) + sum(piece.dx for piece in chunk[1:])
    grow = 1.0 if not chunk[0].length else whole / max(1e-9, sum(widths))
    at = x + chunk[0].dx - anchor * whole
    rise = y
    for place, (piece, width) in enumerate(zip(chunk, widths, strict=True)):
        if place:
            at += piece.dx
        rise += piece.dy
        alone = len(chunk) == 1
        item = _lettering(piece, at + (anchor * whole if alone else 0.0), rise, width * grow, reading)
        if item is not None:
            reading.items.append(replace(
                item, key=f"{item.key}/text{number + place}", anchor=anchor if alone else 0.0,
                fixed=bool(piece.length or chunk[0].length or piece.last_x is not None or not alone or _spaced(piece)),
                end=place == len(chunk) - 1,
            ))
        at += width * grow
    return at


def _spaced(piece: Piece) -> bool:
    """Whether its style asks for more or less room between letters."""
    return piece.context.style["letter-spacing"] not in ("", "normal", "0", "0px", "0em")


def _natural(piece: Piece) -> float:
    """How wide a piece is in its own font, px."""
    style = piece.context.style
    width = text_width(piece.text, style["font-family"], style.bold) * style.size
    if piece.last_x is not None and piece.x is not None and len(piece.text) > 1 and piece.last_x > piece.x:
        # Every letter has its place: the last one's place and its own width say how long the words are.
        tail = text_width(piece.text[-1], style["font-family"], style.bold) * style.size
        return piece.last_x - piece.x + tail
    spacing = style.length("letter-spacing", 0.0, style.size)
    return width + spacing * len(piece.text)


def _lettering(piece: Piece, x: float, y: float, width: float, reading: Reading) -> Lettering | None:
    context, style = piece.context, piece.context.style
    paint = style["fill"] or "black"
    opacity = style.share("fill-opacity") * context.opacity
    if paint == "none":
        paint, opacity = style["stroke"], style.share("stroke-opacity") * context.opacity
    colour = colour_of(paint_of(paint, opacity, context, (0.0, 0.0, 1.0, 1.0), reading))
    size = style.size
    if colour is None or size <= 0 or not piece.text.strip() or style["visibility"] in ("hidden", "collapse"):
        return None
    shift = style["baseline-shift"]
    y += _SHIFTS.get(shift, 0.0) * size - (0.0 if shift in _SHIFTS else style.length("baseline-shift", 0.0, size))
    line = style["alignment-baseline"] or style["dominant-baseline"]
    y += _BASELINES.get(line, 0.0) * size
    matrix = times(context.matrix, (size, 0.0, 0.0, size, x, y))
    if style["writing-mode"] in ("tb", "tb-rl", "vertical-rl", "vertical-lr"):
        matrix = times(context.matrix, (0.0, size, -size, 0.0, x - 0.35 * size, y))
    if piece.turn:
        matrix = times(matrix, turning(piece.turn))
    item = Lettering(
        context.key, piece.text, matrix, width / size, colour.colour, colour.opacity, style.bold,
        style["font-family"], decoration=style["text-decoration"], clips=context.clips,
    )
    return _along(item, piece) if piece.path is not None else item


def _along(item: Lettering, piece: Piece) -> Lettering:
    """The lettering along its path."""
    path, context = piece.path, piece.context
    assert path is not None
    curves = outline(path, context.view, context.style.size)
    if not len(curves):
        return item
    from sketchsvg.readers.svg.affine import placed_curves, scale_of, transform_of

    own = transform_of(path, path.get("transform"))
    track = placed_curves(curves, times(context.matrix, own))
    start = piece.offset if piece.offset < 0 else piece.offset * scale_of(context.matrix)
    return replace(item, track=track, start=start)


__all__ = ["Matrix", "Piece", "read_text", "write_line"]
