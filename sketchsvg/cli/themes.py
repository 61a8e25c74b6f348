"""``sketchsvg themes``: the themes there are."""

from __future__ import annotations

import click

from sketchsvg.cli.options import debug_option


@click.command()
@debug_option
def themes() -> None:
    """List the themes that --theme knows here."""
    from sketchsvg.theme import load_theme, theme_names

    names = theme_names()
    width = max(map(len, names), default=0)
    for name in names:
        click.echo(f"{name:<{width}}  {load_theme(name).description}".rstrip())
