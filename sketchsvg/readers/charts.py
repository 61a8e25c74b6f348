"""Mermaid text as blocks: flowcharts and mind maps drawn on a sheet."""

from __future__ import annotations

import re
import warnings

from msgspec.structs import replace

from sketchsvg.calling import caller
from sketchsvg.diagrams.branches import Branch
from sketchsvg.diagrams.chart import Chart, ChartEdge, ChartGroup, ChartNode, Dress
from sketchsvg.diagrams.flowchart import Flowchart
from sketchsvg.diagrams.mindmap import MindMap
from sketchsvg.errors import NameUnknownError, SheetError, Source
from sketchsvg.icons.find import icon as find_icon
from sketchsvg.readers.mermaid import Edge, Mindmap, MindmapNode, Node, Paint, Subgraph, parse
from sketchsvg.readers.mermaid import Flowchart as Read
from sketchsvg.readers.mermaid.values import Diagnostic

#: What has a meaning in inline markup and none in mermaid.
SIGNS = re.compile(r"([\\`*=~\[\]{}:_$])")
#: The same in markdown strings, whose asterisks mean what they mean here.
PLAIN_SIGNS = re.compile(r"([\\`=~\[\]{}:$])")
#: Figures that stand without words.
SIGNS_ALONE = frozenset({"sm-circ", "f-circ", "fr-circ", "cross-circ", "hourglass"})
#: Figures with lines where words would stand.
CROSSED = frozenset({"cross-circ", "hourglass"})
#: Stroke width of mermaid's own lines, in CSS pixels.
USUAL = 1.0


def flowchart(source: str, *, name: str = "") -> Flowchart:
    """A flowchart from mermaid text: ``flowchart("flowchart LR; A[Start] --> B{Works?}")``.

    What the reader mends is told as warnings. Raises ``MermaidError`` for what cannot be read, ``SheetError`` when it
    is no flowchart.
    """
    block = mermaid(source, name=name)
    if not isinstance(block, Flowchart):
        raise SheetError("This is a mind map, not a flowchart.", where=caller(), mend="Use mermaid(…).")
    return block


def mermaid(source: str, *, name: str = "") -> Flowchart | MindMap:
    """A flowchart or a mind map from mermaid text, whichever it is."""
    where = caller()
    if not isinstance(source, str):
        raise SheetError(
            f"A diagram is mermaid text, not {type(source).__name__}.", where=where, mend='mermaid("A --> B")'
        )
    return diagram(source, "<mermaid>", name=name, where=where)


def diagram(
    source: str, file: str, first_line: int = 1, *, name: str = "", where: Source | None = None
) -> Flowchart | MindMap:
    """The block of a diagram in ``file``; places in errors and warnings are those of the file."""
    read = parse(source, file=file, first_line=first_line)
    for note in read.notes:
        _warn(note, file)
    if isinstance(read, Mindmap):
        return _mindmap(read, file, name, where)
    chart = drawn(read, where or Source(file, first_line), file, name=name)
    return replace(chart, mermaid=source)


def drawn(read: Read, where: Source, file: str, *, name: str = "") -> Flowchart:
    """The block of a flowchart that has been read from ``file`` already and begins at ``where``."""
    chart = _chart(read, file)
    if not chart.nodes:
        said = "The flowchart has no nodes, and nothing is drawn. Write an edge such as A --> B."
        warnings.warn_explicit(said, UserWarning, file, where.line)
    return Flowchart(chart=chart, name=name, source=where)


def _warn(note: Diagnostic, file: str) -> None:
    message = note.message + (f" {note.fix}." if note.fix else "")
    warnings.warn_explicit(message, UserWarning, file, note.line)


def _chart(read: Read, file: str) -> Chart:
    # Frames of one name are one frame.
    groups = list({group.id: group for group in read.subgraphs}.values())
    inside: dict[str, list[str]] = {group.id: [] for group in groups}
    boxes = list(read.boxes)
    parents = {group.id: group.parent for group in groups}
    for node in boxes:
        outer = node.parent
        while outer is not None:
            inside[outer].append(node.id)
            outer = parents[outer]
    # A frame with nothing in it is a box with its title.
    around = set(parents.values())
    empty = {group.id for group in groups if not inside[group.id] and group.id not in around}
    for group in groups:
        outer = group.parent if group.id in empty else None
        while outer is not None:
            inside[outer].append(group.id)
            outer = parents[outer]
    full = [group for group in groups if group.id not in empty]
    group_of = {group.id: number for number, group in enumerate(full)}
    nodes = [_node(node, group_of, file) for node in boxes]
    number = {node.id: index for index, node in enumerate(boxes)}
    for group in groups:
        if group.id in empty:
            number[group.id] = len(nodes)
            nodes.append(
                ChartNode(
                    group.id, _words(group.text, group.label_type), "rect", group=group_of.get(group.parent or "", -1),
                    dress=_dress(group.paint, True), source=_at(file, group),
                )
            )  # fmt: skip
    edges = []
    for edge in read.edges:
        made = _edge(edge, number, group_of, inside, parents, nodes, file)
        if made is not None:
            edges.append(made)
    for group in full:
        if group.direction not in (None, read.direction):
            warnings.warn_explicit(
                f"The frame {group.id} follows the chart's direction {read.direction}, not {group.direction}.",
                UserWarning, file, group.position.line,
            )  # fmt: skip
    frames = tuple(
        ChartGroup(
            group.id, _words(group.text, group.label_type), group_of.get(group.parent or "", -1), group.direction,
            _dress(group.paint), _at(file, group),
        )
        for group in full
    )  # fmt: skip
    return Chart(read.direction, tuple(nodes), tuple(edges), frames)


