"""Emoji as names of icons, from the hand-made table beside this file."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

#: What may follow an emoji without making it another picture: variation selectors and skin tones.
_DRESS = "\ufe0e\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_JOINER = "\u200d"
_KEYCAP = "\u20e3"


def icon_for_emoji(text: str) -> str | None:
    """The name of the icon that draws an emoji, or None.

    Skin tones, variation selectors and what is joined on to the first emoji (a profession, a hair colour) are
    ignored, unless the table knows the whole.
    """
    if not text or (len(text) == 1 and text.isascii()) or emoji_at(text, 0) != len(text):
        return None
    bare = "".join(character for character in text if character not in _DRESS)
    table = _table()
    return table.get(bare) or table.get(bare.partition(_JOINER)[0])


def emoji_at(text: str, index: int) -> int:
    """The length of the known emoji that begins at ``index``, dress and all; 0 if none begins there."""
    # Emoji that carry an icon begin at U+00A9 or later, or with a keycap's digit: most of a text ends here.
    if text[index] < "©" and text[index + 1 : index + 3].strip(_DRESS)[:1] != _KEYCAP:
        return 0
    match = _pattern().match(text, index)
    return match.end() - index if match else 0


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """Emoji without their dress to names of icons."""
    lines = Path(__file__).with_name("emoji.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t")[:2] for line in lines if "\t" in line]
    return {emoji.translate({ord(mark): None for mark in _DRESS}): name for emoji, name in pairs}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """An emoji of the table with its dress, and with whatever is joined on to it."""
    dress = f"[{_DRESS}]*"
    known = sorted(_table(), key=len, reverse=True)
    one = "|".join(dress.join(map(re.escape, emoji)) for emoji in known)
    return re.compile(f"(?:{one}){dress}(?:{_JOINER}[^\\x00-\\x7f]{dress})*")


__all__ = ["emoji_at", "icon_for_emoji"]
