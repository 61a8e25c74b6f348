"""Colour bars: pictures that are but a strip of colours."""

import base64
import zlib
from struct import pack

import numpy as np
import pytest

from sketchsvg.readers.svg.items import Gradient
from sketchsvg.readers.svg.reader import read_picture
from sketchsvg.readers.svg.strips import strip_of
from tests.readers.svg.reading import PX, svg

RAINBOW = np.array([(255, 0, 0), (200, 100, 0), (0, 255, 0), (0, 100, 200), (0, 0, 255)], dtype=np.uint8)


def filtered(pixels, kind):
    """Rows with one of the filters of PNG."""
    rows = []
    above = np.zeros(pixels.shape[1] * 3, dtype=int)
    for row in pixels.reshape(len(pixels), -1).astype(int):
        left = np.concatenate((np.zeros(3, dtype=int), row[:-3]))
        corner = np.concatenate((np.zeros(3, dtype=int), above[:-3]))
        guess = left + above - corner
        away = np.abs(np.stack((guess - left, guess - above, guess - corner)))
        paeth = np.choose(np.argmin(away, axis=0), (left, above, corner))
        rows.append(bytes([kind]) + ((row - (0 * row, left, above, (left + above) // 2, paeth)[kind]) % 256).astype(np.uint8).tobytes())
        above = row
    return b"".join(rows)


def png(pixels, kind=0, rows=None):
    def chunk(name, data):
        return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))

    head = pack(">IIBBBBB", pixels.shape[1], pixels.shape[0], 8, 2, 0, 0, 0)
    packed = zlib.compress(filtered(pixels, kind) if rows is None else rows)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    return "data:image/png;base64," + base64.b64encode(data).decode()


@pytest.mark.parametrize("kind", range(5))
def test_a_strip_is_read_whatever_its_filter(kind):
    down = np.repeat(RAINBOW[:, None], 4, axis=1)
    stops, downwards = strip_of(png(down, kind))
    assert downwards and [stop.colour for stop in stops] == ["#ff0000", "#c86400", "#00ff00", "#0064c8", "#0000ff"]
    assert [stop.place for stop in stops] == pytest.approx([0.1, 0.3, 0.5, 0.7, 0.9])
    stops, downwards = strip_of(png(np.ascontiguousarray(down.transpose(1, 0, 2)), kind))
    assert not downwards and len(stops) == 5


def test_it_is_drawn_as_a_gradient_and_not_as_a_frame():
    picture = read_picture(svg(f'<image x="10" y="20" width="8" height="50" href="{png(np.repeat(RAINBOW[:, None], 2, axis=1))}"/>'))
    (item,) = picture.items
    assert isinstance(item.fill, Gradient) and picture.warnings == () and not item.picture
    assert item.fill.ends == (10, 20, 10, 70) and item.curves.bounds()[3] == pytest.approx(70 * PX)


@pytest.mark.parametrize(
    "link",
    ["x.png", "data:image/png;base64,AAAA", "data:image/png;base64,%%%", "data:image/jpeg;base64,/9j/",
     png(np.arange(48, dtype=np.uint8).reshape(4, 4, 3)), png(np.zeros((2000, 2, 3), dtype=np.uint8)),
     png(np.zeros((100, 100, 3), dtype=np.uint8)), png(RAINBOW[:, None], rows=b"short"), png(RAINBOW[:, None], rows=b"\x09" * 20)],
    ids=range(9),
)  # fmt: skip
def test_other_pictures_are_none(link):
    assert strip_of(link) is None
