"""Where the parts of a syllable stand: the sizes they ask for, and how a column of them shares the height.

All figures are em in *body* coordinates: x from the left end of the ink, y from the top of the body down
(``Draft.glyph`` moves them onto the baseline). Centrelines are meant: ink reaches half a pen further.
"""

from __future__ import annotations

from msgspec import Struct

#: (smallest, wanted, largest) height of one part of a column.
Span = tuple[float, float, float]

#: Initials left of a tall vowel without a final: width, top, bottom.
SIDE: dict[str, tuple[float, float, float]] = {
    "ㄱ": (0.35, 0.150, 0.690),
    "ㄲ": (0.41, 0.160, 0.680),
    "ㄴ": (0.33, 0.180, 0.630),
    "ㄷ": (0.33, 0.175, 0.635),
    "ㄸ": (0.42, 0.175, 0.635),
    "ㄹ": (0.34, 0.145, 0.660),
    "ㅁ": (0.33, 0.200, 0.620),
    "ㅂ": (0.33, 0.150, 0.640),
    "ㅃ": (0.42, 0.150, 0.640),
    "ㅅ": (0.38, 0.150, 0.680),
    "ㅆ": (0.45, 0.160, 0.670),
    "ㅇ": (0.36, 0.220, 0.600),
    "ㅈ": (0.38, 0.170, 0.680),
    "ㅉ": (0.45, 0.175, 0.670),
    "ㅊ": (0.39, 0.055, 0.690),
    "ㅋ": (0.36, 0.150, 0.690),
    "ㅌ": (0.34, 0.150, 0.650),
    "ㅍ": (0.39, 0.190, 0.640),
    "ㅎ": (0.39, 0.050, 0.670),
}

#: Initials left of a tall vowel above a final: width, height.
SHORT: dict[str, tuple[float, Span]] = {
    "ㄱ": (0.35, (0.22, 0.290, 0.35)),
    "ㄲ": (0.41, (0.22, 0.290, 0.34)),
    "ㄴ": (0.33, (0.18, 0.245, 0.30)),
    "ㄷ": (0.33, (0.20, 0.260, 0.32)),
    "ㄸ": (0.42, (0.20, 0.260, 0.32)),
    "ㄹ": (0.34, (0.25, 0.330, 0.38)),
    "ㅁ": (0.33, (0.20, 0.265, 0.32)),
    "ㅂ": (0.33, (0.24, 0.310, 0.36)),
    "ㅃ": (0.42, (0.24, 0.310, 0.36)),
    "ㅅ": (0.38, (0.24, 0.310, 0.36)),
    "ㅆ": (0.45, (0.24, 0.310, 0.35)),
    "ㅇ": (0.36, (0.22, 0.300, 0.36)),
    "ㅈ": (0.38, (0.23, 0.300, 0.35)),
    "ㅉ": (0.45, (0.23, 0.300, 0.35)),
    "ㅊ": (0.39, (0.31, 0.385, 0.43)),
    "ㅋ": (0.35, (0.23, 0.300, 0.35)),
    "ㅌ": (0.34, (0.25, 0.330, 0.38)),
    "ㅍ": (0.39, (0.20, 0.265, 0.31)),
    "ㅎ": (0.38, (0.35, 0.410, 0.45)),
}

#: Initials above a wide vowel: width, height.
TOP: dict[str, tuple[float, Span]] = {
    "ㄱ": (0.43, (0.15, 0.225, 0.31)),
    "ㄲ": (0.49, (0.15, 0.225, 0.30)),
    "ㄴ": (0.44, (0.13, 0.180, 0.26)),
    "ㄷ": (0.43, (0.15, 0.200, 0.28)),
    "ㄸ": (0.50, (0.15, 0.200, 0.28)),
    "ㄹ": (0.43, (0.23, 0.265, 0.34)),
    "ㅁ": (0.39, (0.15, 0.205, 0.30)),
    "ㅂ": (0.39, (0.215, 0.255, 0.32)),
    "ㅃ": (0.49, (0.225, 0.260, 0.32)),
    "ㅅ": (0.46, (0.17, 0.225, 0.30)),
    "ㅆ": (0.53, (0.17, 0.225, 0.29)),
    "ㅇ": (0.35, (0.17, 0.220, 0.31)),
    "ㅈ": (0.46, (0.17, 0.225, 0.30)),
    "ㅉ": (0.53, (0.17, 0.225, 0.29)),
    "ㅊ": (0.46, (0.29, 0.335, 0.38)),
    "ㅋ": (0.43, (0.21, 0.245, 0.32)),
    "ㅌ": (0.43, (0.23, 0.265, 0.33)),
    "ㅍ": (0.47, (0.16, 0.210, 0.28)),
    "ㅎ": (0.46, (0.335, 0.360, 0.42)),
}

