"""``sketchsvg render``: sheets into SVG, PDF and PNG files."""

from __future__ import annotations

import click

from sketchsvg.cli.batch import Batch
from sketchsvg.cli.gather import asked
from sketchsvg.cli.options import debug_option, format_options, inputs_argument, sheet_options
from sketchsvg.cli.plotted import plotter_format
from sketchsvg.cli.press import Press, press_options
from sketchsvg.cli.targets import shared_targets, targets_of
from sketchsvg.cli.webbed import refuse_without_svg, web_options
from sketchsvg.cli.work import Manner, Work, refuse_inputs
from sketchsvg.web import Web


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
@press_options
@web_options
@click.option(
    "-j", "--jobs", type=click.IntRange(0, 256), default=1, metavar="N",
    help="Draw so many sheets or pages of a book at the same time; 0: as many as there are processors.",
)
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
    jobs: int,
    press: Press,
    web: Web,
) -> None:
    """Draw sheets as SVG, PDF, PNG or WebP.

    INPUT is a Python file with a sheet (it runs with your rights, like any program), notes in Markdown, or a folder.
    Several inputs become a file each, or with -o all.pdf one PDF.
    """
    meant = asked(inputs, theme=theme, hand=hand, seed=seed, page=page, lenient=lenient)
    if plotter:
        format_ = plotter_format(outputs, format_)
        press.refuse_plotter()
    batch = Batch(Manner(ppi, press, plotter, strict, web))
    documents = batch.read(meant)
    if documents:
        several = len(documents) + len(batch.unread) > 1
        shared, of_each = shared_targets(outputs, format_) if several else ([], outputs)
        works = [Work(target.path, documents, [target], shared=True) for target in shared]
        if of_each or not shared:
            targets = targets_of([pages[0].name for pages in documents], of_each, format_)
            works += [Work(pages[0].path, [pages], own) for pages, own in zip(documents, targets, strict=True)]
        press.refuse_other_formats(target for work in works for target in work.targets)
        refuse_without_svg(web, (target for work in works for target in work.targets), plotter=plotter)
        refuse_inputs(works, meant.paths)
        batch.do(works, jobs)
    batch.close()
