"""Running text, and strings taken as text wherever a block is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.baselines import OnLines, pitch_for
from sketchsvg.blocks.checks import caller, words
from sketchsvg.blocks.writing import body_style, note_style, set_text, word_width
from sketchsvg.errors import SheetError
from sketchsvg.frame import POINT, Frame, Setting, TextStyle
from sketchsvg.geometry.rect import Rect

ALIGNMENTS = ("left", "centre", "right", "justify")


class Text(Block, frozen=True, kw_only=True):
    """A paragraph. ``small`` sets it as a note; ``align`` is left, centre, right or justify.

    ``on_lines`` writes it on the lines of the paper, where its size lets it follow them.
    """

    words: str
    align: str = "left"
    small: bool = False
    on_lines: bool = False
    kind: ClassVar[str] = "text"
    role: ClassVar[str] = "paragraph"

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The paragraph in lines; in a greater height it stands in the middle."""
        style = self._style(setting)
        pitch = pitch_for(style, setting) if self.on_lines else 0.0
        if pitch:
            style = replace(style, leading=pitch / (style.size * POINT))
        box = set_text(self.words, width, style, setting, self.source)
        # Half a pitch over and under the lines is room enough to move onto those of the paper.
        full = max(box.height + pitch, height or 0.0)
        lines = box.moved(0, (full - box.height) / 2)
        return Frame(self, Rect(0, 0, width, full), setting, lines=lines, detail=OnLines(pitch) if pitch else None)

    def least_width(self, setting: Setting) -> float:
        """The widest word."""
        return word_width(self.words, self._style(setting), setting)

    def _style(self, setting: Setting) -> TextStyle:
        style = note_style(setting) if self.small else body_style(setting)
        return style.aligned(self.align)


def text(words_: str, *, align: str = "left", on_lines: bool = False, name: str = "") -> Text:
    """A paragraph of running text with inline markup.

    ``align`` is ``"left"``, ``"centre"``, ``"right"``, or ``"justify"``, which makes all lines but the last equally
    long by wider spaces between their words. ``on_lines`` writes on the lines of the paper, if it has any and they
    are neither too near nor too far apart for the size.
    """
    return Text(
        words=words(words_, "The text"), align=_alignment(align), on_lines=bool(on_lines), name=name, source=caller()
    )


def remark(words_: str, *, align: str = "left", name: str = "") -> Text:
    """A secondary remark: smaller and in the note colour."""
    return Text(words=words(words_, "The remark"), align=_alignment(align), small=True, name=name, source=caller())


def checked_blocks(blocks: Sequence[object], what: str) -> tuple[Block, ...]:
    """``blocks`` with strings turned into text; ``SheetError`` for anything that is no block, or for none at all."""
    if not blocks:
        raise SheetError(f"A {what} needs at least one block.", where=caller(), mend="Put something into it.")
    for block in blocks:
        if not isinstance(block, Block | str):
            raise SheetError(
                f"A {what} holds blocks and strings, not {type(block).__name__}.",
                where=caller(),
                mend="Use text(…), card(…), table(…) and so on.",
            )
    return tuple(text(block) if isinstance(block, str) else block for block in blocks if isinstance(block, Block | str))


def _alignment(align: str) -> str:
    if align not in ALIGNMENTS:
        from sketchsvg.names import unknown

        raise unknown("alignment", str(align), ALIGNMENTS, caller())
    return align
