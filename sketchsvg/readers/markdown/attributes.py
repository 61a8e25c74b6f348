"""Attributes in braces: ``{#name .class key=value key="several words"}``, as on headings and containers."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct, field

from sketchsvg.errors import Source
from sketchsvg.names import nearest
from sketchsvg.readers.markdown.errors import MarkdownError

_ONE = r"""(?:#[\w-]+|\.[\w-]+|[A-Za-z][\w-]*=(?:"[^"\n]*"|'[^'\n]*'|“[^”\n]*”|[^\s"'{}]+)|[A-Za-z][\w-]*)"""
_ATTRIBUTE = re.compile(_ONE)
_BRACES = re.compile(r"(?:^|\s+)\{\s*(" + _ONE + r"(?:\s+" + _ONE + r")*)\s*\}\s*$")


class Attributes(Struct, frozen=True):
    """``name`` (from ``#name``), ``classes``, and values; a word alone has the value ``"yes"``."""

    name: str = ""
    classes: tuple[str, ...] = ()
    values: dict[str, str] = field(default_factory=dict)

    def text(self, key: str, default: str = "") -> str:
        """The value of ``key``."""
        return self.values.get(key, default)

    def number(self, key: str, where: Source) -> float | None:
        """The value of ``key`` as a number, None where it is not given; ``MarkdownError`` for anything else."""
        value = self.values.get(key)
        if value is None:
            return None
        try:
            return float(value.removesuffix("%"))
        except ValueError:
            raise MarkdownError(f'{key} is "{value}", which is no number.', where=where, mend=f"{key}=40") from None

    def checked(self, known: Collection[str], what: str, where: Source) -> Attributes:
        """These attributes, when all keys are ``known``; else a ``MarkdownError`` with the one that may be meant."""
        for key in self.values:
            if key not in known:
                guess = nearest(key, known)
                mend = f'Did you mean "{guess}"?' if guess else f"There are {', '.join(sorted(known))}."
                raise MarkdownError(f'There is no "{key}" for {what}.', where=where, mend=mend)
        return self


NONE = Attributes()


def split_attributes(text: str) -> tuple[str, Attributes]:
    """``text`` without the attributes at its end, and these; braces that hold anything else stay words."""
    # The pattern looks from every white on; a text without a brace at its end is not searched.
    if not text.rstrip().endswith("}"):
        return text, NONE
    begin = text.rfind("{")
    match = _BRACES.search(text, max(0, begin - 1)) if begin >= 0 else None
    if match is None:
        return text, NONE
    return text[: match.start()].rstrip(), _attributes(match[1])


def _attributes(text: str) -> Attributes:
    name, classes, values = "", [], {}
    for part in _ATTRIBUTE.findall(text):
        if part.startswith("#"):
            name = part[1:]
        elif part.startswith("."):
            classes.append(part[1:])
        else:
            key, _, value = part.partition("=")
            values[key] = value.strip("\"'“”") if value else "yes"
    return Attributes(name, tuple(classes), values)
