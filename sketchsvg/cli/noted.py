"""Warnings: shown in the style of errors, and taken for errors where the user is strict."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from sketchsvg.calling import PACKAGE
from sketchsvg.cli.report import report
from sketchsvg.errors import Note, SketchError, Source


@contextmanager
def noting_warnings(*, strict: bool) -> Iterator[None]:
    """Collect the warnings (``warnings.warn("…")``) of what runs inside and show them at its end.

    Deprecations and the like, which speak to programmers, are left out. ``strict`` makes warnings an error.
    """
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("ignore")
        warnings.simplefilter("always", UserWarning)
        try:
            yield
        finally:
            # What is composed for two files warns twice.
            told = {(one.category, str(one.message), one.filename, one.lineno): one for one in caught}.values()
            for one in told:
                kind = "note" if issubclass(one.category, Note) else "warning"
                where = None if one.filename.startswith(PACKAGE) else Source(one.filename, one.lineno)
                report(kind, str(one.message), where=where)
    faults = [one for one in told if not issubclass(one.category, Note)]
    if strict and faults:
        count = "one warning" if len(faults) == 1 else f"{len(faults)} warnings"
        raise SketchError(f"There was {count}, and --strict forbids them.", mend="Nothing was written.")
