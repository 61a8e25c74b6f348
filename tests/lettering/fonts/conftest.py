import pytest

from sketchsvg.lettering.fonts.fallback import Fallback


@pytest.fixture
def bars(tmp_path, no_fonts):
    """A fallback on our own tiny font, and on nothing else."""
    pytest.importorskip("fontTools", reason="fontTools makes the font of these tests")
    pytest.importorskip("uharfbuzz", reason="uharfbuzz reads fonts")
    from tests.lettering.fonts.own_font import build

    return Fallback((str(build(tmp_path / "bars.ttf")),))
