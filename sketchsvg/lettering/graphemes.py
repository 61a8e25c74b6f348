"""What a reader takes for one character: grapheme clusters, which no line may cut.

The rules are those of Unicode's text segmentation (UAX #29, GB3 to GB13), the classes worked out from general
categories instead of a table of our own.
"""

from __future__ import annotations

import unicodedata

#: Below this nothing joins what stands before it, the two characters of a line end apart.
FIRST_JOINING = "\u0300"
JOINER = "\u200d"
#: Of category Mc and yet extending, Lm and extending, and the skin tones of emoji (Sk).
_EXTENDING = frozenset(
    "\u09be\u09d7\u0b3e\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u1b35\u302e\u302f\uff9e\uff9f\u200c"
)
_SKIN = ("\U0001f3fb", "\U0001f3ff")
#: Signs before a digit or a letter that belong to it.
_PREPENDED = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd\U000111c2\U000111c3"
)
_SPACING_LETTERS = frozenset("\u0e33\u0eb3")
_PICTURES = (
    ("\u203c", "\u203c"), ("\u2049", "\u2049"), ("\u2122", "\u2122"), ("\u2139", "\u2139"), ("\u2194", "\u21aa"),
    ("\u231a", "\u23ff"), ("\u24c2", "\u24c2"), ("\u25aa", "\u25fe"), ("\u2600", "\u27bf"), ("\u2934", "\u2935"),
    ("\u2b05", "\u2b55"), ("\u3030", "\u303d"), ("\u3297", "\u3299"), ("\U0001f000", "\U0001f1e5"),
    ("\U0001f200", "\U0001f3fa"), ("\U0001f400", "\U0001faff"),
)  # fmt: skip
_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")
#: What may follow each kind of Hangul jamo or syllable without a break (GB6 to GB8).
_JAMO = {"L": ("L", "V", "LV", "LVT"), "LV": ("V", "T"), "V": ("V", "T"), "LVT": ("T",), "T": ("T",)}


def graphemes(text: str) -> list[str]:
    """The clusters of ``text``, in order; joined they are the text again."""
    if text < FIRST_JOINING and text.isascii() and "\r" not in text:
        return list(text)
    found: list[str] = []
    for char in text:
        if found and _joined(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


def _joined(cluster: str, char: str) -> bool:
    """Whether ``char`` belongs to the cluster before it."""
    last = cluster[-1]
    if last == "\r" and char == "\n":
        return True
    if _is_control(last) or _is_control(char):
        return False
    before, after = _jamo(last), _jamo(char)
    if before and after and after in _JAMO[before]:
        return True
    if _is_extending(char) or char == JOINER or char in _SPACING_LETTERS or _is_spacing(char):
        return True
    if last in _PREPENDED:
        return True
    if last == JOINER and _is_picture(char):
        base = cluster[:-1].rstrip("".join({one for one in cluster if _is_extending(one)}))
        return bool(base) and _is_picture(base[-1])
    flags = _FLAG_LETTERS
    return len(cluster) == 1 and flags[0] <= last <= flags[1] and flags[0] <= char <= flags[1]


def _is_control(char: str) -> bool:
    if char in (JOINER, "\u200c") or char in _PREPENDED or "\U000e0020" <= char <= "\U000e007f":
        return False
    return unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp", "Cs")


def _is_extending(char: str) -> bool:
    if char < FIRST_JOINING:
        return False
    known = char in _EXTENDING or _SKIN[0] <= char <= _SKIN[1] or "\U000e0020" <= char <= "\U000e007f"
    return known or unicodedata.category(char) in ("Mn", "Me")


def _is_spacing(char: str) -> bool:
    return char >= FIRST_JOINING and unicodedata.category(char) == "Mc" and char not in _EXTENDING


def _is_picture(char: str) -> bool:
    return char in "\u00a9\u00ae" or any(first <= char <= last for first, last in _PICTURES)


def _jamo(char: str) -> str:
    """L, V, T, LV or LVT for Hangul, else nothing."""
    if "\uac00" <= char <= "\ud7a3":
        return "LVT" if (ord(char) - 0xAC00) % 28 else "LV"
    if "\u1100" <= char <= "\u115f" or "\ua960" <= char <= "\ua97c":
        return "L"
    if "\u1160" <= char <= "\u11a7" or "\ud7b0" <= char <= "\ud7c6":
        return "V"
    return "T" if "\u11a8" <= char <= "\u11ff" or "\ud7cb" <= char <= "\ud7fb" else ""
