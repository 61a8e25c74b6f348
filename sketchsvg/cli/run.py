"""Runs a verb and turns whatever goes wrong into a message and an exit status."""

from __future__ import annotations

import os
import sys

import click
from msgspec import Struct

from sketchsvg.cli.app import app
from sketchsvg.cli.failing import tell
from sketchsvg.cli.report import say

INTERRUPTED = 130


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
    except Exception as error:
        return tell(error, debug=state.debug)
