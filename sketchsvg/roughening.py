"""Any SVG drawing, drawn again by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sketchsvg.drawing import Drawing

#: What can be done with the words of a drawing.
TEXTS = {"hand": "hand", "keep": "keep", "none": "none"}


def roughen(
    svg: str | bytes | Path, *, pen: str = "fineliner", fill: str = "", seed: int = 0, text: str = "hand"
) -> Drawing:
    """The drawing ``svg`` as a hand would draw it.

    ``svg`` is a file (``.svg`` or ``.svgz``; a path, or its name as a string) or the markup itself. ``pen`` and
    ``fill`` are names of pens and fills; without a ``fill`` dark areas are hatched, and light, thin and lettered ones
    washed. ``seed`` changes the hand's every wobble. ``text`` is "hand" to write the words by hand, "keep" to leave
    them text in the drawing's own fonts (SVG only), or "none".

    Raises ``SvgError`` for what is no SVG, ``SecurityError`` and ``LimitError`` for what is refused, and
    ``NameUnknownError``; warns (``UserWarning``) of what cannot be drawn. Nothing is ever fetched.
    """
    import warnings

    from sketchsvg.drawing import Drawing
    from sketchsvg.ink.catalogue import fill_of, pen_of
    from sketchsvg.names import look_up
    from sketchsvg.readers.svg.reader import read_picture
    from sketchsvg.sketching.kept import LabelledDrawing, kept_text
    from sketchsvg.sketching.marks import scene_of

    pen_of(pen)
    if fill:
        fill_of(fill)
    look_up("way with text", text, TEXTS)
    markup, name = _markup(svg)
    picture = read_picture(markup, name)
    for warning in picture.warnings:
        warnings.warn(warning, stacklevel=2)
    scene = scene_of(picture, pen, fill, seed, text)
    return LabelledDrawing(scene, kept_text(picture.items)) if text == "keep" else Drawing(scene)


def _markup(svg: str | bytes | Path) -> tuple[str | bytes, str]:
    """The markup, and what errors call it. A string that holds a tag is markup, any other the name of a file."""
    if isinstance(svg, bytes) or (isinstance(svg, str) and "<" in svg):
        return svg, "<svg>"
    from sketchsvg.readers.files import read_file
    from sketchsvg.readers.svg.limits import MOST_BYTES

    try:
        with Path(svg).open("rb") as file:
            # One byte more than is read of a drawing: enough to see that it is too long.
            return file.read(MOST_BYTES + 1), str(svg)
    except (OSError, ValueError):
        return read_file(str(svg)), str(svg)  # raises, and says what is wrong
