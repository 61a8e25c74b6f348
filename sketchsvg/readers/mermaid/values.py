"""What a diagram says, once it is read: flowcharts and mind maps as plain frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

from msgspec import Struct, field

from sketchsvg.readers.mermaid.source import Position

LabelType = Literal["text", "string", "markdown"]
Head = Literal["open", "point", "cross", "circle"]
Stroke = Literal["normal", "thick", "dotted", "invisible"]
Direction = Literal["TB", "BT", "LR", "RL"]

START = Position(1, 1)


def nothing() -> Mapping[str, Any]:
    """A mapping with nothing in it, that cannot be written to."""
    return MappingProxyType({})


class Diagnostic(Struct, frozen=True):
    """Something the reader mended ("repair") or could not honour ("note"), where, and what to write instead."""

    kind: Literal["repair", "note"]
    message: str
    line: int
    column: int
    fix: str | None = None


class Paint(Struct, frozen=True):
    """The colours and lines that style statements ask for, as far as they can be honoured.

    Colours are ``#rrggbb`` (``"none"`` for none), ``stroke_width`` is in CSS pixels, ``dash`` in CSS pixels on and off.
    None means that nothing was asked for.
    """

    fill: str | None = None
    stroke: str | None = None
    color: str | None = None
    stroke_width: float | None = None
    dash: tuple[float, ...] | None = None
    bold: bool = False
    italic: bool = False


PLAIN = Paint()


class Node(Struct, frozen=True):
    """A box of a flowchart.

    ``label`` is the label as mermaid stores it (HTML breaks and entities); ``text`` is what a pen writes: newlines for
    breaks, entities resolved, tags and icon codes gone (``**`` and ``*`` stay when ``label_type`` is "markdown").
    ``shape`` is the name the author used or the bracket's ("square", "round", …), None where nothing was said;
    ``figure`` is the canonical short name ("rect", "rounded", "diam", …) whichever way it was said. ``icons`` are the
    icon codes inside the label ("fa:fa-car"), ``icon`` the one of ``@{icon: …}``. ``parent`` is the id of the subgraph
    around the node. ``data`` holds every other property of ``@{…}``.
    """

    id: str
    label: str
    text: str
    label_type: LabelType = "text"
    shape: str | None = None
    figure: str = "rect"
    styles: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    paint: Paint = PLAIN
    link: str | None = None
    tooltip: str | None = None
    icon: str | None = None
    icons: tuple[str, ...] = ()
    img: str | None = None
    parent: str | None = None
    data: Mapping[str, Any] = field(default_factory=nothing)
    position: Position = START


class Edge(Struct, frozen=True):
    """A line from ``start`` to ``end`` (ids of nodes, some of which stand for subgraphs).

    ``kind`` is mermaid's name ("arrow_point", "double_arrow_cross", …); ``tail`` and ``head`` say the same for the two
    ends. ``length`` is how many ranks the edge spans at least.
    """

    start: str
    end: str
    label: str = ""
    text: str = ""
    label_type: LabelType = "text"
    kind: str = "arrow_open"
    tail: Head = "open"
    head: Head = "open"
    stroke: Stroke = "normal"
    length: int = 1
    id: str = ""
    styles: tuple[str, ...] | None = None
    classes: tuple[str, ...] = ()
    paint: Paint = PLAIN
    curve: str | None = None
    animate: bool | None = None
    animation: str | None = None
    icons: tuple[str, ...] = ()
    position: Position = START


class Subgraph(Struct, frozen=True):
    """A frame around nodes and other subgraphs, whose ids stand in ``nodes`` in mermaid's order.

    ``parent`` is the id of the subgraph around it; no subgraph stands inside itself. ``direction`` is None where the
    frame follows its surroundings.
    """

    id: str
    title: str
    text: str
    label_type: LabelType = "text"
    nodes: tuple[str, ...] = ()
    direction: Direction | None = None
    parent: str | None = None
    styles: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    paint: Paint = PLAIN
    icons: tuple[str, ...] = ()
    position: Position = START


class Link(Struct, frozen=True):
    """What a ``click`` statement opens: ``url``, or None where it calls a script, which paper cannot."""

    node: str
    url: str | None
    tooltip: str | None
    target: str | None
    position: Position


class Settings(Struct, frozen=True):
    """What front matter and ``%%{init}%%`` directives ask for.

    ``colors`` holds the theme variables that are colours, as ``#rrggbb``; ``values`` everything, as it was written.
    """

    theme: str | None = None
    look: str | None = None
    layout: str | None = None
    curve: str | None = None
    colors: Mapping[str, str] = field(default_factory=nothing)
    values: Mapping[str, Any] = field(default_factory=nothing)


class Flowchart(Struct, frozen=True):
    """A flowchart as read; ``to_model()`` gives mermaid's own view of it.

    ``nodes`` stand in order of first mention and hold, as in mermaid, a node for every subgraph that edges lead to;
    ``boxes`` leaves those out. ``class_defs`` maps class names to their style entries.
    """

    direction: Direction
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    subgraphs: tuple[Subgraph, ...]
    class_defs: Mapping[str, tuple[str, ...]]
    links: tuple[Link, ...]
    title: str | None = None
    acc_title: str | None = None
    acc_description: str | None = None
    settings: Settings = field(default_factory=Settings)
    notes: tuple[Diagnostic, ...] = ()

    @property
    def boxes(self) -> tuple[Node, ...]:
        """The nodes that are drawn as boxes: all but those that stand for a subgraph."""
        frames = {subgraph.id for subgraph in self.subgraphs}
        return tuple(node for node in self.nodes if node.id not in frames)

    def to_model(self) -> dict[str, Any]:
        """The diagram in the form that mermaid's own parser gives, as plain JSON values."""
        from sketchsvg.readers.mermaid.model import flowchart_model

        return flowchart_model(self)


MindmapShape = Literal["default", "rounded", "square", "circle", "cloud", "bang", "hexagon"]


class MindmapNode(Struct, frozen=True):
    """A word of a mind map with the words that hang on it; ``label`` and ``text`` as in ``Node``."""

    id: str
    label: str
    text: str
    label_type: LabelType = "text"
    shape: MindmapShape = "default"
    icon: str | None = None
    css_class: str | None = None
    icons: tuple[str, ...] = ()
    children: tuple[MindmapNode, ...] = ()
    position: Position = START


class Mindmap(Struct, frozen=True):
    """A mind map as read: a tree under one root."""

    root: MindmapNode
    title: str | None = None
    settings: Settings = field(default_factory=Settings)
    notes: tuple[Diagnostic, ...] = ()

    def to_model(self) -> dict[str, Any]:
        """The mind map in the form that mermaid's own parser gives, as plain JSON values."""
        from sketchsvg.readers.mermaid.model import mindmap_model

        return mindmap_model(self)
