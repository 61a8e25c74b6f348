"""Names that people type: found, or refused with the nearest one that exists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from sketchsvg.errors import NameUnknownError, Source

Value = TypeVar("Value")


def nearest(name: str, choices: Iterable[str]) -> str | None:
    """The existing name that looks most like ``name``, or None when nothing comes near."""
    from difflib import get_close_matches

    lowered = {choice.lower(): choice for choice in choices}
    found = get_close_matches(name.lower(), list(lowered), n=1, cutoff=0.6)
    return lowered[found[0]] if found else None


def unknown(kind: str, name: str, choices: Iterable[str], where: Source | None = None) -> NameUnknownError:
    """The error for a name that does not exist: suggests the nearest, or lists what there is when that is short."""
    known = sorted(choices)
    guess = nearest(name, known)
    if guess is not None:
        mend = f'Did you mean "{guess}"?'
    elif len(known) <= 24:
        mend = f"There are: {', '.join(known)}."
    else:
        mend = None
    return NameUnknownError(f'There is no {kind} "{name}".', where=where, mend=mend)


def look_up(kind: str, name: str, choices: Mapping[str, Value], where: Source | None = None) -> Value:
    """``choices[name]``, or a ``NameUnknownError`` with a suggestion."""
    if name in choices:
        return choices[name]
    raise unknown(kind, name, choices, where)
