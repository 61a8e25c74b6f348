"""Inputs of several pages: one PDF of them all, or a numbered file a page."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import click
from msgspec.structs import replace

from sketchsvg.cli.gather import NamedSheet
from sketchsvg.cli.targets import STDOUT, Target

#: Suffixes of inputs whose sheets are the pages of one text.
BOOKS = (".md", ".markdown")


def bound(sheets: list[NamedSheet]) -> list[list[NamedSheet]]:
    """The sheets in groups: the pages of one text together, every other sheet alone."""
    groups: list[list[NamedSheet]] = []
    for (_, path), group in groupby(enumerate(sheets), key=lambda one: (_key(one), one[1].path)):
        pages = [named for _, named in group]
        groups.append([replace(named, name=Path(path).stem) for named in pages] if len(pages) > 1 else pages)
    return groups


def _key(one: tuple[int, NamedSheet]) -> int:
    """Equal for the pages of a text, different for all others."""
    number, named = one
    return -1 if Path(named.path).suffix.lower() in BOOKS else number


def numbered(target: Target, count: int) -> list[Target]:
    """A target for each of ``count`` pages: ``notes-1.png``, ``notes-2.png`` and so on.

    One page keeps its name; the standard output takes one page only.
    """
    if count == 1:
        return [target]
    if target.path == STDOUT:
        raise click.UsageError(f"{count} pages cannot go to stdout as {target.format}. Use --format pdf.")
    path = Path(target.path)
    digits = len(str(count))
    return [
        replace(target, path=str(path.with_name(f"{path.stem}-{number:0{digits}}{path.suffix}")))
        for number in range(1, count + 1)
    ]
