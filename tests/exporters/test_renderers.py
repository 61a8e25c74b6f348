"""One picture whoever draws it: Chromium, resvg, librsvg and cairosvg beside our own PNG.

They differ in how they smooth edges. Stated and held: the largest difference of a pixel's channels is ``MEAN`` of 255 on
average, and no more than the ``SHARES`` of all pixels differ by more than that much. See docs/svg.md.
"""

import shutil
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from msgspec.structs import replace
from PIL import Image

from sketchsvg import Web
from sketchsvg.exporters.png import to_png
from sketchsvg.exporters.svg import to_svg
from sketchsvg.inked import InkedPage
from sketchsvg.pipeline import compose, ink, trace
from sketchsvg.readers import read
from tests.exporters.browser import inline, pictured

SHEET = Path(__file__).parents[2] / "sheets" / "ch23.py"
THEMES = ["nano-banana", "night", "kraft", "blueprint"]
#: Four pixels a millimetre.
WIDTH, HEIGHT = 840, 1188
MEAN = 3.0
SHARES = {32: 0.01, 64: 0.001}

Pixels = npt.NDArray[np.int64]


@cache
def page_in(theme: str) -> InkedPage:
    (sheet,) = read(str(SHEET))
    sheet = replace(sheet, theme=theme)
    return ink(trace(sheet, compose(sheet)))


@cache
def ours(theme: str) -> Pixels:
    return pixels(to_png(page_in(theme), 101.6))


def pixels(png: bytes) -> Pixels:
    shown = Image.open(BytesIO(png)).convert("RGB")
    assert shown.size == (WIDTH, HEIGHT)
    return np.asarray(shown).astype(np.int64)


def assert_same_picture(drawn: Pixels, theme: str) -> None:
    apart = np.abs(drawn - ours(theme)).max(axis=2)
    assert apart.mean() <= MEAN
    for difference, share in SHARES.items():
        assert (apart > difference).mean() <= share, f"more than {difference}"


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def svg(theme: str) -> str:
    # With dark colours beside it, which none may take.
    return to_svg(page_in(theme), Web(responsive=True, dark=True))


def test_chromium(theme: str, svg: str, tmp_path: Path):
    size = f"<style>svg{{display:block;width:{WIDTH}px;height:{HEIGHT}px}}</style>"
    picture = pictured(tmp_path, size + inline(svg), WIDTH, HEIGHT)
    assert_same_picture(pixels(picture.read_bytes()), theme)


def test_resvg(theme: str, svg: str):
    resvg = pytest.importorskip("resvg_py", reason="resvg-py is not installed; sh setup.sh --tests installs it")
    drawn = resvg.svg_to_bytes(svg_string=svg, width=WIDTH, height=HEIGHT, skip_system_fonts=True)
    assert_same_picture(pixels(bytes(drawn)), theme)


def test_librsvg(theme: str, svg: str):
    program = shutil.which("rsvg-convert")
    if program is None:
        pytest.skip("there is no rsvg-convert on this machine")
    command = [program, "-w", str(WIDTH), "-h", str(HEIGHT)]
    drawn = subprocess.run(command, input=svg.encode(), capture_output=True, check=True).stdout
    assert_same_picture(pixels(drawn), theme)


def test_cairosvg(theme: str, svg: str):
    cairosvg = pytest.importorskip("cairosvg")
    drawn = cairosvg.svg2png(svg.encode(), output_width=WIDTH, output_height=HEIGHT)
    assert_same_picture(pixels(drawn), theme)


def test_another_page_would_be_noticed():
    with pytest.raises(AssertionError):
        assert_same_picture(ours("nano-banana"), "kraft")
    moved = np.roll(ours("nano-banana"), 1, axis=1)
    with pytest.raises(AssertionError):
        assert_same_picture(moved, "nano-banana")
