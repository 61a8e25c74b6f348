"""Where pages go: the files, formats and folders that ``-o`` names."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click
from msgspec import Struct

from sketchsvg.cli.report import say
from sketchsvg.errors import NameUnknownError

STDOUT = "-"


class Target(Struct, frozen=True):
    """One thing to write: a path as the user typed it (or ``-``) and the format that goes there."""

    path: str
    format: str


def shared_targets(outputs: tuple[str, ...], format_: str | None) -> tuple[list[Target], tuple[str, ...]]:
    """The PDFs that take all of several documents together, and the outputs that remain for each of them."""
    shared = [output for output in outputs if _is_pdf_file(output, format_)]
    return [Target(output, "pdf") for output in shared], tuple(output for output in outputs if output not in shared)


def _is_pdf_file(output: str, format_: str | None) -> bool:
    if output == STDOUT:
        return format_ == "pdf"
    if output.endswith(("/", os.sep)) or Path(output).is_dir():
        return False
    suffix = Path(output).suffix.lower()
    return (suffix or f".{format_}") == ".pdf" and format_ in (None, "pdf")


def targets_of(names: list[str], outputs: tuple[str, ...], format_: str | None) -> list[list[Target]]:
    """For each sheet (by its name) what is to be written.

    Raises ``click.UsageError`` when two pages would go into one file, or a format is not told or told twice.
    """
    wanted = outputs or (".",)
    targets = [[_target(name, output, format_, len(names)) for output in wanted] for name in names]
    taken: set[Path] = set()
    for target in (target for group in targets for target in group):
        place = Path(target.path).resolve()
        if place in taken:
            raise click.UsageError(f"Two pages would go into {target.path}. Give each an -o of its own.")
        taken.add(place)
    return targets


def _target(name: str, output: str, format_: str | None, sheets: int) -> Target:
    path = Path(output)
    if output == STDOUT:
        _refuse_several(sheets, "stdout")
        if format_ is None:
            raise click.UsageError("-o - needs --format svg, pdf, png or webp.")
        return Target(STDOUT, format_)
    if output.endswith(("/", os.sep)) or path.is_dir():
        suffix = format_ or "pdf"
        return Target(str(path / f"{name}.{suffix}"), suffix)
    _refuse_several(sheets, output)
    if not path.suffix and format_ is not None:
        return Target(output, format_)
    told = _format_of(path)
    if format_ not in (None, told):
        raise click.UsageError(f"{output} asks for {told} and --format for {format_}. Leave out --format.")
    return Target(output, told)


def _format_of(path: Path) -> str:
    from sketchsvg.exporters.save import format_of

    if not path.suffix:
        raise click.UsageError(f"{path} has no suffix that tells its format. Write {path}.pdf, or add --format.")
    try:
        return format_of(path)
    except NameUnknownError as error:
        raise click.UsageError(f"{path}: {error.what} {error.mend or ''}".rstrip()) from error


def _refuse_several(sheets: int, output: str) -> None:
    if sheets > 1:
        raise click.UsageError(
            f"{sheets} sheets cannot go into {output}. Leave out -o, or name a folder (-o out/) or one PDF."
        )


def put(target: Target, data: bytes) -> None:
    """Writes a finished file to its place, or to stdout, and says so on stderr. ``OutputError`` if it cannot be."""
    if target.path == STDOUT:
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            # The reader has seen enough. Without this Python complains once more when it closes.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return
    from sketchsvg.exporters.save import write_atomically

    write_atomically(Path(target.path), data)
    say(f"wrote {target.path}")
