"""A TOML file that remembers on which line something was said."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from msgspec import Struct

from sketchsvg.errors import Source, ThemeError


class TomlFile(Struct, frozen=True):
    """What a file says (``values``) and its ``text``, to find the lines again."""

    path: Path
    text: str
    values: dict[str, Any]

    def where(self, table: str, key: str) -> Source:
        """The line where ``key`` of ``table`` ("" for the top) is said; line 1 if it is not in this file."""
        current = ""
        for number, line in enumerate(self.text.splitlines(), start=1):
            words = line.split("#", 1)[0].strip()
            if words.startswith("["):
                current = words.strip("[] \t\"'")
                if not table and current == key:
                    return Source(str(self.path), number)
            name, equals, _ = words.partition("=")
            said = ".".join(filter(None, [current, *(part.strip(" \t\"'") for part in name.split("."))]))
            if equals and said == ".".join(filter(None, [table, key])):
                return Source(str(self.path), number, line.index(line.strip()) + 1)
        return Source(str(self.path), 1)


def read_toml(path: Path, where: Source | None = None, what: str = "theme") -> TomlFile:
    """Reads the TOML file of a ``what``. ``where`` is the place that asks for it. Raises ``ThemeError``."""
    import tomllib

    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise ThemeError(
            f"The {what} file {path} cannot be read: {(error.strerror or str(error)).lower()}.",
            where=where,
            mend=f"Check the path; a {what} without .toml is looked for by its name.",
        ) from error
    except UnicodeDecodeError as error:
        raise ThemeError(
            f"The {what} file {path} is not UTF-8 text.", where=where, mend="Save it as UTF-8."
        ) from error
    try:
        return TomlFile(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        fault, line, column = _place(str(error), text)
        raise ThemeError(
            f"The {what} file is not valid TOML: {fault}.",
            where=Source(str(path), line, column),
            mend='A line reads key = value; words and colours stand in quotes: colour = "#fffdf5".',
        ) from error


def _place(message: str, text: str) -> tuple[str, int, int | None]:
    """What tomllib says, and where: it ends with "(at line 3, column 5)" or "(at end of document)"."""
    found = re.fullmatch(r"(.*?)\.? \(at line (\d+), column (\d+)\)", message)
    if found:
        return found[1], int(found[2]), int(found[3])
    return message.removesuffix(" (at end of document)"), max(1, len(text.splitlines())), None
