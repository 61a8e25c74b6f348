"""What can go wrong, each with what, where and how to mend it."""

from __future__ import annotations

from types import CodeType


class Source:
    """Where in an author's file something was said: path, line (from 1) and, where known, column (from 1).

    A place in running Python (``in_code``) finds its column only when it is asked for: most never are.
    """

    __slots__ = ("_code", "_column", "_instruction", "file", "line")

    def __init__(self, file: str, line: int, column: int | None = None) -> None:
        self.file = file
        self.line = line
        self._column = column
        self._code: CodeType | None = None
        self._instruction = 0

    @classmethod
    def in_code(cls, code: CodeType, instruction: int, line: int) -> Source:
        """The place of an instruction (``f_lasti`` of a frame) in compiled Python."""
        source = cls(code.co_filename, line)
        source._code, source._instruction = code, instruction
        return source

    @property
    def column(self) -> int | None:
        """The column, from 1; None where it is not known."""
        if self._column is None and self._code is not None:
            # Instructions are two bytes wide.
            for number, (line, _, column, _) in enumerate(self._code.co_positions()):
                if number == self._instruction // 2:
                    self._column = column + 1 if column is not None and line == self.line else None
                    break
            self._code = None
        return self._column

    def __reduce__(self) -> tuple[type[Source], tuple[str, int, int | None]]:
        return Source, (self.file, self.line, self.column)

    def of(self, said: str) -> Source:
        """Where ``said`` stands first, from this line of the file on; this place itself where it does not."""
        from pathlib import Path

        try:
            lines = Path(self.file).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return self
        for number, line in enumerate(lines[self.line - 1 :], self.line):
            if said and said in line:
                return Source(self.file, number, line.index(said) + 1)
        return self

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" + (f":{self.column}" if self.column is not None else "")

    def __repr__(self) -> str:
        return f"Source({self})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Source) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))


class SketchError(Exception):
    """Base of every error that sketchsvg raises on purpose.

    ``what`` is one sentence, ``where`` the source position if one is known, ``mend`` says what to change. ``status``
    is the exit status of the command line: 1 when the input is at fault, 2 for usage, configuration and files.
    ``said`` is what stands in the author's file and is at fault, where that is known.
    """

    status = 1
    said = ""

    def __init__(self, what: str, *, where: Source | None = None, mend: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.mend = mend

    def stands_in(self, block: Source | None) -> None:
        """The error belongs to what begins at ``block``: its place is there, unless it has one already."""
        if self.where is None and block is not None:
            self.where = block.of(self.said) if self.said else block

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        fix = f"\n  {self.mend}" if self.mend else ""
        return f"{place}{self.what}{fix}"


class SheetError(SketchError):
    """A sheet says something that cannot be: a wrong argument, a negative size, an empty table."""


class Note(UserWarning):
    """Something to know about a drawing that is no fault: told like a warning, and no error where one is strict."""


class LimitError(SheetError):
    """More is asked for than a file or the memory of a machine can hold."""

    status = 2


class LayoutError(SketchError):
    """Content does not fit into its place at the smallest legible size.

    ``missing_mm`` is how many millimetres are missing.
    """

    def __init__(
        self, what: str, *, where: Source | None = None, mend: str | None = None, missing_mm: float = 0.0
    ) -> None:
        super().__init__(what, where=where, mend=mend)
        self.missing_mm = missing_mm


class CharacterError(SketchError):
    """A character that the hand cannot write."""


class NameUnknownError(SketchError):
    """A name (theme, icon, pen, page, …) that does not exist."""


class ThemeError(SketchError):
    """A theme file that cannot be read or holds something unknown."""

    status = 2


class OutputError(SketchError):
    """A file that cannot be written."""

    status = 2


class MissingPackageError(SketchError):
    """A package that is needed for this and is not installed."""

    status = 2


class MissingCairoError(SketchError):
    """PDF and PNG need the cairo library, and it is not on this machine."""

    status = 2
