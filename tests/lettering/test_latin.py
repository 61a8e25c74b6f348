import string
from itertools import combinations
from unicodedata import decomposition

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sketchsvg.lettering.glyph import Glyph
from sketchsvg.lettering.latin import compose, kerning, letter, spacing
from sketchsvg.lettering.latin.notation import read
from sketchsvg.lettering.latin.profile import BANDS, profile

LATIN_1 = [chr(code) for code in range(0xC0, 0x100) if chr(code).isalpha()]
EXTENDED_A = [chr(code) for code in range(0x100, 0x180)]
GREEK = list("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰµ")
PLAIN = list(string.ascii_letters + string.digits)
VIETNAMESE = list("ơưƠƯờữởạếộỹ")
EVERY = [*PLAIN, *LATIN_1, *EXTENDED_A, *GREEK, *VIETNAMESE, *"ªºșțəƏＡ１"]


def glyph(char: str) -> Glyph:
    found = letter(char)
    assert found is not None, char
    return found


def outline(char: str, samples: int = 24) -> np.ndarray:
    """Points on the strokes of ``char``."""
    t = np.linspace(0, 1, samples)[:, None]
    points = []
    for stroke in glyph(char).curves.strokes():
        points.append(stroke[:1])
        for a, b, c, d in zip(stroke[0:-1:3], stroke[1::3], stroke[2::3], stroke[3::3], strict=True):
            points.append(a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t**2 * (1 - t) + d * t**3)
    return np.concatenate(points)


def span(char: str) -> tuple[float, float]:
    """Top and bottom of the centrelines, em, y down."""
    points = outline(char)
    return float(points[:, 1].min()), float(points[:, 1].max())


@pytest.mark.parametrize("char", EVERY)
def test_every_letter_is_drawn_within_its_bounds(char: str) -> None:
    points = outline(char)
    assert np.isfinite(glyph(char).curves.points).all()
    assert points[:, 1].min() > -0.92 and points[:, 1].max() < 0.25
    assert 0.14 < glyph(char).advance < 1.0
    if char not in "ĽľďťŉĦħŦŧĐđŁłÐ":
        assert points[:, 0].min() > -0.06 and points[:, 0].max() < glyph(char).advance + 0.06


@pytest.mark.parametrize("char", [*"가あ中 .→", "\u0301", "", "ab", "\ud800"])
def test_what_is_not_ours_is_none(char: str) -> None:
    assert letter(char) is None


@pytest.mark.parametrize(
    ("chars", "top", "bottom"),
    [
        ("vwxz", -0.43, -0.04),
        ("aceosmnru", -0.44, -0.03),
        ("bdhkl", -0.70, -0.03),
        ("gpqy", -0.44, 0.16),
        ("AEFHIKLMNTVWXYZ", -0.66, -0.04),
        ("CGOS", -0.672, -0.028),
        (string.digits, -0.64, -0.03),
    ],
)
def test_a_class_shares_its_heights(chars: str, top: float, bottom: float) -> None:
    for char in chars:
        high, low = span(char)
        assert high == pytest.approx(top, abs=0.016), char
        assert low == pytest.approx(bottom, abs=0.016), char


def test_digits_are_tabular() -> None:
    assert {glyph(digit).advance for digit in string.digits} == {compose.DIGIT_ADVANCE}
    assert all(kerning(a, b) == 0 for a in string.digits for b in string.digits)


def farthest(a: str, b: str) -> float:
    """Largest distance from a point of one letter to the other letter, middles laid on each other, em."""
    first, second = outline(a), outline(b)
    first = first - (first[:, :1].min() + first[:, :1].max()) / 2 * np.array((1.0, 0.0))
    second = second - (second[:, :1].min() + second[:, :1].max()) / 2 * np.array((1.0, 0.0))
    between = np.sqrt(((first[:, None] - second[None]) ** 2).sum(axis=2))
    return float(max(between.min(axis=1).max(), between.min(axis=0).max()))


