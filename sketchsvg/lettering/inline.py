"""Inline markup: a string becomes spans of one style each.

``**bold**``, ``*italic*``, ``__underlined__``, ``==highlight==``, ```` `code` ````, ``~~struck~~``,
``[words]{.ring .rose}`` (the classes of ``emphasis.py``), ``[words](address)``, ``$formula$``, ``:icon:`` and emoji.
A sign that opens nothing stands for itself, and a backslash takes the meaning from the sign after it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.errors import SheetError, Source
from sketchsvg.icons.emoji import emoji_at, icon_for_emoji
from sketchsvg.lettering.emphasis import AROUND, SPECIAL_NAMES, UNDER, Drawn, classes_of
from sketchsvg.lettering.skeleton import is_writable
from sketchsvg.theme.theme import HUES

#: Signs that carry a colour of their own wherever they stand.
TONES = {"✓": "yes", "✔": "yes", "✗": "no", "✘": "no", "★": "star"}
ICON_TONES = {"✅": "yes", "❌": "no", "⭐": "star", "⚠": "warning"}

_MARKUP = re.compile(
    r"\\(?P<escaped>[\\`*=~\[\]{}:_$])"
    r"|`(?P<code>[^`\n]+)`"
    r"|(?<![0-9A-Za-z$])\$\$(?=[^\s$])(?P<display>(?:\\[^\n]|[^$\\\n])+?)(?<=\S)\$\$"
    r"|(?<![0-9A-Za-z$])\$(?=[^\s$])(?P<maths>(?:\\[^\n]|[^$\\\n])+?)(?<=\S)\$(?![0-9A-Za-z$])"
    r"|\*\*(?=\S)(?P<bold>.+?)(?<=\S)\*\*(?!\*(?!\*))"
    # Not within a Latin word or a product: 2*3*4 and f(*a, *b) keep their asterisks.
    r"|(?<![0-9A-Za-z)\]}*])\*(?=[^\s*])(?P<italic>[^*\n]*?[^\s*\\])\*(?![0-9A-Za-z(\[{*])"
    r"|(?<![0-9A-Za-z_])__(?=[^\s_])(?P<underlined>.+?)(?<=[^\s_])__(?![0-9A-Za-z_])"
    r"|==(?=\S)(?P<highlight>.+?)(?<=\S)=="
    r"|~~(?=\S)(?P<struck>.+?)(?<=\S)~~"
    r"|\[(?P<words>(?:[^\[\]\\\n]|\\.)+)\]\{(?P<classes>\.[a-z]+(?: ?\.[a-z]+)*)\}"
    r"|\[(?P<label>[^\]\n]+)\]\((?P<address>[^()\s]+)\)"
    r"|(?<![\w:]):(?P<icon>[a-z][a-z0-9]*(?:-[a-z0-9]+)*):(?![\w:])"
)


class InlineStyle(Struct, frozen=True):
    """How a span is written: weight, hand, emphasis, the address it leads to, and the tone of signs such as ✓.

    ``maths`` says that the text is a formula: "inline" or "display", empty for words. ``hue`` colours the words,
    ``swipe_hue`` the highlighter; ``underline`` and ``around`` are lines drawn with them.
    """

    bold: bool = False
    code: bool = False
    highlight: bool = False
    struck: bool = False
    link: str | None = None
    tone: str | None = None
    maths: str = ""
    italic: bool = False
    underline: Drawn | None = None
    around: Drawn | None = None
    hue: str = ""
    swipe_hue: str = ""


class Span(Struct, frozen=True):
    """Text of one style; ``icon`` names the icon drawn in place of the text (an emoji or ``:icon:``).

    A formula is its source with ``FORMULA`` for an icon: drawn in place of its text, too, and never broken.
    """

    text: str
    style: InlineStyle
    icon: str | None = None


PLAIN = InlineStyle()
#: What stands where an icon's name would, in spans that are formulas.
FORMULA = "$"
#: What makes an emoji of a figure or a sign: the selector of its look as a picture, the keycap.
_FOLLOWS = frozenset("\ufe0f\u20e3")


def clean_text(text: object, where: Source | None = None) -> str:
    """``text`` in NFC, refused (``SheetError``) when it is not a string or holds control characters."""
    if not isinstance(text, str):
        raise SheetError(
            f"Text must be a string, not {type(text).__name__}.", where=where, mend="Put it in quotes, or use str()."
        )
    # What is printable all through holds none of them: nearly every text.
    for index, char in enumerate("" if text.isprintable() else text):
        if (char != "\n" and unicodedata.category(char) in ("Cc", "Cs")) or char in "\u2028\u2029":
            raise SheetError(
                f"The text {text[:24]!r} holds the control character U+{ord(char):04X} at place {index + 1}.",
                where=where,
                mend="Take it out; for a new line write \\n.",
            )
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=4096)
def parse_inline(text: str) -> tuple[Span, ...]:
    """The spans of ``text`` in order. Neighbours of one style are one span; new lines stay in the text."""
    return tuple(_merged(_spans(text, PLAIN, "")))


def plain_text(text: str) -> str:
    """``text`` with its markup resolved: what a reader of the page reads."""
    return "".join(span.text for span in parse_inline(text))


def _spans(text: str, style: InlineStyle, place: str) -> list[Span]:
    """The spans of ``text``; ``place`` tells it from all other parts of its string."""
    found: list[Span] = []
    last = 0
    for match in _MARKUP.finditer(text):
        inner = _marked(match, style, f"{place}/{match.start()}")
        if inner is None:
            continue
        found += _with_icons(text[last : match.start()], style)
        found += inner
        last = match.end()
    return found + _with_icons(text[last:], style)


def _marked(match: re.Match[str], style: InlineStyle, place: str) -> list[Span] | None:
    """The spans of one piece of markup, or None when it turns out to be ordinary text."""
    kind, body = match.lastgroup, match.group(match.lastgroup or 0)
    if kind == "escaped":
        return [Span(body, style)]
    if kind == "code":
        return [Span(body, replace(style, code=True))]
    if kind in ("maths", "display"):
        return [Span(body, replace(style, maths="inline" if kind == "maths" else kind), FORMULA)]
    if kind == "bold":
        return _spans(body, replace(style, bold=True), place)
    if kind == "italic":
        return _spans(body, replace(style, italic=True), place)
    if kind == "underlined":
        if body in SPECIAL_NAMES:
            return None
        return _spans(body, replace(style, underline=Drawn("straight", "", place)), place)
    if kind == "classes":
        return _spans(match.group("words"), _classed(classes_of(body), style, place), place)
    if kind == "highlight":
        return _spans(body, replace(style, highlight=True), place)
    if kind == "struck":
        return _spans(body, replace(style, struck=True), place)
    if kind == "address":
        return _spans(match.group("label"), replace(style, link=body), place)
    from sketchsvg.icons.find import icon

    return [Span(match.group(), style, icon(body).name)]


def _classed(names: tuple[str, ...], style: InlineStyle, place: str) -> InlineStyle:
    """The style with what these classes add to it."""
    hue = next((name for name in names if name in HUES), "")
    under = next((UNDER[name] for name in names if name in UNDER), "")
    around = next((name for name in names if name in AROUND), "")
    highlight = "highlight" in names
    return replace(
        style,
        bold=style.bold or "bold" in names,
        italic=style.italic or "italic" in names,
        struck=style.struck or "struck" in names,
        highlight=style.highlight or highlight,
        swipe_hue=hue if highlight else style.swipe_hue,
        underline=Drawn(under, hue, place) if under else style.underline,
        around=Drawn(around, hue, place) if around else style.around,
        hue=style.hue if under or around or highlight else hue or style.hue,
    )


def _with_icons(text: str, style: InlineStyle) -> list[Span]:
    """Ordinary text, cut at emoji that are drawn as icons and at signs that carry a tone."""
    if text.isascii():
        return [Span(text, style)] if text else []
    found: list[Span] = []
    start = index = 0
    while index < len(text):
        char = text[index]
        country = _country(text, index)
        length = 2 if country else _emoji_length(text, index)
        if length or char in TONES:
            if start < index:
                found.append(Span(text[start:index], style))
            if country:
                found.append(Span(country, replace(style, around=Drawn("box", "", f"{text[:index]}/flag"))))
            elif length:
                cluster = text[index : index + length]
                toned = replace(style, tone=ICON_TONES.get(char)) if char in ICON_TONES else style
                found.append(Span(cluster, toned, icon_for_emoji(cluster)))
            else:
                found.append(Span(char, replace(style, tone=TONES[char])))
            index += length or 1
            start = index
        else:
            index += 1
    if start < len(text):
        found.append(Span(text[start:], style))
    return found


def _emoji_length(text: str, index: int) -> int:
    """How many characters of an emoji begin here, 0 where the hand itself writes the sign."""
    char = text[index]
    # Figures begin an emoji where a keycap or the sign for a picture follows.
    if "\uac00" <= char <= "\ud7a3" or (char < "\u2000" and text[index + 1 : index + 2] not in _FOLLOWS):
        return 0
    length = emoji_at(text, index)
    if length == 1 and is_writable(text[index]):
        return 0
    return length


def _country(text: str, index: int) -> str:
    """The letters of a flag that begins here: the two signs for letters it is made of (Unicode, annex C of UTS 51)."""
    letters = text[index : index + 2]
    if len(letters) == 2 and all("\U0001f1e6" <= char <= "\U0001f1ff" for char in letters):
        return "".join(chr(ord(char) - 0x1F1E6 + ord("A")) for char in letters)
    return ""


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.icon is None and merged[-1].icon is None and merged[-1].style == span.style:
            merged[-1] = Span(merged[-1].text + span.text, span.style)
        elif span.text:
            merged.append(span)
    return merged
