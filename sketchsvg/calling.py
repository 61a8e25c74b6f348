"""Where the author's own code called into this package."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType

from sketchsvg.errors import Source

PACKAGE = str(Path(__file__).resolve().parent)
#: Here the words and options of a command are handed on: what calls from here is no file of an author.
COMMANDS = str(Path(PACKAGE, "cli"))


def caller() -> Source | None:
    """The place in the author's file that is being run; None when a command or nobody outside of the package called."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        # Generated code (that of attributes, for instance) has no file of their own.
        file = frame.f_code.co_filename
        if not file.startswith((PACKAGE, "<")):
            return Source.in_code(frame.f_code, frame.f_lasti, frame.f_lineno)
        if file.startswith(COMMANDS):
            return None
        frame = frame.f_back
    return None
