"""The statements of a flowchart, one after another: chains of nodes, subgraphs, directions, styles, clicks."""

from __future__ import annotations

import re

from sketchsvg.readers.mermaid.edges import read_edge
from sketchsvg.readers.mermaid.graph import Graph
from sketchsvg.readers.mermaid.nodes import read_group
from sketchsvg.readers.mermaid.styles import read_class, read_class_def, read_click, read_link_style, read_style
from sketchsvg.readers.mermaid.subgraphs import Frames
from sketchsvg.readers.mermaid.values import Direction

SEPARATORS = re.compile(r"[\s;]*")
SEPARATOR = re.compile(r"[^\S\n]*(?:[;\n]|$)")
INLINE_COMMENT = re.compile(r"[^\S\n]*%%[^\n]*")
KEYWORD = re.compile(r"(classDef|class|linkStyle|style|click)[^\S\n]+(?!(?:--|==|-\.)[->=.xo])")
DIRECTION = re.compile(r"direction[^\S\n]+(TB|TD|BT|LR|RL)\b[^\n;]*")
ACC_TITLE = re.compile(r"accTitle[^\S\n]*:[^\S\n]*([^\n;#]*)")
ACC_DESCRIPTION = re.compile(r"accDescr[^\S\n]*:[^\S\n]*([^\n;#]*)")
ACC_BLOCK = re.compile(r"accDescr[^\S\n]*\{([^}]*)\}")

READERS = {
    "style": read_style,
    "classDef": read_class_def,
    "class": read_class,
    "linkStyle": read_link_style,
    "click": read_click,
}


def read_statements(graph: Graph) -> None:
    """Everything from the position to the end."""
    scan = graph.scan
    frames = Frames(graph)
    scan.take(SEPARATORS)
    while not scan.ended:
        frames.close_forgotten()
        _read_statement(graph, frames)
        if scan.sees(SEPARATOR) is None and (comment := scan.take(INLINE_COMMENT)):
            scan.repaired("A comment stands on a line of its own.", at=comment.start(), fix="Move it above the line")
        if scan.take(SEPARATOR) is None:
            scan.skip_blanks()
            back = "An arrow that only points back is written the other way round: B --> A"
            words = 'Write one statement a line, and several words as a label: A["several words"]'
            mend = back if scan.text.startswith("<-", scan.pos) else words
            raise scan.missing("an arrow or the end of the line", mend=mend)
        scan.take(SEPARATORS)
    frames.close_all()


def _read_statement(graph: Graph, frames: Frames) -> None:
    scan = graph.scan
    if frames.read_head() or frames.read_end():
        return
    if keyword := scan.take(KEYWORD):
        READERS[keyword.group(1)](graph)
    elif turned := scan.take(DIRECTION):
        _turn(graph, frames, turned)
    elif not _read_accessibility(graph):
        frames.hold(_read_chain(graph))


def _read_chain(graph: Graph) -> list[str]:
    """``A --> B & C --> D``: the ids in mermaid's order, which begins with the last."""
    starts = read_group(graph)
    named = starts
    while (stem := read_edge(graph.scan)) is not None:
        if graph.scan.ended:
            raise graph.scan.error("The edge leads to no node.", at=stem.at, mend="Write the node behind it: A --> B")
        ends = read_group(graph)
        graph.connect(starts, ends, stem)
        named = ends + named
        starts = ends
    return named


def _turn(graph: Graph, frames: Frames, turned: re.Match[str]) -> None:
    direction: Direction = "TB" if turned.group(1) == "TD" else turned.group(1)  # type: ignore[assignment]
    if frames.open:
        frames.open[-1].direction = direction
    else:
        fix = f"Write flowchart {direction} in the first line"
        graph.scan.note("A direction outside subgraphs has no effect.", at=turned.start(), fix=fix)


def _read_accessibility(graph: Graph) -> bool:
    scan = graph.scan
    if found := scan.take(ACC_TITLE):
        graph.acc_title = found.group(1).strip()
    elif found := scan.take(ACC_DESCRIPTION) or scan.take(ACC_BLOCK):
        graph.acc_description = " ".join(found.group(1).split())
    return found is not None
