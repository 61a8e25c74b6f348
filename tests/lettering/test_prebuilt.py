import subprocess
import sys
from itertools import product

import numpy as np
import pytest

from sketchsvg.lettering.composing import composed
from sketchsvg.lettering.latin import kerning, kerning_of
from sketchsvg.lettering.prebuilding import content, diminished
from sketchsvg.lettering.prebuilt import FILE, FORMS, LETTERS, is_nowhere, prebuilt, prebuilt_kerning
from sketchsvg.lettering.skeleton import find_skeleton


def test_the_file_is_what_the_tables_give():
    assert FILE.read_bytes() == content(), "Run: python -m sketchsvg.lettering.prebuilding"


@pytest.mark.parametrize(
    ("char", "forms", "variant"),
    [("한", "print", 0), ("글", "print", 3), ("g", "print", 1), ("0", "mono", 0), ("→", "print", 0)],
)
def test_a_prebuilt_skeleton_is_the_composed_one(char, forms, variant):
    brought, made = prebuilt(char, forms, variant), diminished(composed(char, forms, variant))
    assert brought.advance == made.advance
    assert np.array_equal(brought.curves.points, made.curves.points)
    assert np.array_equal(brought.curves.starts, made.curves.starts)
    assert not brought.curves.points.flags.writeable


@pytest.mark.parametrize(
    ("char", "forms", "variant"),
    [("뷁", "quick", 0), ("똠", "print", 7), ("뙠", "print", 0), ("漢", "print", 0), ("ab", "print", 0)],
)
def test_what_it_does_not_bring_is_none(char, forms, variant):
    assert prebuilt(char, forms, variant) is None


def test_rare_syllables_are_composed_as_ever():
    assert len(find_skeleton("뙠").curves) > 3


@pytest.mark.parametrize("forms", FORMS)
def test_letters_that_are_not_there_are_nowhere(forms):
    missing = [char for char in map(chr, LETTERS) if prebuilt(char, forms, 0) is None]
    assert "✅" in missing
    for char in missing:
        assert is_nowhere(char, forms)
        assert find_skeleton(char, forms) is None
        assert composed(char, forms) is None


def test_kerning_is_the_measured_one_for_every_kind_of_neighbours():
    for left, right in product("AVTo.f1“-가→é", repeat=2):
        assert kerning(left, right) == kerning_of(left, right)
    assert prebuilt_kerning("A", "V", "print") < 0
    assert prebuilt_kerning("é", "v", "print") is None
    assert prebuilt_kerning("가", "v", "print") == 0.0
    assert prebuilt_kerning("A", "V", "quick") is None


def test_everyday_text_loads_no_table_of_strokes():
    program = """
import sys
from sketchsvg.lettering.hand import Hand
Hand().write("노트 Note, 23 → “AVA” 한글!", seed=5)
print(sorted(name for name in sys.modules if "lettering.hangul" in name or "latin.compose" in name))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
