"""What one document becomes: its pages drawn, then its files written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.cli.books import numbered
from sketchsvg.cli.gather import NamedSheet
from sketchsvg.cli.noted import noting_warnings
from sketchsvg.cli.plotted import plotted
from sketchsvg.cli.press import Press
from sketchsvg.cli.targets import STDOUT, Target, put
from sketchsvg.web import Web, id_of


class Work(Struct, frozen=True):
    """Documents that go into the same files, each with its pages; ``shared`` where all documents do."""

    name: str
    documents: Sequence[Sequence[NamedSheet]]
    targets: Sequence[Target]
    shared: bool = False


class Manner(Struct, frozen=True):
    """How all works of a call are drawn. ``jobs`` processes draw the pages of each."""

    ppi: float = 300.0
    press: Press = Press()
    plotter: bool = False
    strict: bool = False
    web: Web = Web()
    jobs: int = 1


def do(work: Work, manner: Manner) -> None:
    """Draws everything before it writes anything, so that after an error the old files are still there."""
    with noting_warnings(strict=manner.strict):
        files = drawn(work, manner)
    for target, data in files:
        put(target, data)


def drawn(work: Work, manner: Manner) -> list[tuple[Target, bytes]]:
    """The files of a work, not yet written."""
    from sketchsvg import pipeline

    press = manner.press
    pages = [named for document in work.documents for named in document]
    files: list[tuple[Target, bytes]] = []
    for target in work.targets:
        if target.format == "pdf" and (len(pages) > 1 or press.imposition is not None):
            files.append((target, _book(work, manner)))
            continue
        webs = _of_each_page(manner.web, pages)
        for own, named, web in zip(numbered(target, len(pages)), pages, webs, strict=True):
            if manner.plotter:
                data = plotted(pipeline.plot(named.sheet), own)
            else:
                data = pipeline.render(
                    named.sheet, own.format, ppi=manner.ppi, width=press.width, finish=press.finish, web=web
                )
            files.append((own, data))
    return files


def _of_each_page(web: Web, pages: Sequence[NamedSheet]) -> list[Web]:
    """Pages that have one title are told apart by number, so that their ids do not clash where they stand together."""
    if len(pages) < 2:
        return [web] * len(pages)
    return [
        replace(web, prefix=f"{web.prefix or id_of(named.sheet.title or named.name)}-{number}")
        for number, named in enumerate(pages, start=1)
    ]


def _book(work: Work, manner: Manner) -> bytes:
    from sketchsvg.book import Chapter
    from sketchsvg.printing import to_print

    chapters = [Chapter(pages[0].name, tuple(named.sheet for named in pages)) for pages in work.documents]
    return to_print(chapters, manner.press.finish, manner.press.imposition, jobs=manner.jobs)


def refuse_inputs(works: Sequence[Work], inputs: Sequence[str]) -> None:
    """A usage error where a file would be written over one that is read, whatever both are called."""
    read = {_identity(Path(path)): path for path in inputs if Path(path).is_file()}
    for target in (target for work in works for target in work.targets):
        if target.path != STDOUT and Path(target.path).is_file() and _identity(Path(target.path)) in read:
            raise click.UsageError(f"{target.path} is the input itself. Name another file after -o.")


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
