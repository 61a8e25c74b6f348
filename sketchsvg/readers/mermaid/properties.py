"""A small subset of YAML: the braces of ``@{…}`` and ``%%{init: …}%%``, and front matter."""

from __future__ import annotations

import re
from typing import Any

MAX_DEPTH = 20
KEY = re.compile(r"""\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s:,{}\[\]"'][^:,{}\[\]\n]*))\s*(:?)""")
INTEGER = re.compile(r"[-+]?\d+")
DECIMAL = re.compile(r"[-+]?(?:\d+\.\d*|\.\d+)(?:[eE][-+]?\d+)?")
WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", "r": "\r", "0": "\0"}
DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
SINGLE = re.compile(r"'((?:[^']|'')*)'")
PLAIN_IN_BRACES = re.compile(r"[^,{}\[\]\n]*")
SEPARATORS = re.compile(r"[\s,]*")
LINE = re.compile(r"[^\n]*")
BLANKS = re.compile(r"[ \t]*")
SPACE = re.compile(r"\s*")


class UnreadableError(ValueError):
    """Text that is none of the subset; ``at`` is the offset."""

    def __init__(self, what: str, at: int) -> None:
        super().__init__(what)
        self.at = at


def scalar(text: str) -> Any:
    """An unquoted value: number, true, false, null, or the text itself."""
    word = text.strip()
    if word.lower() in WORDS:
        return WORDS[word.lower()]
    if INTEGER.fullmatch(word) and len(word) < 16:
        return int(word)
    if DECIMAL.fullmatch(word) and len(word) < 24:
        return float(word)
    return word


def quoted(text: str, at: int) -> tuple[str, int]:
    """The quoted string that begins at an offset, and the offset behind it."""
    pattern = DOUBLE if text[at] == '"' else SINGLE
    found = pattern.match(text, at)
    if found is None:
        raise UnreadableError("a quoted text that does not end", at)
    inner = found.group(1)
    if text[at] == "'":
        return inner.replace("''", "'"), found.end()
    return re.sub(r"\\(.)", lambda escape: ESCAPES.get(escape.group(1), escape.group()), inner), found.end()


def braces(text: str, at: int, depth: int = 0) -> tuple[dict[str, Any], int]:
    """The mapping ``{a: 1, b: {…}}`` that begins at an offset, and the offset behind it."""
    if depth > MAX_DEPTH:
        raise UnreadableError("braces nested too deeply", at)
    values: dict[str, Any] = {}
    at = _skip(text, at + 1)
    while not text.startswith("}", at):
        name, colon, at = _key(text, at)
        values[name] = None
        if colon:
            values[name], at = _value(text, at, depth + 1)
        at = _skip(text, at)
    return values, at + 1


def pairs(text: str) -> dict[str, Any]:
    """The lines ``name: value`` of a ``@{…}`` written over several lines."""
    values: dict[str, Any] = {}
    at = _skip(text, 0)
    while at < len(text):
        start = at
        name, colon, at = _key(text, at)
        values[name] = None
        if colon:
            at = _after(BLANKS, text, at)
            values[name], at = _line_value(text, at, start)
        at = _skip(text, at)
    return values


def block(text: str) -> dict[str, Any]:
    """The mapping that front matter holds; indentation nests."""
    root: dict[str, Any] = {}
    open_blocks: list[tuple[int, Any]] = [(-1, root)]
    pending: tuple[dict[str, Any], str, int] | None = None
    at = 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = len(line) - len(line.lstrip())
        dash, key, rest = _block_line(line.strip())
        if pending is not None and (indent > pending[2] or (dash and indent == pending[2])):
            holder, name, _ = pending
            holder[name] = [] if dash else {}
            open_blocks.append((indent - 1 if dash and indent == pending[2] else pending[2], holder[name]))
        pending = None
        while len(open_blocks) > 1 and indent <= open_blocks[-1][0]:
            open_blocks.pop()
        holder = open_blocks[-1][1]
        if len(open_blocks) > MAX_DEPTH:
            raise UnreadableError("front matter nested too deeply", start)
        if dash and isinstance(holder, list):
            holder.append(_front_value(rest, start))
        elif key is not None and isinstance(holder, dict):
            name = key.strip("\"'").strip()
            holder[name] = _front_value(rest, start)
            pending = (holder, name, indent) if not rest.strip() else None
        else:
            raise UnreadableError("a name and a colon", start)
    return root


def _front_value(rest: str, at: int) -> Any:
    text = rest.strip()
    if text[:1] in ("{", "[", '"', "'"):
        try:
            return _value(text, 0, 0)[0]
        except UnreadableError as error:
            raise UnreadableError(str(error), at) from None
    return scalar(text.split(" #", 1)[0])


def _block_line(line: str) -> tuple[bool, str | None, str]:
    """Whether a line is an item of a list, its key where it has one, and what follows."""
    if line == "-" or line.startswith("- "):
        return True, None, line[1:]
    key, colon, rest = line.partition(": ")
    if colon:
        return False, key, rest
    return (False, line[:-1], "") if line.endswith(":") else (False, None, line)


def _key(text: str, at: int) -> tuple[str, bool, int]:
    """The name that begins at an offset, whether a colon follows, and the offset behind that."""
    found = KEY.match(text, at)
    if found is None:
        raise UnreadableError("a name and a colon", at)
    name = next((group for group in found.groups()[:3] if group is not None), "")
    return name.strip(), bool(found.group(4)), found.end()


def _skip(text: str, at: int) -> int:
    return _after(SEPARATORS, text, at)


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    """The offset behind a pattern that may match nothing."""
    found = pattern.match(text, at)
    return found.end() if found else at


def _value(text: str, at: int, depth: int) -> tuple[Any, int]:
    at = _after(SPACE, text, at)
    opening = text[at : at + 1]
    if opening in ('"', "'"):
        return quoted(text, at)
    if opening == "{":
        return braces(text, at, depth)
    if opening == "[":
        return _brackets(text, at, depth)
    found = PLAIN_IN_BRACES.match(text, at)
    return (scalar(found.group()), found.end()) if found else (None, at)


def _brackets(text: str, at: int, depth: int) -> tuple[list[Any], int]:
    if depth > MAX_DEPTH:
        raise UnreadableError("brackets nested too deeply", at)
    values: list[Any] = []
    at = _skip(text, at + 1)
    while not text.startswith("]", at):
        value, after = _value(text, at, depth + 1)
        if after == at:
            raise UnreadableError("a closing bracket", at)
        values.append(value)
        at = _skip(text, after)
    return values, at + 1


def _line_value(text: str, at: int, key_start: int) -> tuple[Any, int]:
    opening = text[at : at + 1]
    if opening in ('"', "'"):
        return quoted(text, at)
    found = LINE.match(text, at)
    line, end = (found.group(), found.end()) if found else ("", at)
    if line.strip() in ("|", ">", "|-", ">-"):
        return _block_text(text, end, line.strip(), _indent(text, key_start))
    return scalar(line.rstrip().removesuffix(",")), end


def _block_text(text: str, at: int, style: str, indent: int) -> tuple[str, int]:
    lines = []
    while at < len(text):
        end = text.find("\n", at + 1)
        end = len(text) if end < 0 else end
        line = text[at + 1 : end]
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        lines.append(line.strip())
        at = end
    joined = ("\n" if style.startswith("|") else " ").join(lines).rstrip()
    return joined + ("" if style.endswith("-") else "\n"), at


def _indent(text: str, at: int) -> int:
    line = text.rfind("\n", 0, at) + 1
    found = text[line:]
    return len(found) - len(found.lstrip(" \t"))