#: Finals: width, height.
FINAL: dict[str, tuple[float, Span]] = {
    "ㄱ": (0.41, (0.16, 0.210, 0.25)),
    "ㄲ": (0.49, (0.16, 0.210, 0.25)),
    "ㄴ": (0.45, (0.14, 0.185, 0.22)),
    "ㄷ": (0.43, (0.15, 0.205, 0.25)),
    "ㄹ": (0.43, (0.24, 0.280, 0.33)),
    "ㅁ": (0.39, (0.16, 0.220, 0.26)),
    "ㅂ": (0.39, (0.21, 0.255, 0.29)),
    "ㅅ": (0.46, (0.17, 0.235, 0.28)),
    "ㅆ": (0.53, (0.17, 0.235, 0.28)),
    "ㅇ": (0.33, (0.18, 0.250, 0.30)),
    "ㅈ": (0.46, (0.18, 0.235, 0.28)),
    "ㅊ": (0.46, (0.28, 0.340, 0.36)),
    "ㅋ": (0.41, (0.20, 0.250, 0.29)),
    "ㅌ": (0.43, (0.24, 0.280, 0.32)),
    "ㅍ": (0.48, (0.17, 0.230, 0.26)),
    "ㅎ": (0.46, (0.335, 0.360, 0.38)),
    "ㄳ": (0.60, (0.19, 0.245, 0.28)),
    "ㄵ": (0.60, (0.19, 0.245, 0.28)),
    "ㄶ": (0.58, (0.33, 0.350, 0.37)),
    "ㄺ": (0.58, (0.25, 0.285, 0.32)),
    "ㄻ": (0.60, (0.25, 0.285, 0.32)),
    "ㄼ": (0.60, (0.25, 0.285, 0.32)),
    "ㄽ": (0.61, (0.25, 0.285, 0.32)),
    "ㄾ": (0.60, (0.25, 0.285, 0.32)),
    "ㄿ": (0.63, (0.25, 0.285, 0.32)),
    "ㅀ": (0.63, (0.33, 0.350, 0.37)),
    "ㅄ": (0.61, (0.21, 0.260, 0.29)),
}

#: Initials that are open below: how far an upright tick may rise above their lower end.
OPEN_BELOW: dict[str, float] = {
    "ㄱ": 0.10,
    "ㅋ": 0.04,
    "ㅅ": 0.015,
    "ㅈ": 0.015,
    "ㅊ": 0.015,
}
#: Initials with nothing below their upper stroke: how much longer a tick under them is, so that 공 is not 긍.
INSIDE: dict[str, float] = {"ㄱ": 0.06}
#: Finals that are open above at the middle: how far a tail may sink below their upper end.
OPEN_ABOVE: dict[str, float] = {"ㄴ": 0.06, "ㅂ": 0.05, "ㅅ": -0.03}
#: Finals with room at the upper right corner: how far a stem may sink below their upper end.
OPEN_RIGHT: dict[str, float] = {"ㄴ": 0.06, "ㅅ": 0.03, "ㅊ": 0.05, "ㅎ": 0.05, "ㅇ": 0.02}
#: Initials into which a tick from the right may reach.
OPEN_RIGHT_SIDE: dict[str, float] = {
    "ㄱ": 0.01,
    "ㄴ": 0.07,
    "ㄷ": 0.04,
    "ㅅ": 0.04,
    "ㅋ": 0.01,
    "ㅈ": 0.03,
    "ㅊ": 0.03,
}


#: Finals that begin with an upright: the tail of ㅟ, ㅝ, ㅞ hangs left of it, by BESIDE_TAIL, and sinks by TAIL_SINKS.
UPRIGHT_LEFT = frozenset("ㄴㅂ")
BESIDE_TAIL = 0.125
TAIL_SINKS = 0.045


class Mixed(Struct, frozen=True):
    """The left half of a compound vowel and where its tall part stands.

    ``bar`` is the right end of the bar, ``pole`` the x of its tick or tail, ``initial`` the greatest width of
    the initial; ``stems`` are the x of the stems, ``ticks`` the ends of the tall part's tick, if it has one.
    """

    bar: float
    pole: float
    initial: float
    stems: tuple[float, ...]
    ticks: tuple[float, float] | None

    def widened(self, by: float) -> Mixed:
        """The same plan with ``by`` more room for the initial."""
        ticks = (self.ticks[0] + by, self.ticks[1] + by) if self.ticks else None
        stems = tuple(x + by for x in self.stems)
        return Mixed(self.bar + by, self.pole + by / 2, self.initial + by, stems, ticks)


#: Compound vowels make this much more room for an initial that is wider than ``DOUBLE``, that is, a double one.
DOUBLE = 0.48
DOUBLE_ROOM = 0.06

MIXED: dict[str, Mixed] = {
    "ㅘ": Mixed(0.420, 0.205, 0.380, (0.535,), (0.535, 0.690)),
    "ㅙ": Mixed(0.390, 0.190, 0.360, (0.505, 0.660), (0.505, 0.660)),
    "ㅚ": Mixed(0.470, 0.230, 0.410, (0.610,), None),
    "ㅝ": Mixed(0.480, 0.175, 0.420, (0.610,), (0.350, 0.610)),
    "ㅞ": Mixed(0.410, 0.140, 0.370, (0.535, 0.680), (0.300, 0.535)),
    "ㅟ": Mixed(0.470, 0.225, 0.410, (0.610,), None),
    "ㅢ": Mixed(0.480, 0.240, 0.410, (0.620,), None),
}


def shared(spans: list[Span], height: float, most: float) -> list[float]:
    """Heights for a column of ``spans`` that should fill ``height`` and may fill ``most`` when crowded.

    Room to spare is given out up to the largest heights, room that lacks is taken down to the
    smallest, every part giving the same share of what it can give; below that all shrink alike.
    """
    wanted = sum(span[1] for span in spans)
    if wanted <= height:
        slack = sum(span[2] - span[1] for span in spans)
        part = min(1.0, (height - wanted) / slack) if slack else 0.0
        return [span[1] + part * (span[2] - span[1]) for span in spans]
    room = min(wanted, most)
    least = sum(span[0] for span in spans)
    if least >= room:
        return [span[0] * room / least for span in spans]
    part = (wanted - room) / (wanted - least)
    return [span[1] - part * (span[1] - span[0]) for span in spans]
