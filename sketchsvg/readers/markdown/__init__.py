"""Reads Markdown (CommonMark, GFM and a few fences of our own) into sheets: ``read_markdown(path)``."""

from sketchsvg.readers.markdown.reader import read_markdown

__all__ = ["read_markdown"]
