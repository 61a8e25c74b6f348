"""Messages on stderr: what, where with the line in question, and how to mend it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from unicodedata import combining, east_asian_width

from sketchsvg.errors import Source

STYLES = {
    "error": "\033[1;31m", "warning": "\033[1;33m", "note": "\033[1;34m", "help": "\033[1;36m", "faint": "\033[2m",
}  # fmt: skip
LONGEST_LINE = 160


def say(text: str) -> None:
    """One line on stderr."""
    print(text, file=sys.stderr)


def report(kind: str, what: str, *, where: Source | None = None, mend: str | None = None) -> None:
    """Say a fault on stderr. ``kind`` is "error", "warning" or "note"."""
    lines = [f"{_styled(kind)}: {_plain(what)}"]
    if where is not None:
        lines.append(f"{_styled('faint', ' -->')} {where}")
        lines += _excerpt(where)
    if mend:
        lines.append(f"{_styled('help')}: {_plain(mend)}")
    say("\n".join(lines))


def _styled(style: str, text: str | None = None) -> str:
    """The text in the colours of a style, where stderr shows colours and NO_COLOR is not set."""
    text = style if text is None else text
    if os.environ.get("NO_COLOR") or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return text
    return f"{STYLES[style]}{text}\033[0m"


def _plain(text: str) -> str:
    """The text without control characters: a message must not be able to move the cursor of a terminal."""
    return "".join(character if character.isprintable() or character == "\n" else "?" for character in text)


def _excerpt(where: Source) -> list[str]:
    """The line in question with a caret under its column; nothing when the file cannot be read."""
    try:
        lines = Path(where.file).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    if not 1 <= where.line <= len(lines):
        return []
    line = _plain(lines[where.line - 1].expandtabs(1))
    if not line.strip():
        return []
    number = str(where.line)
    bar = _styled("faint", "|")
    edge = " " * len(number)
    column = where.column
    if column is None:
        column = len(line) - len(line.lstrip()) + 1
    column = min(column, len(line) + 1)
    start = max(0, column - LONGEST_LINE // 2)
    shown = line[start : start + LONGEST_LINE].rstrip()
    caret = " " * _columns(line[start : column - 1]) + _styled("error", "^")
    return [
        f"{edge} {bar}",
        f"{_styled('faint', number)} {bar} {shown}",
        f"{edge} {bar} {caret}",
    ]


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes: Hangul takes two, an accent none."""
    return sum(0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1 for character in text)
