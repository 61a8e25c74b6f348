"""Reads mermaid flowcharts and mind maps: ``parse(source)`` gives a ``Flowchart`` or a ``Mindmap``."""

from sketchsvg.readers.mermaid.errors import LimitError, MermaidError, UnsupportedError
from sketchsvg.readers.mermaid.reader import parse
from sketchsvg.readers.mermaid.source import Position
from sketchsvg.readers.mermaid.values import (
    Diagnostic,
    Edge,
    Flowchart,
    Link,
    Mindmap,
    MindmapNode,
    Node,
    Paint,
    Settings,
    Subgraph,
)

__all__ = [
    "Diagnostic",
    "Edge",
    "Flowchart",
    "LimitError",
    "Link",
    "MermaidError",
    "Mindmap",
    "MindmapNode",
    "Node",
    "Paint",
    "Position",
    "Settings",
    "Subgraph",
    "UnsupportedError",
    "parse",
]
