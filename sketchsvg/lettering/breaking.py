"""Where a line may end: the rules of breaking, as the cost of each place.

A line ends between eojeol (words parted by spaces) before all; inside a word only where the reader's eye already
rests: before a bracket, after a slash or a hyphen. Addresses and code break behind their own signs. What no rule opens
is broken only as a last resort (``last_resort``), grapheme by grapheme. Costs are in the units of ``optimum_fit``,
where a line that is half empty costs 25.
"""

from __future__ import annotations

import re
from functools import cache

from sketchsvg.lettering.prebuilt import COMBINING

#: Cost of a break where the eye rests anyway; of one that leaves a single letter or splits a name.
SOFT, HARD = 60.0, 400.0
#: Between a number and its unit, or behind the https:// of an address: a line more is better, two are not.
UNIT = 1_500_000.0
#: Between two characters of a script that has no spaces.
IDEOGRAPHIC = 20.0
#: Last resort: inside a Hangul eojeol, inside a Latin word. Leaving but one syllable on either side costs more; leaving
#: one letter is worse than a line more, and beginning a line with a sign that must not is worse than several.
INSIDE_HANGUL, INSIDE_LATIN, LONELY, LONE_LETTER, FORBIDDEN = 4000.0, 6000.0, 1000.0, 1_200_000.0, 5_000_000.0

#: What must not begin a line, and what must not end one.
NOT_AT_START = frozenset(
    "。,.!?)]}」』〉》】〕⟩›»’”、:;…‥%‰℃°·・‧→〜～！），．：；？］｝ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々"
)
NOT_AT_END = frozenset("([{「『〈《【〔⟨‹«‘“（［｛$₩€£¥#")
#: Those of the above that hold even after a space.
CLOSING = frozenset("。,.!?)]}」』〉》】〕⟩、;！），．；？］｝/")
OPENING = frozenset("([{「『〈《【〔⟨（［｛")

#: Spaces that part words; all others (no-break spaces, the word joiner) hold them together.
SPACES = " \u2000-\u2006\u2008-\u200a\u3000"
GLUE = frozenset("\u00a0\u202f\u2007\u2060\u2011")
#: A place to break that is not seen, and a hyphen that is seen only where a line ends.
ZERO_SPACE, SOFT_HYPHEN = "\u200b", "\u00ad"
#: An icon among the letters of a word.
ICON = "\ufffc"

_AFTER = frozenset("-–—‐/\\=&?,→·・|…")
_BETWEEN = frozenset("+&=–—|×·~≈")
_LINKS = frozenset("_~+")
_WIDE_ENDS = frozenset("。、，．！？：；）］｝」』〉》】〕")
_HYPHENS = frozenset("-–—‐")
_SPECIAL = re.compile(r"[^0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\uac00-\ud7a3.!:;)%]")
_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://|www\.|mailto:)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE
)
_OPERATORS = frozenset("=+*/|&,;:<>-!^%~?")
#: An ending in brackets, such as that of model(s) or 은(는): it belongs to its word.
_ENDING = re.compile(r"\([\w/]{1,2}\)")
_NUMBER_END = re.compile(r"(?:^|[^\w.,])[~≈<>≤≥±+−-]?[$₩€£¥]?\d[\d.,]*$")
Openings = list[tuple[int, float]]


def openings(word: str, code: str = "") -> Openings:
    """The places inside ``word`` (it holds no spaces) at which a line may end, each with its cost.

    A place is the number of characters before it. ``code`` has a character for each one of the word, ``"x"`` where
    it is written as code; empty when nothing is.
    """
    if not _SPECIAL.search(word):
        return []
    if not word.isascii() and not COMBINING.isdisjoint(word):
        # A letter and the marks on it are one: the rules look at the letter.
        heads = [at for at, char in enumerate(word) if char not in COMBINING or word[at - 1 : at] == ZERO_SPACE]
        bare = "".join([word[at] for at in heads])
        return [(heads[at], cost) for at, cost in _opened(bare, "".join([code[at] for at in heads if code]))]
    return _opened(word, code)


def _opened(word: str, code: str) -> Openings:
    """As ``openings``, for a word whose letters have no marks."""
    address = _ADDRESS.search(word)
    found: Openings = []
    for at in range(1, len(word)):
        if address and address.start() < at < address.end():
            cost = _in_address(word, at, address.start())
        elif code and code[at - 1] == "x" == code[at]:
            cost = _in_code(word, at, code.rfind(" ", 0, at) + 1)
        else:
            cost = _in_prose(word, at)
        if cost is not None:
            found.append((at, cost))
    return found


def space_cost(before: str, after: str) -> float | None:
    """The cost of a line's end at the space between two words; None where the two must stay together."""
    if before[-1] in COMBINING:
        before = "".join([char for char in before if char not in COMBINING]) or before
    if before[-1] in OPENING or after[0] in (ZERO_SPACE, "\u2060") or (after[0] in CLOSING and not _is_dotted(after)):
        return None
    if _NUMBER_END.search(before) and _unit().match(after):
        return UNIT
    # A sign between two words looks back: "Distilled +" rather than "+ Quantized".
    return SOFT if len(after) == 1 and after in _BETWEEN else 0.0


