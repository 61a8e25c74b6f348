"""What a flowchart says, as values: nodes, edges, groups and how they are to look."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from sketchsvg.diagrams.layered.sizes import Direction
from sketchsvg.errors import Source

End: TypeAlias = Literal["open", "point", "cross", "circle"]
Stroke: TypeAlias = Literal["normal", "thick", "dotted", "invisible"]


@dataclass(frozen=True, slots=True)
class Dress:
    """Colours as ``#rrggbb`` ("none": none, empty: the theme's), ``width`` as a factor, ``dashed`` lines."""

    fill: str = ""
    stroke: str = ""
    words: str = ""
    width: float = 1.0
    dashed: bool = False


PLAIN = Dress()


@dataclass(frozen=True, slots=True)
class ChartNode:
    """A node: its words (inline markup), its figure (a name of ``figures.FIGURES``), its icon, its group's number."""

    name: str
    words: str
    figure: str = "rect"
    icon: str = ""
    group: int = -1
    dress: Dress = PLAIN
    source: Source | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ChartEdge:
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
    source: Source | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ChartGroup:
    """A frame around nodes and other frames, with its title; ``parent`` is the number of the frame around it."""

    name: str
    words: str
    parent: int = -1
    direction: Direction | None = None
    dress: Dress = PLAIN
    source: Source | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Chart:
    """A whole flowchart."""

    direction: Direction
    nodes: tuple[ChartNode, ...]
    edges: tuple[ChartEdge, ...] = ()
    groups: tuple[ChartGroup, ...] = ()
