"""``sketchsvg doctor``: whether everything that is needed is there, and how to get what is not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from sketchsvg.cli.options import debug_option
from sketchsvg.cli.report import report
from sketchsvg.version import VERSION

OLDEST_PYTHON = (3, 11)
PACKAGES = (
    "numpy",
    "drawsvg",
    "cairosvg",
    "cairocffi",
    "svgpathtools",
    "kiwisolver",
    "click",
    "pikepdf",
    "lucide",
)


class MissingError(Exception):
    """Something that is needed is not there; the second argument says how to get it."""


@click.command()
@debug_option
@click.pass_context
def doctor(context: click.Context) -> None:
    """Look whether everything needed is installed."""
    findings: list[tuple[str, Callable[[], str]]] = [
        ("sketchsvg", lambda: VERSION),
        ("Python", _python),
        *((name, lambda name=name: _package(name)) for name in PACKAGES),
        ("cairo library", _cairo),
        ("themes", _themes),
        ("icons", _icons),
        ("working directory", _working_directory),
    ]
    healthy = True
    for name, look in findings:
        try:
            click.echo(f"{name:<18} {look()}")
        except MissingError as missing:
            healthy = False
            what, mend = missing.args
            click.echo(f"{name:<18} missing")
            report("error", what, mend=mend)
    if not healthy:
        context.exit(2)


def _python() -> str:
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST_PYTHON:
        raise MissingError(f"Python {found} is too old.", "Install Python 3.11 or newer.")
    return found


def _package(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        raise MissingError(
            f"The package {name} is not installed.", f"Run {Path(sys.executable).name} -m pip install {name}."
        ) from None


def _cairo() -> str:
    """The version of the cairo library, which is what draws PDF and PNG."""
    try:
        from cairocffi import cairo_version_string
    except (ImportError, OSError):
        raise MissingError(
            "The cairo library is not on this machine; PDF and PNG need it (SVG does not).",
            "Debian, Ubuntu: apt-get install libcairo2. Fedora: dnf install cairo. macOS: brew install cairo",
        ) from None
    return str(cairo_version_string())


def _themes() -> str:
    from sketchsvg.theme import load_theme, theme_names

    names = theme_names()
    if "nano-banana" not in names:
        raise MissingError(
            "The themes are not there.", "Install sketchsvg again: pip install --force-reinstall sketchsvg."
        )
    for name in names:
        load_theme(name)
    return ", ".join(names)


def _icons() -> str:
    from sketchsvg.icons import icon_names

    count = len(list(icon_names()))
    if not count:
        raise MissingError("There are no icons.", "Install the package lucide: pip install lucide.")
    return str(count)


def _working_directory() -> str:
    from tempfile import TemporaryFile

    place = Path.cwd()
    try:
        with TemporaryFile(dir=place):
            return f"{place} (writable)"
    except OSError:
        raise MissingError(
            f"Nothing can be written into {place}.", "Go to a folder of your own, or name one with -o."
        ) from None
