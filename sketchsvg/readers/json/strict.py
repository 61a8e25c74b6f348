"""A stricter JSON Schema, for the structured output of language models.

Such modes take a part of JSON Schema only: every field required (null says that it is left out), no other fields, no
bounds or defaults, few levels. It says a little less than the whole schema: blocks hold each other as on a page
that somebody would draw and not without end, since some models know no recursion.
"""

from __future__ import annotations

from typing import Any

from sketchsvg.readers.json.schema import Schema, reference, schema

#: Blocks that hold no other blocks and are worth a model's while; a mind map has more levels than the others.
SMALL = (
    "Text", "Remark", "Subhead", "Divider", "Bullets", "Numbered", "Note", "Tip", "Warning", "Danger", "Quote",
    "Badge", "Figure", "Picture", "Table", "Terms", "Scale", "Code", "Maths", "Flow", "Flowchart",
)  # fmt: skip
#: What stands in what: the definition, the one of the schema that it is made of, its field, the blocks in that.
#: One block under several names holds less the deeper it stands.
HOLDERS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "Title": ("Title", ("blocks",), ("Simple",)),
    "OnePage": ("OnePage", ("top", "blocks"), ("Simple", "Title", "Section", "Card", "Compare")),
    "Section": ("Section", ("blocks",), ("Simple", "Card", "Compare", "Row")),
    "PageRow": ("Row", ("blocks",), ("Simple", "Card", "Compare", "Section", "PageColumn")),
    "PageColumn": ("Column", ("blocks",), ("Simple", "Card", "Compare", "Section")),
    "Row": ("Row", ("blocks",), ("Simple", "Card", "Compare", "Column")),
    "Column": ("Column", ("blocks",), ("Simple", "Card")),
    "Card": ("Card", ("blocks",), ("Simple", "InnerRow")),
    "InnerRow": ("Row", ("blocks",), ("Small",)),
    "Compare": ("Compare", ("left", "right"), ("Simple", "Card")),
    "Bullets": ("Bullets", ("items",), ("string", "InnerBullets", "InnerNumbered")),
    "Numbered": ("Numbered", ("items",), ("string", "InnerBullets", "InnerNumbered")),
    "InnerBullets": ("Bullets", ("items",), ("string",)),
    "InnerNumbered": ("Numbered", ("items",), ("string",)),
    "Mindmap": ("Mindmap", ("branches",), ("string", "Branch")),
    "Branch": ("Branch", ("branches",), ("string", "InnerBranch")),
    "InnerBranch": ("Branch", ("branches",), ("string",)),
}
BODY = ("OnePage", "Simple", "Title", "Section", "Card", "Compare", "PageRow")
#: Fields that a model has no use for.
LEFT_OUT = {
    "Row": ("drawn",), "Column": ("drawn",),
    "Sheet": ("$schema", "lenient"), "Picture": ("width", "height", "marks", "raster", "alt"), "Mindmap": ("shape",),
    "Branch": ("shape",),
}
#: The keywords that all of the modes know.
KEYWORDS = frozenset({"type", "description", "items", "anyOf", "$ref"})


def strict_schema() -> Schema:
    """The schema for structured output."""
    whole = schema()
    known: dict[str, Schema] = whole.pop("$defs")
    made = {name: (name, (), ()) for name in (*SMALL, "Step")}
    definitions = {
        name: _object(source, known[source], {field: _any_of(inside) for field in fields})
        for name, (source, fields, inside) in {**made, **HOLDERS}.items()
    }
    definitions["Small"] = _any_of(("string", *SMALL))
    definitions["Simple"] = _any_of(("Small", "Mindmap"))
    sheet = _object("Sheet", whole, {"body": _any_of(BODY), "arrows": {"type": "string"}})
    return {**sheet, "$defs": dict(sorted(definitions.items()))}


def _any_of(names: tuple[str, ...]) -> Schema:
    choices = [{"type": "string"} if name == "string" else reference(name) for name in names]
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


def _object(name: str, part: Schema, held: dict[str, Schema]) -> Schema:
    """An object all of whose fields are required; ``held`` are the blocks in some of them."""
    fields = {key: own for key, own in part["properties"].items() if key not in LEFT_OUT.get(name, ())}
    needed = part["required"]
    properties = {
        key: _field(own, held.get(key), key in needed or (name, key) == ("Picture", "svg"))
        for key, own in fields.items()
    }
    return {
        "type": "object", "description": part["description"], "properties": properties,
        "required": list(properties), "additionalProperties": False,
    }  # fmt: skip


def _field(part: Schema, held: Schema | None, needed: bool) -> Schema:
    """A field as the modes know it; one that may be left out may be null."""
    own = _known(part)
    if held is not None:
        own = {"type": "array", "items": held} if own.get("type") == "array" else held
    return own if needed else _or_null(own)


def _known(part: Any) -> Any:
    """A part with the keywords that all modes know; lone values as one of a list of one."""
    own = {key: value for key, value in part.items() if key in KEYWORDS}
    values = [part["const"]] if "const" in part else [value for value in part.get("enum", ()) if value != ""]
    if values:
        own |= {"type": "integer" if isinstance(values[0], int) else "string", "enum": values}
    if "items" in own:
        own["items"] = _known(own["items"])
    if "anyOf" in own:
        # A pair can be said as one string, too.
        choices = [_known(one) for one in own["anyOf"] if one.get("maxItems") != 2]
        own = {**own, "anyOf": choices} if len(choices) > 1 else choices[0]
    return own


def _or_null(part: Schema) -> Schema:
    if "anyOf" in part:
        return {**part, "anyOf": [*part["anyOf"], {"type": "null"}]}
    if "type" not in part:
        return {"anyOf": [part, {"type": "null"}]}
    own = {**part, "type": [part["type"], "null"]}
    return {**own, "enum": [*part["enum"], None]} if "enum" in part else own
