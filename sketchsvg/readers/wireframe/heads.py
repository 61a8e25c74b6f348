"""The first words in a box: its name, what stands beside it, its icon, the share it asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.errors import Source
from sketchsvg.icons.emoji import emoji_at
from sketchsvg.lettering.graphemes import graphemes
from sketchsvg.readers.wireframe.canvas import text_columns
from sketchsvg.readers.wireframe.tree import Row

#: What begins an item of a list.
MARKER = re.compile(
    r"(?:[-*+•·▪▫◦‣○●◆◇▸▹►∙–]\s+(?=\S)|\d{1,3}[.)]\s+(?=\S)|[✓✔✗✘☐☑→※✅❌]\ufe0f?\s*(?=\S)|\[[ xX✓]\]\s+(?=\S))"
)
#: Buttons in a row, as in drawings of screens.
BUTTONS = re.compile(r"(?:(?:\[\s*(?![xX✓]?\s*\])[^\[\]|_]{1,24}\]|<\s*[^<>]{2,24}\s*>)\s*)+")
#: A line that is drawn under words.
RULE = re.compile(r"[─━═╌┄┈\-=_~–—]{3,}")
#: A share in brackets, or named.
_NAMED = r"(?:(?:share|height|width|높이|너비|비율)\s*[:=]?\s*)"
_PERCENT = r"(\d{1,3}(?:\.\d+)?)\s*%"
_SHARE = re.compile(rf"\s*[(\[{{<]\s*{_NAMED}?{_PERCENT}\s*[)\]}}>]|\s*\b{_NAMED}{_PERCENT}", re.IGNORECASE)
_BARE = re.compile(_PERCENT)
_ASIDE = re.compile(r"\s+[-–—]+\s+(?=\S)")
_WHAT = re.compile(r"^(.*\S)\s*(\([^()]{1,40}\))$")
_WRAPPED = re.compile(r"^(?:#{1,6}\s+(.+?)|={2,}\s*(.+?)\s*={2,}|-{2,}\s*(.+?)\s*-{2,}|\[\s+(.+?)\s+\]|\*\*(.+?)\*\*)$")
#: Rows that say something of a thing are not its name: one → other, label: meaning.
_MEANING = re.compile(r"\S\s*(?:→|->|=>)\s*\S|^[^:：]{1,24}[:：]\s+\S")
_STARS = "⭐★🌟♥❤"
#: A name is no longer than this, in columns, and takes no more of its box than that part of its width.
LONGEST, FULL = 64, 0.8


class Head(Struct, frozen=True):
    """What a box is called. ``aside`` follows a dash, ``what`` stands in brackets at the end."""

    words: str
    icon: str = ""
    end_icon: str = ""
    what: str = ""
    aside: str = ""
    favourite: bool = False
    source: Source | None = None

    @property
    def whole(self) -> str:
        """The name with what stands in brackets behind it."""
        return f"{self.words} {self.what}".strip()


def headed(rows: Sequence[Row], width: int = 0) -> tuple[Head | None, tuple[Row, ...]]:
    """The head of a box that is ``width`` columns wide, and the rows under it; None where its first row is no name."""
    rows = trimmed(rows)
    if len(rows) > 1 and rows[1].text.strip() and emoji_at(rows[0].text, 0) == len(rows[0].text):
        # A picture over a name.
        rows = (replace(rows[0], text=f"{rows[0].text} {rows[1].text}"), *rows[2:])
    if not rows or not _is_name(rows, width):
        return None, tuple(rows)
    head = head_of(rows[0])
    rest = trimmed(rows[1:])
    if rest and RULE.fullmatch(rest[0].text):
        rest = trimmed(rest[1:])
    if rest and not head.what and (match := re.fullmatch(r"\([^()]{1,40}\)", rest[0].text)):
        head, rest = replace(head, what=match[0]), trimmed(rest[1:])
    return head, rest


def head_of(row: Row) -> Head:
    """A row as a name."""
    text = row.text.strip()
    for _ in range(2):
        match = _WRAPPED.match(text)
        text = next(group for group in match.groups() if group) if match else text
    icon, text = _icon_before(text)
    favourite = bool(text) and text.rstrip("\ufe0f")[-1:] in _STARS
    if favourite:
        text = text.rstrip("\ufe0f" + _STARS + " ")
    end_icon, text = _icon_behind(text)
    said, aside = text, ""
    if match := _ASIDE.search(text):
        said, aside = text[: match.start()], text[match.end() :]
    what = ""
    if match := _WHAT.match(said):
        said, what = match[1], match[2]
    match = _WRAPPED.match(said)
    said = next(group for group in match.groups() if group) if match else said
    said = said.rstrip(":： ") or text or icon or row.text
    return Head(" ".join(said.split()), icon, end_icon, what, aside, favourite, row.source)


def trimmed(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows without blank ones at both ends."""
    said = [at for at, row in enumerate(rows) if row.text.strip()]
    return tuple(rows[said[0] : said[-1] + 1]) if said else ()


