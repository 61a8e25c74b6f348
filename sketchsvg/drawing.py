"""A drawing that the pens have yet to draw, and the files it becomes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from sketchsvg.scene import Scene

if TYPE_CHECKING:
    from sketchsvg.inked import InkedPage
    from sketchsvg.plotting import Plot
    from sketchsvg.web import Web


class Drawing(Struct, frozen=True, eq=False):
    """One drawing: its scene of clean marks, in mm. The same drawing gives the same files, byte for byte."""

    scene: Scene

    @property
    def width(self) -> float:
        """Its width in mm."""
        return self.scene.width

    @property
    def height(self) -> float:
        """Its height in mm."""
        return self.scene.height

    def to_svg(self, web: Web | None = None) -> str:
        """The drawing as an SVG document, prepared for where it is shown by ``web``."""
        from sketchsvg.exporters.svg import to_svg

        return to_svg(self._inked(), web)

    def to_pdf(self) -> bytes:
        """The drawing as a PDF page of its size, its words as text that can be searched."""
        from sketchsvg.exporters.pdf import to_pdf

        return to_pdf(self._inked())

    def to_png(self, ppi: float = 300, width: int | None = None) -> bytes:
        """The drawing as a PNG at ``ppi`` pixels an inch, or ``width`` pixels wide."""
        from sketchsvg.exporters.png import to_png

        return to_png(self._inked(), ppi, width)

    def to_webp(self, ppi: float = 300, width: int | None = None) -> bytes:
        """The drawing as a WebP without loss at ``ppi`` pixels an inch, or ``width`` pixels wide."""
        from sketchsvg.exporters.webp import to_webp

        return to_webp(self._inked(), ppi, width)

    def plot(self) -> Plot:
        """The drawing as single strokes for a pen plotter: SVG in mm, one layer a pen, ordered for little travel."""
        from sketchsvg.exporters.plotter import to_plot
        from sketchsvg.ink.centrelines import centrelines

        return to_plot(centrelines(self.scene))

    def render(
        self, format: str = "svg", *, ppi: float = 300, width: int | None = None, web: Web | None = None
    ) -> bytes:
        """The drawing as the bytes of a file: ``format`` is "svg", "svgz", "pdf", "png" or "webp"."""
        from sketchsvg.names import look_up

        look_up("format", format, {"svg": 0, "svgz": 0, "pdf": 0, "png": 0, "webp": 0})
        if format == "svg":
            return self.to_svg(web).encode()
        if format == "svgz":
            from sketchsvg.exporters.svg import packed

            return packed(self.to_svg(web))
        if format == "pdf":
            return self.to_pdf()
        return self.to_webp(ppi, width) if format == "webp" else self.to_png(ppi, width)

    def save(
        self, path: str | Path, *, ppi: float = 300, width: int | None = None, web: Web | None = None
    ) -> None:
        """Write the drawing to ``path``: SVG, SVGZ, PDF, PNG or WebP by its suffix.

        After a failure the old file is untouched.
        """
        from sketchsvg.exporters.save import format_of, write_atomically

        path = Path(path)
        write_atomically(path, self.render(format_of(path), ppi=ppi, width=width, web=web))

    def _repr_svg_(self) -> str:
        """What notebooks show."""
        return self.to_svg()

    def _inked(self) -> InkedPage:
        from sketchsvg.ink.draw import ink

        return ink(self.scene)
