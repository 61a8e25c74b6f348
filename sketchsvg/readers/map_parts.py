"""A mind map as mermaid's reader gives it, as the block that is drawn."""

from __future__ import annotations

from sketchsvg.diagrams.branches import Branch
from sketchsvg.diagrams.mindmap import MindMap
from sketchsvg.errors import Source
from sketchsvg.readers.chart_words import drawn_icons, marked_up, warn, with_icons
from sketchsvg.readers.mermaid import Mindmap, MindmapNode
from sketchsvg.theme.theme import HUES

#: Classes that style sheets of mind maps give, and the hue that comes nearest to what they are known for.
CLASSES = {
    "urgent": "rose", "important": "rose", "critical": "rose", "danger": "rose", "error": "rose",
    "warning": "tangerine", "success": "leaf", "done": "leaf", "info": "cobalt", "note": "banana",
}  # fmt: skip


def mind_map_of(read: Mindmap, file: str, name: str, where: Source | None) -> MindMap:
    """The block of a mind map. Warnings tell what is not drawn as it was asked for."""
    root = read.root
    place = Source(file, root.position.line, root.position.column)
    icons = drawn_icons((root.icon, *root.icons), place)
    words = marked_up(root.text, root.label_type, place)
    if root.css_class:
        _told_of_classes(root.css_class.split(), place)
    return MindMap(
        root=with_icons(words, icons[1:]),
        branches=tuple(_branch(child, file, 0) for child in root.children),
        icon=icons[0] if icons else "",
        shape="" if root.shape in ("default", "circle") else root.shape,
        title=marked_up(read.title or "", "text", place),
        name=name,
        source=where or place,
    )


def _branch(node: MindmapNode, file: str, level: int) -> Branch:
    where = Source(file, node.position.line, node.position.column)
    words = marked_up(node.text.replace("\n", " "), node.label_type, where)
    accent = _accent(node, where)
    return Branch(
        with_icons(words, drawn_icons((node.icon, *node.icons), where)),
        tuple(_branch(child, file, level + 1) for child in node.children),
        accent,
        where,
        "" if node.shape == "default" else node.shape,
    )


def _accent(node: MindmapNode, where: Source) -> str:
    """The hue that a node's classes ask for."""
    names = (node.css_class or "").split()
    hues = [CLASSES.get(name, name) for name in names]
    known = [hue for hue in hues if hue in HUES]
    _told_of_classes([name for name, hue in zip(names, hues, strict=True) if hue not in HUES], where)
    return known[0] if known else ""


def _told_of_classes(names: list[str], where: Source) -> None:
    if names:
        hues = ", ".join(HUES)
        warn(where, f"No style sheet says what the class {' '.join(names)} looks like. Classes here are hues: {hues}.")
