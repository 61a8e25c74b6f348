"""The verbs of the command line, each from its own file."""

from __future__ import annotations

import click

from sketchsvg.cli.check import check
from sketchsvg.cli.doctor import doctor
from sketchsvg.cli.hands import hands
from sketchsvg.cli.icons import icons
from sketchsvg.cli.inspect import inspect
from sketchsvg.cli.render import render
from sketchsvg.cli.roughen import roughen
from sketchsvg.cli.themes import themes
from sketchsvg.cli.write import write
from sketchsvg.names import nearest
from sketchsvg.version import VERSION


class Verbs(click.Group):
    """A group that suggests the verb that was meant."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb, or a usage error that names the nearest one."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            guess = nearest(name, self.commands)
            hint = f'Did you mean "{guess}"?' if guess else f"There are: {', '.join(sorted(self.commands))}."
            ctx.fail(f'There is no verb "{name}". {hint}')
        return super().resolve_command(ctx, args)


@click.group(
    cls=Verbs,
    commands=[render, inspect, check, roughen, write, themes, hands, icons, doctor],
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(VERSION, prog_name="sketchsvg")
def app() -> None:
    """Notes written as code, that come out as one page written by hand.

    Try: sketchsvg render sheets/ch23.py
    """
