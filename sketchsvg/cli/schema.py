"""``sketchsvg schema``: the JSON Schema of sheets."""

from __future__ import annotations

import click

from sketchsvg.cli.options import debug_option


@click.command()
@click.option("--strict", is_flag=True, help="The form that structured output of language models takes.")
@debug_option
def schema(strict: bool) -> None:
    """Print the JSON Schema of sheets in JSON.

    It is for editors, and for programs and language models that write sheets.
    """
    from sketchsvg.readers.json.schema import schema as whole
    from sketchsvg.readers.json.setting import set_out
    from sketchsvg.readers.json.strict import strict_schema

    click.echo(set_out(strict_schema() if strict else whole()))
