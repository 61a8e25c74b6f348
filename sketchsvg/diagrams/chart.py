"""What a flowchart says, as values: nodes, edges, groups and how they are to look."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from sketchsvg.authored import Authored
from sketchsvg.diagrams.layered.sizes import Direction
from sketchsvg.errors import Source
from sketchsvg.lettering.inline import plain_text

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
    """A node: its words (inline markup), its figure (a name of ``figures.FIGURES``), its icons, its group's number."""

    name: str
    words: str
    figure: str = "rect"
    icons: tuple[str, ...] = ()
    group: int = -1
    dress: Dress = PLAIN
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

    ``direction`` is that of what it holds, None for that of what it stands in.
    """

    name: str
    words: str
    parent: int = -1
    direction: Direction | None = None
    dress: Dress = PLAIN
    source: Source | None = None


class Chart(Struct, frozen=True):
    """A whole flowchart."""

    direction: Direction
    nodes: tuple[ChartNode, ...]
    edges: tuple[ChartEdge, ...] = ()
    groups: tuple[ChartGroup, ...] = ()

    @property
    def shown(self) -> str:
        """Which node leads to which, in words."""
        names = [" ".join(plain_text(node.words).split()) or node.name for node in self.nodes]
        said, linked = [], set[int]()
        for edge in self.edges:
            if edge.stroke == "invisible":
                continue
            over = " ".join(plain_text(edge.words).split())
            said.append(f"{names[edge.start]} → {f'({over}) ' if over else ''}{names[edge.end]}")
            linked |= {edge.start, edge.end}
        return "; ".join([*said, *(name for number, name in enumerate(names) if number not in linked)])
