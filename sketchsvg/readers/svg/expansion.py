"""How much a drawing becomes once every ``<use>`` is put in its place, counted before anything is drawn."""

from __future__ import annotations

from sketchsvg.readers.svg.errors import LimitError
from sketchsvg.readers.svg.limits import MOST_DRAWN, exceeded
from sketchsvg.readers.svg.parse import Document, Node

#: What is drawn only where something points to it.
_STORED = frozenset({"defs", "symbol", "clipPath", "mask", "marker", "pattern", "linearGradient", "radialGradient"})


def check_expansion(document: Document) -> None:
    """Raise ``LimitError`` for a drawing that shows too many elements, or shows itself."""
    if "use" not in document.tags and sum(document.tags.values()) <= MOST_DRAWN:
        return
    counts: dict[Node, int] = {}
    entered: set[Node] = set()
    waiting = [document.root]
    while waiting:
        node = waiting[-1]
        shown = _shown(node, document)
        missing = [inner for inner in shown if inner not in counts]
        if node not in counts and missing and node not in entered:
            entered.add(node)
            waiting += missing
            continue
        waiting.pop()
        if any(inner not in counts for inner in shown):
            raise LimitError("The drawing is refused: a <use> shows itself, without end.", where=node.where)
        counts[node] = 1 + sum(counts[inner] for inner in shown)
        if counts[node] > MOST_DRAWN and node is document.root:
            mend = "Draw it in parts, or look for a <use> that repeats too much."
            raise exceeded(f"it draws {min(counts[node], 10**12):,} elements", MOST_DRAWN, None, mend)


def _shown(node: Node, document: Document) -> list[Node]:
    """The elements that are drawn as parts of this one."""
    shown = [child for child in node.children if child.tag not in _STORED and not child.tag.startswith(":")]
    if node.tag == "use" and node.get("href").startswith("#"):
        target = document.ids.get(node.get("href")[1:])
        if target is not None:
            shown.append(target)
    return shown
