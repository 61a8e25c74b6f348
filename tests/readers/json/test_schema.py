"""The schema allows what is written, and refuses what is not read; the strict one keeps to what models take."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

import sketchsvg as s
from sketchsvg.readers.json import forms
from sketchsvg.readers.json.schema import DRAFT, schema
from sketchsvg.readers.json.strict import KEYWORDS, strict_schema
from tests.readers.json.sheets import SHEETS

jsonschema = pytest.importorskip("jsonschema")

WHOLE = schema()
STRICT = strict_schema()
SHEETS_FOLDER = Path(__file__).parents[3] / "sheets"


def faults(sheet: str, against=WHOLE) -> list[str]:
    return [error.message for error in jsonschema.Draft202012Validator(against).iter_errors(json.loads(sheet))]


def test_both_are_schemas_of_their_draft():
    assert WHOLE["$schema"] == DRAFT
    jsonschema.Draft202012Validator.check_schema(WHOLE)
    jsonschema.Draft202012Validator.check_schema(STRICT)


@settings(max_examples=25)
@given(SHEETS)
def test_what_is_written_is_allowed(sheet):
    assert faults(sheet.to_json()) == []


@pytest.mark.parametrize("text", [
    '{"body": ["a"]}',
    '{"sketchsvg": 2, "body": ["a"]}',
    '{"sketchsvg": 1, "body": []}',
    '{"sketchsvg": 1, "body": ["a"], "sed": 1}',
    '{"sketchsvg": 1, "body": [{"type": "sektion"}]}',
    '{"sketchsvg": 1, "body": [{"type": "note", "words": 1}]}',
    '{"sketchsvg": 1, "body": [{"type": "note", "words": "a", "share": 101}]}',
    '{"sketchsvg": 1, "body": [{"type": "card", "head": "a", "accent": "green"}]}',
    '{"sketchsvg": 1, "body": [{"type": "terms", "entries": [["a"]]}]}',
])  # fmt: skip
def test_what_is_not_read_is_not_allowed(text):
    with pytest.raises(s.SketchError):
        s.Sheet.from_json(text)
    assert faults(text)


def test_every_block_is_explained():
    for form in forms.FORMS.values():
        assert WHOLE["$defs"][form.__name__]["description"]
        assert WHOLE["$defs"][form.__name__]["properties"]["type"] == {"const": form.__struct_config__.tag}


def parts(schema: object) -> Iterator[dict]:
    """All schemas in a schema."""
    if isinstance(schema, list):
        for one in schema:
            yield from parts(one)
    if isinstance(schema, dict):
        yield schema
        for key, one in schema.items():
            yield from parts(list(one.values()) if key in ("properties", "$defs") else one if key in ("items", "anyOf") else [])


def test_in_the_strict_one_every_field_is_required_and_no_other_known():
    objects = [part for part in parts(STRICT) if part.get("type") == "object"]
    assert len(objects) > 20
    for part in objects:
        assert part["required"] == list(part["properties"])
        assert part["additionalProperties"] is False


def test_the_strict_one_uses_no_other_keywords():
    allowed = KEYWORDS | {"properties", "required", "additionalProperties", "enum"}
    for part in parts(STRICT):
        assert set(part) - {"$defs"} <= allowed
        assert part.keys() & {"type", "anyOf", "$ref"}


def depth(part: dict, seen: tuple[str, ...] = ()) -> int:
    """How many objects lie in each other."""
    name = part.get("$ref", "").removeprefix("#/$defs/")
    assert name not in seen, "recursion"
    inner = [*part.get("properties", {}).values(), *part.get("anyOf", []), *([part["items"]] if "items" in part else [])]
    if name:
        inner.append(STRICT["$defs"][name])
    deepest = max((depth(one, (*seen, name) if name else seen) for one in inner), default=0)
    return deepest + ("properties" in part)


def test_the_strict_one_keeps_the_limits_of_the_modes():
    """At most 10 levels, 5,000 properties, 1,000 values of enumerations, 120,000 characters of names and values."""
    assert depth(STRICT) <= 10
    objects = [part["properties"] for part in parts(STRICT) if "properties" in part]
    values = [str(value) for part in parts(STRICT) for value in part.get("enum", ())]
    names = [name for own in objects for name in own]
    assert len(names) <= 1000 and len(values) <= 1000
    assert sum(map(len, [*names, *values, *STRICT["$defs"]])) <= 120_000
    assert "anyOf" not in STRICT and STRICT["type"] == "object"


def filled(value: object, part: dict) -> object:
    """A sheet as a strict mode writes it: what is left out is null."""
    for choice in [part, *part.get("anyOf", [])]:
        known = STRICT["$defs"].get(choice.get("$ref", "").removeprefix("#/$defs/"), choice)
        if known is not choice and known.get("type") != "object":
            found = filled(value, known)
            if found != value:
                return found
        if isinstance(value, dict) and known.get("type") == "object":
            tag = known["properties"].get("type", {}).get("enum")
            if value.keys() <= known["properties"].keys() and tag in (None, [value.get("type")]):
                return {name: filled(value.get(name), own) for name, own in known["properties"].items()}
        if isinstance(value, list) and "items" in known:
            return [filled(one, known["items"]) for one in value]
    return value


@pytest.mark.parametrize("name", ["blocks.py", "ch23.py"])
def test_real_sheets_are_allowed_by_both(name):
    from sketchsvg.readers import read

    (sheet,) = read(str(SHEETS_FOLDER / name))
    text = sheet.to_json()
    assert faults(text) == []
    whole = json.dumps(filled(json.loads(text), STRICT))
    assert whole.count("null") > 50
    assert faults(whole, STRICT) == []
    assert s.Sheet.from_json(whole) == sheet