def taken_share(rows: Sequence[Row]) -> tuple[float | None, tuple[Row, ...]]:
    """The share that is written in brackets (``(15%)``) or named (``height 15%``), and the rows without it."""
    found = None
    left = []
    for row in rows:
        match = _SHARE.search(row.text) if found is None else None
        alone = match is not None and (match.end() == len(row.text.rstrip()))
        if match is None or not alone:
            left.append(row)
            continue
        found = float(match[1] or match[2])
        rest = row.text[: match.start()].rstrip(" :-–—")
        if rest:
            left.append(replace(row, text=rest))
    return found, tuple(left)


def bare_share(rows: Sequence[Row]) -> tuple[float | None, tuple[Row, ...]]:
    """The share that stands in a row of its own without any bracket, and the other rows."""
    for at, row in enumerate(rows):
        if match := _BARE.fullmatch(row.text.strip()):
            return float(match[1]), (*rows[:at], *rows[at + 1 :])
    return None, tuple(rows)


def _is_name(rows: Sequence[Row], width: int) -> bool:
    first = rows[0].text.strip()
    if (MARKER.match(first) and not _is_signed_name(rows)) or RULE.fullmatch(first):
        return False
    if BUTTONS.fullmatch(first) or text_columns(first) > LONGEST:
        return False
    if first[:1] in "\"“>'" or first.endswith((",", ";", "…")):
        return False
    if len(rows) == 1 or not rows[1].text.strip() or RULE.fullmatch(rows[1].text) or _WRAPPED.match(first):
        return True
    if first.endswith(".") or _MEANING.search(first):
        return False
    after = rows[1].text.strip()
    if after[:1].islower() and not MARKER.match(after):
        return False
    full = width and text_columns(first) >= FULL * (width - 2) and len(first.split()) > 3
    return not full or bool(MARKER.match(after))


def _is_signed_name(rows: Sequence[Row]) -> bool:
    """Whether a row that begins with ✅ or ❌ is the name of those under it: white or items with other signs follow."""
    if rows[0].text[:1] not in "✅❌" or len(rows) < 2:
        return False
    after = rows[1].text.strip()
    return not after or bool(MARKER.match(after) and after[0] not in "✅❌")


def _icon_before(text: str) -> tuple[str, str]:
    """The emoji that a text begins with, when there is an icon for it and words follow; and the rest."""
    length = emoji_at(text, 0) if text else 0
    rest = text[length:].lstrip("\ufe0f ")
    return (text[:length], rest) if length and rest else ("", text)


def _icon_behind(text: str) -> tuple[str, str]:
    """The emoji that a text ends with, and what stands before it."""
    clusters = graphemes(text)
    last = clusters[-1] if clusters else ""
    rest = text[: len(text) - len(last)].rstrip()
    return (last, rest) if last and rest and emoji_at(last, 0) == len(last) and last not in "✓✔✗✘→" else ("", text)
