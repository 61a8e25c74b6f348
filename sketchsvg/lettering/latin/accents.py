"""Accents: strokes that are set over, under or through a letter.

An accent is written about x = 0. Those above stand on y = 0 and are lifted over the letter; those below hang
where they are drawn, measured from the baseline; those through it are drawn about its middle.
"""

from __future__ import annotations

ABOVE: dict[str, str] = {
    "\u0300": "-70,118 45,20",
    "\u0301": "70,118 -45,20",
    "\u0302": "-100,15 0,112 100,15",
    "\u0303": "-118,30 h-58,88 s0,60 h58,32 118,92",
    "\u0304": "-108,58 108,58",
    "\u0306": "-100,110 h0,20 100,110",
    "\u0307": "o0,62",
    "\u0308": "o-88,62; o88,62",
    "\u0309": "-45,110 h0,140 v48,105 s20,65 0,25",
    "\u030a": "h0,140 v-68,72 h0,4 v68,72 h0,140",
    "\u030b": "-20,118 -95,20; 110,118 35,20",
    "\u030c": "-100,112 0,15 100,112",
    "\u0312": "25,135 s-30,90 10,30",
    "\u030d": "0,125 0,20",
    "\u030f": "-110,118 -35,20; 20,118 95,20",
    "\u0311": "-100,20 h0,112 100,20",
    "\u0313": "-10,135 s32,95 -16,30",
    "\u20db": "o-130,62; o0,62; o130,62",
    **dict.fromkeys(("\u0305", "\u033f", "\u20d6", "\u20d7", "\u20d1", "\u20d0", "\u20e1"), ""),
}

BELOW: dict[str, str] = {
    "\u0323": "o0,-110",
    "\u0324": "o-88,-110; o88,-110",
    "\u0326": "10,-75 s15,-125 -30,-190",
    "\u0327": "0,40 -8,-50 h20,-62 v62,-120 h-5,-178 -60,-158",
    "\u0328": "0,40 v-62,-85 h15,-168 65,-148",
    "\u0331": "-108,-110 108,-110",
    "\u0320": "-80,-110 80,-110",
    "\u0325": "h0,-70 v-62,-135 h0,-198 v62,-135 h0,-70",
    "\u0329": "0,-80 0,-185",
    "\u032d": "-95,-172 0,-82 95,-172",
    "\u032e": "-100,-80 h0,-162 100,-80",
    "\u0330": "-118,-150 h-58,-92 s0,-120 h58,-148 118,-88",
    "\u0332": "",
    "\u0333": "",
}

#: What is struck through a letter.
THROUGH: dict[str, str] = {
    "\u0334": "-150,-30 h-75,40 s0,0 h75,-40 150,30",
    "\u0335": "-110,0 110,0",
    "\u0336": "-260,0 260,0",
    "\u0337": "-80,-130 80,130",
    "\u0338": "-170,-330 170,330",
}

#: Lines and arrows as wide as the letter, from ``l`` to ``r``; ``a`` and ``b`` are where the barbs of arrows end.
WIDE: dict[str, str] = {
    "\u0305": "{l},45 {r},45",
    "\u033f": "{l},25 {r},25; {l},115 {r},115",
    "\u20d7": "{l},82 {r},82; {a},156 {r},82 {a},8",
    "\u20d6": "{r},82 {l},82; {b},156 {l},82 {b},8",
    "\u20e1": "{l},82 {r},82; {a},156 {r},82 {a},8; {b},156 {l},82 {b},8",
    "\u20d1": "{l},35 {r},35 {a},120",
    "\u20d0": "{r},35 {l},35 {b},120",
    "\u0332": "{l},-105 {r},-105",
    "\u0333": "{l},-95 {r},-95; {l},-180 {r},-180",
}

#: Hooks that grow out of the letter, however low it reaches.
GROWN = frozenset("\u0327\u0328")

#: Letters whose written accent is not the one in their name: what is drawn for (letter, accent).
OTHERWISE: dict[tuple[str, str], str] = {
    **{(letter, "\u0327"): "\u0326" for letter in "GKLNRklnr"},
    ("g", "\u0327"): "\u0312",
    ("d", "\u030c"): "'",
    ("t", "\u030c"): "'",
    ("l", "\u030c"): "'",
    ("L", "\u030c"): "'",
}

#: The caron of a tall letter is an apostrophe at its right: x from the letter's right edge, y from the
#: baseline.
APOSTROPHE = "100,715 s95,640 65,580"

#: Where an accent below is tied on, when not at the middle of the letter (thousandths of an em from its
#: left).
TIED: dict[tuple[str, str], float] = {
    ("a", "\u0328"): 365,
    ("A", "\u0328"): 460,
    ("e", "\u0328"): 255,
    ("E", "\u0328"): 275,
    ("u", "\u0328"): 290,
    ("i", "\u0328"): 0,
    ("I", "\u0328"): 72,
}

#: Middle of the part of a letter over which an accent sits, when not the middle of the letter.
CROWN: dict[str, float] = dict.fromkeys("bhk", 10.0) | {
    "a": 178,
    "d": 300,
    "g": 170,
    "l": 0,
    "q": 170,
    "r": 110,
    "t": 105,
    "y": 152,
    "ȷ": 110,
    "J": 225,
    "L": 30,
}
