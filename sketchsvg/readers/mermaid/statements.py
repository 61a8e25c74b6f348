"""The statements of a flowchart, one after another: chains of nodes, subgraphs, directions, styles, clicks."""

from __future__ import annotations

import re

from sketchsvg.readers.mermaid.brackets import ROUND_TITLE, TITLE, quoted, read_label
from sketchsvg.readers.mermaid.edges import read_edge
from sketchsvg.readers.mermaid.graph import Graph, SubgraphDraft
from sketchsvg.readers.mermaid.labels import Label, label
from sketchsvg.readers.mermaid.nodes import read_group
from sketchsvg.readers.mermaid.styles import read_class, read_class_def, read_click, read_link_style, read_style
from sketchsvg.readers.mermaid.values import Direction

MAX_NESTING = 50

SEPARATORS = re.compile(r"[\s;]*")
SEPARATOR = re.compile(r"[^\S\n]*(?:[;\n]|$)")
INLINE_COMMENT = re.compile(r"[^\S\n]*%%[^\n]*")
KEYWORD = re.compile(r"(classDef|class|linkStyle|style|click)[^\S\n]+(?!(?:--|==|-\.)[->=.xo])")
SUBGRAPH = re.compile(r"subgraph(?=\s|;|$)[^\S\n]*")
END = re.compile(r"end(?![A-Za-z0-9_])(?=[^\S\n]*(?:$|[\n;]|%%))")
DIRECTION = re.compile(r"direction[^\S\n]+(TB|TD|BT|LR|RL)\b[^\n;]*")
ACC_TITLE = re.compile(r"accTitle[^\S\n]*:[^\S\n]*([^\n;#]*)")
ACC_DESCRIPTION = re.compile(r"accDescr[^\S\n]*:[^\S\n]*([^\n;#]*)")
ACC_BLOCK = re.compile(r"accDescr[^\S\n]*\{([^}]*)\}")
TITLE_TEXT = re.compile(r'[^\[({"\n;]*')
TITLE_REST = re.compile(r"[^\n;]*")

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
    open_frames: list[SubgraphDraft] = []
    scan.take(SEPARATORS)
    while not scan.ended:
        _read_statement(graph, open_frames)
        if scan.sees(SEPARATOR) is None and (comment := scan.take(INLINE_COMMENT)):
            scan.repaired("A comment stands on a line of its own.", at=comment.start(), fix="Move it above the line")
        if scan.take(SEPARATOR) is None:
            scan.skip_blanks()
            raise scan.missing(
                "an arrow or the end of the line",
                mend='Write one statement a line, and several words as a label: A["several words"]',
            )
        scan.take(SEPARATORS)
    for frame in reversed(open_frames):
        scan.repaired(f'The subgraph "{frame.title.text}" has no end.', at=frame.at, fix='Close it with a line "end"')
        _close(graph, open_frames)


def _read_statement(graph: Graph, open_frames: list[SubgraphDraft]) -> None:
    scan = graph.scan
    if scan.take(SUBGRAPH):
        _open(graph, open_frames)
    elif scan.sees(END):
        _read_end(graph, open_frames)
    elif keyword := scan.take(KEYWORD):
        READERS[keyword.group(1)](graph)
    elif turned := scan.take(DIRECTION):
        _turn(graph, open_frames, turned)
    elif not _read_accessibility(graph):
        names = _read_chain(graph)
        if open_frames:
            open_frames[-1].items.extend(names)


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


def _open(graph: Graph, open_frames: list[SubgraphDraft]) -> None:
    """The head of a subgraph, behind its keyword."""
    scan = graph.scan
    at = scan.pos
    if len(open_frames) >= MAX_NESTING:
        raise scan.limit(f"Subgraphs can be nested {MAX_NESTING} deep, and this is deeper.")
    title = quoted(scan)
    name = ""
    if title is not None:
        name = title.html
        scan.skip_blanks()
        opening = scan.pos
        if scan.take_text("["):
            _, title = read_label(scan, TITLE, f'"{name}"', opening)
            open_frames.append(SubgraphDraft(name, title, at))
            return
    else:
        found = scan.take(TITLE_TEXT)
        name = found.group().strip() if found else ""
        title = label(name)
        opening = scan.pos
        if scan.take_text("["):
            _, title = read_label(scan, TITLE, name, opening)
            open_frames.append(SubgraphDraft(name, title, at))
            return
        if scan.text.startswith(("(", "{", '"'), opening):
            title = _loose_title(graph, name, opening)
    if any(character.isspace() for character in name):
        name = ""
    open_frames.append(SubgraphDraft(name, title, at))


def _loose_title(graph: Graph, name: str, opening: int) -> Label:
    """A title with brackets or quotes where mermaid takes none, up to the end of the line."""
    scan = graph.scan
    if scan.take_text("("):
        _, title = read_label(scan, ROUND_TITLE, name, opening)
        text = f"{name} ({title.text})" if name else title.text
    else:
        found = scan.take(TITLE_REST)
        text = f"{name} {found.group().strip() if found else ''}".replace('"', "").strip()
    scan.repaired("A title with brackets or quotes inside needs quotes.", at=opening, fix=f'Write subgraph "{text}"')
    return label(text, "string")


def _read_end(graph: Graph, open_frames: list[SubgraphDraft]) -> None:
    scan = graph.scan
    at = scan.pos
    scan.take(END)
    if open_frames:
        _close(graph, open_frames)
    else:
        scan.repaired('There is no subgraph open that this "end" could close.', at=at, fix="Remove the line")


def _close(graph: Graph, open_frames: list[SubgraphDraft]) -> None:
    frame = open_frames.pop()
    name = graph.close_subgraph(frame)
    if open_frames:
        open_frames[-1].items.append(name)


def _turn(graph: Graph, open_frames: list[SubgraphDraft], turned: re.Match[str]) -> None:
    direction: Direction = "TB" if turned.group(1) == "TD" else turned.group(1)  # type: ignore[assignment]
    if open_frames:
        open_frames[-1].direction = direction
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
