"""Saving sheets to a file, in the format that its name asks for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sketchsvg.finish import Finish
    from sketchsvg.imposing import Imposition
    from sketchsvg.sheet import Sheet
    from sketchsvg.web import Web


def save(
    sheet: Sheet | Sequence[Sheet],
    path: str | Path,
    *,
    ppi: float = 300,
    width: int | None = None,
    finish: Finish | None = None,
    imposition: Imposition | None = None,
    web: Web | None = None,
) -> None:
    """Writes ``sheet`` to ``path``: SVG, SVGZ, PDF, PNG or WebP by its suffix; several sheets become one PDF.

    Pictures have ``ppi`` pixels an inch, or so many that they are ``width`` pixels wide. ``finish`` prepares pages for
    print (``Finish(bleed=3, crop_marks=True)``), ``imposition`` puts several on each side of a PDF
    (``Imposition(booklet=True)``), ``web`` prepares an SVG for where it is shown (``Web(dark=True)``). The old file
    stays until the new one is whole. Raises ``SketchError`` for what cannot be drawn or written.
    """
    from sketchsvg.errors import SheetError
    from sketchsvg.exporters.save import format_of, write_atomically
    from sketchsvg.pipeline import render
    from sketchsvg.sheet import Sheet

    path = Path(path)
    format = format_of(path)
    sheets = (sheet,) if isinstance(sheet, Sheet) else tuple(sheet)
    if not sheets:
        raise SheetError(f"There is no sheet to save as {path}.", mend="save([first, second], …)")
    if len(sheets) == 1 and imposition is None:
        write_atomically(path, render(sheets[0], format, ppi=ppi, width=width, finish=finish, web=web))
        return
    if format != "pdf":
        what = f"{len(sheets)} sheets" if imposition is None else "Pages on a printer's sheet"
        raise SheetError(f"{what} cannot be saved as {path}.", mend=f"Name a PDF: {path.with_suffix('.pdf')}")
    from sketchsvg.book import Chapter
    from sketchsvg.printing import to_print

    write_atomically(path, to_print([Chapter("", sheets)], finish, imposition))
