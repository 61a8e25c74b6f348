"""Nodes: ids, bracket shapes, ``@{…}`` and ``:::class``, and groups of them joined with ``&``."""

from __future__ import annotations

import re
from typing import Any

from sketchsvg.names import nearest
from sketchsvg.readers.mermaid.brackets import read_bracket
from sketchsvg.readers.mermaid.graph import EdgeDraft, Graph, NodeDraft
from sketchsvg.readers.mermaid.labels import data_label
from sketchsvg.readers.mermaid.properties import UnreadableError, braces, pairs
from sketchsvg.readers.mermaid.shapes import CANONICAL

ID = re.compile(
    r"(?:[A-Za-z0-9!#$%&'*+.`?\\_/,^]|:(?!::)|-(?![>\-.])|=(?![=>])|[^\x00-\x7f\s“”„‟—–−→⟶➔➜⇢⇒⟹↔⟷])+"
)
# "A->text]" is the node "A-" in an odd shape; every other "->" is an arrow.
ODD_BEHIND_DASH = re.compile(r"-(?=>[^\[\](){}|\"\n]*\])")
KEYWORD = re.compile(
    r"(?:graph|flowchart-elk|flowchart|style|linkStyle|interpolate|classDef|class|subgraph|end"
    r"|_self|_blank|_parent|_top)(?!\w)"
)
END_WORD = re.compile(r"end(?=[^\S\n]*(?:$|[\n;&]|[\[({>]|:::|--|==|-\.|[xo<]--))")
AND = re.compile(r"[^\S\n]*&(?=\s)[^\S\n]*")
CLASS = re.compile(r":::")
DATA = re.compile(r"[^\S\n]*@\{")
BEFORE_BRACKET = re.compile(r"[^\S\n]+(?=[\[({])")
IN_QUOTES = re.compile(r"\n\s*")
MAX_DATA = 4000

KNOWN_DATA = frozenset({"shape", "label", "labelType", "icon", "img", "form", "pos", "constraint", "w", "h"})


def read_group(graph: Graph) -> list[str]:
    """The ids of the nodes that begin at the position: one, or several with ``&`` between them."""
    names = [read_node(graph)]
    while graph.scan.take(AND):
        names.append(read_node(graph))
    return names


def read_node(graph: Graph) -> str:
    """The id of the node at the position; what is said about it is kept in the graph."""
    scan = graph.scan
    at = scan.pos
    name = read_id(graph)
    before = scan.pos
    if (gap := scan.take(BEFORE_BRACKET)) is not None:
        scan.pos = gap.end()
    shaped = read_bracket(scan, name)
    if shaped is None:
        scan.pos = before
    elif gap is not None:
        fix = f"Write {name}{scan.text[gap.end() : scan.pos]}"
        scan.repaired("There is no space between a node's id and its bracket.", at=before, fix=fix)
    owner = graph.node(name, at)
    if shaped is not None and isinstance(owner, NodeDraft):
        shape, owner.label, properties = shaped
        owner.shape = shape
        owner.named = True
        owner.data.update({f"border-{side}": value for side, value in properties.items()})
    _read_class(graph, owner)
    if scan.take(DATA):
        _read_data(graph, owner)
        _read_class(graph, owner)
    return name


def read_id(graph: Graph) -> str:
    """The id at the position."""
    scan = graph.scan
    at = scan.pos
    word = scan.sees(KEYWORD)
    if word is not None and not (scan.sees(END_WORD) and word.group() == "end"):
        taken = word.group()
        raise scan.error(
            f'"{taken}" is a word of the language, and no id begins with it.', at=at,
            mend=f"Write another id, such as {taken.lstrip('_').capitalize()} or my_{taken.lstrip('_')}.",
        )
    if word is not None:
        scan.repaired('The word "end" closes subgraphs and is no id.', at=at, fix="Write End or END")
    found = scan.take(ID)
    name = found.group() if found else ""
    if scan.take(ODD_BEHIND_DASH):
        name += "-"
    if not name:
        raise scan.missing("a node", mend="Write the id of a node: letters and digits, such as A or step_1.")
    return name


