"""The text of a Markdown file: its bytes as lines, within bounds, divided into front matter and body."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from sketchsvg.errors import Source
from sketchsvg.readers.markdown.errors import LimitError, MarkdownError

#: More than these is no set of notes; markdown-it needs more than linear time.
MOST_CHARACTERS, MOST_LINES = 500_000, 20_000
#: What one paragraph, cell or heading may hold: the search for the ends of links grows with their square.
MOST_IN_PARAGRAPH, MOST_BRACKETS = 20_000, 400
#: What one line of code may hold, and one table.
MOST_IN_LINE, MOST_ROWS = 4_000, 1_500
#: Quotes and lists in each other.
DEEPEST = 30

_FENCE = "---"


class MarkdownText(Struct, frozen=True):
    """A file as it was typed: ``front`` are the lines of its front matter (from line 2 of the file on).

    ``body`` is the whole text with blank lines in place of the front matter, so that its lines count as in the file.
    """

    file: str
    front: tuple[str, ...]
    body: str

    def at(self, line: int) -> Source:
        """The place of a line, counted from 1."""
        return Source(self.file, line)


def markdown_text(data: bytes, file: str) -> MarkdownText:
    """The text in ``data``, in NFC. ``MarkdownError`` for what is no UTF-8, ``LimitError`` for what is too long."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = Source(file, data[: error.start].count(b"\n") + 1)
        raise MarkdownError("This is not UTF-8 text.", where=where, mend="Save the file as UTF-8.") from None
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = text.split("\n")
    where = Source(file, 1)
    mend = "Divide the notes into several files."
    if len(text) > MOST_CHARACTERS:
        what = f"Notes can have {MOST_CHARACTERS:,} characters, and these have {len(text):,}."
        raise LimitError(what, where=where, mend=mend)
    if len(lines) > MOST_LINES:
        raise LimitError(f"Notes can have {MOST_LINES:,} lines, and these have {len(lines):,}.", where=where, mend=mend)
    end = _end_of_front(lines, file)
    return MarkdownText(file, tuple(lines[1:end]), "\n".join([""] * (end + 1) + lines[end + 1 :]) if end else text)


def _end_of_front(lines: list[str], file: str) -> int:
    """The index of the line that closes the front matter; 0 where there is none."""
    if lines[0].rstrip() != _FENCE:
        return 0
    for index, line in enumerate(lines[1:], 1):
        if line.rstrip() in (_FENCE, "..."):
            return index
        if not line.strip() and index == 1:
            return 0
    raise MarkdownError(
        "The front matter is not closed.", where=Source(file, 1), mend="Write --- on a line of its own under it."
    )
