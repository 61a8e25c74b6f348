"""Saving a sheet to a file, in the format that its name asks for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sketchsvg.sheet import Sheet


def save(sheet: Sheet, path: str | Path, *, ppi: float = 300) -> None:
    """Writes ``sheet`` to ``path``: SVG, PDF or PNG by its suffix.

    The old file stays until the new one is whole. Raises ``SketchError`` for what cannot be drawn or written.
    """
    from sketchsvg.exporters.save import format_of, write_atomically
    from sketchsvg.pipeline import render

    path = Path(path)
    write_atomically(path, render(sheet, format_of(path), ppi=ppi))
