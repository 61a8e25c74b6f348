"""``sketchsvg check``: read and compose without drawing, and say everything that is wrong."""

from __future__ import annotations

import click

from sketchsvg.cli.gather import gather
from sketchsvg.cli.options import debug_option, inputs_argument, sheet_options
from sketchsvg.cli.report import report, say
from sketchsvg.errors import SketchError


@click.command()
@inputs_argument
@sheet_options
@click.option(
    "--format",
    "format_",
    type=click.Choice(["human", "short", "json", "github"]),
    default="human",
    help="How faults are said.  [default: human]",
)
@debug_option
def check(
    inputs: tuple[str, ...],
    theme: str | None,
    hand: str | None,
    seed: int | None,
    page: str | None,
    lenient: bool,
    format_: str,
) -> int:
    """Read and compose sheets without drawing them.

    Says what is wrong in each input; the exit status is 0 when nothing is.
    """
    faults: list[SketchError] = []
    for given in inputs:
        faults += _faults_of(given, theme=theme, hand=hand, seed=seed, page=page, lenient=lenient)
    if format_ == "json":
        import json

        click.echo(json.dumps([_as_json(fault) for fault in faults], ensure_ascii=False, indent=1))
    else:
        for fault in faults:
            _say(fault, format_)
    if not faults and format_ == "human":
        say("fine")
    return max((fault.status for fault in faults), default=0)


def _faults_of(
    given: str, *, theme: str | None, hand: str | None, seed: int | None, page: str | None, lenient: bool
) -> list[SketchError]:
    from sketchsvg import pipeline

    faults = []
    try:
        sheets = gather((given,), theme=theme, hand=hand, seed=seed, page=page, lenient=lenient)
    except SketchError as error:
        return [error]
    for named in sheets:
        try:
            pipeline.compose(named.sheet)
        except SketchError as error:
            faults.append(error)
    return faults


def _say(fault: SketchError, format_: str) -> None:
    if format_ == "human":
        report("error", fault.what, where=fault.where, mend=fault.mend)
    elif format_ == "short":
        click.echo(f"{fault.where or '-'}: {fault.what}")
    else:
        click.echo(_as_github(fault))


def _as_json(fault: SketchError) -> dict[str, object]:
    where = fault.where
    return {
        "kind": type(fault).__name__,
        "what": fault.what,
        "help": fault.mend,
        "source": where and {"file": where.file, "line": where.line, "column": where.column},
    }


def _as_github(fault: SketchError) -> str:
    """A workflow command of GitHub Actions: ``::error file=…,line=…::message``."""
    place = ""
    if fault.where is not None:
        column = f",col={fault.where.column}" if fault.where.column is not None else ""
        place = f" file={_escaped(fault.where.file, ',:')},line={fault.where.line}{column}"
    message = fault.what + (f" {fault.mend}" if fault.mend else "")
    return f"::error{place}::{_escaped(message)}"


def _escaped(text: str, also: str = "") -> str:
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
