"""The values in mermaid's own form, to hold one reading against the other."""

from __future__ import annotations

from typing import Any

from sketchsvg.readers.mermaid.values import Edge, Flowchart, Mindmap, MindmapNode, Node, Subgraph

# mermaid numbers the shapes of a mind map.
MINDMAP_SHAPES = {"default": 0, "rounded": 1, "square": 2, "circle": 3, "cloud": 4, "bang": 5, "hexagon": 6}


def flowchart_model(chart: Flowchart) -> dict[str, Any]:
    """A flowchart as mermaid's parser gives it. ``title`` is None: front matter is no matter of that parser."""
    return {
        "direction": chart.direction,
        "nodes": [_node(node) for node in chart.nodes],
        "edges": [_edge(edge) for edge in chart.edges],
        "subgraphs": [_subgraph(subgraph) for subgraph in chart.subgraphs],
        "classDefs": {name: list(styles) for name, styles in chart.class_defs.items()},
        "title": None,
        "accTitle": chart.acc_title,
    }


def mindmap_model(mindmap: Mindmap) -> dict[str, Any]:
    """A mind map as mermaid's parser gives it."""
    return {"root": _mindmap_node(mindmap.root)}


def _node(node: Node) -> dict[str, Any]:
    return {
        "id": node.id,
        "label": node.label,
        "labelType": node.label_type,
        "shape": node.shape,
        "styles": list(node.styles),
        "classes": list(node.classes),
        "link": node.link,
        "icon": node.icon,
        "img": node.img,
    }


def _edge(edge: Edge) -> dict[str, Any]:
    return {
        "start": edge.start,
        "end": edge.end,
        "label": edge.label,
        "type": edge.kind,
        "stroke": edge.stroke,
        "length": edge.length,
        "id": edge.id,
        "style": None if edge.styles is None else list(edge.styles),
        "animate": edge.animate,
    }


def _subgraph(subgraph: Subgraph) -> dict[str, Any]:
    return {
        "id": subgraph.id,
        "title": subgraph.title,
        "nodes": list(subgraph.nodes),
        "dir": subgraph.direction,
    }


def _mindmap_node(node: MindmapNode) -> dict[str, Any]:
    return {
        "id": node.id,
        "label": node.label,
        "shape": MINDMAP_SHAPES[node.shape],
        "icon": node.icon,
        "class": node.css_class,
        "children": [_mindmap_node(child) for child in node.children],
    }
