from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg.lettering.graphemes import graphemes

CASES = Path("/usr/share/unicode/auxiliary/GraphemeBreakTest.txt")


def cases():
    for line in CASES.read_text(encoding="utf-8").splitlines():
        rule = line.split("#")[0].strip("÷ \t")
        if rule:
            yield ["".join(chr(int(code, 16)) for code in part.replace("×", " ").split()) for part in rule.split("÷")]


@pytest.mark.skipif(not CASES.exists(), reason="needs Debian's unicode-data (/usr/share/unicode)")
def test_unicodes_own_cases():
    known = list(cases())
    assert len(known) > 500
    assert [graphemes("".join(clusters)) for clusters in known] == known


@settings(max_examples=60)
@given(st.text(max_size=30))
def test_nothing_is_lost(text):
    assert "".join(graphemes(text)) == text


def test_clusters():
    assert graphemes("한글") == ["한", "글"]
    assert graphemes("e\u0301x") == ["e\u0301", "x"]
    assert graphemes("\u1112\u1161\u11ab글") == ["\u1112\u1161\u11ab", "글"]
    assert graphemes("👩‍💻a") == ["👩‍💻", "a"]
    assert graphemes("🇰🇷🇫🇷") == ["🇰🇷", "🇫🇷"]
    assert graphemes("👍🏽!") == ["👍🏽", "!"]
