"""Warnings: shown in the style of errors, and taken for errors where the user is strict."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from sketchsvg.cli.report import report
from sketchsvg.errors import SketchError, Source


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
            for warning in caught:
                report("warning", str(warning.message), where=Source(warning.filename, warning.lineno))
    if strict and caught:
        count = "one warning" if len(caught) == 1 else f"{len(caught)} warnings"
        raise SketchError(f"There was {count}, and --strict forbids them.", mend="Nothing was written.")
