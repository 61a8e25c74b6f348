"""Drawings as marks in JSON, and back: every number as it is, so that the pens draw the same."""

from __future__ import annotations

from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

import numpy as np
from msgspec import Struct
from msgspec.structs import asdict

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.picture import Picture, picture
from sketchsvg.drawing import Drawing
from sketchsvg.geometry.curves import Curves
from sketchsvg.ink.arguments import colour_of
from sketchsvg.ink.catalogue import fill_of, pen_of
from sketchsvg.ink.farness import LONGEST, SHORTEST
from sketchsvg.ink.looseness import loosely
from sketchsvg.ink.style import fill_with
from sketchsvg.readers.json import forms, marks
from sketchsvg.readers.json.errors import JsonError
from sketchsvg.readers.json.photos import photo_of
from sketchsvg.readers.json.reading import Place, joined
from sketchsvg.roughening import roughen
from sketchsvg.scene import Fill, Mark, Scene, Word, Writing

#: No number of a drawing is larger, in mm.
FARTHEST = 10_000.0

Like = TypeVar("Like", bound=Struct)


def picture_of(form: forms.Picture, at: Place) -> Block:
    """The picture that a form draws: SVG drawn again by hand, marks, or pixels."""
    if form.raster:
        return photo_of(form, at)
    svg = joined(form.svg)
    if bool(svg) == bool(form.marks):
        raise JsonError(
            f'{at.path} is drawn either by "svg" or by "marks" with "width" and "height".', where=at.source,
            mend='{"type": "picture", "svg": "drawing.svg"}',
        )  # fmt: skip
    if svg:
        own = at.field("svg")
        source = svg if "<" in svg else _beside(svg, own)
        return at.made(picture, own.called(roughen, source), caption=form.caption)
    for name in ("width", "height"):
        if not SHORTEST <= getattr(form, name) <= LONGEST:
            raise JsonError(
                f"{at.path}.{name} must be from {SHORTEST:g} to {LONGEST:g} mm, not {getattr(form, name):g}.",
                where=at.field(name).source or at.source, mend="Give the drawing a size in mm.",
            )  # fmt: skip
    places = at.items("marks", len(form.marks))
    drawn = tuple(_mark(mark, own) for mark, own in zip(form.marks, places, strict=True))
    if len({mark.key for mark in drawn}) < len(drawn):
        raise JsonError(
            f"Two marks of {at.path} have the same key.", where=at.source, mend="Give every mark a key of its own."
        )
    return at.made(picture, Drawing(Scene(form.width, form.height, drawn)), caption=form.caption)


def form_of_picture(block: Picture) -> forms.Picture:
    """The marks of a picture."""
    own = block.drawing
    return forms.Picture(
        width=own.width, height=own.height, marks=tuple(_form(mark) for mark in own.scene.marks), caption=block.caption
    )


def _beside(name: str, at: Place) -> Path:
    """A file named in the JSON, looked for in its folder."""
    path = Path(name)
    if path.suffix.lower() not in (".svg", ".svgz"):
        raise JsonError(
            f"{at.path} is neither SVG markup nor the name of an .svg file.", where=at.source,
            mend='"svg": "drawing.svg"',
        )  # fmt: skip
    return path if path.is_absolute() else at.folder / path


def _mark(form: marks.Mark, at: Place) -> Mark:
    at.called(pen_of, form.pen)
    fill = _fill(form.fill, at.field("fill")) if form.fill else None
    lettering = form.lettering
    writing = _writing(lettering, len(form.strokes), at.field("lettering")) if lettering else None
    strokes = tuple(_points(numbers, own) for numbers, own in zip(
        form.strokes, at.items("strokes", len(form.strokes)), strict=True,
    ))  # fmt: skip
    if form.keys and len(form.keys) != len(form.strokes):
        raise JsonError(
            f"{at.path} has {len(form.keys)} keys for {len(form.strokes)} strokes.", where=at.source,
            mend="Give every stroke a key, or none.",
        )  # fmt: skip
    for number in (form.width, form.opacity, *form.dash, form.dash_offset):
        if not 0 <= number <= FARTHEST:
            raise JsonError(f"{at.path} has a pen or a dash of {number:g}.", where=at.source, mend="Mend the number.")
    return Mark(
        key=form.key, curves=Curves.of(strokes), pen=form.pen, width=form.width,
        colour=at.called(colour_of, form.colour, "colour"), layer=form.layer, opacity=form.opacity, fill=fill,
        writing=writing, passes=form.passes, dash=form.dash, dash_offset=form.dash_offset, keys=form.keys,
        loose=at.field("loose").called(partial(loosely, **asdict(form.loose))) if form.loose else None,
    )  # fmt: skip


