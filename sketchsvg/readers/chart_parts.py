"""A flowchart as mermaid's reader gives it, as the values that the layout and the pen work on."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from sketchsvg.diagrams.chart import Chart, ChartEdge, ChartGroup, ChartNode
from sketchsvg.diagrams.figures import FIGURES
from sketchsvg.errors import Source
from sketchsvg.readers.chart_dress import Dresses, dresses_of
from sketchsvg.readers.chart_words import drawn_icons, drawn_picture, marked_up, warn, with_icons
from sketchsvg.readers.mermaid import Edge, Flowchart, Node, Subgraph

#: What ``@{icon: …, form: …}`` stands in; without a form an icon stands free.
FORMS = {"square": "rect", "rounded": "rounded", "circle": "circle"}


class _Names(Struct, frozen=True):
    """What names of mermaid stand for: the numbers of nodes and groups, and which nodes each group holds."""

    nodes: Mapping[str, int]
    groups: Mapping[str, int]
    inside: Mapping[str, list[str]]
    parents: Mapping[str, str | None]


def chart_of(read: Flowchart, file: str) -> Chart:
    """The chart that is drawn. Warnings tell what is not drawn as it was asked for."""
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
    empty = [group for group in groups if not inside[group.id] and group.id not in around]
    for group in empty:
        outer = group.parent
        while outer is not None:
            inside[outer].append(group.id)
            outer = parents[outer]
    full = [group for group in groups if inside[group.id]]
    things: list[Node | Subgraph] = [*boxes, *empty]
    numbers = {thing.id: number for number, thing in enumerate(things)}
    names = _Names(numbers, {group.id: number for number, group in enumerate(full)}, inside, parents)
    dresses = dresses_of(read.settings)
    links = {link.node: link.url for link in read.links if link.url}
    nodes = [_node(node, names, dresses, read.direction, file) for node in boxes]
    nodes += [_empty_frame(group, names, dresses, links, file) for group in empty]
    edges = [made for edge in read.edges if (made := _edge(edge, names, dresses, file)) is not None]
    frames = [_group(group, names, dresses, links, file) for group in full]
    return Chart(read.direction, tuple(nodes), tuple(edges), tuple(frames))


def _node(node: Node, names: _Names, dresses: Dresses, direction: str, file: str) -> ChartNode:
    where, paint = _at(file, node), node.paint
    icons = drawn_icons((node.icon, *node.icons), where)
    if node.img:
        icons += drawn_picture(node.img, where)
    figure = node.figure
    if figure == "fork" and direction in ("LR", "RL"):
        figure = "upright-fork"
    if icons and node.shape is None and (node.icon or node.img):
        figure = FORMS.get(str(node.data.get("form", "")), "text")
    # mermaid writes nothing at signs; a name that nobody asked for is left out, words that somebody wrote are not.
    link = _address(node.link)
    unasked = figure in FIGURES and FIGURES[figure].sign is not None and node.text == node.id and not link
    said = "" if unasked else node.text
    words = marked_up(said, node.label_type, where, bold=paint.bold, italic=paint.italic, link=link)
    group = names.groups.get(node.parent or "", -1)
    return ChartNode(node.id, words, figure, icons, group, dresses.node(paint), where)


def _empty_frame(group: Subgraph, names: _Names, dresses: Dresses, links: Mapping[str, str], file: str) -> ChartNode:
    return ChartNode(
        group.id, _title(group, links, file), "rect", (), names.groups.get(group.parent or "", -1),
        dresses.empty_frame(group.paint), _at(file, group),
    )  # fmt: skip


def _group(group: Subgraph, names: _Names, dresses: Dresses, links: Mapping[str, str], file: str) -> ChartGroup:
    return ChartGroup(
        group.id, _title(group, links, file), names.groups.get(group.parent or "", -1), group.direction,
        dresses.frame(group.paint), _at(file, group),
    )  # fmt: skip


def _title(group: Subgraph, links: Mapping[str, str], file: str) -> str:
    paint, link = group.paint, _address(links.get(group.id))
    words = marked_up(group.text, group.label_type, _at(file, group), bold=paint.bold, italic=paint.italic, link=link)
    return with_icons(words, drawn_icons(group.icons, _at(file, group)))


def _edge(edge: Edge, names: _Names, dresses: Dresses, file: str) -> ChartEdge | None:
    where = _at(file, edge)
    ends = []
    for name, other in ((edge.start, edge.end), (edge.end, edge.start)):
        group = names.groups.get(name, -1)
        if group >= 0:
            # An edge between a frame and what it holds has no outside to come from.
            if other in names.inside[name] or name == other or _holds(name, other, names.parents):
                warn(where, f"The edge from {edge.start} to {edge.end} leads from a frame into itself and is left out.")
                return None
            ends.append((names.nodes[names.inside[name][0]], group))
        else:
            ends.append((names.nodes[name], -1))
    (start, first), (end, last) = ends
    words = marked_up(edge.text, edge.label_type, where, bold=edge.paint.bold, italic=edge.paint.italic)
    return ChartEdge(
        start, end, with_icons(words, drawn_icons(edge.icons, where)), edge.tail, edge.head, edge.stroke,
        max(1, edge.length), first, last, dresses.edge(edge.paint), where,
    )  # fmt: skip


def _holds(outer: str, inner: str, parents: Mapping[str, str | None]) -> bool:
    around: str | None = inner
    while around is not None and around in parents:
        if around == outer:
            return True
        around = parents[around]
    return False


def _address(link: str | None) -> str:
    """The address that a click opens; scripts, which the reader has blanked, open nothing."""
    return link if link and link != "about:blank" else ""


def _at(file: str, thing: Node | Edge | Subgraph) -> Source:
    return Source(file, thing.position.line, thing.position.column)
