"""What is wrong with a foreign SVG drawing."""

from __future__ import annotations

from sketchsvg.errors import SketchError


class SvgError(SketchError):
    """A drawing that is not SVG, or says something that cannot be."""


class SecurityError(SketchError):
    """A drawing that holds what a drawing has no honest use for, such as entities of its own."""


class LimitError(SketchError):
    """A drawing that is larger, deeper or longer than what is read; the message names the limit."""
