"""Values that an author wrote: they remember where, and are equal wherever that was."""

from __future__ import annotations

from msgspec import Struct


class Authored(Struct, frozen=True):
    """A value with a field ``source``, the place in the author's file, that takes no part in comparing."""

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and _said(self) == _said(other)

    def __hash__(self) -> int:
        return hash(_said(self))


def _said(value: Authored) -> tuple[object, ...]:
    """Every field but the source."""
    return tuple(getattr(value, name) for name in value.__struct_fields__ if name != "source")
