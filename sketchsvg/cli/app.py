"""The verbs of the command line, each from its own file, which is read only when its verb is meant."""

from __future__ import annotations

from importlib import import_module

import click

from sketchsvg.names import nearest
from sketchsvg.version import VERSION

#: Every verb is a file in this folder that holds a command of the same name.
VERBS = ("check", "doctor", "hands", "icons", "inspect", "render", "roughen", "schema", "themes", "write")


class Verbs(click.Group):
    """A group that knows its verbs by name, and suggests the one that was meant."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All verbs in alphabetical order."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb, from its file."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = getattr(import_module(f"sketchsvg.cli.{cmd_name}"), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb, or a usage error that names the nearest one."""
        name = args[0]
        if name not in VERBS and not name.startswith("-"):
            guess = nearest(name, VERBS)
            hint = f'Did you mean "{guess}"?' if guess else f"There are: {', '.join(VERBS)}."
            ctx.fail(f'There is no verb "{name}". {hint}')
        return super().resolve_command(ctx, args)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="sketchsvg")
def app() -> None:
    """Notes written as code, that come out as one page written by hand.

    Try: sketchsvg render sheets/ch23.py
    """
