"""The text of a PDF as programs find it that people copy from: poppler, pdfium, mupdf."""

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest


def poppler(path: Path, *options: str) -> str:
    return _said("pdftotext", *options, str(path), "-")


def mupdf(path: Path) -> str:
    return _said("mutool", "draw", "-q", "-F", "txt", str(path))


def pdfium(path: Path) -> str:
    pages = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_bounded() for page in pages).replace("\r\n", "\n")


#: Every way of getting at the text, by its name.
READERS = {
    "poppler": poppler,
    "poppler, as laid out": lambda path: poppler(path, "-layout"),
    "poppler, as written": lambda path: poppler(path, "-raw"),
    "pdfium": pdfium,
    "mupdf": mupdf,
}


def squeezed(text: str) -> str:
    """The text with one space wherever there is white."""
    return " ".join(text.split())


def _said(program: str, *arguments: str) -> str:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed here (Debian: poppler-utils, mupdf-tools)")
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=True).stdout
