"""``sketchsvg write``: a text in our hand, as SVG, PDF or PNG."""

from __future__ import annotations

import sys

import click

from sketchsvg.cli.noted import noting_warnings
from sketchsvg.cli.options import debug_option, format_options, output_option
from sketchsvg.cli.plotted import plotted, plotter_format
from sketchsvg.cli.targets import STDOUT, Target, put, targets_of
from sketchsvg.cli.webbed import refuse_without_svg, web_options
from sketchsvg.web import Web

ALIGNMENTS = ("left", "centre", "right", "justify")


@click.command()
@click.argument("text", metavar="TEXT")
@output_option
@click.option("--hand", metavar="HAND", default="", help="Hand by name, or a .toml file.  [default: the theme's]")
@click.option("--pen", metavar="PEN", default="", help="Pen by name.  [default: the theme's]")
@click.option(
    "--size", type=click.FloatRange(3, 400), default=14.0, metavar="PT", help="Type size in pt.  [default: 14]"
)
@click.option("--width", type=click.FloatRange(1, 5000), metavar="MM", help="Break lines at this width in mm.")
@click.option("--align", type=click.Choice(ALIGNMENTS), default="left", help="How lines are set.  [default: left]")
@click.option("--bold", is_flag=True, help="Write all of it bold.")
@click.option("--colour", metavar="#RRGGBB", default="", help="Colour of the ink.  [default: the theme's]")
@click.option("--paper", metavar="#RRGGBB", help="Colour of the ground.  [default: clear]")
@click.option("--theme", metavar="THEME", default="nano-banana", help="Theme by name, or a .toml file.")
@click.option("--seed", type=int, metavar="N", default=0, help="Seed of the hand: another number, other wobbles.")
@click.option("--lenient", is_flag=True, help="Draw a box for a character that no font has, and warn.")
@click.option("--plotter", is_flag=True, help="Single strokes for a pen plotter: SVG in mm, one layer a pen.")
@format_options
@web_options
@debug_option
def write(
    text: str,
    outputs: tuple[str, ...],
    hand: str,
    pen: str,
    size: float,
    width: float | None,
    align: str,
    bold: bool,
    colour: str,
    paper: str | None,
    theme: str,
    seed: int,
    lenient: bool,
    plotter: bool,
    ppi: float,
    format_: str | None,
    web: Web,
) -> None:
    r"""Write a text by hand.

    TEXT may have markup (**bold**, ==marked==), emoji and \n for a new line; - reads it from stdin.
    """
    (targets,) = targets_of(["writing"], outputs, plotter_format(outputs, format_) if plotter else format_)
    refuse_without_svg(web, targets, plotter=plotter)
    with noting_warnings(strict=False):
        from sketchsvg.errors import NameUnknownError
        from sketchsvg.writing import write as written

        said = sys.stdin.read().rstrip("\n") if text == STDOUT else text.replace("\\n", "\n")
        try:
            drawing = written(
                said, size=size, width=width, align=align, bold=bold, hand=hand, pen=pen, colour=colour,
                theme=theme, paper=paper, seed=seed, lenient=lenient,
            )  # fmt: skip
        except NameUnknownError as error:
            # Names come from the options here.
            raise click.UsageError(f"{error.what} {error.mend or ''}".rstrip()) from error
        drawn: list[tuple[Target, bytes]] = [
            (target, plotted(drawing.plot(), target) if plotter else drawing.render(target.format, ppi=ppi, web=web))
            for target in targets
        ]
    for target, data in drawn:
        put(target, data)
