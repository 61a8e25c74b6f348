"""``sketchsvg inspect``: the composed page as JSON."""

from __future__ import annotations

from typing import Any

import click

from sketchsvg.cli.gather import gather
from sketchsvg.cli.options import debug_option, sheet_options


@click.command()
@click.argument("path", metavar="INPUT")
@sheet_options
@debug_option
def inspect(path: str, theme: str | None, hand: str | None, seed: int | None, page: str | None, lenient: bool) -> None:
    """Print the composed page as JSON.

    Every container and every line of text is an item with its rectangle in mm, its text and its place in the
    source.
    """
    sheets = gather((path,), theme=theme, hand=hand, seed=seed, page=page, lenient=lenient)
    import json

    from sketchsvg import pipeline

    reports = [pipeline.inspect(named.sheet) for named in sheets]
    merged: dict[str, Any] = dict(reports[0])
    merged["pages"] = [page for report in reports for page in report["pages"]]
    merged["diagnostics"] = [entry for report in reports for entry in report.get("diagnostics", [])]
    click.echo(json.dumps(merged, ensure_ascii=False, indent=1, allow_nan=False))
