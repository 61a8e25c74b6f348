"""All works of a call, one after another or at the same time: a bad one does not stop the others."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click
from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.cli.books import bound
from sketchsvg.cli.failing import tell
from sketchsvg.cli.gather import Asked, NamedSheet
from sketchsvg.cli.noted import noting_warnings
from sketchsvg.cli.progress import progress
from sketchsvg.cli.report import report
from sketchsvg.cli.work import Manner, Work, do


class Failure(Struct, frozen=True):
    """What did not come about, and the exit status of its error."""

    name: str
    status: int


class Batch:
    """Reads documents and does works, and remembers what failed.

    What is alone in its batch fails with its own error.
    """

    def __init__(self, manner: Manner) -> None:
        """All works are done in the same ``manner``."""
        self.manner = manner
        self.debug = bool(getattr(click.get_current_context().obj, "debug", False))
        self.unread: list[Failure] = []
        self.undone: list[Failure] = []
        self.works = 0

    def read(self, asked: Asked) -> list[list[NamedSheet]]:
        """The documents of all files that can be read."""
        documents: list[list[NamedSheet]] = []
        for path in asked.paths:
            with self._trying(path, self.unread, alone=len(asked.paths) == 1):
                with noting_warnings(strict=self.manner.strict):
                    found = bound(asked.read(path))
                documents += found
        return documents

    def do(self, works: Sequence[Work], jobs: int) -> None:
        """Does the works, ``jobs`` of them at the same time (0: one a processor), and tells of each in their order."""
        whole = [work for work in works if not (work.shared and self.unread)]
        for work in works:
            if work not in whole:
                lacking = ", ".join(failure.name for failure in self.unread)
                report("error", f"{work.name} was not written: it would lack {lacking}.")
                self.undone.append(Failure(work.name, self.unread[0].status))
        self.works = len(works)
        processes = jobs or os.cpu_count() or 1
        jobs = min(processes, len(whole))
        # Processors that no work of its own is for draw pages of the others.
        self.manner = replace(self.manner, jobs=max(1, processes // max(1, jobs)))
        if jobs > 1 and hasattr(os, "fork"):
            self._do_side_by_side(whole, jobs)
            return
        with progress(len(whole)) as bar:
            for work in whole:
                bar.begin(work.name)
                with self._trying(work.name, self.undone, alone=len(works) + len(self.unread) == 1):
                    do(work, self.manner)
                bar.advance()

    def close(self) -> None:
        """Ends the verb with a summary and an exit status if anything failed: 1, or 2 where no sheet is at fault."""
        failures = self.unread + self.undone
        if not failures:
            return
        count = self.works + len(self.unread)
        names = ", ".join(dict.fromkeys(failure.name for failure in failures))
        well = count - len(failures)
        mend = None if not well else "The other one was written." if well == 1 else f"The other {well} were written."
        report("error", f"{len(failures)} of {count} failed: {names}.", mend=mend)
        raise click.exceptions.Exit(min(failure.status for failure in failures))

    def _do_side_by_side(self, works: Sequence[Work], jobs: int) -> None:
        from sketchsvg.cli.side_by_side import done_side_by_side

        for work, (status, said) in zip(works, done_side_by_side(works, self.manner, jobs, self.debug), strict=True):
            sys.stderr.write(said)
            if status:
                self.undone.append(Failure(work.name, status))

    @contextmanager
    def _trying(self, name: str, failures: list[Failure], *, alone: bool) -> Iterator[None]:
        """An error inside is told, remembered under ``name``, and over; unless what is tried is all there is."""
        try:
            yield
        except Exception as error:
            if alone or isinstance(error, BrokenPipeError):
                raise
            failures.append(Failure(name, tell(error, debug=self.debug)))
