"""The options that prepare an SVG for where it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import click

from sketchsvg.cli.targets import Target
from sketchsvg.errors import SheetError
from sketchsvg.web import Web


def web_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """``--responsive``, ``--current-color``, ``--dark``, ``--id-prefix``, ``--no-text``: as the verb's ``web``."""

    @wraps(verb)
    def with_web(
        *arguments: Any, responsive: bool, current_color: bool, dark: bool, prefix: str, no_text: bool, **named: Any
    ) -> Any:
        try:
            web = Web(responsive=responsive, current_color=current_color, dark=dark, prefix=prefix, text=not no_text)
        except SheetError as error:
            raise click.UsageError(f"--id-prefix: {error.what} {error.mend or ''}".rstrip()) from error
        return verb(*arguments, web=web, **named)

    for option in (
        click.option("--no-text", is_flag=True, help="SVG: leave out the unseen text that can be searched and read."),
        click.option("--id-prefix", "prefix", metavar="NAME", default="", help="SVG: what ids begin with."),
        click.option("--dark", is_flag=True, help="SVG: other colours for readers who prefer dark pages."),
        click.option("--current-color", is_flag=True, help="SVG: draw in the text colour of the page around it."),
        click.option("--responsive", is_flag=True, help="SVG: as wide as its place, not its millimetres."),
    ):
        with_web = option(with_web)
    return with_web


def refuse_without_svg(web: Web, targets: Iterable[Target], *, plotter: bool) -> None:
    """A usage error where an SVG is prepared and none is written."""
    if web != Web() and (plotter or not any(target.format in ("svg", "svgz") for target in targets)):
        raise click.UsageError(
            "--responsive, --current-color, --dark, --id-prefix and --no-text prepare an SVG, and none is written. "
            "Add -o page.svg, or leave them out."
        )
