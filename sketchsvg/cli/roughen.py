"""``sketchsvg roughen``: any SVG drawn again by hand."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sketchsvg.cli.noted import noting_warnings
from sketchsvg.cli.options import debug_option, format_options, output_option
from sketchsvg.cli.targets import STDOUT, Target, put, targets_of


@click.command()
@click.argument("input_", metavar="INPUT")
@output_option
@click.option("--pen", metavar="PEN", default="fineliner", help="Pen by name.  [default: fineliner]")
@click.option("--fill", metavar="FILL", default="", help="Fill by name.  [default: what suits each area]")
@click.option("--seed", type=int, metavar="N", default=0, help="Seed of the hand: another number, other wobbles.")
@click.option("--hand-text", "text", flag_value="hand", default="hand", help="Write the words by hand.  [default]")
@click.option("--keep-text", "text", flag_value="keep", help="Leave the words text in their own fonts (SVG only).")
@click.option("--no-text", "text", flag_value="none", help="Leave the words out.")
@format_options
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@debug_option
def roughen(
    input_: str,
    outputs: tuple[str, ...],
    pen: str,
    fill: str,
    seed: int,
    text: str,
    ppi: float,
    format_: str | None,
    strict: bool,
) -> None:
    """Draw any SVG again by hand.

    INPUT is an .svg or .svgz file, or - for stdin. Nothing it refers to is ever fetched.
    """
    (targets,) = targets_of(["drawing" if input_ == STDOUT else Path(input_).stem], outputs, format_)
    for target in targets:
        if STDOUT not in (input_, target.path) and Path(target.path).resolve() == Path(input_).resolve():
            raise click.UsageError(f"{target.path} is the input itself. Name another file after -o.")
    with noting_warnings(strict=strict):
        from sketchsvg.errors import NameUnknownError
        from sketchsvg.roughening import roughen as draw

        svg = sys.stdin.buffer.read() if input_ == STDOUT else Path(input_)
        try:
            drawing = draw(svg, pen=pen, fill=fill, seed=seed, text=text)
        except NameUnknownError as error:
            # Names come from the options here, never from the drawing.
            raise click.UsageError(f"{error.what} {error.mend or ''}".rstrip()) from error
        drawn: list[tuple[Target, bytes]] = [
            (target, drawing.render(target.format, ppi=ppi)) for target in targets
        ]
    for target, data in drawn:
        put(target, data)
