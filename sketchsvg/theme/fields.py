"""The kinds of values in a theme file: what each accepts, how to say so, and an example of it."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite
from typing import Any

from msgspec import Struct

from sketchsvg.theme.theme import CASES, LETTER_FORMS, PAPER_KINDS, ZEROS

HEX = frozenset("0123456789abcdefABCDEF")


class Kind(Struct, frozen=True):
    """A kind of value: ``wanted`` completes the sentence "it must be …"."""

    wanted: str
    example: str
    accepts: Callable[[Any], bool]
    cleaned: Callable[[Any], Any]


def is_number(value: Any) -> bool:
    """Whether a value is a finite number (TOML also knows ``nan``, ``inf`` and booleans)."""
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def is_colour(value: Any) -> bool:
    """Whether a value is ``#`` and six hexadecimal digits."""
    return isinstance(value, str) and len(value) == 7 and value[0] == "#" and HEX.issuperset(value[1:])


def is_name(value: Any) -> bool:
    """Whether a value can be the name of a file: small letters, digits, hyphens."""
    return (
        isinstance(value, str) and value != "" and all(c.islower() or c.isdigit() or c == "-" for c in value)
    )


#: By the names of the types in ``theme.py``.
KINDS = {
    "Colour": Kind("a colour as #rrggbb", '"#2f6fde"', is_colour, str.lower),
    "Length": Kind("a number that is not negative", "0.4", lambda v: is_number(v) and v >= 0, float),
    "Size": Kind("a number above 0", "9.5", lambda v: is_number(v) and v > 0, float),
    "Angle": Kind("a number", "3.5", is_number, float),
    "Part": Kind("a number from 0 to 1", "0.05", lambda v: is_number(v) and 0 <= v <= 1, float),
    "PaperKind": Kind(f"one of {', '.join(PAPER_KINDS)}", '"grid"', lambda v: v in PAPER_KINDS, str),
    "PenName": Kind("the name of a pen", '"fineliner"', is_name, str),
    "HandName": Kind("the name of a hand or a .toml file", '"neat"', lambda v: isinstance(v, str) and v != "", str),
    "LetterForms": Kind(f"one of {', '.join(LETTER_FORMS)}", '"print"', lambda v: v in LETTER_FORMS, str),
    "Case": Kind(f"one of {', '.join(CASES)}", '"capitals"', lambda v: v in CASES, str),
    "Zero": Kind(f"one of {', '.join(ZEROS)}", '"slashed"', lambda v: v in ZEROS, str),
    "OwnPen": Kind("the name of a pen, or nothing", '"pencil"', lambda v: v == "" or is_name(v), str),
    "FontNames": Kind(
        "a list of font names or files", '["Noto Sans CJK KR", "fonts/mine.ttf"]',
        lambda v: isinstance(v, list) and all(isinstance(one, str) and one != "" for one in v), tuple,
    ),
    "FillName": Kind("the name of a fill", '"hachure"', is_name, str),
}