def last_resort(clusters: list[str], at: int) -> float:
    """The cost of a line's end before cluster ``at`` of a word that is too long for any line."""
    left, right = clusters[at - 1], clusters[at]
    if not may_part(left[-1], right[0]):
        return FORBIDDEN
    latin = left[-1].isalnum() and right[0].isalnum() and left[-1] < "\u1100" and right[0] < "\u1100"
    cost = INSIDE_LATIN if latin and not (left[-1].islower() and right[0].isupper()) else INSIDE_HANGUL
    lonely = at == 1 or at == len(clusters) - 1
    return cost + ((LONE_LETTER if latin else LONELY) if lonely else 0.0)


def may_part(left: str, right: str) -> bool:
    """Whether the prohibitions at the start and end of lines let these two neighbours part."""
    return right not in NOT_AT_START and left not in NOT_AT_END and left not in GLUE and right not in GLUE


def _in_prose(word: str, at: int) -> float | None:
    left, right = word[at - 1], word[at]
    if right in (ZERO_SPACE, SOFT_HYPHEN):
        return None
    if left == ZERO_SPACE:
        return 0.0
    if left == SOFT_HYPHEN:
        return SOFT
    if not may_part(left, right):
        return None
    if right in OPENING:
        if not (left.isalnum() or left in ")]}」』〉》】〕%"):
            return None
        return HARD if _ENDING.match(word, at) else SOFT
    if left in _AFTER or left in _LINKS:
        return _after_sign(word, at)
    unspaced = (_is_ideographic(left), _is_ideographic(right))
    beside = (left.isalnum() or unspaced[0] or left in _WIDE_ENDS) and (right.isalnum() or unspaced[1])
    return IDEOGRAPHIC if any(unspaced) and beside else None


def _after_sign(word: str, at: int) -> float | None:
    """After a slash, a hyphen and the like: not in a row of them, not in a number, not after a leading one."""
    left, right = word[at - 1], word[at]
    if right in _AFTER or right in _LINKS or (right == ICON and left in _LINKS):
        return None
    if right.isdigit() and (left in _HYPHENS or word[at - 2 : at - 1].isdigit()):
        return None
    if not word[: at - 1].strip("".join(_AFTER | _LINKS)):
        return None
    if left in _LINKS:
        return HARD if left != "_" else SOFT + _shortness(word, at)
    return SOFT + _shortness(word, at)


def _shortness(word: str, at: int) -> float:
    """What it costs more to leave a lone letter before or after a sign, as in K-pop or A/B."""
    signs = _AFTER | _LINKS
    begin = at - 1
    while begin > 0 and word[begin - 1] not in signs:
        begin -= 1
    end = at
    while end < len(word) and word[end] not in signs:
        end += 1
    lone = any(len(part) < 2 and part < "\u1100" for part in (word[begin : at - 1], word[at:end]))
    lone = lone and word[at - 1] not in "→,"
    return HARD - SOFT if lone else 0.0


def _in_address(word: str, at: int, begin: int) -> float | None:
    """Web and mail addresses: after / ? & = - . _ and before % # @, never in a row of signs."""
    left, right = word[at - 1], word[at]
    if right in "/?&=-_,;:)]}>" or left in "%:":
        return None
    if left == "/":
        # The double slash behind http: is better left with what follows.
        return UNIT if word[at - 2 : at] == "//" else SOFT
    if left in "?&":
        return SOFT + 20
    if left == "." and at >= 2 and ((word[at - 2].isdigit() and right.isdigit()) or right == "."):
        return None
    if left in "=-_." and at - 1 > begin:
        return SOFT + 90
    if right in "%#@" and left not in "/?&=-_.":
        return SOFT + 90
    return None


def _in_code(word: str, at: int, begin: int) -> float | None:
    """Code: after operators and commas, then after an opening bracket, a dot or an underscore."""
    left, right = word[at - 1], word[at]
    if left in "([{" and at - 1 > begin and right not in ")]}":
        return SOFT + 60
    if right in _OPERATORS or right in ")]}.,;_":
        return None
    if left in _OPERATORS:
        # Signs at the beginning or behind a bracket belong to what follows: --flag, f(**options).
        before = word[begin:at].rstrip("".join(_OPERATORS))
        if not before or (before[-1] in "([{" and left != ","):
            return None
        number = right.isdigit() and (word[at - 2].isdigit() or word[at - 2] in "eE")
        return None if number and left in "-:,/+" else SOFT
    if left in "._" and at - 1 > begin and word[at - 2].isalnum() and not (word[at - 2].isdigit() and right.isdigit()):
        return SOFT + 90
    return None


def _is_dotted(word: str) -> bool:
    """Whether a word that begins with a closing sign is something else: .env, /usr/bin, ?q=1."""
    return len(word) > 1 and word[0] in "./,?!" and (word[1].isalnum() or word[1] in "./~_")


def _is_ideographic(char: str) -> bool:
    """Whether the character is of a script that is written without spaces: kana and Han characters."""
    return "\u3041" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff"


@cache
def _unit() -> re.Pattern[str]:
    """What is a unit behind a number; few texts ask, and it takes long to compile."""
    return re.compile(
        r"(?:[kKMGTPm]?i?B(?:/s)?|[kMG]?b(?:ps)?|[munpkMGT]?[mgsVAWΩ]|[kMG]?Hz|kWh|dpi|ppi|pt|px|em|in|ft|dB|min|ms|h|"
        r"°C?|℃|%|‰|°|[KMGT]|tok/s|FLOPS|fps|개월|시간|[개원명년월일시분초장권번층배회위살쪽점건대])"
        # A unit ends there, or a particle follows it.
        r"(?![A-Za-z])(?:$|[^\w]|[을를이가은는의에로와과도만씩]|[가-힣]{2}$)"
    )
