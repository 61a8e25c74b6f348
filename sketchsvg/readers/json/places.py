"""Where in a text of JSON each value stands, by its path: ``$.body[2].rows[0]``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from math import isinf

from msgspec import Struct, field

from sketchsvg.errors import Source
from sketchsvg.readers.json.errors import JsonError, LimitError

#: Levels of lists and objects in each other: a page has no use for more.
DEEPEST = 48
#: Words, numbers, lists and objects in all: those of a large drawing.
MOST_VALUES = 200_000
#: Digits of a number.
LONGEST_NUMBER = 40

_TOKEN = re.compile(r'[ \t\r\n]*(?:("(?:[^"\\]|\\.)*")|([{}\[\],:])|([^\s{}\[\],:"]+))', re.DOTALL)


class Text(Struct, frozen=True):
    """A text of JSON: what its file is called (empty: it has none), or else the line of the program that gave it."""

    words: str
    file: str
    author: Source | None
    lines: tuple[int, ...]

    @classmethod
    def of(cls, words: str, file: str, author: Source | None = None) -> Text:
        """The text with the places where its lines begin."""
        return cls(words, file, author, (0, *(found.end() for found in re.finditer("\n", words))))

    def source(self, offset: int) -> Source | None:
        """The place of a character, or the line of the program where there is no file."""
        if not self.file:
            return self.author
        line, column = self.place(offset)
        return Source(self.file, line, column)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both from 1."""
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1


class Places(Struct, frozen=True):
    """The text, and where values and the keys before them begin in it, by their paths."""

    text: Text
    values: dict[str, int] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)

    def source(self, path: str) -> Source | None:
        """Where the value at ``path`` stands."""
        return self.text.source(self.values.get(path, 0))

    def key_source(self, path: str) -> Source | None:
        """Where the key of the value at ``path`` stands."""
        return self.text.source(self.keys.get(path, self.values.get(path, 0)))


class _Level(Struct):
    """A list or an object that is being read: its path, whether it is an object, the number of its item."""

    path: str
    keyed: bool
    number: int = 0


def places_in(text: Text) -> Places:
    """The places of all values in JSON.

    Raises ``JsonError`` for a key that stands twice in its object and for a number too large to be one,
    ``LimitError`` for what is too deep or too much.
    """
    places = Places(text)
    levels: list[_Level] = []
    path, key_comes = "$", False
    for offset, token, sign in _tokens(text.words):
        if sign and sign in ":,]}" and not levels:
            break  # no JSON at all: its error is known by now
        if key_comes and token.startswith('"'):
            path = f"{levels[-1].path}.{_unquoted(token)}"
            if path in places.keys:
                raise JsonError(
                    f"{path} is said twice.", where=text.source(offset), mend="Leave one of the two."
                )
            places.keys[path] = offset
            key_comes = False
        elif sign in ("", "{", "["):
            places.values[path] = offset
            _check(token, path, places, offset)
            if sign:
                levels.append(_Level(path, sign == "{"))
                key_comes, path = sign == "{", f"{path}[0]"
        elif sign == ",":
            level = levels[-1]
            level.number += 1
            key_comes, path = level.keyed, f"{level.path}[{level.number}]"
        elif sign in "]}":
            levels.pop()
            key_comes = False
        if len(levels) > DEEPEST:
            raise LimitError(
                f"Lists and objects lie in each other more than {DEEPEST} deep.", where=text.source(offset),
                mend="No page needs so many; look for brackets that are not closed.",
            )  # fmt: skip
    return places


def _tokens(words: str) -> Iterator[tuple[int, str, str]]:
    """The offset of each token, the token, and the same when it is a bracket, a comma or a colon (else empty)."""
    for found in _TOKEN.finditer(words):
        group = found.lastindex or 1
        yield found.start(group), found[group], found[2] or ""


def _unquoted(token: str) -> str:
    from msgspec import DecodeError
    from msgspec.json import decode

    if "\\" not in token:
        return token[1:-1]
    try:
        return str(decode(token))
    except DecodeError:
        return token[1:-1]


def _check(token: str, path: str, places: Places, offset: int) -> None:
    if len(places.values) > MOST_VALUES:
        raise LimitError(
            f"There are more than {MOST_VALUES:,} words and numbers.", where=places.text.source(offset),
            mend="Divide the sheet.",
        )  # fmt: skip
    if token[0] not in "-0123456789":
        return
    try:
        large = len(token) > LONGEST_NUMBER or isinf(float(token))
    except ValueError:
        return
    if large:
        raise JsonError(
            f"{path} is a number beyond all measure.", where=places.text.source(offset),
            mend="Write a number of a few digits.",
        )  # fmt: skip
