"""One PDF of one or several texts, as a printer wants it: finished, and its pages on sheets of paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from sketchsvg.book import Chapter
    from sketchsvg.finish import Finish
    from sketchsvg.imposing import Imposition


def to_print(
    chapters: Sequence[Chapter], finish: Finish | None = None, imposition: Imposition | None = None, *, jobs: int = 1
) -> bytes:
    """The chapters as one PDF; with an ``imposition`` several pages share each of its sides.

    Bleed and crop marks of ``finish`` are then those of the sheets. ``jobs`` processes draw the pages.
    """
    from sketchsvg.book import to_collection

    if imposition is None:
        only = chapters[0].sheets[0] if len(chapters) == len(chapters[0].sheets) == 1 else None
        if only is None:
            return to_collection(chapters, finish, jobs=jobs)
        from sketchsvg.pipeline import render

        # A sheet by itself needs no outline.
        return render(only, "pdf", finish=finish)
    from sketchsvg.exporters.imposition import imposed
    from sketchsvg.finish import WIDEST_BLEED
    from sketchsvg.imposing import grid_for

    sizes = [sheet.paper_size for chapter in chapters for sheet in chapter.sheets]
    unmarked = None
    if finish is not None:
        grid = grid_for(imposition, max(size.width for size in sizes), max(size.height for size in sizes))
        # Pages that are made smaller bleed so much farther before.
        unmarked = replace(finish, crop_marks=False, bleed=min(finish.bleed / grid.scale, WIDEST_BLEED))
    # A booklet is folded of sheets that hold four pages each.
    blanks = -len(sizes) % 4 if imposition.booklet else 0
    return imposed(to_collection(chapters, unmarked, blanks, jobs=jobs), imposition, finish)

