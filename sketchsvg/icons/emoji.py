"""Emoji as names of icons, from the hand-made table beside this file."""

from __future__ import annotations

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
    if not text or emoji_at(text, 0) != len(text):
        return None
    return _named(text)


def emoji_at(text: str, index: int) -> int:
    """The length of the known emoji that begins at ``index``, dress and all; 0 if none begins there."""
    if text[index] not in _beginnings():
        return 0
    end = _end_of_cluster(text, index)
    return end - index if _named(text[index:end]) else 0


def _named(cluster: str) -> str | None:
    """The icon of one whole cluster."""
    bare = "".join(character for character in cluster if character not in _DRESS)
    return _table().get(bare) or _table().get(bare.partition(_JOINER)[0])


def _end_of_cluster(text: str, index: int) -> int:
    """Where the emoji that begins at ``index`` ends, with its dress, its keycap and what is joined on to it."""
    end = index + 1
    while end < len(text):
        if text[end] in _DRESS or text[end] == _KEYCAP:
            end += 1
        elif text[end] == _JOINER and _is_picture(text[end + 1 : end + 2]):
            end += 2
        else:
            break
    return end


def _is_picture(character: str) -> bool:
    """Whether a character lies where emoji lie, and letters do not."""
    return "\u2190" <= character < "\u2c00" or character >= "\U0001f000"


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """The first characters of all known emoji: at nearly all others the search ends at once."""
    return frozenset(emoji[0] for emoji in _table())


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """Emoji without their dress to names of icons."""
    lines = Path(__file__).with_name("emoji.tsv").read_text(encoding="utf-8").splitlines()
    bare = str.maketrans("", "", _DRESS)
    rows = (line.translate(bare).partition("\t") for line in lines if "\t" in line)
    return {emoji: name for emoji, _tab, name in rows}


__all__ = ["emoji_at", "icon_for_emoji"]
