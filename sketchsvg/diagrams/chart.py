"""What a flowchart says, as values: nodes, edges, groups and how they are to look."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from sketchsvg.authored import Authored
from sketchsvg.diagrams.layered.sizes import Direction
from sketchsvg.errors import Source

End: TypeAlias = Literal["open", "point", "cross", "circle"]
Stroke: TypeAlias = Literal["normal", "thick", "dotted", "invisible"]


class Dress(Struct, frozen=True):
    """Colours as ``#rrggbb`` ("none": none, empty: the theme's), ``width`` as a factor, ``dashed`` lines."""

    fill: str = ""
    stroke: str = ""
    words: str = ""
    width: float = 1.0
    dashed: bool = False


PLAIN = Dress()


class ChartNode(Authored, frozen=True):
    """A node: its words (inline markup), its figure (a name of ``figures.FIGURES``), its icons, its group's number.

    ``link`` is the address that it leads to, empty for none.
    """

    name: str
    words: str
    figure: str = "rect"
    icons: tuple[str, ...] = ()
    group: int = -1
    dress: Dress = PLAIN
    link: str = ""
    source: Source | None = None


class ChartEdge(Authored, frozen=True):
    """An edge between nodes by their numbers; ``start_group`` and ``end_group`` where it ends at a frame."""

    start: int
    end: int
    words: str = ""
    tail: End = "open"
    head: End = "point"
    stroke: Stroke = "normal"
    span: int = 1
    start_group: int = -1
    end_group: int = -1
    dress: Dress = PLAIN
    source: Source | None = None


class ChartGroup(Authored, frozen=True):
    """A frame around nodes and other frames, with its title; ``parent`` is the number of the frame around it.

    ``direction`` is that of what it holds, None for that of what it stands in; ``link`` an address, empty for none.
    """

    name: str
    words: str
    parent: int = -1
    direction: Direction | None = None
    dress: Dress = PLAIN
    link: str = ""
    source: Source | None = None


class Chart(Struct, frozen=True):
    """A whole flowchart."""

    direction: Direction
    nodes: tuple[ChartNode, ...]
    edges: tuple[ChartEdge, ...] = ()
    groups: tuple[ChartGroup, ...] = ()