def _fill(form: marks.Filling, at: Place) -> Fill:
    at.called(fill_of, form.style)
    at.called(colour_of, form.colour, "colour")
    if not (0.05 <= form.gap <= FARTHEST and 0 < form.weight <= FARTHEST and abs(form.angle) <= FARTHEST):
        raise JsonError(f"{at.path} cannot be drawn so finely.", where=at.source, mend='"gap": 1.2, "weight": 0.25')
    at.called(partial(
        fill_with, form.style, form.colour, dash=form.dash, dash_offset=form.dash_offset, passes=form.passes,
        tooth=form.tooth or None,
    ))  # fmt: skip
    return _like(Fill, form)


def _points(numbers: tuple[float, ...], at: Place) -> np.ndarray:
    """The nodes and handles of a stroke."""
    if len(numbers) % 6 != 2 or not all(-FARTHEST <= number <= FARTHEST for number in numbers):
        raise JsonError(
            f"{at.path} is no stroke: {len(numbers)} numbers.", where=at.source,
            mend="A stroke is x, y of a node, then x, y of two handles and a node for every piece.",
        )  # fmt: skip
    return np.array(numbers, dtype=np.float64).reshape(-1, 2)


def _writing(form: marks.Lettering, strokes: int, at: Place) -> Writing:
    glyphs, origins = form.glyphs, form.origins
    flat = list(chain.from_iterable(origins))
    told = len(glyphs) == strokes and list(glyphs) == sorted(glyphs)
    known = all(0 <= glyph < len(origins) for glyph in glyphs)
    if not (told and known and all(len(origin) == 2 for origin in origins) and 0 < form.em <= FARTHEST):
        raise JsonError(
            f"{at.path} does not tell which strokes are which glyph.", where=at.source,
            mend="glyphs: a rising number for every stroke; origins: x and y for every glyph.",
        )  # fmt: skip
    words = tuple(_like(Word, word) for word in form.words)
    return Writing(
        form.text, words, np.array(flat, dtype=np.float64).reshape(-1, 2), np.array(glyphs, dtype=np.int64), form.em,
        form.drift, form.tremor,
    )  # fmt: skip


def _form(mark: Mark) -> marks.Mark:
    writing = mark.writing
    return marks.Mark(
        key=mark.key, pen=mark.pen, width=mark.width, colour=mark.colour, layer=int(mark.layer), opacity=mark.opacity,
        fill=_like(marks.Filling, mark.fill) if mark.fill else None, passes=mark.passes, dash=mark.dash,
        dash_offset=mark.dash_offset, lettering=_lettering(writing) if writing else None, keys=mark.keys,
        loose=_like(marks.Loose, mark.loose) if mark.loose else None,
        strokes=tuple(tuple(stroke.ravel().tolist()) for stroke in mark.curves.strokes()),
    )  # fmt: skip


def _lettering(writing: Writing) -> marks.Lettering:
    return marks.Lettering(
        text=writing.text, em=writing.em, drift=writing.drift, tremor=writing.tremor,
        words=tuple(_like(marks.Written, word) for word in writing.words),
        origins=tuple(map(tuple, writing.origins.tolist())), glyphs=tuple(writing.glyph_of_stroke.tolist()),
    )  # fmt: skip


def _like(kind: type[Like], value: Struct) -> Like:
    """A value of another kind with the same fields."""
    return kind(**{name: getattr(value, name) for name in kind.__struct_fields__})
