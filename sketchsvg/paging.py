"""The pages of a book, drawn one after another or by several processes: only what a PDF needs of them is kept."""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from sketchsvg.exporters.pdf import DrawnPage
    from sketchsvg.finish import Finish
    from sketchsvg.sheet import Sheet

#: So many pages go to a process at a time.
AT_ONCE = 4
#: What the processes work on: they are forked when it is set, so that no sheet has to be packed up and sent.
_shared: list[tuple[Sequence[Sheet], Finish | None]] = []


class Warned(Struct, frozen=True):
    """A warning of another process."""

    message: str
    category: type[Warning]
    file: str
    line: int


#: A page, and what was warned of while it was drawn.
Done: TypeAlias = "tuple[DrawnPage, list[Warned]]"


def drawn_pages(sheets: Sequence[Sheet], finish: Finish | None = None, jobs: int = 1) -> list[DrawnPage]:
    """Every sheet as a page whose strokes are drawn, by ``jobs`` processes where the system can fork.

    The pages are the same however many do it. Raises the first page's error.
    """
    jobs = min(jobs, -(-len(sheets) // AT_ONCE))
    if jobs < 2 or not hasattr(os, "fork"):
        return [_page(sheet, finish) for sheet in sheets]
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    _shared[:] = [(sheets, finish)]
    pages = []
    try:
        with ProcessPoolExecutor(jobs, get_context("fork"), _leave_interruptions) as pool:
            for page, warned in pool.map(_done, range(len(sheets)), chunksize=AT_ONCE):
                pages.append(page)
                for one in warned:
                    warnings.warn_explicit(one.message, one.category, one.file, one.line)
    finally:
        _shared.clear()
    return pages


def _page(sheet: Sheet, finish: Finish | None) -> DrawnPage:
    from sketchsvg.exporters.pdf import drawn
    from sketchsvg.pipeline import compose, ink, trace

    return drawn(ink(trace(sheet, compose(sheet), finish), finish))


def _done(number: int) -> Done:
    """Draws a page in this process."""
    sheets, finish = _shared[0]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        page = _page(sheets[number], finish)
    return page, [Warned(str(one.message), one.category, one.filename, one.lineno) for one in caught]


def _leave_interruptions() -> None:
    """Ctrl-C is for the process that waits."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
