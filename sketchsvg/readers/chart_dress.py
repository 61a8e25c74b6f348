"""The colours of a flowchart: those of its settings under those of its own styles."""

from __future__ import annotations

from msgspec import Struct

from sketchsvg.diagrams.chart import Dress
from sketchsvg.readers.mermaid.theming import THEMES, VARIABLES
from sketchsvg.readers.mermaid.values import Paint, Settings

#: Stroke width of mermaid's own lines, in CSS pixels.
USUAL = 1.0


class Dresses(Struct, frozen=True):
    """What nodes, frames and edges look like where their own styles say nothing."""

    node_dress: Dress = Dress()
    frame_dress: Dress = Dress()
    edge_dress: Dress = Dress()

    def node(self, paint: Paint) -> Dress:
        """The dress of a node."""
        return _over(self.node_dress, paint)

    def frame(self, paint: Paint) -> Dress:
        """The dress of a group's frame."""
        return _over(self.frame_dress, paint)

    def empty_frame(self, paint: Paint) -> Dress:
        """The dress of a frame with nothing in it, which is a box with dashes."""
        dress = _over(self.frame_dress, paint)
        return Dress(dress.fill, dress.stroke, dress.words, dress.width, True)

    def edge(self, paint: Paint) -> Dress:
        """The dress of an edge and its words."""
        return _over(self.edge_dress, paint)


def dresses_of(settings: Settings) -> Dresses:
    """The dresses that front matter and directives ask for."""
    colours = {**THEMES.get(settings.theme or "", {}), **settings.colors}

    def first(kind: str) -> str:
        return next((colours[name] for name in VARIABLES[kind] if name in colours), "")

    return Dresses(
        Dress(first("node"), first("border"), first("words")),
        Dress(first("frame"), first("frame_border"), first("title")),
        Dress("", first("line"), first("label")),
    )


def _over(base: Dress, paint: Paint) -> Dress:
    """``base`` with what a style asks for."""
    return Dress(
        paint.fill or base.fill,
        paint.stroke or base.stroke,
        paint.color if paint.color and paint.color != "none" else base.words,
        base.width if paint.stroke_width is None else paint.stroke_width / (2 * USUAL) + 0.5,
        base.dashed or paint.dash is not None,
    )
