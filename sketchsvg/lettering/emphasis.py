"""What emphasis there is besides bold, struck and highlighted words, and how an author asks for it.

``[words]{.wavy .rose}`` names classes, each with its dot. A class is a line (drawn under or around the words), a way
of writing, or one of the theme's hues, which colours the line if there is one and the words if there is none.
"""

from __future__ import annotations

from msgspec import Struct

from sketchsvg.errors import Source
from sketchsvg.names import unknown
from sketchsvg.theme.theme import HUES

UNDER = {"underline": "straight", "wavy": "wavy", "double": "double"}
AROUND = ("ring", "box")
WRITTEN = ("bold", "italic", "highlight", "struck")
CLASSES = (*UNDER, *AROUND, *WRITTEN, *HUES)
#: Names with two underscores on either side that are Python's and no emphasis.
SPECIAL_NAMES = frozenset((
    "init", "new", "del", "repr", "str", "bytes", "format", "lt", "le", "eq", "ne", "gt", "ge", "hash", "bool",
    "getattr", "getattribute", "setattr", "delattr", "dir", "get", "set", "delete", "slots", "dict", "class",
    "call", "len", "iter", "next", "reversed", "contains", "getitem", "setitem", "delitem", "missing", "add",
    "sub", "mul", "matmul", "truediv", "floordiv", "mod", "divmod", "pow", "and", "or", "xor", "neg", "pos",
    "abs", "invert", "int", "float", "complex", "index", "round", "trunc", "floor", "ceil", "enter", "exit",
    "await", "aiter", "anext", "aenter", "aexit", "name", "qualname", "module", "file", "main", "doc",
    "annotations", "all", "version", "author", "future", "path", "spec", "package", "builtins", "import",
    "debug", "copy", "deepcopy", "post_init", "init_subclass", "set_name",
))  # fmt: skip


class Drawn(Struct, frozen=True):
    """A line that emphasises words: its ``kind``, a hue (empty: its own), and which of its string's ranges it is."""

    kind: str
    hue: str = ""
    place: str = ""


def classes_of(text: str, where: Source | None = None) -> tuple[str, ...]:
    """The classes in ``.wavy .rose``; ``NameUnknownError`` for one that there is not."""
    names = tuple(part for part in text.replace(".", " ").split() if part)
    for name in names:
        if name not in CLASSES:
            raise unknown("emphasis", name, CLASSES, where)
    return names