def _read_class(graph: Graph, owner: NodeDraft | EdgeDraft) -> None:
    scan = graph.scan
    while scan.take(CLASS):
        found = scan.take(ID)
        if found is None:
            raise scan.missing("the name of a class", mend="Write A:::important")
        owner.classes.append(found.group())


def _read_data(graph: Graph, owner: NodeDraft | EdgeDraft) -> None:
    """``@{…}`` behind a node or an edge's id; the position stands behind the opening brace."""
    scan = graph.scan
    start = scan.pos
    end = _closing_brace(scan.text, start)
    if end is None:
        raise scan.error("The braces of @{ do not close.", at=start - 2, mend="Write A@{ shape: rect, label: \"…\" }")
    inside = scan.text[start:end]
    try:
        values = _values(inside)
    except (UnreadableError, IndexError) as error:
        at = min(start + getattr(error, "at", 0), end)
        raise scan.missing("a name, a colon and a value", at=at, mend='Write shape: rect, label: "…"') from None
    scan.pos = end + 1
    if isinstance(owner, EdgeDraft):
        _apply_to_edge(graph, owner, values, start)
    else:
        _apply_to_node(graph, owner, values, start)


def _closing_brace(text: str, start: int) -> int | None:
    """The first closing brace outside quotes."""
    limit = min(len(text), start + MAX_DATA)
    at = start
    while at < limit:
        character = text[at]
        if character == "}":
            return at
        if character == '"':
            close = text.find('"', at + 1, limit)
            if close < 0:
                return None
            at = close
        at += 1
    return None


def _values(inside: str) -> dict[str, Any]:
    joined = _joined_quotes(inside)
    return pairs(joined) if "\n" in joined else braces("{" + joined + "}", 0)[0]


def _joined_quotes(inside: str) -> str:
    """A line end inside double quotes is a break, as in mermaid."""
    parts = inside.split('"')
    parts[1::2] = [IN_QUOTES.sub("<br/>", part) for part in parts[1::2]]
    return '"'.join(parts)


def _apply_to_edge(graph: Graph, edge: EdgeDraft, values: dict[str, Any], at: int) -> None:
    for name, value in values.items():
        if name == "animate":
            edge.animate = bool(value)
        elif name == "animation":
            edge.animation = str(value)
        elif name == "curve":
            edge.curve = str(value)
        else:
            graph.scan.note(f'An edge has no property "{name}".', at=at)
    if edge.animate or edge.animation:
        graph.scan.note("Nothing moves on paper: the edge is drawn still.", at=at)


def _apply_to_node(graph: Graph, node: NodeDraft, values: dict[str, Any], at: int) -> None:
    if values.get("shape") is not None:
        shape = str(values["shape"])
        node.shape = _shape(graph, shape, max(at, graph.scan.text.find(shape, at)))
    text = values.get("label")
    if text is not None:
        node.label = data_label(str(text), "string" if values.get("labelType") == "string" else "markdown")
        node.named = True
    for name in ("icon", "img"):
        if values.get(name) is None:
            continue
        setattr(node, name, str(values[name]))
        if not node.named and (text is None or not str(text).strip()):
            node.label = data_label("", node.label.kind)
    for name, value in values.items():
        if name not in KNOWN_DATA:
            graph.scan.note(f'A node has no property "{name}".', at=at)
        if name not in ("shape", "label", "labelType", "icon", "img"):
            node.data[name] = value


def _shape(graph: Graph, shape: str, at: int) -> str:
    if shape in CANONICAL:
        return shape
    lowered = shape.lower().replace("_", "-")
    meant = lowered if lowered in CANONICAL else nearest(lowered, CANONICAL)
    mend = f'Did you mean "{meant}"?' if meant else "Shapes are rect, rounded, stadium, diam, hex, cyl, doc, …"
    raise graph.scan.error(f'There is no shape "{shape}".', at=at, mend=mend)
