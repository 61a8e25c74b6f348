"""The JSON Schema of sheets (draft 2020-12), made from their forms."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any, TypeAlias

from msgspec.json import schema_components

from sketchsvg.readers.json import forms

#: A schema, or a part of one.
Schema: TypeAlias = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_REF = "#/$defs/{name}"


def schema() -> Schema:
    """The schema of a sheet. What it allows is read, but for names and numbers that the page itself decides about."""
    _, components = schema_components([forms.Sheet], ref_template=_REF)
    names = [form.__name__ for form in forms.FORMS.values()]
    definitions = {name: _plain(part, names) for name, part in components.items()}
    sheet = definitions.pop("Sheet")
    block: Schema = {
        "description": "A block; a string is a paragraph.",
        "anyOf": [{"type": "string"}, *(reference(name) for name in names)],
    }
    return {
        "$schema": DRAFT, "title": "A sheet of sketchsvg", **sheet,
        "$defs": {"Block": block, **{name: definitions[name] for name in _ordered(definitions, names)}},
    }  # fmt: skip


def reference(name: str) -> Schema:
    """A reference to a definition."""
    return {"$ref": _REF.format(name=name)}


def _ordered(definitions: Schema, names: list[str]) -> list[str]:
    """The blocks in their order, then what they hold."""
    return [*names, *(name for name in definitions if name not in names)]


def _plain(part: Any, names: list[str]) -> Any:
    """A part as msgspec gives it, its unions flat, those of all blocks by their name, lone values constant."""
    if isinstance(part, list | tuple):
        return [_plain(own, names) for own in part]
    if not isinstance(part, dict):
        return part
    part = {
        key: {name: _plain(one, names) for name, one in own.items()} if key == "properties" else _plain(own, names)
        for key, own in part.items()
        if key not in ("discriminator", "title")
    }
    if "anyOf" in part:
        choices = [inner for one in part.pop("anyOf") for inner in one.get("anyOf", [one])]
        choices = [one for one in choices if one != {"type": "null"}]
        if part.get("default", ...) is None:
            del part["default"]
        if [one.get("$ref") for one in choices[1:]] == [reference(name)["$ref"] for name in names]:
            choices = [reference("Block")]
        part = {**(choices[0] if len(choices) == 1 else {"anyOf": choices}), **part}
    if isinstance(part.get("enum"), list) and len(part["enum"]) == 1:
        part["const"] = part.pop("enum")[0]
    if "description" in part:
        part["description"] = cleandoc(part["description"])
    if part.get("type") == "object" and "$schema" in part.get("properties", {}):
        part["properties"]["$schema"] = {"type": "string", "description": "Where editors find this schema."}
    return part
