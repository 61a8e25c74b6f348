"""The shapes of letters that hands choose from: one file a set, named in a hand's ``forms``.

Each set is a table of shapes: the first is how the letter is written as a rule, the others how it is written now
and then. All shapes of a letter are drawn from the same origin and share the first one's advance. A letter that a
set does not hold is that of the plain tables. The notation is that of ``latin/notation.py``.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module


@cache
def shapes(forms: str) -> dict[str, tuple[str, ...]]:
    """The table of the set ``forms``."""
    table: dict[str, tuple[str, ...]] = import_module(f"{__name__}.{forms}").SHAPES
    return table
