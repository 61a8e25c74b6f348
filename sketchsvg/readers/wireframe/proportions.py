"""How large parts are drawn, and the shares that are written in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.errors import SheetError, Source
from sketchsvg.readers.wireframe.canvas import text_columns
from sketchsvg.readers.wireframe.heads import bare_share, taken_share, trimmed
from sketchsvg.readers.wireframe.tree import Box, Divided, Group, Linked, Part, Row, Words

_Take: TypeAlias = Callable[[Sequence[Row]], tuple[float | None, tuple[Row, ...]]]


def apportioned(parts: Sequence[Part]) -> list[tuple[Part, float | None]]:
    """The parts with the shares written in them: in brackets, or bare where those of all neighbours make up 100."""
    found = [_taken(one, taken_share) for one in parts]
    if any(percent is not None for _, percent in found) or len(parts) < 2:
        return found
    bare = [_taken(one, bare_share) for one in parts]
    if all(percent is not None for _, percent in bare) and abs(sum(percent or 0 for _, percent in bare) - 100) < 1:
        return bare
    return found


def _taken(part: Part, take: _Take) -> tuple[Part, float | None]:
    """A part without the share in its first words, and this share."""
    if isinstance(part, Words):
        percent, rows = take(part.rows)
        return (Words(rows) if trimmed(rows) else part, percent)
    if isinstance(part, Box):
        if part.title:
            percent, rows = take((Row(part.title),))
            if percent is not None:
                return replace(part, title=rows[0].text if rows else ""), percent
        if part.inside is not None:
            inner, percent = _taken(part.inside, take)
            return (replace(part, inside=inner), percent) if percent is not None else (part, None)
    if isinstance(part, Group) and isinstance(part.parts[0], Words):
        percent, rows = take(part.parts[0].rows)
        if not trimmed(rows):
            rest = part.parts[1:]
            return (rest[0] if len(rest) == 1 else replace(part, parts=rest, joins=part.joins[1:])), percent
        first = Words(rows)
        return (replace(part, parts=(first, *part.parts[1:])), percent) if percent is not None else (part, None)
    return part, None


def shared(blocks: Sequence[Block], shares: Sequence[float | None]) -> list[Block]:
    """The blocks with these shares, None for one that has none."""
    if len(shares) != len(blocks):
        what = f"There are {len(shares)} shares for {len(blocks)} bands."
        raise SheetError(what, mend="Give one share for each band of the drawing.")
    return [block.share(own) if own is not None else block for block, own in zip(blocks, shares, strict=True)]


def lead(part: Part) -> tuple[Row, ...]:
    """The first words of a part."""
    if isinstance(part, Words):
        return part.rows
    return part.inside.rows if isinstance(part, Box) and isinstance(part.inside, Words) else ()


def drawn_width(part: Part) -> float:
    """The columns that a part is drawn with."""
    if isinstance(part, Box | Divided):
        return float(part.width)
    if isinstance(part, Words):
        return float(max(row.indent + text_columns(row.text) for row in part.rows))
    if isinstance(part, Linked):
        return sum(drawn_width(box) for box in part.boxes)
    widths = [drawn_width(one) for one in part.parts]
    return sum(widths) + 2 * len(widths) if part.way == "beside" else max(widths)


def drawn_height(part: Part) -> float:
    """The lines that a part is drawn with."""
    if isinstance(part, Box | Divided):
        return float(part.height)
    if isinstance(part, Words):
        return float(len(part.rows))
    if isinstance(part, Linked):
        return sum(drawn_height(box) for box in part.boxes)
    heights = [drawn_height(one) for one in part.parts]
    return sum(heights) if part.way == "above" else max(heights)


def where_of(part: Part) -> Source | None:
    """Where a part begins."""
    if isinstance(part, Words):
        return next((row.source for row in part.rows if row.source), None)
    return where_of(part.parts[0]) if isinstance(part, Group) else part.source
