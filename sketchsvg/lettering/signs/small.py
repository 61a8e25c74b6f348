"""Signs made of other characters set small: superscripts, subscripts, fractions, circled numbers."""

from __future__ import annotations

#: One character, its scale, and how far it is lifted, em.
Piece = tuple[str, float, float]

_UP, _DOWN = 0.33, -0.12
_SCALE = 0.58

_NUMERALS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
_RAISED = zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "0123456789+-=()ni", strict=True)
_ROMAN = zip("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ", _NUMERALS + [one.lower() for one in _NUMERALS], strict=True)
_LOWERED = zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+-=()", strict=True)

SMALL: dict[str, tuple[Piece, ...]] = {
    **{char: ((full, _SCALE, _UP),) for char, full in _RAISED},
    **{char: ((full, _SCALE, _DOWN),) for char, full in _LOWERED},
    "½": (("1", 0.54, 0.34), ("/", 0.8, 0.06), ("2", 0.54, -0.02)),
    "¼": (("1", 0.54, 0.34), ("/", 0.8, 0.06), ("4", 0.54, -0.02)),
    "¾": (("3", 0.54, 0.34), ("/", 0.8, 0.06), ("4", 0.54, -0.02)),
    "⅓": (("1", 0.54, 0.34), ("/", 0.8, 0.06), ("3", 0.54, -0.02)),
    "⅔": (("2", 0.54, 0.34), ("/", 0.8, 0.06), ("3", 0.54, -0.02)),
    "⅛": (("1", 0.54, 0.34), ("/", 0.8, 0.06), ("8", 0.54, -0.02)),
    "™": (("T", 0.5, 0.34), ("M", 0.5, 0.34)),
    "℠": (("S", 0.5, 0.34), ("M", 0.5, 0.34)),
    "©": (("C", 0.56, 0.105),),
    "®": (("R", 0.56, 0.105),),
    **{numeral: tuple((letter, 1.0, 0.0) for letter in letters) for numeral, letters in _ROMAN},
    "㎡": (("m", 1.0, 0.0), ("2", _SCALE, _UP)),
    "㎝": (("c", 1.0, 0.0), ("m", 1.0, 0.0)),
    "㎜": (("m", 1.0, 0.0), ("m", 1.0, 0.0)),
    "㎞": (("k", 1.0, 0.0), ("m", 1.0, 0.0)),
    "㎏": (("k", 1.0, 0.0), ("g", 1.0, 0.0)),
    "℃": (("°", 1.0, 0.0), ("C", 1.0, 0.0)),
    "℉": (("°", 1.0, 0.0), ("F", 1.0, 0.0)),
}

#: ① to ⑳.
CIRCLED: dict[str, str] = {chr(0x2460 + i): str(i + 1) for i in range(20)}
CIRCLED["⓪"] = "0"
#: ⓐ to ⓩ.
CIRCLED.update({chr(0x24D0 + i): chr(97 + i) for i in range(26)})
