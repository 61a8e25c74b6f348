"""Accents: strokes that are set over, under or through a letter.

An accent is written about x = 0. Those above stand on y = 0 and are lifted over the letter; those below hang
where they are drawn, measured from the baseline.
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
}

BELOW: dict[str, str] = {
    "\u0323": "o0,-110",
    "\u0324": "o-88,-110; o88,-110",
    "\u0326": "10,-75 s15,-125 -30,-190",
    "\u0327": "0,40 -8,-50 h20,-62 v62,-120 h-5,-178 -60,-158",
    "\u0328": "0,40 v-62,-85 h15,-168 65,-148",
    "\u0331": "-108,-110 108,-110",
}

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
