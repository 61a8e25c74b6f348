"""Which of its shapes each part of a syllable takes: the set of the hand, and what the writer varies within it."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from sketchsvg.lettering.glyph import SYLLABLE_SHAPES
from sketchsvg.lettering.hangul.jamo import STAND_INS
from sketchsvg.lettering.hangul.jamo import skeleton as plain
from sketchsvg.lettering.hangul.notation import Skeleton, read
from sketchsvg.lettering.hangul.running import RUNNING, UNDER_STEM, UNDER_TAIL, out_of_ring, run_on
from sketchsvg.lettering.hangul.vowels import Piece

#: Shapes of the fast pen: one stroke where others take two or three.
_FLOWING: dict[str, dict[str, tuple[str, ...]]] = {
    "ㅁ": {
        "side": ("31x37: 5,5 6,50 10,88 /7 50,98 90,93; 5,7 50,2 90,3 /7 93,48 88,100",),
        "top": ("38x22: 4,4 6,50 9,94 /5 50,98 93,94; 4,6 50,1 92,3 /6 95,48 91,100",),
    },
    "ㅂ": {
        "side": ("31x46: 5,2 5,50 10,96 /8 50,99 88,95 /8 92,50 95,0; 8,52 50,49 92,46",),
        "top": ("38x25: 4,2 5,50 9,97 /6 50,99 90,96 /6 94,50 96,0; 7,52 50,50 94,48",),
    },
    "ㅎ": {
        "side": ("36x62: 44,0 57,9; 2,31 50,27 92,24 /6 46,46 14,62 6,82 30,100 66,99 88,82 78,60 50,50 34,50",),
        "short": ("36x42: 45,0 56,17; 2,33 50,29 92,26 /5 46,50 18,64 12,84 34,100 66,99 86,84 78,64 52,54 36,54",),
    },
    "ㅇ": {
        "side": (
            "o34x36: 62,4 30,4 4,34 6,72 38,98 74,90 98,58 90,20 58,0 40,8",
            "34x36: O 50,50 50,50",
        ),
    },
}

#: Shapes of the draughtsman: square corners, level feet, ㅈ and ㅊ with a bar of their own.
_SQUARE: dict[str, dict[str, tuple[str, ...]]] = {
    "ㄱ": {
        "side": ("34x52: 0,5 46,4 93,3 /2 92,28 80,62 40,100",),
        "short": ("34x28: 0,5 46,4 93,3 /2 93,30 90,66 76,100",),
        "top": ("42x25: 0,4 48,3 95,2 /2 95,50 94,100",),
    },
    "ㄴ": {"side": ("31x42: 6,0 5,46 5,96 /2 42,97 100,96",)},
    "ㄷ": {"side": ("32x42: 6,4 46,3 94,2; 7,4 6,50 6,96 /2 45,97 100,96",)},
    "ㄹ": {"side": ("32x50: 6,3 45,2 90,1 /2 91,24 91,47; 91,47 48,48 7,49; 7,49 6,74 6,97 /2 46,98 100,97",)},
    "ㅁ": {"side": ("31x37: 5,3 6,50 6,97; 5,3 50,2 94,2 /2 94,48 94,97; 6,97 50,97 94,97",)},
    "ㅂ": {"side": ("31x46: 5,1 5,50 6,98; 95,0 95,50 94,97; 6,49 50,48 94,48; 6,98 50,98 94,97",)},
    "ㅅ": {"side": ("35x50: 51,0 48,34 30,70 0,98; 49,38 66,70 100,97",)},
    "ㅈ": {
        "side": ("35x47: 2,4 48,3 97,2; 50,3 47,42 29,74 0,98; 48,46 66,74 100,97",),
        "half": ("26x30: 2,5 48,4 92,3 /2 64,50 0,98; 54,60 72,78 100,95",),
    },
    "ㅊ": {
        "side": ("36x62: 34,3 66,2; 2,27 48,26 97,25; 50,26 47,58 29,80 0,99; 48,62 66,82 100,98",),
        "short": ("36x39: 33,3 67,2; 2,33 48,32 97,31; 50,32 46,62 29,82 0,99; 48,66 66,84 100,98",),
        "top": ("46x34: 34,3 66,2; 2,36 48,35 97,34; 50,35 45,64 28,83 0,99; 48,66 68,84 100,98",),
        "half": ("26x32: 36,2 62,2; 2,33 50,32 92,31 /2 64,60 0,98; 54,70 100,96",),
    },
    "ㅌ": {"side": ("32x50: 6,3 46,2 86,1; 7,49 42,48 76,47; 7,3 6,50 6,96 /2 45,97 100,96",)},
    "ㅎ": {
        "side": ("36x62: 33,3 67,2; 1,28 50,27 99,26; O 50,73 41,27",),
        "short": ("36x42: 33,4 67,3; 1,31 50,30 99,29; O 50,76 35,24",),
        "top": ("46x36: 34,3 66,2; 2,33 50,32 98,31; O 50,80 28,20",),
        "half": ("26x34: 30,3 70,2; 1,33 50,32 99,31; O 50,81 36,19",),
    },
}
SQUARE_FORMS = frozenset(("neat", "caps", "mono"))

#: What is written now and then in place of the plain form; a place without its own is not varied.
_VARIED: dict[str, dict[str, tuple[str, ...]]] = {
    "ㄱ": {
        "side": ("34x52: 0,8 46,5 88,3 /7 84,28 68,62 20,100", "34x52: 2,3 46,4 92,1 /2 90,26 84,52 40,99"),
        "short": ("34x28: 0,9 46,5 90,3 /6 88,34 80,66 54,100",),
        "top": ("42x25: 0,8 48,3 94,1 /6 94,46 82,98", "42x25: 0,3 48,3 96,2 /2 94,50 72,100"),
        # At the foot it keeps its corner and falls steeply, or 확 is taken for 황.
        "final": ("42x22: 0,7 48,3 95,1 /4 96,48 89,100", "42x22: 0,3 48,3 97,2 /2 97,50 86,100"),
    },
    "ㄴ": {
        "side": ("31x42: 4,0 5,46 8,93 /12 42,97 100,86",),
        "top": ("44x21: 4,0 4,46 8,95 /9 50,98 100,90",),
    },
    "ㄷ": {
        "side": ("32x42: 4,7 46,4 92,2; 9,6 5,50 8,92 /9 45,98 100,88",),
        "top": ("44x23: 3,6 50,3 95,1; 8,5 5,50 8,93 /7 50,98 100,92",),
    },
    "ㄹ": {
        "side": ("32x50: 4,6 45,2 87,1 /6 90,24 85,46 /5 48,48 8,51 /5 4,74 7,95 /8 46,99 100,89",
                 "32x50: 4,8 42,1 84,6 88,24 60,42 18,54 2,76 22,98 60,99 100,89"),
        "short": ("32x34: 4,6 45,2 87,1 /5 90,24 86,46 /4 48,48 8,51 /4 4,74 7,95 /7 46,99 100,90",),
        "top": ("43x26: 4,5 48,1 91,1 /5 94,24 90,47 /4 48,49 8,51 /4 5,74 8,96 /6 50,99 100,93",),
    },
    "ㅁ": {
        "side": ("31x37: 4,3 7,50 10,98; 4,6 50,2 92,2 /6 93,50 89,98; 10,95 50,98 92,94",
                 "31x37: 5,4 5,50 8,94 /4 50,98 92,96; 5,6 50,2 95,1 /4 95,48 91,101"),
    },
    "ㅂ": {
        "side": ("31x46: 5,2 5,50 10,96 /6 50,99 88,95 /6 92,50 95,0; 8,52 50,49 92,46",),
        "top": ("38x25: 4,2 5,50 9,97 /5 50,99 90,96 /5 94,50 96,0; 7,52 50,50 94,48",),
    },
    "ㅅ": {
        "side": ("35x50: 58,0 52,38 30,74 1,98; 49,44 70,72 95,91", "35x50: 50,0 47,34 30,70 0,98; 50,28 68,64 99,94"),
        "short": ("35x32: 57,0 50,40 28,74 1,98; 49,45 70,73 97,92",),
        "top": ("46x24: 53,0 47,40 27,74 0,97; 49,44 72,76 99,94", "46x24: 49,0 44,38 26,72 0,98; 49,22 70,66 100,96"),
    },
    "ㅇ": {
        "side": ("o34x36: 58,2 26,6 2,38 8,76 42,99 78,88 99,54 88,16 56,1",
                 "o34x36: 44,1 12,16 0,52 18,88 54,100 88,82 100,46 82,10 46,0",
                 "34x36: 42,-13 54,1 /1 26,4 2,34 10,78 46,100 84,86 99,54 88,16 58,2"),
        # With its tick a ring at the foot could be taken for ㅎ.
        "final": ("o34x36: 58,2 26,6 2,38 8,76 42,99 78,88 99,54 88,16 56,1",
                  "o34x36: 44,1 12,16 0,52 18,88 54,100 88,82 100,46 82,10 46,0"),
    },
    "ㅈ": {
        "side": ("35x47: 2,7 48,4 91,3; 52,5 47,40 28,74 0,98; 48,48 70,75 98,92",
                 "35x47: 2,9 46,5 88,3 /4 62,44 32,76 2,97; 48,60 70,78 98,93"),
        "short": ("35x30: 2,6 48,4 92,3; 51,5 45,44 26,76 0,98; 48,52 72,78 100,95",),
        "top": ("46x23: 2,5 50,3 95,2; 50,4 44,44 26,74 0,98; 48,44 72,76 100,96",),
    },
    "ㅊ": {
        "side": ("36x62: 48,0 52,11; 2,28 48,25 91,24 /3 66,56 38,80 0,99; 54,66 72,82 98,93",
                 "36x62: 34,5 64,3; 2,27 48,25 95,24; 51,26 47,58 29,80 0,99; 48,62 68,82 99,96"),
        "short": ("36x39: 49,0 52,17; 2,30 48,28 92,27 /3 68,55 40,80 0,99; 54,68 72,83 100,96",),
        "top": ("46x34: 36,7 62,4; 3,36 50,34 92,33 /3 64,63 38,82 0,99; 56,71 74,85 100,97",),
    },
    "ㅎ": {
        "side": ("36x62: 49,0 52,11; 1,29 50,26 99,24; O 50,73 40,27",
                 "36x62: 34,4 65,3; 1,28 50,26 99,24; O 50,73 41,27"),
        "short": ("36x42: 49,0 52,18; 1,31 50,28 99,26; O 50,76 35,24",
                  "36x42: 34,5 64,3; 1,31 50,29 99,27; O 50,76 35,24"),
        "top": ("46x36: 34,7 64,3; 2,30 50,28 98,27; O 50,79 28,21",),
    },
}  # fmt: skip

#: Places whose form may stand in for a missing one without looking strange.
_LIKE = {"side": ("side",), "short": ("short", "side"), "top": ("top",), "final": ("final", "top"), "half": ()}
#: How far the tick of a vowel may stand higher or lower, em.
_WAIST = (0.0, -0.022, 0.02, 0.01)


class Shapes(Struct, frozen=True):
    """The shapes of one syllable: ``forms`` names the set, ``variant`` (0: the usual one) what is varied.

    From ``SYLLABLE_SHAPES`` on its strokes run on into each other.
    """

    forms: str = "print"
    variant: int = 0

    def of(self, consonant: str, place: str, part: int) -> Skeleton:
        """The form of a consonant: ``part`` 0 is the initial, 1 the final."""
        return _form(consonant, place, self.forms, self.joined, (self.variant + part) % 4 if self.variant else 0)

    @property
    def joined(self) -> bool:
        """Whether its strokes run on into each other."""
        return self.variant >= SYLLABLE_SHAPES

    def vowel(self, pieces: list[Piece], initial: str = "", right: float = 0.0) -> list[Piece]:
        """The strokes of a vowel as this hand joins them, beside an ``initial`` that ends at x = ``right``."""
        if not self.joined:
            return run_on(pieces) if self.forms == "print" and self.variant == SYLLABLE_SHAPES - 1 else pieces
        if self.variant % 4 == 1:
            return pieces
        return run_on(out_of_ring(pieces, right) if initial == "ㅇ" and self.variant % 4 != 2 else pieces)

    def runs_into(self, final: str, vowel: str) -> bool:
        """Whether the vowel runs on into this final."""
        near = UNDER_TAIL if vowel == "ㅜ" else UNDER_STEM
        return self.joined and self.variant % 4 != 2 and final in near

    @property
    def waist(self) -> float:
        """How much lower than usual the ticks of the vowel stand, em."""
        return _WAIST[self.variant % 4]


PLAIN = Shapes()


@cache
def _form(consonant: str, place: str, forms: str, joined: bool, choice: int) -> Skeleton:
    others = _choices(consonant, place, forms, joined)
    chosen = others[choice % len(others)]
    return read(chosen) if chosen else plain(consonant, place)


def _choices(consonant: str, place: str, forms: str, joined: bool) -> tuple[str, ...]:
    """The shapes a consonant may take, the usual one first; an empty one is the plain form."""
    running = _found(RUNNING, consonant, place) if joined else ()
    if running:
        return running
    if forms in SQUARE_FORMS:
        own = _SQUARE.get(consonant, {})
        return next((own[like] for like in STAND_INS[place] if like in own), ("",))
    flowing = _found(_FLOWING, consonant, place) if forms == "quick" else ()
    return flowing or ("", *_found(_VARIED, consonant, place))


def _found(table: dict[str, dict[str, tuple[str, ...]]], consonant: str, place: str) -> tuple[str, ...]:
    """The shapes that a table has for a consonant in a place: its own, or those that can stand in for them."""
    own = table.get(consonant, {})
    # A ring looks the same wherever it stands.
    likes = STAND_INS[place] if consonant == "ㅇ" else _LIKE[place]
    return next((own[like] for like in likes if like in own), ())
