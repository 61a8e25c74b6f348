"""Inspection: the composed page as plain JSON values, for tests and for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sketchsvg.errors import Source
from sketchsvg.frame import Frame
from sketchsvg.geometry.rect import Rect
from sketchsvg.layout.ladder import Fit

#: Version of the form below; it grows when a field changes its meaning.
VERSION = 1


def describe(root: Frame, width: float, height: float) -> dict[str, Any]:
    """A settled page of ``width`` x ``height`` mm as JSON values.

    Every container and every line of text is an item: ``id``, ``kind``, ``parent``, ``rect_mm`` (of the clean
    drawing), ``share`` where one was asked for, ``text`` and ``font_pt`` of a line, ``source``. A page that was fitted
    says under ``fit`` in what type, row height and white, and what its smallest type is.
    """
    page = {
        "width_mm": round(width, 3),
        "height_mm": round(height, 3),
        "content_mm": root.rect.as_list(),
        "items": list(_items(root, None, root.block.percent)),
    }
    if isinstance(root.detail, Fit):
        chosen = root.detail.chosen
        page["fit"] = {
            "font_pt": chosen.size, "leading": round(chosen.leading, 3), "air": round(chosen.air, 3),
            "shrunk": root.detail.shrunk, "smallest_font_pt": smallest_type(root),
        }  # fmt: skip
    return {"version": VERSION, "pages": [page], "diagnostics": []}


def smallest_type(root: Frame) -> float:
    """The smallest type of a composed page in pt; 0 where there are no words."""
    return round(min((line.style.size for frame in root.walk() for line in frame.lines), default=0.0), 3)


def _items(frame: Frame, parent: str | None, share: float | None) -> Iterator[dict[str, Any]]:
    block = frame.block
    yield _item(frame.id, block.kind, parent, frame.rect, block.source, share=share)
    for number, line in enumerate(frame.lines):
        yield _item(
            f"{frame.id}/{number}", "line", frame.id, line.rect, block.source, text=line.words.text,
            font_pt=round(line.style.size, 3),
        )  # fmt: skip
    for child in frame.children:
        # A share is that of the whole place, not of the block that stands in it with white around.
        own = None if block.kind == "place" else child.block.percent
        yield from _items(child, frame.id, own)


def _item(
    id_: str,
    kind: str,
    parent: str | None,
    rect: Rect,
    source: Source | None,
    share: float | None = None,
    text: str | None = None,
    font_pt: float | None = None,
) -> dict[str, Any]:
    return {
        "id": id_,
        "kind": kind,
        "parent": parent,
        "rect_mm": rect.as_list(),
        "share": share,
        "text": text,
        "font_pt": font_pt,
        "source": None if source is None else {"file": source.file, "line": source.line},
    }
