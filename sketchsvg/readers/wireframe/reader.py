"""From box-drawing text to blocks and sheets: ``wireframe(text)``, and files of wireframes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import share_percent
from sketchsvg.calling import caller
from sketchsvg.errors import SheetError, Source
from sketchsvg.readers.files import InputError, read_file
from sketchsvg.readers.wireframe.arranging import arranged
from sketchsvg.readers.wireframe.building import page_of, part_of
from sketchsvg.readers.wireframe.canvas import Canvas, canvas_of
from sketchsvg.readers.wireframe.checking import check
from sketchsvg.readers.wireframe.errors import WireframeError
from sketchsvg.readers.wireframe.faces import faces_of
from sketchsvg.readers.wireframe.joints import joints_of
from sketchsvg.readers.wireframe.levels import levels_of
from sketchsvg.readers.wireframe.nesting import nested
from sketchsvg.readers.wireframe.paper import paper_for
from sketchsvg.readers.wireframe.tree import Part

if TYPE_CHECKING:
    from sketchsvg.sheet import Sheet


def wireframe(text: str, *, shares: Sequence[float] = (), name: str = "") -> Block:
    """A page from a layout that is drawn in characters: boxes of ``┌─┐│└┘`` or ``+-|``, words in them.

    Boxes become sections, boxes in them cards, their words lists, flows, tables and so on; they are wide and high in
    the proportions that they are drawn with, unless they say a share of their own (``(25%)``) or ``shares`` gives
    those of the bands from top to bottom, in percent. Raises ``WireframeError`` for a box that is not closed.
    """
    where = caller()
    if not isinstance(text, str):
        raise SheetError(
            f"A wireframe is text, not {type(text).__name__}.", where=where, mend='wireframe("┌──┐\\n│hi│\\n└──┘")'
        )
    block = page_of(read_drawing(text, "<wireframe>"), [share_percent(one) for one in shares])
    return replace(block, name=name) if name else block


def wireframe_part(text: str, file: str, first_line: int, indent: int = 0) -> Block:
    """The same inside another text: boxes as cards, places in errors those of ``file``."""
    return part_of(read_drawing(text, file, first_line, indent))


def read_drawing(text: str, file: str, first_line: int = 1, indent: int = 0) -> Part:
    """What a drawing says, as a tree of boxes. Raises ``WireframeError`` and ``LimitError``."""
    return _tree(canvas_of(text, file, first_line, indent))


def _tree(canvas: Canvas) -> Part:
    rows = joints_of(canvas)
    levels = levels_of(canvas, rows)
    faces = faces_of(rows)
    check(canvas, rows, faces)
    part = arranged(nested(canvas, faces, levels), canvas)
    if part is None:
        raise WireframeError("The wireframe is empty.", where=canvas.place(0, 0), mend="Draw a box in it.")
    return part


def read_wireframe(path: str) -> tuple[Sheet, ...]:
    """The sheet of a ``.txt`` file: the drawing is the page.

    Raises ``WireframeError`` for what cannot be read, ``InputError`` for a file that is no text.
    """
    from sketchsvg.sheet import Sheet

    try:
        text = read_file(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is no UTF-8 text: {error.reason}.", mend="Save it as UTF-8.") from None
    canvas = canvas_of(text, path)
    root = page_of(_tree(canvas))
    korean = any("가" <= char <= "힣" for char in text)
    language = "ko" if korean else "en"
    return (Sheet(root, page=paper_for(root, canvas), language=language, source=Source(path, 1)),)
