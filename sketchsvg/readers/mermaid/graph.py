"""Collects what the statements of a flowchart say, in their order, and gives the finished value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from sketchsvg.readers.mermaid.edges import Stem
from sketchsvg.readers.mermaid.labels import Label, label
from sketchsvg.readers.mermaid.paint import asked, painted
from sketchsvg.readers.mermaid.preamble import Preamble
from sketchsvg.readers.mermaid.scanner import Scanner
from sketchsvg.readers.mermaid.shapes import figure_of
from sketchsvg.readers.mermaid.values import PLAIN, Direction, Edge, Flowchart, Link, Node, Paint, Subgraph

MAX_EDGES = 2000
MAX_NODES = 2000


class NodeDraft(Struct):
    """A node while the text is still being read."""

    id: str
    at: int
    label: Label
    named: bool = False
    shape: str | None = None
    styles: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    link: str | None = None
    tooltip: str | None = None
    icon: str | None = None
    img: str | None = None
    data: dict[str, Any] = field(default_factory=dict)


class EdgeDraft(Struct):
    """An edge while the text is still being read."""

    start: str
    end: str
    stem: Stem
    id: str
    styles: list[str] | None = None
    classes: list[str] = field(default_factory=list)
    curve: str | None = None
    animate: bool | None = None
    animation: str | None = None


class SubgraphDraft(Struct):
    """A subgraph while the text is still being read; ``items`` are the ids named inside it, in mermaid's order.

    ``indent`` and ``body_indent`` say how far its head and its first statement stand from the left, where each begins
    its line.
    """

    id: str
    title: Label
    at: int
    items: list[str] = field(default_factory=list)
    direction: Direction | None = None
    parent: str | None = None
    classes: list[str] = field(default_factory=list)
    indent: int | None = None
    body_indent: int | None = None


class Graph:
    """The flowchart while it is read."""

    def __init__(self, scan: Scanner, direction: Direction) -> None:
        self.scan = scan
        self.direction: Direction = direction
        self.nodes: dict[str, NodeDraft] = {}
        self.edges: list[EdgeDraft] = []
        self.subgraphs: list[SubgraphDraft] = []
        self.class_defs: dict[str, list[str]] = {}
        self.links: list[Link] = []
        self.default_edge_style: tuple[str, ...] = ()
        self.default_curve: str | None = None
        self.acc_title: str | None = None
        self.acc_description: str | None = None
        self._edges_by_id: dict[str, EdgeDraft] = {}
        self._pairs: dict[tuple[str, str], int] = {}
        self._in_subgraph: set[str] = set()
        self._around: dict[str, str] = {}
        self._fields: dict[str, dict[str, Any]] = {}

    def node(self, name: str, at: int) -> NodeDraft | EdgeDraft:
        """The node of this id, made where it is new; an edge where the id is an edge's."""
        if name in self._edges_by_id:
            return self._edges_by_id[name]
        if name not in self.nodes:
            if len(self.nodes) >= MAX_NODES:
                raise self.scan.limit(f"A flowchart can have {MAX_NODES} nodes, and this one has more.", at=at)
            self.nodes[name] = NodeDraft(name, at, label(name))
        return self.nodes[name]

    def is_edge(self, name: str) -> bool:
        """Whether an id belongs to an edge, and to no node."""
        return name in self._edges_by_id and name not in self.nodes

    def connect(self, starts: Sequence[str], ends: Sequence[str], stem: Stem) -> None:
        """An edge from each start to each end; its id goes to the one from the last start to the first end."""
        if len(self.edges) + len(starts) * len(ends) > MAX_EDGES:
            raise self.scan.limit(f"A flowchart can have {MAX_EDGES} edges, and this one has more.", at=stem.at)
        for name in (*starts, *ends):
            if name not in self.nodes:
                what = f'"{name}" is the id of an edge, and no edge leads to another.'
                raise self.scan.error(what, at=stem.at, mend="Give the node or the edge another id.")
        for start in starts:
            for end in ends:
                named = stem.id if start == starts[-1] and end == ends[0] else ""
                self._connect(start, end, stem, named)

    def _connect(self, start: str, end: str, stem: Stem, named: str) -> None:
        before = self._pairs.get((start, end), 0)
        self._pairs[start, end] = before + 1
        if not named or named in self._edges_by_id:
            named = f"L_{start}_{end}_{before + 1 if before else 0}"
        edge = EdgeDraft(start, end, stem, named)
        self.edges.append(edge)
        self._edges_by_id.setdefault(named, edge)

    def close_subgraph(self, draft: SubgraphDraft) -> str:
        """The subgraph is complete: its id. A node belongs to the first subgraph that names it."""
        draft.id = draft.id or f"subGraph{len(self.subgraphs)}"
        draft.items = [item for item in dict.fromkeys(draft.items) if item not in self._in_subgraph]
        self._in_subgraph.update(draft.items)
        self.subgraphs.append(draft)
        return draft.id

    def add_class(self, names: Iterable[str], css_class: str) -> list[str]:
        """Gives a class to nodes, edges and subgraphs; the names that are none of these."""
        unknown = []
        frames: dict[str, list[SubgraphDraft]] = {}
        for frame in self.subgraphs:
            frames.setdefault(frame.id, []).append(frame)
        for name in names:
            owners: list[NodeDraft | EdgeDraft | SubgraphDraft] = [*frames.get(name, ())]
            if name in self.nodes:
                owners.append(self.nodes[name])
            if name in self._edges_by_id:
                owners.append(self._edges_by_id[name])
            for owner in owners:
                owner.classes.append(css_class)
            if not owners:
                unknown.append(name)
        return unknown

    def finished(self, preamble: Preamble) -> Flowchart:
        """The value, with colours resolved and parents known."""
        self._set_parents()
        return Flowchart(
            direction=self.direction,
            nodes=tuple(self._node(draft) for draft in self.nodes.values()),
            edges=tuple(self._edge(draft) for draft in self.edges),
            subgraphs=tuple(self._subgraph(draft) for draft in self.subgraphs),
            class_defs=MappingProxyType({name: tuple(styles) for name, styles in self.class_defs.items()}),
            links=tuple(self.links),
            title=preamble.title,
            acc_title=self.acc_title,
            acc_description=self.acc_description,
            settings=preamble.settings,
            notes=tuple(sorted(self.scan.notes, key=lambda note: (note.line, note.column))),
        )

    def _set_parents(self) -> None:
        """Says for every subgraph which one it stands in; where they hold each other, the later one is outside."""
        for frame in self.subgraphs:
            for item in frame.items:
                if not self._stands_in(frame.id, item):
                    self._around[item] = frame.id
                elif item in self.nodes:
                    self.scan.note(f'The subgraph "{frame.id}" cannot stand in itself.', at=frame.at)
        for frame in self.subgraphs:
            frame.parent = self._around.get(frame.id)

    def _stands_in(self, inner: str, outer: str) -> bool:
        """Whether ``inner`` is ``outer`` or stands in it, at any depth."""
        name: str | None = inner
        while name is not None and name != outer:
            name = self._around.get(name)
        return name is not None

    def _paint(self, classes: Iterable[str], styles: Iterable[str], base: Paint = PLAIN) -> Paint:
        fields: dict[str, Any] = {}
        for name in dict.fromkeys(classes):
            fields.update(self._class_fields(name))
        return painted(styles, replace(base, **fields) if fields else base)

    def _class_fields(self, name: str) -> dict[str, Any]:
        if name not in self._fields:
            self._fields[name] = asked(self.class_defs.get(name, ()))
        return self._fields[name]

    def _node(self, draft: NodeDraft) -> Node:
        return Node(
            id=draft.id,
            label=draft.label.html,
            text=draft.label.text,
            label_type=draft.label.kind,
            shape=draft.shape,
            figure=figure_of(draft.shape),
            styles=tuple(draft.styles),
            classes=tuple(draft.classes),
            paint=self._paint(("default", *draft.classes), draft.styles),
            link=draft.link,
            tooltip=draft.tooltip,
            icon=draft.icon,
            icons=draft.label.icons,
            img=draft.img,
            parent=self._around.get(draft.id),
            data=MappingProxyType(draft.data),
            position=self.scan.source.position(draft.at),
        )

    def _edge(self, draft: EdgeDraft) -> Edge:
        stem = draft.stem
        return Edge(
            start=draft.start,
            end=draft.end,
            label=stem.label.html,
            text=stem.label.text,
            label_type=stem.label.kind,
            kind=stem.kind,
            tail=stem.tail,
            head=stem.head,
            stroke=stem.stroke,
            length=stem.length,
            id=draft.id,
            styles=None if draft.styles is None else tuple(draft.styles),
            classes=tuple(draft.classes),
            paint=self._paint(draft.classes, draft.styles or (), painted(self.default_edge_style)),
            curve=draft.curve or self.default_curve,
            animate=draft.animate,
            animation=draft.animation,
            icons=stem.label.icons,
            position=self.scan.source.position(stem.at),
        )

    def _subgraph(self, draft: SubgraphDraft) -> Subgraph:
        twin = self.nodes.get(draft.id)
        styles = tuple(twin.styles) if twin else ()
        classes = (*draft.classes, *(name for name in (twin.classes if twin else ()) if name not in draft.classes))
        return Subgraph(
            id=draft.id,
            title=draft.title.html,
            text=draft.title.text,
            label_type=draft.title.kind,
            nodes=tuple(draft.items),
            direction=draft.direction,
            parent=draft.parent,
            styles=styles,
            classes=classes,
            paint=self._paint(classes, styles),
            icons=draft.title.icons,
            position=self.scan.source.position(draft.at),
        )
