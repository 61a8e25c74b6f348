"""``sketchsvg hands``: the hands there are."""

from __future__ import annotations

import click

from sketchsvg.cli.options import debug_option


@click.command()
@debug_option
def hands() -> None:
    """List the hands that --hand knows here."""
    from sketchsvg.theme.hands import describe_hand, hand_names

    names = hand_names()
    width = max(map(len, names), default=0)
    for name in names:
        click.echo(f"{name:<{width}}  {describe_hand(name)}".rstrip())
