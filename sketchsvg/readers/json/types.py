"""Which fields and which names a form knows at a path of a value."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from msgspec import inspect

from sketchsvg.readers.json import forms


def fields_at(path: str, value: Any) -> list[str]:
    """The names of the fields of the object at ``path``."""
    known: list[str] = []
    for kind in _types_at(path, value):
        if isinstance(kind, inspect.StructType):
            known += [*(["type"] if kind.tag is not None else []), *(one.encode_name for one in kind.fields)]
    return list(dict.fromkeys(known))


def names_at(path: str, value: Any) -> list[str]:
    """The names among which the string at ``path`` chooses."""
    return [
        str(name)
        for kind in _types_at(path, value)
        if isinstance(kind, inspect.LiteralType)
        for name in kind.values
    ]


@cache
def _sheet_type() -> inspect.Type:
    return inspect.type_info(forms.Sheet)


def _types_at(path: str, value: Any) -> list[inspect.Type]:
    """The types that are possible at a path, as far as the tags in the value decide."""
    kinds = _chosen([_sheet_type()], value)
    for key, index in re.findall(r"\.([^.\[]+)|\[(\d+)\]", path):
        inner: list[inspect.Type] = []
        for kind in kinds:
            if key and isinstance(kind, inspect.StructType):
                inner += [one.type for one in kind.fields if one.encode_name == key]
            elif index and isinstance(kind, inspect.VarTupleType):
                inner.append(kind.item_type)
        try:
            value = value[key] if key else value[int(index)]
        except (KeyError, IndexError, TypeError):
            value = None
        kinds = _chosen(inner, value)
    return kinds


def _chosen(kinds: list[inspect.Type], value: Any) -> list[inspect.Type]:
    """The types without annotations and unions around them; of structs those with the tag that the value has."""
    found: list[inspect.Type] = []
    for kind in kinds:
        if isinstance(kind, inspect.Metadata):
            found += _chosen([kind.type], value)
        elif isinstance(kind, inspect.UnionType):
            found += _chosen(list(kind.types), value)
        else:
            found.append(kind)
    tag = value.get("type") if isinstance(value, dict) else None
    return [kind for kind in found if tag is not None and getattr(kind, "tag", None) == tag] or found
