"""``sketchsvg icons``: the icons there are."""

from __future__ import annotations

import click

from sketchsvg.cli.options import debug_option


@click.group(invoke_without_command=True)
@debug_option
@click.pass_context
def icons(context: click.Context) -> None:
    """List the icons, or search them."""
    if context.invoked_subcommand is None:
        _print(_names())


@icons.command("list")
def list_() -> None:
    """List every icon."""
    _print(_names())


@icons.command()
@click.argument("words", metavar="WORD...", nargs=-1, required=True)
def search(words: tuple[str, ...]) -> None:
    """List the icons whose names hold every WORD."""
    names = _names()
    found = [name for name in names if all(word.lower() in name for word in words)]
    if not found:
        from sketchsvg.names import unknown

        raise unknown("icon", "-".join(words), names)
    _print(found)


def _names() -> list[str]:
    from sketchsvg.icons import icon_names

    return sorted(icon_names())


def _print(names: list[str]) -> None:
    click.echo("\n".join(names))
