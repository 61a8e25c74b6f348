"""From text to the form of a sheet; what is wrong is said with its path, its place and how to mend it."""

from __future__ import annotations

import re
from typing import Any

from msgspec import DecodeError, Struct, ValidationError, convert
from msgspec.json import decode

from sketchsvg.errors import Source
from sketchsvg.names import nearest
from sketchsvg.readers.json import forms
from sketchsvg.readers.json.errors import JsonError, LimitError
from sketchsvg.readers.json.limits import check_size
from sketchsvg.readers.json.places import Places, Text, places_in
from sketchsvg.readers.json.types import fields_at, names_at

#: Characters of a sheet in JSON: ten times a page that is full of drawings.
MOST_CHARACTERS = 5_000_000

_AT = re.compile(r"(?P<what>.*?)(?: - at `(?P<path>\$.*)`)?", re.DOTALL)
_BYTE = re.compile(r"(?:JSON is malformed: )?(?P<what>.*) \(byte (?P<byte>\d+)\)")
_EXPECTED = re.compile(r"Expected `(?P<wanted>[^`]+)`(?P<rule> [^`,]+)?(?:, got `(?P<got>[^`]+)`)?")
_FIELD = re.compile(r"Object (?P<fault>contains unknown|missing required) field `(?P<name>.*)`", re.DOTALL)

_TYPES = {
    "str": "a string", "int": "a whole number", "float": "a number", "bool": "true or false", "array": "a list",
    "object": "an object", "null": "null",
}  # fmt: skip
_RULES = {">=": "at least", "<=": "at most", ">": "over", "<": "under"}


class Decoded(Struct, frozen=True):
    """The form of a sheet, and where its values stand."""

    sheet: forms.Sheet
    places: Places


def decoded(data: str | bytes, file: str = "", author: Source | None = None) -> Decoded:
    """The form in ``data``; ``author`` is the line of the program that gave it when there is no file.

    Raises ``JsonError`` for what is no JSON or no sheet, and ``LimitError``.
    """
    text = Text.of(_text(data, file, author), file, author)
    value, places = _value(text)
    if not isinstance(value, dict) or value.get("sketchsvg") != forms.VERSION:
        raise _no_sheet(value, places)
    try:
        sheet = convert(_without_null(value), forms.Sheet)
    except ValidationError as error:
        raise _refused(str(error), value, places) from None
    check_size(sheet, places)
    return Decoded(sheet, places)


def _text(data: str | bytes, file: str, author: Source | None) -> str:
    if isinstance(data, bytes):
        try:
            data = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise JsonError(
                f"Byte {error.start} is no UTF-8: {error.reason}.", where=Source(file, line) if file else author,
                mend="Save it as UTF-8.",
            ) from None  # fmt: skip
    if not isinstance(data, str):
        raise JsonError(
            f"A sheet is read from JSON text, not from {type(data).__name__}.", where=author,
            mend="Hand over the text itself: json.dumps(…) makes it of dicts and lists.",
        )  # fmt: skip
    if len(data) > MOST_CHARACTERS:
        raise LimitError(
            f"The JSON has {len(data):,} characters, and at most {MOST_CHARACTERS:,} are read.",
            where=Source(file, 1) if file else author, mend="Divide the sheet.",
        )  # fmt: skip
    return data.removeprefix("\ufeff")


def _value(text: Text) -> tuple[Any, Places]:
    try:
        value = decode(text.words)
    except ValidationError as error:
        # A number that is no number: its place is found by looking at all of them.
        places_in(text)
        raise JsonError(f"{error}.", where=text.source(0)) from None
    except RecursionError:
        places_in(text)
        raise LimitError("Lists and objects lie in each other too deep.", where=text.source(0)) from None
    except (DecodeError, UnicodeError) as error:
        raise _malformed(str(error), text) from None
    return value, places_in(text)


def _malformed(message: str, text: Text) -> JsonError:
    """The error for what is no JSON at all."""
    found = _BYTE.fullmatch(message)
    offset = len(text.words.encode()[: int(found["byte"])].decode(errors="ignore")) if found else len(text.words)
    what = found["what"] if found else message.lower().removeprefix("input data was ")
    if not text.words.strip():
        what = "it is empty"
    elif not found and re.search(r"\\u[dD][89a-fA-F]", text.words):
        offset, what = text.words.lower().index("\\ud"), "half of a surrogate pair"
    line, column = text.place(offset)
    return JsonError(
        f"This is no JSON: {what} at line {line}, column {column}.", where=text.source(offset), mend=_mend(text, offset)
    )


def _mend(text: Text, offset: int) -> str:
    """What commonly goes wrong in JSON at such a place."""
    here = text.words[offset : offset + 1]
    if text.words.lstrip().startswith("```"):
        return "Take away the fence around it: the text begins with { and ends with }."
    if here and ord(here) < 32:
        return "A line break in a string is written \\n, a tab \\t."
    if here in ("'", "“", "”", "‘", "’"):
        return 'Strings and names stand between straight double quotes: "so".'
    if text.words[offset : offset + 2] in ("//", "/*") or here == "#":
        return "JSON has no comments."
    if text.words[offset : offset + 3] in ("NaN", "Inf", "-In"):
        return "Write a number."
    if offset >= len(text.words.rstrip()):
        return "The text ends too early: close every quote, ] and }."
    return "Look for a comma, a quote or a bracket that is missing or too many."


