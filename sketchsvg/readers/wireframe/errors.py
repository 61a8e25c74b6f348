"""What the wireframe reader refuses, and what it warns of."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.errors import SketchError, Source

Made = TypeVar("Made", bound=Struct)


class WireframeError(SketchError):
    """A drawing that cannot be read as boxes: the message names line and column and a fix."""


class LimitError(WireframeError):
    """A drawing that is too large to be read in reasonable time."""


def warn(source: Source, message: str) -> None:
    """A warning that names a place in the drawing."""
    warnings.warn_explicit(message, UserWarning, source.file, source.line)


def placed(source: Source | None, make: Callable[..., Made], *words: Any, **options: Any) -> Made:
    """The block that ``make`` gives, with its place in the drawing; its errors name that place, too."""
    try:
        block = make(*words, **options)
    except SketchError as error:
        if source is not None:
            error.where = source
        raise
    return replace(block, source=source) if source is not None else block
