"""From a Markdown file to its sheets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.leaf import Leaf, room_for
from sketchsvg.blocks.onepage import OnePage, above
from sketchsvg.blocks.section import Section
from sketchsvg.blocks.text import Text
from sketchsvg.errors import SketchError, Source
from sketchsvg.readers.files import read_file
from sketchsvg.readers.markdown.bands import banded
from sketchsvg.readers.markdown.document import Document, document_of
from sketchsvg.readers.markdown.errors import MarkdownError
from sketchsvg.readers.markdown.flow import coloured, flowed, head_fits, unframed
from sketchsvg.readers.markdown.toc import contents_of, levels_of, numbered

if TYPE_CHECKING:
    from sketchsvg.frame import Setting
    from sketchsvg.sheet import Sheet


MOST_COLUMNS = 4
#: How much of a page an introduction may take to stand under the title.
SHORT = 0.3
#: Pages that are at least so wide, in mm, have two columns.
TWO_COLUMNS = 170.0


def read_markdown(path: str, **asked: object) -> tuple[Sheet, ...]:
    """The sheets of a Markdown file, one a page.

    ``asked`` are fields of the sheet (theme, page, seed, hand) that are wanted in place of the front matter's, known
    before lines are measured. Raises ``InputError`` when the file cannot be read, ``MarkdownError`` for what is not
    understood, and whatever blocks raise, each with the line of the file.
    """
    document = document_of(read_file(path), path)
    sheet = _sheet(document, path)
    if asked:
        sheet = sheet.changed(**asked)
    if "layout" in document.front.values:
        return (sheet.changed(root=banded(document)),)
    fit = document.front.text("fit", "flow")
    if fit not in ("page", "flow"):
        what = f"fit is “{fit}”, and notes are fitted to a page or flow over several."
        raise MarkdownError(what, where=document.front.at("fit"), mend="fit: page")
    if fit == "page":
        return (sheet.changed(root=_one_page(document, sheet)),)
    return tuple(sheet.changed(root=leaf) for leaf in _leaves(document, sheet))


def _leaves(document: Document, sheet: Sheet) -> list[Leaf]:
    """The document on as many pages as it needs."""
    setting, width, height = _measure(sheet)
    columns = document.front.whole("columns", 2 if width >= TWO_COLUMNS else 1)
    if not 1 <= columns <= MOST_COLUMNS:
        what = f"A page has 1 to {MOST_COLUMNS} columns, not {columns}."
        raise MarkdownError(what, where=document.front.at("columns"), mend="columns: 2")
    room = room_for(width, height, columns, setting)
    head = document.title()
    sections = [part.block() for part in document.parts]
    intro = document.intro
    gutter = setting.theme.space.gutter
    high = sum(block.composed(width - gutter, setting).height + gutter for block in intro)
    # A short introduction stands under the title, over all columns; a long one is a part of the text.
    over = [*([head] if head else []), *(intro if high < SHORT * height and sections else [])]
    flowing = sections if high < SHORT * height and sections else [*intro, *sections]
    continued = "(계속)" if sheet.language == "ko" else "(continued)"
    levels = levels_of(document)
    contents = contents_of(document, levels, sheet.language) if levels else None
    leaves = flowed(
        over, list(coloured([*([contents] if contents else []), *flowing], room.height, room, setting)),
        (width, height), columns, setting,
        header=document.front.text("header") or sheet.title, continued=continued,
    )  # fmt: skip
    return numbered(leaves) if contents else leaves


def _sheet(document: Document, path: str) -> Sheet:
    """The sheet that the front matter asks for, still without its blocks."""
    from sketchsvg.lettering.inline import plain_text
    from sketchsvg.sheet import Sheet

    front = document.front
    try:
        return Sheet(
            Text(words="", source=Source(path, 1)),
            theme=front.text("theme", "nano-banana"), page=front.text("page", "A4"), seed=front.whole("seed", 0),
            hand=front.text("hand"), arrows=tuple(front.items("arrows")), title=plain_text(document.title_words),
            author=front.text("author"), language=front.text("language") or _language(document),
            description=front.text("description"), subject=front.text("subject"),
            keywords=tuple(_keywords(front.items("keywords"))), source=Source(path, 1),
        )  # fmt: skip
    except SketchError as error:
        error.where = front.at(next((key for key in ("page", "theme", "seed", "hand") if key in error.what), "page"))
        raise


def _keywords(items: list[str]) -> Iterator[str]:
    """Keywords from a list, or from words with commas between them."""
    for item in items:
        yield from (word.strip() for word in item.split(",") if word.strip())


def _language(document: Document) -> str:
    """Korean where the headings hold Hangul."""
    words = document.title_words + "".join(part.called for part in document.parts) + document.front.text("titleKr")
    return "ko" if any("가" <= char <= "힣" for char in words) else "en"


def _one_page(document: Document, sheet: Sheet) -> Block:
    """Title, introduction and sections on one page."""
    setting, width, _ = _measure(sheet)
    head = document.title()
    top = ((head,) if head else ()) + tuple(document.intro)
    sections: list[Block] = []
    for block in (part.block() for part in document.parts):
        # A head that is too long for a frame beside another one stands without a frame.
        long = isinstance(block, Section) and not head_fits(block, width / 2, setting)
        sections.append(above(unframed(block)) if isinstance(block, Section) and long else block)
    return OnePage(top=top if sections else (), blocks=tuple(sections) or top, source=document.front.at("fit"))


def _measure(sheet: Sheet) -> tuple[Setting, float, float]:
    """The setting that heights are measured in, and the size of the page's content in mm."""
    from sketchsvg.frame import Setting
    from sketchsvg.lettering.fonts.fallback import Fallback
    from sketchsvg.lettering.hand import hand_of
    from sketchsvg.theme.hands import in_hand
    from sketchsvg.theme.load import load_theme

    theme = in_hand(load_theme(sheet.theme, sheet.source), sheet.hand, sheet.source)
    page, margin = sheet.paper_size, theme.space.margin
    hand = hand_of(theme.hand, Fallback(theme.fonts.fallback, sheet.lenient))
    setting = Setting(theme, hand, "cobalt", theme.type.body)
    return setting, page.width - 2 * margin, page.height - 2 * margin
