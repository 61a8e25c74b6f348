"""A PDF whose greys are greys: one ink, and not three colours that look grey."""

from __future__ import annotations

import re
import zlib
from io import BytesIO

from sketchsvg.exporters.pdf import DEFLATE_LEVEL

#: A colour of three equal parts, to fill or to stroke, as cairo writes it (ISO 32000-1, 8.6.8).
_EQUAL_PARTS = re.compile(rb"(?<![^\s])([\d.]+) \1 \1 (rg|RG)(?=\s)")
_ONE_PART = {b"rg": b"g", b"RG": b"G"}


def in_greys(pdf: bytes) -> bytes:
    """The same PDF with its greys in DeviceGray, so that a press needs one plate. The same PDF gives the same bytes."""
    from pikepdf import Array, Name, ObjectStreamMode, Pdf, Stream

    with Pdf.open(BytesIO(pdf)) as book:
        for page in book.pages:
            content = page.obj.Contents
            for stream in content if isinstance(content, Array) else [content]:
                assert isinstance(stream, Stream)
                plain = _EQUAL_PARTS.sub(lambda found: found[1] + b" " + _ONE_PART[found[2]], stream.read_bytes())
                stream.write(zlib.compress(plain, DEFLATE_LEVEL), filter=Name.FlateDecode)
            group = page.obj.get("/Group", None)
            if group is not None:
                group.CS = Name.DeviceGray
        output = BytesIO()
        book.save(
            output, min_version="1.7", deterministic_id=True, fix_metadata_version=False,
            object_stream_mode=ObjectStreamMode.generate, compress_streams=True,
        )  # fmt: skip
    return output.getvalue()
