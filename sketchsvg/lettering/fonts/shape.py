"""The only door to uharfbuzz: a run of characters in, glyphs with their places and outlines out."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import uharfbuzz as harfbuzz
from msgspec import Struct

from sketchsvg.geometry.curves import Floats
from sketchsvg.lettering.fonts.find import FontFile

Point = tuple[float, float]


class Shaped(Struct, frozen=True):
    """A glyph of a shaped run in em: its number, the index of its first character, advance and shift (y down)."""

    glyph: int
    cluster: int
    advance: float
    dx: float
    dy: float


class Face:
    """A font file that is open: what it has, how it sets a run, and the outlines of its glyphs in em, y down."""

    def __init__(self, file: FontFile) -> None:
        blob = harfbuzz.Blob.from_file_path(file.path)
        self._face = harfbuzz.Face(blob, file.index)
        self._font = harfbuzz.Font(self._face)
        self._unit = 1.0 / self._face.upem

    def has(self, char: str) -> bool:
        """Whether there is a glyph for ``char`` (looking it up says more than what the file promises)."""
        return self._font.get_nominal_glyph(ord(char)) is not None

    def shape(self, text: str) -> tuple[Shaped, ...]:
        """The glyphs of ``text`` from left to right."""
        buffer = harfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        harfbuzz.shape(self._font, buffer, {})
        # harfbuzz counts characters here, as Python does.
        return tuple(
            Shaped(
                info.codepoint, info.cluster, place.x_advance * self._unit, place.x_offset * self._unit,
                -place.y_offset * self._unit,
            )
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )  # fmt: skip

    def outline(self, glyph: int) -> tuple[Floats, ...]:
        """The closed contours of a glyph in em, y down: one ``(3 k + 1, 2)`` array each."""
        contours: list[list[Point]] = []
        pen = harfbuzz.DrawFuncs()
        pen.set_move_to_func(lambda x, y, c: contours.append([(x, y)]))
        pen.set_line_to_func(lambda x, y, c: _line(contours[-1], (x, y)))
        pen.set_quadratic_to_func(lambda cx, cy, x, y, c: _quadratic(contours[-1], (cx, cy), (x, y)))
        pen.set_cubic_to_func(lambda ax, ay, bx, by, x, y, c: contours[-1].extend([(ax, ay), (bx, by), (x, y)]))
        pen.set_close_path_func(lambda c: _close(contours[-1]))
        self._font.draw_glyph(glyph, pen)
        flip = np.array((self._unit, -self._unit))
        return tuple(np.array(contour, dtype=np.float64) * flip for contour in contours if len(contour) > 3)

    @property
    def body(self) -> tuple[float, float]:
        """How far the em box of its wide letters reaches over and under the baseline, in em; together 1."""
        # The ideographic em box is the em, let down by the share of the descender that most fonts give: 0.12.
        return 0.88, 0.12


def _line(contour: list[Point], end: Point) -> None:
    (x0, y0), (x1, y1) = contour[-1], end
    dx, dy = (x1 - x0) / 3, (y1 - y0) / 3
    contour += [(x0 + dx, y0 + dy), (x1 - dx, y1 - dy), end]


def _quadratic(contour: list[Point], corner: Point, end: Point) -> None:
    (x0, y0), (cx, cy), (x1, y1) = contour[-1], corner, end
    contour += [(x0 + (cx - x0) * 2 / 3, y0 + (cy - y0) * 2 / 3), (x1 + (cx - x1) * 2 / 3, y1 + (cy - y1) * 2 / 3), end]


def _close(contour: list[Point]) -> None:
    if contour[-1] != contour[0]:
        _line(contour, contour[0])


@lru_cache(maxsize=64)
def open_face(file: FontFile) -> Face:
    """The open font; the same one each time."""
    return Face(file)


__all__ = ["Face", "Shaped", "open_face"]
