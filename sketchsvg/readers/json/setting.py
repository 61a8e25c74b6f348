"""JSON as people like to read it: what goes on one line stands on one, the rest a field or an entry a line."""

from __future__ import annotations

from json import dumps
from typing import Any

from msgspec import Struct
from msgspec.structs import fields

#: Characters of a line.
LONGEST = 110


def set_out(value: Any) -> str:
    """The value as JSON; its own fields stand a line each."""
    return _set(_whole(value), 0, LONGEST)


def _set(value: Any, indent: int, before: int) -> str:
    """The value ``indent`` spaces in, its first line after ``before`` characters of a key."""
    flat = _flat(value)
    if indent + before + len(flat) < LONGEST:
        return flat
    inner = indent + 2
    white = " " * inner
    if isinstance(value, dict):
        rows = [
            f"{white}{dumps(key)}: {_set(own, inner, len(key) + 4)}" for key, own in value.items()
        ]
        return "{\n" + ",\n".join(rows) + "\n" + " " * indent + "}"
    if isinstance(value, list | tuple):
        if all(isinstance(own, int | float) for own in value):
            return "[\n" + _filled([_flat(own) for own in value], white) + "\n" + " " * indent + "]"
        return "[\n" + ",\n".join(white + _set(own, inner, 0) for own in value) + "\n" + " " * indent + "]"
    return flat


def _flat(value: Any) -> str:
    """The value on one line."""
    return dumps(value, ensure_ascii=False, allow_nan=False)


def _whole(value: Any) -> Any:
    """The value with whole numbers without a point."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if isinstance(value, dict):
        return {key: _whole(own) for key, own in value.items()}
    return [_whole(own) for own in value] if isinstance(value, list | tuple) else value


def _filled(numbers: list[str], white: str) -> str:
    """Numbers in lines that are as full as they can be."""
    lines, line = [], white
    for place, number in enumerate(numbers):
        piece = number + ("," if place < len(numbers) - 1 else "")
        if len(line) + len(piece) + 1 > LONGEST and line.strip():
            lines.append(line)
            line = white
        line += (" " if line.strip() else "") + piece
    return "\n".join([*lines, line])


def plain(value: Any) -> Any:
    """A form as objects, lists, strings and numbers, without the fields that say what is understood anyway."""
    if isinstance(value, Struct):
        own = {
            one.encode_name: plain(getattr(value, one.name))
            for one in fields(value)
            if one.required or getattr(value, one.name) != one.default
        }
        tag = value.__struct_config__.tag
        return own if tag is None else {"type": tag, **own}
    return [plain(own) for own in value] if isinstance(value, list | tuple) else value
