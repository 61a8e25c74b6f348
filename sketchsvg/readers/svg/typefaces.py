"""How wide a text is in the fonts that drawings name, near enough, without having the fonts."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

#: Advances in em by kind of letter, as the common sans-serif faces have them.
_KINDS = {
    "ijlI.,:;'|!": 0.25,
    "frt()[]{}/\\-` ": 0.31,
    "csxyzkvJ\"^*": 0.49,
    "mwMW@%": 0.86,
    "ABCDEFGHKLNOPQRSTUVXYZ&": 0.67,
    "+<>=~": 0.58,
}
_ADVANCES = {character: advance for characters, advance in _KINDS.items() for character in characters}
_OTHER, _WIDE, _MONO = 0.555, 1.0, 0.6
#: Serif faces are a little narrower, bold ones wider, and these sans-serifs wider than the rest.
_SERIF, _BOLD, _BROAD = 0.89, 1.06, 1.1


def text_width(text: str, family: str, bold: bool) -> float:
    """The width of ``text`` in em in a font of this family."""
    family = family.lower()
    first = family.split(",")[0]
    if "mono" in family or "courier" in first or "consol" in first:
        return sum(0.0 if combining(char) else 2 * _MONO if _is_wide(char) else _MONO for char in text)
    width = sum(0.0 if combining(char) else _WIDE if _is_wide(char) else _ADVANCES.get(char, _OTHER) for char in text)
    if not family or "times" in first or "georgia" in first or ("serif" in family and "sans" not in family):
        width *= _SERIF
    if any(name in first for name in ("dejavu", "verdana", "bitstream")):
        width *= _BROAD
    return width * (_BOLD if bold else 1.0)


def _is_wide(char: str) -> bool:
    return east_asian_width(char) in "WF"
