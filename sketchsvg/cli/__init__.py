"""The command line. This module is the door: it imports nothing that the plain questions do not need."""

from __future__ import annotations

import gc
import os
import sys

#: So many objects are made before any are looked through for cycles; Python's own number is 700.
GARBAGE = 200_000


def main(arguments: list[str] | None = None) -> int:
    """Run ``sketchsvg`` with these arguments (those of the process by default) and give its exit status.

    0: fine; 1: the input is at fault; 2: usage, configuration or files; 130: interrupted.
    """
    if arguments is None:
        return _process(sys.argv[1:])
    # Must be set before numpy comes in: without it OpenBLAS starts threads that a page never uses.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # What everybody asks first is answered before click is imported: that costs more than Python's start.
    if arguments in ([], ["--help"], ["-h"]):
        from sketchsvg.cli.overview import OVERVIEW

        print(OVERVIEW, end="")
        return 0
    if arguments == ["--version"]:
        from sketchsvg.version import VERSION

        print(f"sketchsvg, version {VERSION}")
        return 0
    from sketchsvg.cli.run import run

    return run(arguments)


def _process(arguments: list[str]) -> int:
    """Run them in a process of their own, which draws and ends."""
    # It makes little that is worth looking through for cycles so often, and nothing at its end: the system takes all
    # memory back.
    gc.set_threshold(GARBAGE)
    status = main(arguments)
    gc.freeze()
    return status
