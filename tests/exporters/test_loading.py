"""What is loaded in another way than usual is all there."""

import subprocess
import sys

import pytest

from sketchsvg.exporters.loading import Later, Postponed

#: A drawing that needs what was postponed: a style sheet, a class, and a bitmap of one red pixel.
FOREIGN = """
DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="4" height="2">'
    b'<style>.b{fill:#00f}</style><rect class="b" width="2" height="2"/><image x="2" width="2" height="2" '
    b'xlink:href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AA'
    b'AAMBAQDJ/pLvAAAAAElFTkSuQmCC"/></svg>'
)
import hashlib, sys
"""


def python(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", FOREIGN + program], capture_output=True, text=True, check=True)
    return done.stdout


def test_cairosvg_draws_what_others_drew_as_it_does_without_us():
    ours = python("""
from sketchsvg.exporters.loading import loaded
loaded()
early = {"PIL", "tinycss2", "urllib.request", "ctypes.util"} & set(sys.modules)
import cairosvg
print(sorted(early), hashlib.sha256(cairosvg.svg2png(DRAWING)).hexdigest())
""")
    plain = python("import cairosvg; print([], hashlib.sha256(cairosvg.svg2png(DRAWING)).hexdigest())")
    assert ours == plain


def test_a_page_needs_none_of_what_was_postponed():
    shown = python("""
from sketchsvg import Sheet, text
sheet = Sheet(text("가나다"))
sheet.to_png(72)
print(sorted({"PIL", "tinycss2", "cssselect2", "defusedxml", "urllib.request", "ctypes.util", "pycparser"} & set(sys.modules)))
""")
    assert shown.strip() == "[]"


def test_shortcuts_that_fail_are_not_taken():
    shown = python("""
from sketchsvg.exporters import loading
def broken():
    raise ValueError("a future version")
loading.prepared_ffi = broken
cairocffi, surface = loading.loaded()
print(surface.PNGSurface.__name__, cairocffi.version_info[0])
""")
    assert shown.split() == ["PNGSurface", "1"]


def test_what_is_postponed_is_the_thing_itself_when_it_is_used():
    module = Postponed("fractions")
    assert isinstance(module.Fraction, Later)
    assert module.Fraction(1, 2) + module.Fraction(1, 3) == module.Fraction(5, 6)
    assert module.Fraction.from_float(0.5) == module.Fraction(1, 2)
    assert Postponed("xml").etree.ElementTree.Element("a").tag == "a"
    with pytest.raises(AttributeError):
        module.__wrapped__  # noqa: B018
