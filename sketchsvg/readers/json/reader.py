"""Sheets from JSON: ``read_json(path)`` and ``sheet_of(text)``."""

from __future__ import annotations

from functools import partial

from sketchsvg.blocks.arrange import Column
from sketchsvg.blocks.arrows import Arrow
from sketchsvg.errors import Source
from sketchsvg.page import page_named
from sketchsvg.readers.files import read_file
from sketchsvg.readers.json import forms
from sketchsvg.readers.json.blocks import blocks_of
from sketchsvg.readers.json.decoding import decoded
from sketchsvg.readers.json.reading import Place
from sketchsvg.sheet import Sheet


def read_json(path: str) -> tuple[Sheet, ...]:
    """The sheet in a ``.json`` file. Raises ``InputError``, ``JsonError``, and whatever blocks raise."""
    return (sheet_of(read_file(path), path),)


def sheet_of(data: str | bytes, file: str = "", author: Source | None = None) -> Sheet:
    """The sheet that JSON says; ``file`` is what it is called, ``author`` the line of a program that handed it over.

    Raises ``JsonError`` with path and place for what is no sheet, ``LimitError`` for more than a page can hold.
    """
    read = decoded(data, file, author)
    form, top = read.sheet, Place("$", read.places)
    blocks = blocks_of(form.body, top, "body")
    root = blocks[0] if len(blocks) == 1 else Column(blocks=blocks, source=top.source)
    page = top.field("page").called(page_named, form.page)
    arrows = tuple(
        arrow if isinstance(arrow, str) else Arrow(arrow.start, arrow.end, arrow.accent) for arrow in form.arrows
    )
    said = {name: getattr(form, name) for name in forms.ALIKE}
    return top.called(partial(Sheet, root, page=page, arrows=arrows, source=top.source, **said))
