"""Runs a verb and turns whatever goes wrong into a message and an exit status."""

from __future__ import annotations

import os
import sys
import traceback

import click
from msgspec import Struct

from sketchsvg.cli.app import app
from sketchsvg.cli.report import report, say
from sketchsvg.errors import SketchError

INTERRUPTED = 130
_SYSTEM = "Look at permissions and free space there; --debug shows where it happened."


class Run(Struct):
    """What one call of the command line remembers. ``debug`` shows tracebacks."""

    debug: bool = False


def run(arguments: list[str]) -> int:
    """The exit status of the verb that these arguments name; every message goes to stderr."""
    state = Run()
    try:
        status = app.main(arguments, prog_name="sketchsvg", standalone_mode=False, obj=state)
        sys.stdout.flush()
        return int(status or 0)
    except BrokenPipeError:
        # The reader of our output has gone; without this Python complains once more when it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, click.Abort):
        say("interrupted")
        return INTERRUPTED
    except click.ClickException as error:
        report("error", error.format_message(), mend=_usage(error))
        return 2
    except SketchError as error:
        if state.debug:
            traceback.print_exc()
        report("error", error.what, where=error.where, mend=error.mend)
        return error.status
    except OSError as error:
        if state.debug:
            traceback.print_exc()
        name = f"{error.filename}: " if error.filename else ""
        report("error", f"The system refuses: {name}{(error.strerror or str(error)).lower()}.", mend=_SYSTEM)
        return 2
    except Exception as error:
        if state.debug:
            traceback.print_exc()
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
