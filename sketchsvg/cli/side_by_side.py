"""Works done by several processes at the same time."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import redirect_stderr
from io import StringIO
from multiprocessing import get_context
from typing import TypeAlias

import sketchsvg.pipeline  # noqa: F401  (read once here, and not in every process)
from sketchsvg.cli.failing import tell
from sketchsvg.cli.progress import progress
from sketchsvg.cli.report import report
from sketchsvg.cli.work import Manner, Work, do

#: What the processes work on: they are forked when it is set, so that no sheet has to be packed up and sent.
_shared: list[tuple[Sequence[Work], Manner, bool]] = []

#: The exit status of a work, and what it had to say.
Done: TypeAlias = tuple[int, str]


def done_side_by_side(works: Sequence[Work], manner: Manner, jobs: int, debug: bool) -> Iterator[Done]:
    """What became of each work, in their order, as ``jobs`` processes do them."""
    _shared[:] = [(works, manner, debug)]
    pool = ProcessPoolExecutor(jobs, get_context("fork"), _leave_interruptions)
    try:
        # The processes are forked for the first work, before a progress bar has a thread.
        waiting = [pool.submit(_done, number) for number in range(len(works))]
        with progress(len(works)) as bar:
            for future in waiting:
                future.add_done_callback(lambda _: bar.advance())
            for work, future in zip(works, waiting, strict=True):
                bar.begin(work.name)
                try:
                    done = future.result()
                except BrokenProcessPool:
                    report("error", f"{work.name}: the process that drew it has ended.", mend="Try a smaller -j.")
                    done = (2, "")
                yield done
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _leave_interruptions() -> None:
    """Ctrl-C is for the process that waits."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


class _Kept(StringIO):
    """What a process says, coloured as the terminal likes it that it will be shown on."""

    def isatty(self) -> bool:
        """As stderr itself."""
        return bool(sys.__stderr__ and sys.__stderr__.isatty())


def _done(number: int) -> Done:
    """Does a work in this process."""
    works, manner, debug = _shared[0]
    status = 0
    with redirect_stderr(_Kept()) as said:
        try:
            do(works[number], manner)
        except Exception as error:
            status = tell(error, debug=debug)
    return status, said.getvalue()
