"""Terms and what they mean: each term on a pale swipe, its explanation beside it or under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from msgspec.structs import replace

from sketchsvg.authored import Authored
from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller, words
from sketchsvg.blocks.writing import body_style, note_style, set_text, text_width, word_width
from sketchsvg.errors import SheetError, Source
from sketchsvg.frame import POINT, Frame, Line, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import line
from sketchsvg.lettering.hand import MIDDLE
from sketchsvg.lettering.inline import plain_text
from sketchsvg.scene import Layer, Mark

#: The swipe of a term in em: how far it reaches over both ends, its height, how far under the middle it lies.
REACH, NIB, LOWER = 0.28, 0.8, 0.1
#: Explanations stand beside the terms as long as these take no more than this part of the width.
MOST_BESIDE = 0.36
#: In em: white between a term and its explanation, white before a remark that follows on the same line, and how
#: far an explanation stands in under its term.
BETWEEN, BEFORE_REMARK, INDENT = 0.75, 0.8, 0.9
#: White between two terms, in em at an air of 1.
APART = 0.5


class Term(Authored, frozen=True):
    """A term, what it means, and a remark or an example (empty: none)."""

    term: str
    meaning: str
    remark: str
    source: Source | None
    kind: ClassVar[str] = "term"
    role: ClassVar[str] = "item"
    percent: ClassVar[float | None] = None

    @property
    def label(self) -> str:
        """The term itself."""
        return plain_text(self.term)

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """A swipe under every line of the term."""
        count = frame.detail
        assert isinstance(count, int)
        theme = frame.setting.theme
        for number, written in enumerate(frame.lines[:count]):
            em = written.style.size * POINT
            y = written.baseline + (LOWER - MIDDLE) * em
            yield Mark(
                f"{frame.id}/swipe{number}",
                line(written.rect.x - REACH * em, y, written.rect.right + REACH * em, y),
                theme.pens.highlight, NIB * em, frame.setting.accent_colour, Layer.HIGHLIGHT,
                theme.ink.swipe_opacity,
            )  # fmt: skip


class Terms(Block, frozen=True, kw_only=True):
    """A list of terms: explanations in a column of their own where there is room, else under their terms."""

    entries: tuple[Term, ...]
    kind: ClassVar[str] = "terms"
    role: ClassVar[str] = "list"
    stretch: ClassVar[float] = 0.4

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The terms from top to bottom; in a greater height the white between them grows."""
        column = self._term_column(width, setting)
        placed = [_composed(entry, width, column, setting) for entry in self.entries]
        apart = APART * setting.body * POINT * setting.air
        total = sum(frame.height for frame in placed) + apart * (len(placed) - 1)
        spare = max(0.0, (height or 0.0) - total)
        # Half the white that is left goes above and below, as half of each gap would.
        share = spare / len(placed)
        y = share / 2
        children: list[Frame] = []
        for frame in placed:
            children.append(frame.at(0, y))
            y += frame.height + apart + share
        return Frame(self, Rect(0, 0, width, total + spare), setting, tuple(children))

    def least_width(self, setting: Setting) -> float:
        """The widest word, with what its swipe or its indent adds."""
        em = setting.body * POINT
        bold, body, small = body_style(setting, bold=True), body_style(setting), note_style(setting)
        return max(
            max(
                word_width(entry.term, bold, setting) + 2 * REACH * em,
                word_width(entry.meaning, body, setting) + INDENT * em,
                word_width(entry.remark, small, setting) + INDENT * em if entry.remark else 0.0,
            )
            for entry in self.entries
        )

    def _term_column(self, width: float, setting: Setting) -> float:
        """Where explanations begin when they stand beside their terms, in mm; 0 when they stand under them."""
        em = setting.body * POINT
        bold, body, small = body_style(setting, bold=True), body_style(setting), note_style(setting)
        widest = max(text_width(entry.term, bold, setting) for entry in self.entries) + 2 * REACH * em
        begin = widest + BETWEEN * em
        longest = max(
            max(
                word_width(entry.meaning, body, setting),
                word_width(entry.remark, small, setting) if entry.remark else 0.0,
            )
            for entry in self.entries
        )
        return begin if widest <= MOST_BESIDE * width and longest <= width - begin else 0.0


def _composed(entry: Term, width: float, column: float, setting: Setting) -> Frame:
    """One entry; its first lines are those of the term."""
    em = setting.body * POINT
    bold = body_style(setting, bold=True)
    term = set_text(entry.term, width - 2 * REACH * em, replace(bold, role="label"), setting, entry.source)
    x, y = (column, 0.0) if column else (INDENT * em, term.height)
    body = replace(bold, bold=False, weight=setting.theme.type.weight)
    meaning = set_text(entry.meaning, width - x, body, setting, entry.source)
    lines = [*term.moved(REACH * em, 0.0), *meaning.moved(x, y)]
    bottom = max(term.height, y + meaning.height)
    if entry.remark:
        remark, below = _remark(entry, lines[-1], Rect(x, bottom, width - x, 0.0), setting)
        lines += remark
        bottom += below
    return Frame(entry, Rect(0, 0, width, bottom), setting, lines=tuple(lines), detail=len(term.lines))


def _remark(entry: Term, last: Line, place: Rect, setting: Setting) -> tuple[tuple[Line, ...], float]:
    """The remark behind the last line of the explanation if it goes there, else in ``place`` below; its height."""
    style = note_style(setting)
    wide = text_width(entry.remark, style, setting)
    behind = last.rect.right + BEFORE_REMARK * setting.body * POINT
    if behind + wide <= place.right:
        box = set_text(entry.remark, wide + 0.01, style, setting, entry.source)
        if len(box.lines) == 1:
            return box.moved(behind, last.baseline - box.lines[0].baseline), 0.0
    box = set_text(entry.remark, place.width, style, setting, entry.source)
    return box.moved(place.x, place.y), box.height


def terms(*entries: tuple[str, str] | tuple[str, str, str], name: str = "") -> Terms:
    """A list of terms, each as (term, meaning) or (term, meaning, remark), with inline markup.

    Terms are bold on a swipe of the section's accent; explanations stand beside them where there is room, else
    under them; the remark is written small. Raises ``SheetError`` for anything else.
    """
    where = caller()
    if not entries:
        raise SheetError("The list of terms is empty.", where=where, mend='terms(("Token", "a piece of text"))')
    return Terms(entries=tuple(_entry(entry, where) for entry in entries), name=name, source=where)


def _entry(entry: object, where: Source | None) -> Term:
    if isinstance(entry, str) or not isinstance(entry, Sequence) or len(entry) not in (2, 3):
        raise SheetError(
            f"A term is a pair of texts, not {repr(entry)[:40]}.",
            where=where,
            mend='("Token", "a piece of text") or ("Token", "a piece of text", "an example")',
        )
    remark = words(entry[2], "The remark on a term", empty=True) if len(entry) == 3 else ""
    return Term(words(entry[0], "The term"), words(entry[1], "What a term means"), remark.strip(), where)
