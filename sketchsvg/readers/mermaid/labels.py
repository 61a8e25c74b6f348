"""Labels: from the characters in the source to what mermaid stores and to what a pen writes."""

from __future__ import annotations

import re

from msgspec import Struct

from sketchsvg.readers.mermaid.values import LabelType

BREAK = "br"
# Tags that mermaid leaves in a label; every other tag is dropped and its content kept.
KEPT_TAGS = re.compile(
    "a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|small|span"
    "|strike|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|var|wbr"
)
ENTITY = re.compile(r"#(\w+);")
PIECES = re.compile(r"#(\w+);|<(/?)([A-Za-z][\w-]*)((?:\s[^<>]*)?)>|<(br)\s*/>|[<>]|&(?:#\d+|\w+);|&", re.IGNORECASE)
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
QUOTED_ATTRIBUTE = re.compile(r'="([^"<>\n]*)"')
TAG_WITH_ATTRIBUTE = re.compile(r'<\w+\s[^<>\n]*="[^<>\n]*>')
# The codes of Font Awesome, as mermaid writes them inside labels: fa:fa-car, fab:fa-github.
ICON = re.compile(r"\bfa[bklrs]?:fa-[\w-]+")
BLANKS = re.compile(r"[^\S\n]+")


class Label(Struct, frozen=True):
    """A label: ``html`` as mermaid stores it, ``text`` as it is written by hand, and the icon codes inside it."""

    html: str
    text: str
    kind: LabelType = "text"
    icons: tuple[str, ...] = ()


EMPTY = Label("", "")


def label(raw: str, kind: LabelType = "text") -> Label:
    """The label for the characters between its brackets or quotes."""
    stripped = raw.strip()
    text, icons = written(stripped)
    return Label(stored(stripped), text, kind, icons)


def data_label(raw: str, kind: LabelType = "markdown") -> Label:
    """The label for a ``label:`` inside ``@{…}``, which mermaid stores without cleaning it."""
    text, icons = written(raw)
    return Label(ENTITY.sub(_entity, raw), text, kind, icons)


def stored(raw: str) -> str:
    """The label as mermaid stores it: entity codes in HTML's form; around tags, cleaned as a browser does."""
    if "<" not in raw:
        return ENTITY.sub(_entity, raw)
    return PIECES.sub(_clean, _without_scripts(raw))


def written(raw: str) -> tuple[str, tuple[str, ...]]:
    """What a pen writes, lines divided by newlines, and the icon codes that stood in it."""
    from html import unescape

    text = ENTITY.sub(_entity, _without_scripts(raw))
    if "$$" not in text:
        text = text.replace("\\n", "\n")
    if "<" in text:
        text = TAG.sub(_kept_mark, BREAK_TAG.sub("\n", text))
    if "&" in text:
        text = unescape(text)
    icons = tuple(found.group() for found in ICON.finditer(text))
    if icons:
        text = ICON.sub(" ", text)
    lines = (BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(lines).strip("\n"), icons


def straightened_attributes(text: str) -> str:
    """``<a href="x">`` as ``<a href='x'>``, of the same length: inside a label the quotes would end it."""
    if '="' not in text or "<" not in text:
        return text
    return TAG_WITH_ATTRIBUTE.sub(lambda tag: QUOTED_ATTRIBUTE.sub(r"='\1'", tag.group()), text)


def _entity(found: re.Match[str]) -> str:
    code = found.group(1)
    return f"&#{code};" if code.isdigit() else f"&{code};"


def _clean(found: re.Match[str]) -> str:
    piece = found.group()
    if piece.startswith("#"):
        return _entity(found)
    if len(piece) > 2 and piece.startswith("<"):
        name = (found.group(3) or BREAK).lower()
        if name == BREAK:
            return "<br>"
        if KEPT_TAGS.fullmatch(name) is None:
            return ""
        attributes = (found.group(4) or "").rstrip().removesuffix("/").rstrip().replace("'", '"')
        return f"<{found.group(2) or ''}{name}{_harmless(attributes)}>"
    if piece.startswith("&"):
        from html import escape, unescape

        return escape(unescape(piece), quote=False).replace("\xa0", "&nbsp;")
    return "&lt;" if piece == "<" else "&gt;"


def _harmless(attributes: str) -> str:
    lowered = attributes.lower()
    return "" if "javascript:" in lowered or re.search(r"\son\w+\s*=", lowered) else attributes


def _kept_mark(tag: re.Match[str]) -> str:
    return "\n" if tag.group().lower().startswith(("</p", "</div", "</li")) else ""


def _without_scripts(raw: str) -> str:
    """``raw`` without script elements and what they hold."""
    lowered = raw.lower()
    start = lowered.find("<script")
    if start < 0:
        return raw
    kept = []
    at = 0
    while start >= 0:
        stop = lowered.find("</script", start)
        close = lowered.find(">", stop) if stop >= 0 else -1
        kept.append(raw[at:start])
        at = len(raw) if close < 0 else close + 1
        start = lowered.find("<script", at)
    return "".join([*kept, raw[at:]])
