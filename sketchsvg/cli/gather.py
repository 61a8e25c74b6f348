"""The sheets that a verb works on, read from its inputs and changed as its options say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from sketchsvg.errors import NameUnknownError, SheetError, ThemeError

if TYPE_CHECKING:
    from sketchsvg.sheet import Sheet


class NamedSheet(Struct, frozen=True):
    """A sheet, the path of its input as the user typed it, and the name that its files get."""

    name: str
    path: str
    sheet: Sheet


class Asked(Struct, frozen=True):
    """The ``paths`` of the files that are to be read, and what is to be changed about their sheets, by field."""

    paths: tuple[str, ...]
    changes: Mapping[str, object]

    def read(self, path: str) -> list[NamedSheet]:
        """The sheets of one of the files, changed."""
        return [
            NamedSheet(named.name, named.path, _changed(named.sheet, self.changes))
            for named in read_sheets(path, self.changes)
        ]


def gather(inputs: tuple[str, ...], **options: Any) -> list[NamedSheet]:
    """Every sheet of every input, in order, changed as the options of ``asked`` say."""
    meant = asked(inputs, **options)
    return [named for path in meant.paths for named in meant.read(path)]


def asked(
    inputs: tuple[str, ...],
    *,
    theme: str | None = None,
    seed: int | None = None,
    page: str | None = None,
    hand: str | None = None,
    lenient: bool = False,
) -> Asked:
    """The files to read, folders taken apart, and the fields of their sheets that the options change.

    A theme, hand or page that does not exist is a fault of the command line here, not of the sheet.
    """
    if theme is not None:
        from sketchsvg.theme import load_theme

        try:
            load_theme(theme)
        except NameUnknownError as error:
            raise _wrong_option("--theme", error) from error
    if hand is not None:
        from sketchsvg.theme import load_hand

        try:
            load_hand(hand)
        except NameUnknownError as error:
            raise _wrong_option("--hand", error) from error
    if page is not None:
        from sketchsvg.page import page_named

        try:
            page_named(page)
        except (NameUnknownError, SheetError) as error:
            raise _wrong_option("--page", error) from error
    options = {"theme": theme, "hand": hand, "seed": seed, "page": page, "lenient": lenient or None}
    changes: dict[str, object] = {name: value for name, value in options.items() if value is not None}
    return Asked(tuple(_files(inputs)), changes)


def read_sheets(path: str, changes: Mapping[str, object] | None = None) -> list[NamedSheet]:
    """The sheets of one file, named after it; several are numbered from 1.

    ``changes`` are the fields of the sheet that will be changed: texts are broken into pages with these.
    """
    from sketchsvg.readers import read

    sheets = read(path, changes or {})
    stem = Path(path).stem
    if len(sheets) == 1:
        return [NamedSheet(stem, path, sheets[0])]
    return [NamedSheet(f"{stem}-{number}", path, sheet) for number, sheet in enumerate(sheets, start=1)]


def _changed(sheet: Sheet, changes: Mapping[str, object]) -> Sheet:
    if not changes:
        return sheet
    try:
        return sheet.changed(**changes)
    except (NameUnknownError, SheetError, ThemeError) as error:
        raise _wrong_option("--" + "/--".join(changes), error) from error


def _files(inputs: tuple[str, ...]) -> list[str]:
    """The inputs, every folder replaced by its Python files but those that begin with _ or a dot.

    Notes in Markdown count, too, where no Python file has their name.
    """
    files: list[str] = []
    for given in inputs:
        path = Path(given)
        if not path.is_dir():
            files.append(given)
            continue
        programs = {file.stem: file for file in path.glob("*.py")}
        notes = {file.stem: file for file in path.glob("*.md")}
        found = {**notes, **programs}.values()
        inside = sorted(str(file) for file in found if not file.name.startswith(("_", ".", "README")))
        if not inside:
            raise click.UsageError(f"There is no sheet (a .py or .md file) in the folder {given}.")
        files += inside
    return files


def _wrong_option(option: str, error: NameUnknownError | SheetError | ThemeError) -> click.UsageError:
    return click.UsageError(f"{option}: {error.what} {error.mend or ''}".rstrip())
