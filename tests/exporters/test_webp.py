import builtins
from io import BytesIO
from types import SimpleNamespace

import numpy as np
import pytest
from msgspec.structs import replace
from PIL import Image

from sketchsvg.errors import LimitError, MissingPackageError
from sketchsvg.exporters.png import to_png
from sketchsvg.exporters.webp import to_webp
from sketchsvg.inked import InkedPage


def picture(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_a_webp_has_the_pixels_of_the_png_in_fewer_bytes(page: InkedPage):
    webp, png = to_webp(page, 150), to_png(page, 150)
    assert picture(webp).format == "WEBP"
    assert picture(webp).mode == "RGB"
    assert (np.asarray(picture(webp)) == np.asarray(picture(png))).all()
    assert len(webp) < len(png)


def test_what_shows_through_is_kept(page: InkedPage):
    bare = replace(page, paths=page.paths[2:4])
    ours, known = (np.asarray(picture(made(bare, 150)), dtype=int) for made in (to_webp, to_png))
    assert (ours[:, :, 3] == known[:, :, 3]).all()
    seen = known[:, :, 3] > 0
    # Two ways of rounding when the colours are divided by alpha.
    assert np.abs(ours - known)[seen].max() <= 1


def test_the_resolution_stands_in_the_exif(page: InkedPage):
    exif = picture(to_webp(page, 300)).getexif()
    assert (exif[282], exif[283], exif[296]) == (300, 300, 2)
    assert picture(to_webp(page, width=320)).size == (320, 256)


def test_the_same_page_gives_the_same_bytes(page: InkedPage):
    assert to_webp(page, 96) == to_webp(page, 96)


def test_more_pixels_a_side_than_the_format_has_are_refused(page: InkedPage):
    with pytest.raises(LimitError, match="16383 pixels a side"):
        to_webp(replace(page, height=10), width=16_400)


def test_a_missing_pillow_is_told_with_how_to_get_it(page: InkedPage, monkeypatch: pytest.MonkeyPatch):
    known = builtins.__import__

    def without(name: str, *rest: object, **more: object) -> object:
        if name == "PIL":
            raise ImportError(name)
        return known(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingPackageError, match="Pillow") as caught:
        to_webp(page, 72)
    assert "pip install" in (caught.value.mend or "")
    assert caught.value.status == 2


def test_a_pillow_without_webp_is_told(page: InkedPage, monkeypatch: pytest.MonkeyPatch):
    import PIL

    monkeypatch.setattr(PIL, "features", SimpleNamespace(check=lambda name: False))
    with pytest.raises(MissingPackageError, match="without WebP"):
        to_webp(page, 72)
