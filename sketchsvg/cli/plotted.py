"""``--plotter``: the bytes of a plotter file, and what it says about itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sketchsvg.cli.report import say
from sketchsvg.cli.targets import STDOUT, Target

if TYPE_CHECKING:
    from sketchsvg.plotting import Plot


def plotted(plot: Plot, target: Target) -> bytes:
    """The file, its figures and notes said on stderr."""
    say(f"{target.path}: {plot.summary}")
    for note in plot.notes:
        say(f"note: {note}")
    return plot.svg.encode()


def plotter_format(outputs: tuple[str, ...], format_: str | None) -> str:
    """The one format there is for plotters; a usage error where another is asked for."""
    named = {Path(output).suffix.lower() for output in outputs if output != STDOUT and not Path(output).is_dir()}
    if format_ not in (None, "svg") or not named <= {"", ".svg"}:
        raise click.UsageError("--plotter writes SVG. Name a file that ends with .svg.")
    return "svg"
