"""Walks through a diagram's text and says what it found where; everything that reads grammar reads through it."""

from __future__ import annotations

import re

from sketchsvg.readers.mermaid.errors import LimitError, MermaidError
from sketchsvg.readers.mermaid.source import Text
from sketchsvg.readers.mermaid.values import Diagnostic

BLANKS = re.compile(r"[^\S\n]*")
SPACE = re.compile(r"\s*")
WORD = re.compile(r"[^\s\[\](){}|\"]{1,24}|.")

MAX_NOTES = 200


class Scanner:
    """A reading position in a text, with the notes made so far. Patterns match at the position, never beyond."""

    def __init__(self, source: Text, notes: list[Diagnostic] | None = None) -> None:
        self.source = source
        self.text = source.text
        self.pos = 0
        self.notes: list[Diagnostic] = [] if notes is None else notes

    @property
    def ended(self) -> bool:
        """Whether nothing is left."""
        return self.pos >= len(self.text)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The match at the position, which then stands behind it; None (and no step) without one."""
        found = pattern.match(self.text, self.pos)
        if found is not None:
            self.pos = found.end()
        return found

    def sees(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The match at the position, which stays."""
        return pattern.match(self.text, self.pos)

    def take_text(self, text: str) -> bool:
        """Steps over exactly this text, if it stands here."""
        if not self.text.startswith(text, self.pos):
            return False
        self.pos += len(text)
        return True

    def skip_blanks(self) -> None:
        """Steps over spaces and tabs."""
        self.take(BLANKS)

    def skip_space(self) -> None:
        """Steps over spaces, tabs and line ends."""
        self.take(SPACE)

    def line_end(self, start: int | None = None) -> int:
        """The offset of the end of the line that holds ``start`` (here, unless said otherwise)."""
        found = self.text.find("\n", self.pos if start is None else start)
        return len(self.text) if found < 0 else found

    def found(self, at: int) -> str:
        """What stands at an offset, in words."""
        if at >= len(self.text):
            return "the diagram ends"
        if self.text[at] == "\n":
            return "the line ends"
        word = WORD.match(self.text, at)
        return f'there is "{word.group() if word else self.text[at]}"'

    def error(self, what: str, *, at: int | None = None, mend: str | None = None) -> MermaidError:
        """The error for an offset (here, unless said otherwise)."""
        return MermaidError(what, where=self.source.where(self.pos if at is None else at), mend=mend)

    def missing(self, expected: str, *, at: int | None = None, mend: str | None = None) -> MermaidError:
        """The error for something that should stand at an offset, and what stands there instead."""
        place = self.pos if at is None else at
        return self.error(f"Here should be {expected}, but {self.found(place)}.", at=place, mend=mend)

    def limit(self, what: str, *, at: int | None = None) -> LimitError:
        """The error for a diagram that grows beyond what is read."""
        place = self.source.where(self.pos if at is None else at)
        return LimitError(what, where=place, mend="Split the diagram into several.")

    def repaired(self, message: str, *, at: int, fix: str) -> None:
        """Notes something that was mended, and how it is written."""
        self._note(Diagnostic("repair", message, *self._line_column(at), fix))

    def note(self, message: str, *, at: int, fix: str | None = None) -> None:
        """Notes something that is read but cannot be honoured."""
        self._note(Diagnostic("note", message, *self._line_column(at), fix))

    def _line_column(self, at: int) -> tuple[int, int]:
        position = self.source.position(at)
        return position.line, position.column

    def _note(self, note: Diagnostic) -> None:
        if len(self.notes) > MAX_NOTES or note in self.notes[-8:]:
            return
        if len(self.notes) == MAX_NOTES:
            note = Diagnostic("note", "There is more of this further down.", note.line, note.column)
        self.notes.append(note)
