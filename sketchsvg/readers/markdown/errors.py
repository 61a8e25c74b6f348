"""What the Markdown reader refuses, what it warns of, and where blocks come from."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.errors import SketchError, Source

Made = TypeVar("Made", bound=Block)
Arguments = ParamSpec("Arguments")


class MarkdownError(SketchError):
    """A file that cannot be read as notes: the message names the line and a fix."""


class LimitError(MarkdownError):
    """More than can be read in reasonable time: too long, too deep, too many brackets."""


def made(source: Source, make: Callable[..., Made], *words: Any, **options: Any) -> Made:
    """The block that ``make`` gives, with its place in the Markdown; its errors name that place, too."""
    try:
        return replace(make(*words, **options), source=source)
    except SketchError as error:
        # A diagram knows its own lines; what else an error knows is the program that called.
        if error.where is None or error.where.file != source.file:
            error.where = None
            error.stands_in(source)
        raise


def warn(source: Source, message: str) -> None:
    """A warning that names a place in the Markdown."""
    warnings.warn_explicit(message, UserWarning, source.file, source.line)
