"""What all parts of the JSON reader share while they turn forms into blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.errors import SketchError, Source
from sketchsvg.readers.json.places import Places

Made = TypeVar("Made", bound=Struct)
Given = TypeVar("Given")


class Place(Struct, frozen=True):
    """A value in the JSON that is being read, by its path."""

    path: str
    places: Places

    @property
    def source(self) -> Source | None:
        """Where it stands."""
        return self.places.source(self.path)

    @property
    def folder(self) -> Path:
        """Where the names of files begin."""
        return Path(self.places.text.file).parent

    def field(self, name: str) -> Place:
        """The value of one of its fields."""
        return Place(f"{self.path}.{name}", self.places)

    def items(self, name: str, count: int) -> list[Place]:
        """The entries of one of its fields."""
        return [Place(f"{self.path}.{name}[{number}]", self.places) for number in range(count)]

    def called(self, do: Callable[..., Given], *words: Any) -> Given:
        """What ``do`` gives; its errors name this path and this place."""
        try:
            return do(*words)
        except SketchError as error:
            error.what = f"{self.path}: {error.what}"
            error.where = self.source
            raise

    def made(self, make: Callable[..., Made], *words: Any, **options: Any) -> Made:
        """What ``make`` gives, with this place."""
        return located(self.called(partial(make, *words, **options)), self.source)


def with_own_icons(form: Made, at: Place) -> Made:
    """The form with icons that are files found in the folder of the JSON, whatever the working directory is."""
    found = {}
    for name in ("icon", "end_icon"):
        icon = getattr(form, name, "")
        if icon.lower().endswith(".svg") and at.places.text.file and (at.folder / icon).is_file():
            found[name] = str(at.folder / icon)
    return replace(form, **found) if found else form


def located(value: Made, source: Source | None) -> Made:
    """The value, and the entries in it that remember where they were written, with another place."""
    changes: dict[str, Any] = {"source": source}
    for name in ("entries", "stops"):
        parts = getattr(value, name, None)
        if parts:
            changes[name] = tuple(replace(part, source=source) for part in parts)
    return replace(value, **changes)


def joined(lines: str | Sequence[str]) -> str:
    """A text that is given whole or line by line."""
    return lines if isinstance(lines, str) else "\n".join(lines)