FAMILIES = ["Il1ij", "O0DQo", "aoqdu", "5S", "8B3", "2Zz", "g9q", "cCeG", "uvy", "hnb", "47"]


@pytest.mark.parametrize("family", FAMILIES)
def test_letters_that_could_be_confused_differ(family: str) -> None:
    for a, b in combinations(family, 2):
        assert farthest(a, b) > 0.06, (a, b)


def test_rn_is_not_m() -> None:
    pair = glyph("r").advance + kerning("r", "n") + glyph("n").advance
    assert pair - glyph("m").advance > 0.05


@pytest.mark.parametrize("char", [c for c in LATIN_1 + EXTENDED_A if decomposition(c)[:1] not in ("", "<")])
def test_an_accented_letter_stands_like_its_letter(char: str) -> None:
    base = chr(int(decomposition(char).split()[0], 16))
    assert glyph(char).advance == pytest.approx(glyph(base).advance, abs=0.061)
    assert len(glyph(char).curves) > (0 if base in "ij" else len(glyph(base).curves))


@given(st.sampled_from(EVERY + list(".,!?'\"()-/")), st.sampled_from(EVERY + list(".,!?'\"()-/")))
def test_kerning_is_bounded_and_keeps_letters_apart(left: str, right: str) -> None:
    move = kerning(left, right)
    assert -0.12 <= move <= 0.12
    if left in PLAIN and right in PLAIN:
        before, after = profile(glyph(left).curves), profile(glyph(right).curves)
        advance = (glyph(left).advance + move) * 1000
        gaps = [advance - before.right[i] + after.left[i] for i in range(BANDS)]
        assert min(gaps) > 100


OPEN = ["AT", "To", "LT", "Ye", "r.", "P.", "T-", "L'", "Ty", "LY"]


@pytest.mark.parametrize("pair", OPEN)
def test_open_pairs_move_together(pair: str) -> None:
    assert kerning(*pair) < -0.02


@pytest.mark.parametrize("pair", ["nn", "HH", "→A", "A✓", "가a", "a "])
def test_pairs_that_stay(pair: str) -> None:
    assert kerning(*pair) == 0


@pytest.mark.parametrize(("char", "of"), [("H", "capital"), ("ı", "small"), ("N", "capital")])
def test_straight_letters_stand_half_a_stem_gap_from_their_sides(char: str, of: str) -> None:
    half = spacing.STEMS[of] / 2000
    points = outline(char)
    assert points[:, 0].min() == pytest.approx(half, abs=0.003)
    assert glyph(char).advance - points[:, 0].max() == pytest.approx(half, abs=0.003)


def test_rounds_stand_nearer_than_straights_and_open_sides_nearer_still() -> None:
    def right(char: str) -> float:
        return float(glyph(char).advance - outline(char)[:, 0].max())

    assert right("n") > right("o") > right("v")
    assert right("H") > right("O") > right("L")


def test_a_glyph_is_kept_and_read_only() -> None:
    assert letter("é") is letter("é")
    with pytest.raises(ValueError):
        glyph("a").curves.points[0, 0] = 1.0


def test_building_again_gives_the_same_numbers() -> None:
    for char in EVERY:
        again = compose.build(char)
        assert again is not None
        assert again.advance == glyph(char).advance
        assert np.array_equal(again.curves.points, glyph(char).curves.points)


def test_notation_draws_a_circle_as_a_circle() -> None:
    curves = read("h0,100 v-100,0 h0,-100 v100,0 h0,100")
    assert len(curves) == 1
    a, b, c, d = curves.points[:4]
    middle = (a + 3 * b + 3 * c + d) / 8
    assert np.sqrt((middle**2).sum()) == pytest.approx(0.1, rel=0.02)


def test_notation_knows_straights_dots_and_corners() -> None:
    curves = read("0,0 300,0 300,600; 5,5; o5,5")
    assert [len(stroke) for stroke in curves.strokes()] == [7, 1, 13]
    assert curves.points[1].tolist() == pytest.approx([0.1, 0.0])
    assert curves.points[6].tolist() == pytest.approx([0.3, -0.6])