def _node(node: Node, group_of: dict[str, int], file: str) -> ChartNode:
    where = _at(file, node)
    icon = next((found for code in (node.icon, *node.icons) if code and (found := _icon(code))), "")
    # mermaid writes nothing into signs; a name that nobody asked for is left out, words that somebody wrote are not.
    unasked = node.figure in SIGNS_ALONE and node.text == node.id
    words = "" if unasked else _words(node.text, node.label_type)
    figure = node.figure
    if words and figure in CROSSED:
        warnings.warn_explicit(
            f"Lines would cross the words of {node.id}, and it is drawn as two circles.", UserWarning, file,
            node.position.line,
        )  # fmt: skip
        figure = "dbl-circ"
    return ChartNode(
        node.id, f"**{words}**" if node.paint.bold and words else words, figure, icon,
        group_of.get(node.parent or "", -1), _dress(node.paint), where,
    )  # fmt: skip


def _icon(code: str) -> str:
    """The icon of mermaid's ``fa:fa-car``, if there is one of that name."""
    name = re.sub(r"^(?:fa[a-z]*:)?(?:fa-)?", "", code.strip())
    name = name.rsplit(":", 1)[-1]
    try:
        find_icon(name)
    except (NameUnknownError, SheetError):
        return ""
    return name


def _edge(
    edge: Edge, number: dict[str, int], group_of: dict[str, int], inside: dict[str, list[str]],
    parents: dict[str, str | None], nodes: list[ChartNode], file: str,
) -> ChartEdge | None:  # fmt: skip
    ends = []
    for name, other in ((edge.start, edge.end), (edge.end, edge.start)):
        group = group_of.get(name, -1)
        if group >= 0:
            # An edge between a frame and what it holds has no outside to come from.
            if other in inside[name] or name == other or _holds(name, other, parents):
                warnings.warn_explicit(
                    f"The edge from {edge.start} to {edge.end} leads from a frame into itself and is left out.",
                    UserWarning, file, edge.position.line,
                )
                return None
            ends.append((number[inside[name][0]], group))
        else:
            ends.append((number[name], -1))
    (start, first), (end, last) = ends
    return ChartEdge(
        start, end, _words(edge.text, edge.label_type), edge.tail, edge.head, edge.stroke, max(1, edge.length),
        first, last, _dress(edge.paint), _at(file, edge),
    )  # fmt: skip


def _holds(outer: str, inner: str, parents: dict[str, str | None]) -> bool:
    around: str | None = inner
    while around is not None and around in parents:
        if around == outer:
            return True
        around = parents[around]
    return False


def _dress(paint: Paint, dashed: bool = False) -> Dress:
    return Dress(
        paint.fill or "", paint.stroke or "", paint.color if paint.color and paint.color != "none" else "",
        1.0 if paint.stroke_width is None else paint.stroke_width / (2 * USUAL) + 0.5,
        dashed or paint.dash is not None,
    )  # fmt: skip


def _words(text: str, kind: str) -> str:
    """A label as inline markup: signs stand for themselves, the emphasis of markdown strings stays."""
    signs = PLAIN_SIGNS if kind == "markdown" else SIGNS
    return signs.sub(r"\\\1", text.replace("\t", " ").strip())


def _at(file: str, thing: Node | Edge | Subgraph | MindmapNode) -> Source:
    return Source(file, thing.position.line, thing.position.column)


def _mindmap(read: Mindmap, file: str, name: str, where: Source | None) -> MindMap:
    def grown(node: MindmapNode) -> Branch:
        return Branch(
            _words(node.text, node.label_type).replace("\n", " "), tuple(grown(child) for child in node.children),
            source=_at(file, node),
        )

    root = read.root
    return MindMap(
        root=_words(root.text, root.label_type),
        branches=tuple(grown(child) for child in root.children),
        icon=_icon(root.icon) if root.icon else "",
        name=name,
        source=where or _at(file, root),
    )

