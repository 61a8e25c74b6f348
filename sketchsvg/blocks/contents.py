"""A table of contents: heads and the pages that they stand on, dots between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace

from sketchsvg.authored import Authored
from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller, words
from sketchsvg.blocks.writing import body_style, set_text, text_width, word_width
from sketchsvg.errors import SheetError, Source
from sketchsvg.frame import POINT, Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import line
from sketchsvg.lettering.inline import plain_text
from sketchsvg.scene import Layer, Mark

#: In em: how much further in each depth stands, white between words, dots and number, white over an entry of depth 0.
INDENT, BETWEEN, ABOVE = 1.1, 0.5, 0.35
#: Every page has a number of at most so many digits: the room for them is the same before pages are counted.
DIGITS = "000"
#: A dot and the white behind it, in em.
DOT, APART = 0.02, 0.36
#: A line of dots shorter than this is none, in em.
LEAST = 1.2
DEEPEST = 3


class Head(Authored, frozen=True):
    """A head in inline markup, the number of its page as it is written, and how deep it stands, from 0."""

    words: str
    number: str
    depth: int
    source: Source | None
    kind: ClassVar[str] = "entry"
    role: ClassVar[str] = "item"
    percent: ClassVar[float | None] = None

    @property
    def label(self) -> str:
        """The words."""
        return plain_text(self.words)

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """Dots from the words to the number."""
        words, number = frame.lines[-2:]
        em, theme = frame.setting.body * POINT, frame.setting.theme
        start, end = words.rect.right + BETWEEN * em, number.rect.x - BETWEEN * em
        if end - start >= LEAST * em:
            y = words.baseline - 0.04 * em
            yield Mark(
                f"{frame.id}/dots", line(start, y, end, y), theme.pens.rule, theme.lines.rule, theme.ink.note,
                Layer.LINE, dash=(DOT * em, APART * em),
            )  # fmt: skip


class Contents(Block, frozen=True, kw_only=True):
    """Heads in their order, those of depth 0 in bold."""

    entries: tuple[Head, ...]
    kind: ClassVar[str] = "contents"
    role: ClassVar[str] = "list"

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """One line a head, more where it is long; numbers at the right."""
        em = setting.body * POINT
        y = 0.0
        children: list[Frame] = []
        for entry in self.entries:
            y += ABOVE * em * setting.air if entry.depth == 0 and children else 0.0
            frame = _composed(entry, width, setting)
            children.append(frame.at(0, y))
            y += frame.height
        return Frame(self, Rect(0, 0, width, max(y, height or 0.0)), setting, tuple(children))

    def least_width(self, setting: Setting) -> float:
        """The widest word, its indent and the number."""
        em = setting.body * POINT
        style = body_style(setting, bold=True)
        widest = max(word_width(entry.words, style, setting) + entry.depth * INDENT * em for entry in self.entries)
        return widest + BETWEEN * em + text_width(DIGITS, style, setting)


def _composed(entry: Head, width: float, setting: Setting) -> Frame:
    style = replace(body_style(setting, bold=entry.depth == 0), toned=False)
    plain = replace(body_style(setting, align="right"), role="label")
    left = entry.depth * INDENT * setting.body * POINT
    wide = text_width(DIGITS, plain, setting)
    room = width - left - wide - BETWEEN * setting.body * POINT
    said = set_text(entry.words, room, style, setting, entry.source)
    number = set_text(entry.number, wide, plain, setting, entry.source)
    lines = said.moved(left, 0.0)
    return Frame(
        entry, Rect(0, 0, width, said.height), setting,
        lines=(*lines, *number.moved(width - wide, lines[-1].baseline - number.lines[0].baseline)),
    )  # fmt: skip


def contents(*entries: tuple[str, str] | tuple[str, str, int], name: str = "") -> Contents:
    """A table of contents: each entry as (words, page) or (words, page, depth), the depth from 0 to 3.

    Raises ``SheetError`` for anything else.
    """
    where = caller()
    if not entries:
        raise SheetError("The table of contents is empty.", where=where, mend='contents(("First head", "1"))')
    return Contents(entries=tuple(_head(entry, where) for entry in entries), name=name, source=where)


def _head(entry: object, where: Source | None) -> Head:
    parts = tuple(entry) if isinstance(entry, tuple | list) else ()
    depth = parts[2] if len(parts) == 3 else 0
    if len(parts) not in (2, 3) or isinstance(depth, bool) or not isinstance(depth, int) or not 0 <= depth <= DEEPEST:
        raise SheetError(
            f"An entry is words, a page and a depth from 0 to {DEEPEST}, not {repr(entry)[:40]}.", where=where,
            mend='("First head", "1")',
        )  # fmt: skip
    return Head(words(parts[0], "The entry"), words(str(parts[1]), "The page"), depth, where)
