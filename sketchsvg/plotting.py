"""A page for a pen plotter: single strokes, one layer a pen. Lengths in mm."""

from __future__ import annotations

from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats


class PenLayer(Struct, frozen=True, eq=False):
    """What one pen draws: its name, its colour, and its strokes with the nib in mm that each was drawn with."""

    pen: str
    colour: str
    strokes: Curves
    nibs: Floats


class PenPage(Struct, frozen=True, eq=False):
    """The layers of a page, light pens first, and ``notes`` on what no pen can draw."""

    width: float
    height: float
    layers: tuple[PenLayer, ...]
    notes: tuple[str, ...] = ()
    title: str = ""


class Plot(Struct, frozen=True):
    """A page as a plotter file: its ``svg``, how far the pens travel up and down, and notes. Lengths in mm.

    ``travel_as_drawn`` is how far pens would travel through the air in the order in which the page was drawn,
    ``travel`` how far they do; ``drawn`` is the length of all lines and ``lifts`` how often a pen goes down.
    """

    svg: str
    drawn: float
    travel_as_drawn: float
    travel: float
    lifts: int
    notes: tuple[str, ...]

    @property
    def summary(self) -> str:
        """The figures in a sentence."""
        return (
            f"{self.drawn / 1000:.1f} m of lines in {self.lifts} strokes; {self.travel / 1000:.1f} m through the air, "
            f"{self.travel_as_drawn / 1000:.1f} m before ordering"
        )
