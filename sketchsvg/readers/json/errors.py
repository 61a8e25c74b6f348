"""What the JSON reader refuses."""

from __future__ import annotations

from sketchsvg.errors import SketchError


class JsonError(SketchError):
    """JSON that is no sheet: the message names the path in it (``$.body[2].rows[0]``), the place and a fix."""


class LimitError(JsonError):
    """More than a page could ever hold: too long, too deep, too many words."""
