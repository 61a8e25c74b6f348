"""Options that several verbs share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from sketchsvg.exporters.save import FORMATS

Verb = TypeVar("Verb", bound=Callable[..., Any])


def _remember_debug(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and context.obj is not None:
        context.obj.debug = True


def debug_option(verb: Verb) -> Verb:
    """``--debug``: show the Python traceback of an error."""
    option = click.option(
        "--debug",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_remember_debug,
        help="Show the Python traceback of an error.",
    )
    return option(verb)


def inputs_argument(verb: Verb) -> Verb:
    """``INPUT…``: files with sheets, or folders of them."""
    return click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)(verb)


def sheet_options(verb: Verb) -> Verb:
    """``--theme``, ``--hand``, ``--seed``, ``--page``, ``--lenient``: what may be changed about a sheet."""
    for option in (
        click.option("--lenient", is_flag=True, help="Draw a box for a character that no font has, and warn."),
        click.option("--page", metavar="PAGE", help="Page to draw on, like A4 or A5."),
        click.option("--seed", type=int, metavar="N", help="Seed of the hand: another number, other wobbles."),
        click.option("--hand", metavar="HAND", help="Hand by name, or a .toml file."),
        click.option("--theme", metavar="THEME", help="Theme by name, or a .toml file."),
    ):
        verb = option(verb)
    return verb


def output_option(verb: Verb) -> Verb:
    """``-o OUT``: where the drawing goes, for verbs that have no name of their own to give it."""
    option = click.option(
        "-o",
        "--output",
        "outputs",
        metavar="OUT",
        multiple=True,
        required=True,
        help="File to write, its format by its suffix; or a folder; or - for stdout. Repeatable.",
    )
    return option(verb)


def format_options(verb: Verb) -> Verb:
    """``--ppi`` and ``--format``: what kind of file is made."""
    formats = click.Choice(list(FORMATS.values()))
    for option in (
        click.option("--format", "format_", type=formats, help="Format where no suffix says."),
        click.option(
            "--ppi",
            type=click.FloatRange(10, 2400),
            callback=_a_number,
            default=300.0,
            metavar="N",
            help="Pixels per inch of a PNG.  [default: 300]",
        ),
    ):
        verb = option(verb)
    return verb


def _a_number(context: click.Context, parameter: click.Parameter, value: float) -> float:
    """The value, unless it is the ``nan`` that Python takes for a number and no range keeps out."""
    if value != value:
        raise click.BadParameter("nan is not a number.")
    return value
