"""Front matter: a strict part of YAML, read with the line of every value.

``key: value``, values in quotes or bare, ``[a, b]``, and under a key without a value indented ``- item`` or
``key: value`` lines. Nothing else of YAML is understood, and nothing is guessed.
"""

from __future__ import annotations

import re

from msgspec import Struct, field

from sketchsvg.errors import Source
from sketchsvg.readers.markdown.errors import MarkdownError, warn
from sketchsvg.readers.markdown.source import MarkdownText

#: What is understood; other programs' keys (tags, date, …) are let be.
KNOWN = (
    "title", "titleKr", "subtitle", "kicker", "author", "source", "source_url", "chapter", "totalChapters", "theme",
    "page", "seed", "hand", "layout", "fit", "columns", "language", "description", "icon", "end_icon", "arrows",
    "header", "notes", "toc", "subject", "keywords", "images",
)  # fmt: skip

_KEY = re.compile(r"([A-Za-z_][\w-]*)\s*:(?:\s+(.*))?$")
_ITEM = re.compile(r"\s*-\s+(.*)$")


class Value(Struct, frozen=True):
    """What stands behind a key: words or a list of words, and the line it begins in."""

    words: str
    items: tuple[tuple[str, int], ...]
    line: int


class FrontMatter(Struct, frozen=True):
    """The values by their keys; ``file`` names them in messages."""

    file: str
    values: dict[str, Value] = field(default_factory=dict)

    def text(self, key: str, default: str = "") -> str:
        """The words behind ``key``."""
        return self.values[key].words if key in self.values else default

    def items(self, key: str) -> list[str]:
        """The list behind ``key``; words alone are a list of one."""
        if key not in self.values:
            return []
        value = self.values[key]
        return [item for item, _ in value.items] or ([value.words] if value.words else [])

    def whole(self, key: str, default: int) -> int:
        """The whole number behind ``key``; ``MarkdownError`` for anything else."""
        if key not in self.values:
            return default
        try:
            return int(self.values[key].words)
        except ValueError:
            what = f'{key} is "{self.values[key].words}", which is no whole number.'
            raise MarkdownError(what, where=self.at(key), mend=f"{key}: {default}") from None

    def switched_on(self, key: str) -> bool:
        """Whether ``key`` says yes."""
        said = self.text(key).lower()
        if said not in ("", "yes", "no", "true", "false", "on", "off"):
            what = f'{key} is "{said}".'
            raise MarkdownError(what, where=self.at(key), mend=f"Write {key}: yes, or leave it out.")
        return said in ("yes", "true", "on")

    def at(self, key: str) -> Source:
        """Where ``key`` stands; the first line where it does not."""
        return Source(self.file, self.values[key].line if key in self.values else 1)


def front_matter(text: MarkdownText) -> FrontMatter:
    """The front matter of a file. ``MarkdownError`` for lines that are not understood; warns of likely slips."""
    values: dict[str, Value] = {}
    key = ""
    for line, raw in enumerate(text.front, 2):
        if not raw.strip() or raw.lstrip().startswith("#"):
            continue
        match = _KEY.match(raw)
        if match:
            key = match[1]
            if key in values:
                raise MarkdownError(f'"{key}" stands twice.', where=text.at(line), mend="Keep one of the two.")
            values[key] = _value((match[2] or "").strip(), text.at(line))
            _note_slip(key, text.at(line))
        elif key and raw[:1] in " \t-":
            item = _ITEM.match(raw)
            inner = _unquoted((item[1] if item else raw).strip(), text.at(line))
            values[key] = Value(values[key].words, (*values[key].items, (inner, line)), values[key].line)
        else:
            raise MarkdownError(
                f"The front matter is not understood here: “{raw.strip()[:40]}”.",
                where=text.at(line), mend='Write "key: value", or an indented list of "- item" under a key.',
            )  # fmt: skip
    return FrontMatter(text.file, values)


def _note_slip(key: str, where: Source) -> None:
    from difflib import get_close_matches

    # Other programs have keys of their own: only what is all but one of ours is taken for a slip.
    guess = next(iter(get_close_matches(key, KNOWN, n=1, cutoff=0.8)), "")
    if key not in KNOWN and guess and not key.startswith(guess):
        warn(where, f'"{key}" in the front matter means nothing here. Did you mean "{guess}"?')


def _value(raw: str, where: Source) -> Value:
    if raw.startswith("[") and raw.endswith("]"):
        inner = [part.strip() for part in raw[1:-1].split(",") if part.strip()]
        return Value("", tuple((_unquoted(part, where), where.line) for part in inner), where.line)
    return Value(_unquoted(raw, where), (), where.line)


def _unquoted(raw: str, where: Source) -> str:
    """A bare value ends before `` #``; one in quotes at the other quote."""
    for quote in "\"'":
        if raw.startswith(quote):
            end = raw.rfind(quote)
            rest = raw[end + 1 :].strip()
            if end == 0 or (rest and not rest.startswith("#")):
                raise MarkdownError(
                    f"The quotes in “{raw[:40]}” are not closed.", where=where, mend=f"End the value with {quote}."
                )
            inner = raw[1:end]
            return inner.replace('\\"', '"').replace("\\\\", "\\") if quote == '"' else inner.replace("''", "'")
    return re.split(r"\s#", raw, maxsplit=1)[0].strip()
