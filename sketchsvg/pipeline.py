"""Sheet → Frame → Scene → Ink → SVG, PDF or PNG: the only place that knows the order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from sketchsvg.blocks.accents import with_accents
from sketchsvg.blocks.arrows import trace_arrows
from sketchsvg.blocks.baselines import on_baselines
from sketchsvg.blocks.paper import trace_paper
from sketchsvg.blocks.turning import turned
from sketchsvg.blocks.writing import trace_lines
from sketchsvg.errors import Note
from sketchsvg.frame import Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.identity import settled
from sketchsvg.inked import InkedPage
from sketchsvg.inspection import describe, smallest_type
from sketchsvg.layout.ladder import Fit
from sketchsvg.lettering.fonts.fallback import Fallback, named
from sketchsvg.lettering.hand import Hand, hand_of
from sketchsvg.names import look_up
from sketchsvg.scene import Mark, Part, Scene
from sketchsvg.theme.hands import in_hand
from sketchsvg.theme.load import load_theme

if TYPE_CHECKING:
    from sketchsvg.blocks.photo import Photo
    from sketchsvg.finish import Finish
    from sketchsvg.plotting import Plot
    from sketchsvg.rasters.raster import Raster
    from sketchsvg.sheet import Sheet
    from sketchsvg.theme.theme import Paper
    from sketchsvg.web import Web

FORMATS = ("svg", "svgz", "pdf", "png", "webp")


def compose(sheet: Sheet) -> Frame:
    """Every block of ``sheet`` in its exact place on the page. ``LayoutError`` for what cannot fit."""
    theme = in_hand(load_theme(sheet.theme, sheet.source), sheet.hand, sheet.source)
    page, margin = sheet.paper_size, theme.space.margin
    content = Rect(margin, margin, page.width - 2 * margin, page.height - 2 * margin)
    fallback = Fallback(theme.fonts.fallback, sheet.lenient)
    # A lenient hand is new each time, so that it tells each time what it could not write.
    hand = Hand(theme.hand, fallback) if sheet.lenient else hand_of(theme.hand, fallback)
    setting = Setting(theme, hand, "cobalt")
    root = with_accents(sheet.root)
    frame = on_baselines(settled(root.place(content.width, content.height, setting), content.x, content.y))
    _warn_of_boxes(hand, sheet)
    _tell_of_fit(frame, sheet)
    return frame


def trace(sheet: Sheet, root: Frame, finish: Finish | None = None) -> Scene:
    """The clean marks of a composed page, in reading order, as ``finish`` asks for them (None: as they are)."""
    page, theme = sheet.paper_size, root.setting.theme
    marks: list[Mark] = list(_paper(theme.paper, sheet, finish))
    parts: list[Part] = []
    rasters: list[Raster] = []
    _trace_frame(root, marks, parts, rasters)
    marks += trace_arrows(sheet.arrows, root, sheet.source)
    drawn = Scene(
        page.width, page.height, tuple(marks), sheet.seed, sheet.title or _title_of(root), sheet.description,
        sheet.language, sheet.author, sheet.subject, sheet.keywords, tuple(parts), tuple(rasters),
    )  # fmt: skip
    return _in_its_inks(drawn, theme.paper, finish)


def _trace_frame(
    frame: Frame, marks: list[Mark], parts: list[Part], rasters: list[Raster], around: int = -1, words: int = 0
) -> int:
    """Adds the marks of a frame and of all in it, the parts of the page that they are, and pictures of pixels.

    ``around`` is the last part, ``words`` is how many there are already; what comes back is how many there are then.
    """
    block, first, before, number = frame.block, len(marks), words, len(parts)
    role: str = getattr(block, "role", "")
    own = [*block.trace(frame), *trace_lines(frame)]
    marks += [turned(mark, frame) for mark in own] if frame.turn else own
    for mark in own:
        if mark.writing is not None:
            words += len(mark.writing.words)
    if role:
        # It stands before the parts in it, and ends behind them.
        parts.append(Part(role, frame.id, around, (first, first), (before, words), frame.rect))
        if block.kind == "photo":
            rasters.append(cast("Photo", block).pasted(frame))
    for child in frame.children:
        words = _trace_frame(child, marks, parts, rasters, number if role else around, words)
    if role:
        parts[number] = Part(
            role, frame.id, around, (first, len(marks)), (before, words), frame.rect, getattr(block, "level", 0),
            getattr(block, "shown", ""),
        )  # fmt: skip
    return words


def blank(sheet: Sheet, finish: Finish | None = None) -> Scene:
    """The paper of a sheet with nothing on it: a page that a booklet needs and no text fills."""
    theme = load_theme(sheet.theme, sheet.source)
    paper = Scene(sheet.paper_size.width, sheet.paper_size.height, tuple(_paper(theme.paper, sheet, finish)))
    return _in_its_inks(paper, theme.paper, finish)


def ink(scene: Scene, finish: Finish | None = None) -> InkedPage:
    """What the pens leave on the paper; with the bleed and the crop marks of ``finish`` around it."""
    from sketchsvg.ink.draw import ink as draw

    page = draw(scene)
    if finish is not None and finish.edge:
        from sketchsvg.exporters.bleed import on_medium

        return on_medium(page, finish)
    return page


def render(
    sheet: Sheet,
    format: str = "svg",
    *,
    ppi: float = 300,
    width: int | None = None,
    finish: Finish | None = None,
    web: Web | None = None,
) -> bytes:
    """The page as the bytes of a file: ``format`` is ``"svg"``, ``"svgz"``, ``"pdf"``, ``"png"`` or ``"webp"``.

    Pictures have ``ppi`` pixels an inch, or so many that they are ``width`` pixels wide. ``finish`` prepares the page
    for print: bleed, crop marks, black ink only, no paper. ``web`` prepares an SVG for where it is shown.
    """
    look_up("format", format, dict.fromkeys(FORMATS))
    inked = ink(trace(sheet, compose(sheet), finish), finish)
    if format in ("svg", "svgz"):
        from sketchsvg.exporters.svg import packed, to_svg

        svg = to_svg(inked, web)
        return svg.encode() if format == "svg" else packed(svg)
    if format == "pdf":
        from sketchsvg.exporters.pdf import to_pdf

        return _in_its_colours(to_pdf(inked), finish)
    if format == "webp":
        from sketchsvg.exporters.webp import to_webp

        return to_webp(inked, ppi, width)
    from sketchsvg.exporters.png import to_png

    return to_png(inked, ppi, width)


def _in_its_inks(scene: Scene, paper: Paper, finish: Finish | None) -> Scene:
    """The scene in its colours, or in black."""
    if finish is None or not finish.mono:
        return scene
    from sketchsvg.exporters.mono import in_black

    return in_black(scene, paper.colour)


def _in_its_colours(pdf: bytes, finish: Finish | None) -> bytes:
    """The PDF as it is, or with its greys in one ink."""
    if finish is None or not finish.mono:
        return pdf
    from sketchsvg.exporters.greys import in_greys

    return in_greys(pdf)


def plot(sheet: Sheet) -> Plot:
    """The page as single strokes for a pen plotter: one layer a pen, ordered for little travel."""
    from sketchsvg.exporters.plotter import to_plot
    from sketchsvg.ink.centrelines import centrelines

    return to_plot(centrelines(trace(sheet, compose(sheet))))


def inspect(sheet: Sheet) -> dict[str, Any]:
    """The composed page as JSON values (see ``inspection``)."""
    page = sheet.paper_size
    return describe(compose(sheet), page.width, page.height)


def _paper(paper: Paper, sheet: Sheet, finish: Finish | None) -> Iterator[Mark]:
    """What lies under the drawing."""
    page = sheet.paper_size
    if finish is None:
        return trace_paper(paper, page.width, page.height)
    if finish.paper == "none":
        if not finish.mono:
            _warn_of_light_ink(paper, sheet)
        return iter(())
    return trace_paper(paper, page.width, page.height, bleed=finish.bleed, ground=finish.paper == "full")


def _tell_of_fit(root: Frame, sheet: Sheet) -> None:
    """A note at the sheet's own place where fitting it to one page has made something smaller."""
    import warnings

    where = root.block.source or sheet.source
    if isinstance(root.detail, Fit) and root.detail.shrunk and where is not None:
        warnings.warn_explicit(root.detail.told(smallest_type(root)), Note, where.file, where.line)


def _warn_of_light_ink(paper: Paper, sheet: Sheet) -> None:
    """A warning where a theme has dark paper and that paper is left out."""
    from sketchsvg.theme.contrast import contrast

    if contrast(paper.colour, "#ffffff") > contrast(paper.colour, "#000000"):
        what = f"The inks of this theme are mixed for dark paper ({paper.colour}) and hardly read on white."
        _warn(f"{what} Print on dark paper, or draw in black (--mono).", sheet)


def _warn_of_boxes(hand: Hand, sheet: Sheet) -> None:
    """A warning at the sheet's own place for each character that is drawn as a box."""
    for char, text in hand.boxed.items():
        _warn(f"{named(char)} in “{text[:24]}” is drawn as a box: no font here has it.", sheet)


def _warn(message: str, sheet: Sheet) -> None:
    """A warning at the sheet's own place, if it is known."""
    import warnings

    if sheet.source is None:
        warnings.warn(message, stacklevel=4)
    else:
        warnings.warn_explicit(message, UserWarning, sheet.source.file, sheet.source.line)


def _title_of(root: Frame) -> str:
    """What the page is called when the sheet does not say: the words of its title block."""
    for frame in root.walk():
        if frame.block.kind == "title":
            return frame.block.label
    return ""
