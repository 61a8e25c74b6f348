"""Code in colours: its words in the hues of the theme, by what the language says that they are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from typing import ClassVar

from msgspec.structs import replace

from sketchsvg.blocks.code import Code, code
from sketchsvg.frame import Frame, Line, Setting
from sketchsvg.lettering.hand import Hand
from sketchsvg.lettering.inline import PLAIN
from sketchsvg.lettering.setline import SetRun

#: Hues by the names that Pygments gives to kinds of words; a kind takes the hue of the nearest kind above it.
HUES = {
    "Token.Keyword": "plum", "Token.Operator.Word": "plum", "Token.Name.Builtin": "cobalt",
    "Token.Name.Function": "cobalt", "Token.Name.Class": "cobalt", "Token.Name.Tag": "cobalt",
    "Token.Name.Attribute": "tangerine", "Token.Name.Decorator": "tangerine", "Token.Literal.Number": "tangerine",
    "Token.Literal.String": "leaf", "Token.Literal.String.Interpol": "tangerine", "Token.Comment.Preproc": "rose",
    "Token.Name.Exception": "rose", "Token.Generic.Deleted": "rose", "Token.Generic.Inserted": "leaf",
}  # fmt: skip
#: How comments are written instead.
COMMENT = "Token.Comment"

#: The parts of one row: text, hue (empty: none), whether it is a comment.
Parts = tuple[tuple[str, str, bool], ...]


class ColouredCode(Code, frozen=True, kw_only=True):
    """A block of code whose words have the hues of their kinds; in a language that nobody knows it is plain."""

    kind: ClassVar[str] = "code"

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """As plain code, the lines divided into runs of their hues."""
        frame = Code.compose(self, width, setting, height)
        rows = _rows("\n".join(self.rows), self.language)
        if not rows:
            return frame
        # The tag in the corner comes last, and is no code.
        lines, tag = (frame.lines[:-1], frame.lines[-1:]) if self.language else (frame.lines, ())
        return replace(frame, lines=(*_coloured(lines, rows, frame.setting.hand), *tag))


def coloured_code(text: str, language: str, *, name: str = "") -> ColouredCode:
    """As ``code``, in colours."""
    plain = code(text, language, name=name)
    return ColouredCode(rows=plain.rows, language=plain.language, name=plain.name, source=plain.source)


def _coloured(lines: tuple[Line, ...], rows: tuple[Parts, ...], hand: Hand) -> Iterator[Line]:
    """The lines with the hues of the rows that they are parts of: both stand in the same order."""
    row, at = 0, 0
    words = ["".join(text for text, _, _ in parts) for parts in rows]
    for line in lines:
        said = line.words.text
        while row < len(rows) and words[row].find(said, at) < 0:
            row, at = row + 1, 0
        if row == len(rows):
            # Pygments has changed the text: the rest stays plain.
            yield line
            continue
        begin = words[row].find(said, at)
        at = begin + len(said)
        runs = tuple(_runs(said, begin, rows[row], hand))
        yield replace(line, words=replace(line.words, runs=runs))


def _runs(said: str, begin: int, parts: Parts, hand: Hand) -> Iterator[SetRun]:
    """The runs of ``said``, which begins at the character ``begin`` of its row."""
    place = -begin
    for text, hue, comment in parts:
        first, last = max(0, place), min(len(said), place + len(text))
        place += len(text)
        if first < last:
            own = said[first:last]
            style = replace(PLAIN, hue=hue, italic=comment)
            x = hand.advance(said[:first]) if first else 0.0
            yield SetRun(own, style, None, x, hand.advance(own))


@lru_cache(maxsize=256)
def _rows(text: str, language: str) -> tuple[Parts, ...]:
    """The parts of each row; nothing where Pygments does not know the language."""
    if not language:
        return ()
    lexers = import_module("pygments.lexers")
    try:
        lexer = lexers.get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except import_module("pygments.util").ClassNotFound:
        return ()
    rows: list[list[tuple[str, str, bool]]] = [[]]
    for kind, words in lexer.get_tokens(text):
        hue, comment = _hue(str(kind))
        for number, part in enumerate(words.split("\n")):
            if number:
                rows.append([])
            if part:
                rows[-1].append((part, hue, comment))
    return tuple(tuple(row) for row in rows)


def _hue(kind: str) -> tuple[str, bool]:
    """The hue of a kind of word, and whether it is a comment."""
    name = kind
    while name:
        if name in HUES:
            return HUES[name], False
        if name == COMMENT:
            return "", True
        name = name.rpartition(".")[0]
    return "", False
