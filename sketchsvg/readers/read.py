"""Finds the reader for a file by its suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from sketchsvg.readers.diagrams import read_diagram
from sketchsvg.readers.files import InputError
from sketchsvg.readers.python import read_python

if TYPE_CHECKING:
    from sketchsvg.sheet import Sheet


def _read_markdown(path: str, **changes: object) -> tuple[Sheet, ...]:
    """As ``read_markdown``, its parser imported only when there is something to parse."""
    from sketchsvg.readers.markdown import read_markdown

    return read_markdown(path, **changes)


def _read_json(path: str) -> tuple[Sheet, ...]:
    """As ``read_json``, the forms of all blocks imported only when they are read."""
    from sketchsvg.readers.json.reader import read_json

    return read_json(path)


def _read_wireframe(path: str) -> tuple[Sheet, ...]:
    """As ``read_wireframe``, imported only when there is a drawing to read."""
    from sketchsvg.readers.wireframe.reader import read_wireframe

    return read_wireframe(path)


READERS: dict[str, Callable[..., tuple[Sheet, ...]]] = {
    ".py": read_python, ".md": _read_markdown, ".markdown": _read_markdown,
    ".mmd": read_diagram, ".mermaid": read_diagram, ".json": _read_json,
    ".txt": _read_wireframe,
}  # fmt: skip
#: What is measured while it is read.
BROKEN_INTO_PAGES = frozenset({".md", ".markdown"})


def read(path: str, changes: Mapping[str, object] = MappingProxyType({})) -> tuple[Sheet, ...]:
    """The sheets in a file. ``path`` stays as it is typed, so that messages name the file as the user does.

    ``changes`` are fields of the sheet that the caller is going to change: a text is broken into pages with these.

    Raises ``InputError`` for a file that is not there, cannot be read, or is of no known kind.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in READERS:
        what = f"{path} has no suffix" if not suffix else f"{path} ends with {suffix}"
        raise InputError(
            f"{what}, and sheets are read from {', '.join(READERS)}.",
            mend="Give a Python file that holds a sheet, notes in Markdown, a mermaid diagram, a sheet in JSON, or a "
            "layout that is drawn as boxes in text (.txt).",
        )
    return READERS[suffix](path, **changes) if suffix in BROKEN_INTO_PAGES else READERS[suffix](path)
