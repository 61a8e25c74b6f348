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
    "numpy", "drawsvg", "cairosvg", "cairocffi", "svgpathtools", "kiwisolver", "msgspec", "click", "pikepdf", "lucide",
    "markdown-it-py", "mdit-py-plugins", "pygments", "rich",
)  # fmt: skip
#: Extras of the package: what each is for, and the package that makes the difference.
EXTRAS = {
    "maths": ("formulas", "ziamath"),
    "fonts": ("characters that the hand has not", "uharfbuzz"),
    "webp": ("WebP pictures", "pillow"),
}
#: Scripts that the hand lends from fonts, each with a character that tells of it.
SCRIPTS = {"Han": "漢", "Kana": "か", "Arabic": "ع", "Hebrew": "א", "Devanagari": "क", "Thai": "ก", "emoji": "😀"}


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
        *((f"extra {name}", lambda name=name: _extra(name)) for name in EXTRAS),
        ("fonts", _fonts),
        *((f"  {script}", lambda sign=sign: _font_of(sign)) for script, sign in SCRIPTS.items()),
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


def _extra(name: str) -> str:
    """What of an extra is here; that it is not is no fault."""
    from importlib.metadata import PackageNotFoundError, version

    purpose, package = EXTRAS[name]
    try:
        return f"{package} {version(package)}{_lack_of(package)} ({purpose})"
    except PackageNotFoundError:
        return f"not installed ({purpose}): pip install 'sketchsvg[{name}]'"


def _lack_of(package: str) -> str:
    """What a package that is there was built without."""
    if package != "pillow":
        return ""
    from PIL import features

    return "" if features.check("webp") else " without WebP"


def _fonts() -> str:
    """How many fonts the machine has, and who said so."""
    from shutil import which

    from sketchsvg.lettering.fonts.find import installed

    families = {font.family for font in installed()}
    where = "by fontconfig" if which("fc-list") else "in the usual folders; fontconfig is not here"
    return f"{len(families)} {'family' if len(families) == 1 else 'families'}, found {where}"


def _font_of(sign: str) -> str:
    from sketchsvg.lettering.fonts.find import candidates

    return next((font.family for font in candidates(sign, ())), "none: name one in [fonts] of a theme")


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
