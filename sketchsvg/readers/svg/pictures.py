"""Pictures of pixels, which the pen cannot draw: frames with a cross, their words, and none where it is hidden."""

from __future__ import annotations

from collections.abc import Sequence

from sketchsvg.geometry.rect import Rect
from sketchsvg.readers.svg.affine import scale_of, times
from sketchsvg.readers.svg.context import Context, Reading
from sketchsvg.readers.svg.items import Item, Lettering, Shape
from sketchsvg.readers.svg.parse import Node
from sketchsvg.readers.svg.typefaces import text_width
from sketchsvg.readers.svg.units import MM_PER_PX

#: A picture of which so much lies under the box of one later, filled shape is not framed.
_COVERED = 0.75
#: The colour of frames.
PENCIL = "#6b7488"
#: Type size of a caption in mm, the least that is still read, how many characters it may have, and the height of its
#: strip in em.
_SIZE, _LEAST, _MOST, _STRIP = 3.4, 1.6, 80, 1.9


def caption_of(node: Node, context: Context, frame: Rect, reading: Reading) -> Lettering | None:
    """What a picture says about itself, as words in the foot of its frame; None where it says or holds nothing."""
    title = next((child.text for child in node.children if child.tag == "title"), "")
    text = " ".join((node.get("aria-label") or title or node.get("alt")).split())
    text = text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"
    grow = scale_of(context.matrix)
    wide = text_width(text, "", False)
    if not text or grow <= 0 or wide <= 0:
        return None
    size = min(_SIZE / grow, 0.92 * frame.width / wide, 0.4 * frame.height / _STRIP)
    if size * grow < min(_LEAST, _SIZE * grow / MM_PER_PX):
        return None
    reading.budget.characters(len(text), node.where)
    foot = (size, 0.0, 0.0, size, frame.x + frame.width / 2, frame.bottom - 0.6 * size)
    return Lettering(
        f"{context.key}/caption", text, times(context.matrix, foot), wide, PENCIL, context.opacity, anchor=0.5,
        clips=context.clips,
    )  # fmt: skip


def above_caption(frame: Rect, caption: Lettering, context: Context) -> Rect:
    """The part of a frame that is left for its cross."""
    size = scale_of(caption.matrix) / scale_of(context.matrix)
    return Rect(frame.x, frame.y, frame.width, frame.height - _STRIP * size)


def without_covered_pictures(items: Sequence[Item]) -> tuple[Item, ...]:
    """What has been read without the frames of such pictures."""
    if not any(isinstance(item, Shape) and item.picture for item in items):
        return tuple(items)
    over: list[tuple[float, float, float, float]] = []
    kept: list[Item] = []
    hidden: set[str] = set()
    for item in reversed(items):
        if isinstance(item, Shape) and item.picture:
            base = item.key.rpartition("/")[0]
            if base in hidden or any(_share(item.curves.bounds(), box) > _COVERED for box in over):
                hidden.add(base)
                continue
        elif isinstance(item, Lettering):
            base, _, part = item.key.rpartition("/")
            if part == "caption" and base in hidden:
                continue
        elif isinstance(item, Shape) and item.fill is not None:
            over.append(item.curves.bounds())
        kept.append(item)
    return tuple(reversed(kept))


def _share(box: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> float:
    """How much of a box lies in another."""
    whole = (box[2] - box[0]) * (box[3] - box[1])
    across = min(box[2], other[2]) - max(box[0], other[0])
    down = min(box[3], other[3]) - max(box[1], other[1])
    return across * down / whole if across > 0 and down > 0 and whole > 0 else 0.0
