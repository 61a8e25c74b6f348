"""How much a sheet in JSON may say: far more than a page can hold, and little enough to be refused in seconds."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from sketchsvg.readers.json import forms
from sketchsvg.readers.json.errors import LimitError
from sketchsvg.readers.json.marks import Mark
from sketchsvg.readers.json.places import Places

#: Blocks on a sheet, words and lines in them, characters of all and of one of these.
MOST_BLOCKS, MOST_STRINGS, MOST_CHARACTERS, LONGEST_STRING = 1_000, 10_000, 200_000, 20_000


class _Count(Struct):
    blocks: int = 0
    strings: int = 0
    characters: int = 0


def check_size(sheet: forms.Sheet, places: Places) -> None:
    """Nothing, or a ``LimitError`` that names the path at which it is too much. Drawings are let be."""
    _count(sheet, "$", _Count(), places)


def _count(value: Any, path: str, count: _Count, places: Places) -> None:
    if isinstance(value, str):
        count.strings += 1
        count.characters += len(value)
        if len(value) > LONGEST_STRING:
            raise _too_much(path, f"{len(value):,} characters long, and at most {LONGEST_STRING:,} are read", places)
        if count.strings > MOST_STRINGS or count.characters > MOST_CHARACTERS:
            most = f"more than {MOST_STRINGS:,} words and lines, or {MOST_CHARACTERS:,} characters, are before it"
            raise _too_much(path, f"too much for one page: {most}", places)
    elif isinstance(value, forms.Form):
        count.blocks += 1
        if count.blocks > MOST_BLOCKS:
            raise _too_much(path, f"the {count.blocks:,}th block, and at most {MOST_BLOCKS:,} are read", places)
    if isinstance(value, Struct) and not isinstance(value, Mark):
        for field in fields(value):
            own = getattr(value, field.name)
            if own and not (isinstance(value, forms.Picture) and field.name in ("svg", "raster")):
                _count(own, f"{path}.{field.encode_name}", count, places)
    elif isinstance(value, tuple):
        for number, own in enumerate(value):
            _count(own, f"{path}[{number}]", count, places)


def _too_much(path: str, what: str, places: Places) -> LimitError:
    return LimitError(f"{path} is {what}.", where=places.source(path), mend="Divide the sheet.")
