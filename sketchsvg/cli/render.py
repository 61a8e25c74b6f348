"""``sketchsvg render``: sheets into SVG, PDF and PNG files."""

from __future__ import annotations

import click

from sketchsvg.cli.books import bound, numbered
from sketchsvg.cli.gather import gather
from sketchsvg.cli.noted import noting_warnings
from sketchsvg.cli.options import debug_option, format_options, inputs_argument, sheet_options
from sketchsvg.cli.plotted import plotted, plotter_format
from sketchsvg.cli.targets import Target, put, targets_of


@click.command()
@inputs_argument
@click.option(
    "-o",
    "--output",
    "outputs",
    metavar="OUT",
    multiple=True,
    help="File to write, its format by its suffix; or a folder; or - for stdout. Repeatable.  "
    "[default: a PDF named after the input, in the working directory]",
)
@sheet_options
@format_options
@click.option("--plotter", is_flag=True, help="Single strokes for a pen plotter: SVG in mm, one layer a pen.")
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@debug_option
def render(
    inputs: tuple[str, ...],
    outputs: tuple[str, ...],
    theme: str | None,
    hand: str | None,
    seed: int | None,
    page: str | None,
    lenient: bool,
    ppi: float,
    format_: str | None,
    plotter: bool,
    strict: bool,
) -> None:
    """Draw sheets as SVG, PDF or PNG.

    INPUT is a Python file with a sheet (it runs with your rights, like any program), notes in Markdown, or a folder.
    """
    with noting_warnings(strict=strict):
        works = bound(gather(inputs, theme=theme, hand=hand, seed=seed, page=page, lenient=lenient))
        format_ = plotter_format(outputs, format_) if plotter else format_
        targets = targets_of([pages[0].name for pages in works], outputs, format_)
        from sketchsvg import pipeline
        from sketchsvg.book import to_book

        # Everything is drawn before anything is written: after an error the old files are still there.
        drawn: list[tuple[Target, bytes]] = []
        for pages, wanted in zip(works, targets, strict=True):
            for target in wanted:
                if len(pages) > 1 and target.format == "pdf":
                    drawn.append((target, to_book([named.sheet for named in pages])))
                    continue
                for own, named in zip(numbered(target, len(pages)), pages, strict=True):
                    if plotter:
                        drawn.append((own, plotted(pipeline.plot(named.sheet), own)))
                    else:
                        drawn.append((own, pipeline.render(named.sheet, own.format, ppi=ppi)))
    for target, data in drawn:
        put(target, data)
