"""Images: drawings in SVG are drawn again by hand; those of pixels are refused unless the notes ask for them."""

from __future__ import annotations

import warnings
from pathlib import Path

from markdown_it.tree import SyntaxTreeNode

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.picture import picture
from sketchsvg.drawing import Drawing
from sketchsvg.errors import SketchError, Source
from sketchsvg.readers.markdown.errors import MarkdownError, made, warn
from sketchsvg.readers.markdown.inline import literal, plain_words
from sketchsvg.readers.markdown.reading import Reading

#: The files of pixels that can be pasted in.
PIXELS = (".png", ".jpg", ".jpeg")


def image(node: SyntaxTreeNode, where: Source, reading: Reading) -> Block:
    """The picture of an image node, its title or else its alternative text as the caption."""
    from urllib.parse import unquote

    address = unquote(str(node.attrs.get("src", "")))
    caption = literal(str(node.attrs.get("title", "")) or plain_words(node.children))
    if "://" in address or address.startswith(("//", "data:")):
        raise MarkdownError(
            "Pictures are read from files, and nothing is fetched.", where=where,
            mend="Save it as an .svg file beside the notes.",
        )  # fmt: skip
    suffix = Path(address).suffix.lower()
    if suffix not in (".svg", ".svgz"):
        if reading.pixels and suffix in PIXELS:
            return _pasted(node, reading.folder / address, caption, where)
        pasted = ", or write “images: raster” in the front matter to have its pixels pasted in"
        raise MarkdownError(
            f"A pen draws no pixels: “{address[-60:]}” is not an .svg file.", where=where,
            mend=f"Give it as SVG, describe it in words{pasted if suffix in PIXELS else ', or save it as a PNG'}.",
        )  # fmt: skip
    return made(where, picture, _drawn(reading.folder / address, where), caption=caption)


def _pasted(node: SyntaxTreeNode, path: Path, caption: str, where: Source) -> Block:
    """The pixels in a file, with the alternative text as what they show."""
    from sketchsvg.blocks.photo import photo
    from sketchsvg.rasters.file import bitmap_file

    try:
        bitmap = bitmap_file(path, where)
    except SketchError as error:
        raise MarkdownError(error.what, where=where, mend=error.mend) from error
    return made(where, photo, bitmap, alt=plain_words(node.children), caption=caption)


def _drawn(path: Path, where: Source) -> Drawing:
    """The drawing in a file, its warnings told at the place of the image."""
    from sketchsvg.roughening import roughen

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        try:
            drawing = roughen(path)
        except SketchError as error:
            raise MarkdownError(error.what, where=where, mend=error.mend) from error
    for told in caught:
        warn(where, str(told.message))
    return drawing
