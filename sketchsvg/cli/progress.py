"""How far the work is: shown on a terminal once it takes longer than a second, nowhere else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

#: After so many seconds somebody who waits wants to know.
PATIENCE = 1.0


class Bar:
    """Counts works that are done. By itself it shows nothing."""

    def begin(self, name: str) -> None:
        """The work that is waited for."""

    def advance(self) -> None:
        """One more is done."""


class _Shown(Bar):
    """Comes up after a while, from a thread of its own, for the drawing does not pause for it."""

    def __init__(self, total: int) -> None:
        """A bar over ``total`` works; of one work only its name and the time are told."""
        from threading import Event, Thread

        self._total, self._done, self._name = total, 0, ""
        self._over = Event()
        self._thread = Thread(target=self._show, daemon=True)
        self._thread.start()

    def begin(self, name: str) -> None:
        """The work that is waited for."""
        self._name = name

    def advance(self) -> None:
        """One more is done."""
        self._done += 1

    def close(self) -> None:
        """Take the bar away."""
        self._over.set()
        self._thread.join()

    def _show(self) -> None:
        if self._over.wait(PATIENCE):
            return
        with _rich_bar(self._total) as shown:
            task = shown.add_task(self._name, total=self._total)
            while not self._over.wait(0.1):
                shown.update(task, completed=self._done, description=self._name)


@contextmanager
def progress(total: int) -> Iterator[Bar]:
    """A bar over ``total`` works: silent in pipes and files, and on terminals that cannot move the cursor."""
    if not sys.stderr.isatty() or os.environ.get("TERM", "dumb") == "dumb":
        yield Bar()
        return
    bar = _Shown(total)
    try:
        yield bar
    finally:
        bar.close()


def _rich_bar(total: int) -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    count: list[ProgressColumn] = [BarColumn(bar_width=30), MofNCompleteColumn()] if total > 1 else []
    columns = [SpinnerColumn(), TextColumn("{task.description}", markup=False), *count, TimeElapsedColumn()]
    # What goes to stdout is a file, and none of a progress bar's business.
    return Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
