"""Finds the reader for a file by its suffix."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sketchsvg.readers.diagrams import read_diagram
from sketchsvg.readers.files import InputError
from sketchsvg.readers.python import read_python

if TYPE_CHECKING:
    from sketchsvg.sheet import Sheet


def _read_markdown(path: str) -> tuple[Sheet, ...]:
    """As ``read_markdown``, its parser imported only when there is something to parse."""
    from sketchsvg.readers.markdown import read_markdown

    return read_markdown(path)


READERS: dict[str, Callable[[str], tuple[Sheet, ...]]] = {
    ".py": read_python, ".md": _read_markdown, ".markdown": _read_markdown,
    ".mmd": read_diagram, ".mermaid": read_diagram,
}  # fmt: skip


def read(path: str) -> tuple[Sheet, ...]:
    """The sheets in a file. ``path`` stays as it is typed, so that messages name the file as the user does.

    Raises ``InputError`` for a file that is not there, cannot be read, or is of no known kind.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in READERS:
        what = f"{path} has no suffix" if not suffix else f"{path} ends with {suffix}"
        raise InputError(
            f"{what}, and sheets are read from {', '.join(READERS)}.",
            mend="Give a Python file that holds a sheet, notes in Markdown, or a mermaid diagram.",
        )
    return READERS[suffix](path)
