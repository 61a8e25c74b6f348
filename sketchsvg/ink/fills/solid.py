"""One even, flat coat of colour up to the line: a wash by the name that other tools give it."""

from __future__ import annotations

from sketchsvg.ink.filled import Filled, FillInk
from sketchsvg.ink.fills import wash


def fill(filled: Filled) -> FillInk:
    """The outlines themselves."""
    return wash.fill(filled)