def _no_sheet(value: Any, places: Places) -> JsonError:
    """The error for JSON that does not say which version of the form it has."""
    where = places.source("$.sketchsvg" if isinstance(value, dict) and "sketchsvg" in value else "$")
    mend = f'Begin with {{"sketchsvg": {forms.VERSION}, "body": [ … ]}}.'
    if not isinstance(value, dict):
        return JsonError(f"A sheet is an object, not {_name_of(value)}.", where=where, mend=mend)
    version = value.get("sketchsvg")
    if version is None:
        return JsonError('$ has no "sketchsvg", the version of the form.', where=where, mend=mend)
    if isinstance(version, int) and not isinstance(version, bool) and version > forms.VERSION:
        return JsonError(
            f"$.sketchsvg is {version}, and this program reads version {forms.VERSION}.", where=where,
            mend="Use a newer sketchsvg.",
        )  # fmt: skip
    return JsonError(f"$.sketchsvg is the version of the form: {forms.VERSION}.", where=where, mend=mend)


def _without_null(value: Any) -> Any:
    """The value without fields that are null: that says the same as leaving them out."""
    if isinstance(value, dict):
        return {key: _without_null(own) for key, own in value.items() if own is not None}
    return [_without_null(own) for own in value] if isinstance(value, list) else value


def _refused(message: str, value: Any, places: Places) -> JsonError:
    """The error for JSON that is no sheet, in our words."""
    found = _AT.fullmatch(message)
    fault, path = (found["what"], found["path"] or "$") if found else (message, "$")
    where = places.source(path)
    about_field = _FIELD.fullmatch(fault)
    if about_field and about_field["fault"] == "contains unknown":
        name = about_field["name"]
        return JsonError(
            f"{path}.{name} is not known{_of_kind(value, path)}.", where=places.key_source(f"{path}.{name}"),
            mend=_meant(name, fields_at(path, value)),
        )  # fmt: skip
    if about_field:
        name = about_field["name"]
        mend = f'Add "{name}".'
        if name == "type":
            mend = f'Say what it is: "type": "section", or one of {", ".join(forms.FORMS)}.'
        return JsonError(f'{path}{_of_kind(value, path)} has no "{name}".', where=where, mend=mend)
    if fault.startswith(("Invalid value", "Invalid enum value")):
        said = value_at(path, value)
        names = list(forms.FORMS) if path.endswith(".type") else [name for name in names_at(path, value) if name]
        return JsonError(f"{path} is {_shown(said)}, which there is not.", where=where, mend=_meant(str(said), names))
    expected = _EXPECTED.fullmatch(fault)
    if expected is None:
        return JsonError(f"{path}: {fault}.", where=where)
    return JsonError(f"{path} {_wanted(expected, value_at(path, value))}.", where=where, mend=_hint(path, expected))


def _wanted(expected: re.Match[str], said: Any) -> str:
    """``must be a string, not a number``, in the words of people."""
    wanted, rule = expected["wanted"], (expected["rule"] or "").strip()
    kinds = " or ".join(_TYPES.get(kind, kind) for kind in wanted.split(" | "))
    if wanted == "str | object":
        kinds = "a string or a block"
    if not rule:
        return f"must be {kinds}, not {_name_of(said)}"
    count = re.fullmatch(r"of length (>=|<=) (\d+)", rule)
    if count is None:
        sign, _, bound = rule.partition(" ")
        return f"must be {kinds} {_RULES.get(sign, sign)} {bound.removesuffix('.0')}, not {said!r}"
    if count[2] == "1" and count[1] == ">=":
        return "is empty"
    return f"must have {_RULES[count[1]]} {count[2]} entries, not {len(said)}"


def _hint(path: str, expected: re.Match[str]) -> str:
    rule = expected["rule"] or ""
    if "length" in rule:
        return "Write something there, or leave it out." if rule.endswith(">= 1") else "Change how many there are."
    if expected["wanted"] == "array":
        return "Put it in square brackets: [ … ]."
    if expected["wanted"] == "str":
        return 'Put it in double quotes: " … ".'
    return f"The fields of every block are listed by: sketchsvg schema. The fault is at {path}."


def _meant(name: str, known: list[str]) -> str:
    guess = nearest(name, known)
    return f'Did you mean "{guess}"?' if guess else f"There are: {', '.join(known)}."


def _of_kind(value: Any, path: str) -> str:
    """`` of a section`` where the value at ``path`` says what it is."""
    own = value_at(path, value)
    kind = own.get("type") if isinstance(own, dict) else None
    return f" ({kind})" if isinstance(kind, str) else ""


def value_at(path: str, value: Any) -> Any:
    """The value at a path of msgspec's; None where it leads nowhere."""
    for key, index in re.findall(r"\.([^.\[]+)|\[(\d+)\]", path):
        try:
            value = value[key] if key else value[int(index)]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _name_of(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"the number {value!r}"
    if isinstance(value, str):
        return f"the string {_shown(value)}"
    return "an object" if isinstance(value, dict) else "a list"


def _shown(value: Any) -> str:
    text = str(value)
    return f"“{text[:40]}{'…' if len(text) > 40 else ''}”"
