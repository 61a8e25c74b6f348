"""Where the author's own code called into this package."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType

from sketchsvg.errors import Source

PACKAGE = str(Path(__file__).resolve().parent)


def caller() -> Source | None:
    """The place in the author's file that is being run; None when nobody outside of the package called."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        # Generated code (that of attributes, for instance) has no file of their own.
        if not frame.f_code.co_filename.startswith((PACKAGE, "<")):
            return Source.in_code(frame.f_code, frame.f_lasti, frame.f_lineno)
        frame = frame.f_back
    return None
