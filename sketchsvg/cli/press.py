"""What a printer is told: options that finish pages and put them on sheets of paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from sketchsvg.cli.targets import Target
from sketchsvg.errors import SketchError

if TYPE_CHECKING:
    from sketchsvg.finish import Finish
    from sketchsvg.imposing import Imposition

_MEASURE = r"(\d+(?:\.\d+)?|\.\d+)\s*(mm|cm|in|pt|)"
#: What a unit measures in mm.
_UNITS = {"mm": 1.0, "": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72}


class Press(Struct, frozen=True):
    """How pages are finished and laid out on a printer's sheets, and how wide pictures are in pixels; None: plainly."""

    finish: Finish | None = None
    imposition: Imposition | None = None
    width: int | None = None

    def refuse_plotter(self) -> None:
        """A usage error where a plotter's pens are to do what ink on a press does."""
        if self.finish is not None or self.imposition is not None or self.width is not None:
            raise click.UsageError("--plotter draws strokes: no bleed, no paper, no greys, one page a sheet.")

    def refuse_other_formats(self, targets: Iterable[Target]) -> None:
        """A usage error where pages are to share a sheet in what is no PDF."""
        for target in targets:
            if self.imposition is not None and target.format != "pdf":
                raise click.UsageError(f"{target.path}: --nup and --booklet make PDFs only.")


def press_options(verb: Callable[..., None]) -> Callable[..., None]:
    """``--bleed``, ``--crop-marks``, ``--mono``, … as one value that the verb gets as ``press``."""

    @wraps(verb)
    def told(
        *arguments: Any, bleed: float, crop_marks: bool, mono: bool, no_paper: bool, transparent: bool,
        nup: str | None, booklet: bool, sheet: str | None, width: int | None, **options: Any,
    ) -> None:  # fmt: skip
        paper = "none" if no_paper else "clear" if transparent else "full"
        finish = _finish(bleed, crop_marks, mono, paper)
        verb(*arguments, press=Press(finish, _imposition(nup, booklet, sheet), width), **options)

    for option in (
        click.option("--width", type=click.IntRange(1), metavar="PX", help="Width of a PNG or WebP in pixels."),
        click.option("--sheet", metavar="PAPER", help="Paper of --nup and --booklet.  [default: A4]"),
        click.option("--booklet", is_flag=True, help="Two pages a side, in the order for folding and stapling."),
        click.option("--nup", metavar="N", help="So many pages a side, like 2, 4 or 2x3."),
        click.option("--transparent", is_flag=True, help="Leave the colour of the paper out, not its grid."),
        click.option("--no-paper", is_flag=True, help="Leave out the paper, its colour and its grid."),
        click.option("--mono", is_flag=True, help="Draw everything in black and greys."),
        click.option("--crop-marks", is_flag=True, help="Show where to cut, on a larger page."),
        click.option(
            "--bleed", default="0", callback=_length, metavar="LENGTH",
            help="How far the paper goes on beyond the cut, like 3mm.",
        ),
    ):  # fmt: skip
        told = option(told)
    return told


def _finish(bleed: float, crop_marks: bool, mono: bool, paper: str) -> Finish | None:
    """None where nothing is asked for, which spares a plain page the reading of a module."""
    if not (bleed or crop_marks or mono) and paper == "full":
        return None
    from sketchsvg.finish import Finish

    try:
        return Finish(bleed=bleed, crop_marks=crop_marks, mono=mono, paper=paper)
    except SketchError as error:
        raise click.UsageError(f"--bleed: {error.what} {error.mend or ''}".rstrip()) from error


def _imposition(nup: str | None, booklet: bool, sheet: str | None) -> Imposition | None:
    if nup is None and not booklet:
        if sheet is not None:
            raise click.UsageError("--sheet is the paper of --nup or --booklet. Pages have theirs by --page.")
        return None
    if nup is not None and booklet:
        raise click.UsageError("--nup and --booklet are two ways to lay out pages. Leave out one of them.")
    from sketchsvg.imposing import Imposition

    try:
        return Imposition(pages=nup or "2", booklet=booklet, sheet=sheet or "A4")
    except SketchError as error:
        raise click.UsageError(f"{error.what} {error.mend or ''}".rstrip()) from error


def _length(context: click.Context, parameter: click.Parameter, value: str) -> float:
    """Millimetres from ``3mm``, ``3``, ``0.3cm``, ``0.125in`` or ``9pt``."""
    if value == "0":
        return 0.0
    found = re.fullmatch(_MEASURE, value.strip().lower())
    if not found:
        raise click.BadParameter(f"“{value}” is no length. Write it like 3mm, 0.125in or 9pt.")
    return float(found[1]) * _UNITS[found[2]]
