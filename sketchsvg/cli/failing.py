"""An error as a message, and the exit status that it stands for."""

from __future__ import annotations

import click

from sketchsvg.cli.report import report
from sketchsvg.errors import SketchError

_SYSTEM = "Look at permissions and free space there; --debug shows where it happened."


def tell(error: Exception, *, debug: bool) -> int:
    """Say what went wrong on stderr, with a traceback where it helps, and give the exit status."""
    if isinstance(error, click.ClickException):
        report("error", error.format_message(), mend=_usage(error))
        return 2
    if debug:
        from traceback import print_exception

        print_exception(error)
    if isinstance(error, SketchError):
        report("error", error.what, where=error.where, mend=error.mend)
        return error.status
    if isinstance(error, OSError):
        name = f"{error.filename}: " if error.filename else ""
        report("error", f"The system refuses: {name}{(error.strerror or str(error)).lower()}.", mend=_SYSTEM)
        return 2
    report(
        "error",
        f"Something in sketchsvg itself went wrong: {type(error).__name__}: {error}",
        mend="This is a fault of the program. Add --debug to see where, and please report it.",
    )
    return 2


def _usage(error: click.ClickException) -> str | None:
    """Where to read how the verb is used."""
    context = getattr(error, "ctx", None)
    return f"Read {context.command_path} --help." if context is not None else None
