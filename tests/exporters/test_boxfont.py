from io import BytesIO
from struct import unpack

from PIL import ImageFont

from sketchsvg.exporters.boxfont import box_font


def test_the_whole_file_sums_up_to_what_the_specification_asks():
    font = box_font((250, 1000))
    assert len(font) % 4 == 0
    assert sum(unpack(f">{len(font) // 4}I", font)) & 0xFFFFFFFF == 0xB1B0AFBA


def test_freetype_reads_it():
    font = ImageFont.truetype(BytesIO(box_font((250, 550, 1000))), 100)
    assert font.getmetrics() == (80, 20)
