"""The statements that dress a flowchart: style, classDef, class, linkStyle, and click."""

from __future__ import annotations

import re

from sketchsvg.readers.mermaid.graph import EdgeDraft, Graph, NodeDraft
from sketchsvg.readers.mermaid.paint import split_styles, unknown_colours, unknown_styles
from sketchsvg.readers.mermaid.values import Link

BLANKS = re.compile(r"[^\S\n]+")
ID = re.compile(r"[^\s;]+")
IDS = re.compile(r"[^\s;,]+(?:[^\S\n]*,[^\S\n]*[^\s;,]+)*")
NUMBERS = re.compile(r"default\b|\d+(?:[^\S\n]*,[^\S\n]*\d+)*")
INTERPOLATE = re.compile(r"[^\S\n]+interpolate[^\S\n]+([\w-]+)")
STYLES = re.compile(r"[^\n;]*")
# A semicolon, then more style: CSS by habit.
MORE_STYLES = re.compile(
    r";[^\S\n]*((?:fill|stroke|stroke-width|stroke-dasharray|color|background|border|font-[a-z]+|opacity|rx|ry)"
    r"[^\S\n]*:(?!::)[^\n;]*)"
)
STRING = re.compile(r'"([^"]*)"')
CALL = re.compile(r"call[^\S\n]+([^\s(\"]+)[^\S\n]*(?:\(([^)\n]*)\))?")
HREF = re.compile(r"href[^\S\n]+")
TARGET = re.compile(r"_(?:self|blank|parent|top)\b")
CALLBACK = re.compile(r"[^\s\";]+")
SCHEME = re.compile(r"[\x00-\x20]*([A-Za-z][A-Za-z0-9+.-]*)[\x00-\x20]*:")
WEB = re.compile(r"(https?)://([^/?#]*)([^?#]*)(.*)", re.IGNORECASE | re.DOTALL)
UNSAFE = frozenset({"javascript", "data", "vbscript"})


def read_style(graph: Graph) -> None:
    """``style A fill:#f9f,stroke:#333``; several ids with commas between them are dressed alike."""
    scan = graph.scan
    at = scan.pos
    name = _required(graph, ID, "the id of a node", "Write style A fill:#f9f")
    entries = _read_entries(graph, "style A fill:#f9f,stroke:#333")
    parts = [part for part in name.split(",") if part]
    if len(parts) > 1 and name not in graph.nodes:
        scan.repaired("A style belongs to one node.", at=at, fix=f"Write a style line for each of {', '.join(parts)}")
    else:
        parts = [name]
    for part in parts:
        owner = graph.node(part, at)
        if isinstance(owner, NodeDraft):
            owner.styles.extend(entries)
        else:
            owner.styles = [*(owner.styles or ()), *entries]


def read_class_def(graph: Graph) -> None:
    """``classDef important,urgent fill:#f96``."""
    names = _names(_required(graph, IDS, "the name of a class", "Write classDef important fill:#f96"))
    entries = _read_entries(graph, "classDef important fill:#f96")
    for name in names:
        graph.class_defs.setdefault(name, []).extend(entries)


def read_class(graph: Graph) -> None:
    """``class A,B important``."""
    scan = graph.scan
    at = scan.pos
    names = _names(_required(graph, IDS, "the id of a node", "Write class A,B important"))
    css_class = _required(graph, ID, "the name of a class", "Write class A,B important")
    for unknown in graph.add_class(names, css_class):
        scan.note(f'The class "{css_class}" is for "{unknown}", which is not in the diagram.', at=at)


def read_link_style(graph: Graph) -> None:
    """``linkStyle 0,2 stroke:red``, ``linkStyle default interpolate basis``."""
    scan = graph.scan
    example = "linkStyle 0 stroke:#f00"
    scan.skip_blanks()
    at = scan.pos
    numbers = _required(graph, NUMBERS, "the number of an edge, or default", f"Write {example}")
    curve = scan.take(INTERPOLATE)
    entries = _read_entries(graph, example, optional=curve is not None)
    if numbers == "default":
        graph.default_edge_style = entries or graph.default_edge_style
        graph.default_curve = curve.group(1) if curve else graph.default_curve
        return
    for edge in _numbered(graph, numbers, at):
        if curve:
            edge.curve = curve.group(1)
        if entries:
            filled = any(entry.startswith("fill") for entry in entries)
            edge.styles = [*entries, *(() if filled else ("fill:none",))]


def read_click(graph: Graph) -> None:
    """``click A "https://…" "tooltip" _blank``, ``click A href "…"``, ``click A callback``, ``click A call f()``."""
    scan = graph.scan
    scan.skip_blanks()
    at = scan.pos
    names = _names(_required(graph, ID, "the id of a node", 'Write click A "https://example.org"'))
    scan.skip_blanks()
    url = None
    if scan.take(HREF) or scan.text.startswith('"', scan.pos):
        found = scan.take(STRING)
        if found is None:
            raise scan.missing("an address in quotes", mend='Write click A "https://example.org"')
        url = found.group(1).strip()
    elif not (scan.take(CALL) or scan.take(CALLBACK)):
        raise scan.missing("an address in quotes", mend='Write click A "https://example.org"')
    else:
        scan.note("A click that calls a script does nothing on paper.", at=at)
    scan.skip_blanks()
    tip = scan.take(STRING)
    scan.skip_blanks()
    target = scan.take(TARGET)
    for name in names:
        _link(graph, name, url, tip.group(1) if tip else None, target.group() if target else None, at)


def safe_url(url: str) -> str:
    """The address as mermaid stores it: ``about:blank`` for scripts, web addresses in the form browsers give them."""
    scheme = SCHEME.match(url)
    if scheme and scheme.group(1).lower() in UNSAFE:
        return "about:blank"
    web = WEB.fullmatch(url)
    if web is None:
        return url
    from urllib.parse import quote

    kind, host, path, rest = web.groups()
    keep = "/:?#[]@!$&'()*+,;=%~|"
    return f"{kind.lower()}://{host.lower()}{quote(path or '/', safe=keep)}{quote(rest, safe=keep + '`^{}')}"


def _link(graph: Graph, name: str, url: str | None, tip: str | None, target: str | None, at: int) -> None:
    scan = graph.scan
    node = graph.nodes.get(name)
    if node is None:
        if not any(frame.id == name for frame in graph.subgraphs):
            scan.note(f'The click is for "{name}", which is not in the diagram.', at=at)
        return
    safe = None if url is None else safe_url(url)
    if safe == "about:blank":
        scan.note("The address is a script, and is left out.", at=at)
    node.classes.append("clickable")
    node.link = safe if safe is not None else node.link
    node.tooltip = tip if tip is not None else node.tooltip
    graph.links.append(Link(name, safe, tip, target, scan.source.position(at)))


def _numbered(graph: Graph, numbers: str, at: int) -> list[EdgeDraft]:
    edges = []
    for number in numbers.split(","):
        index = int(number) if len(number.strip()) < 7 else 10**7
        if index >= len(graph.edges):
            last = len(graph.edges) - 1
            raise graph.scan.error(
                f"There is no edge {number.strip()} above this line: edges count from 0 to {last}."
                if last >= 0 else "There is no edge above this line.",
                at=at, mend="Move linkStyle below the edges, or count them again.",
            )
        edges.append(graph.edges[index])
    return edges


def _required(graph: Graph, pattern: re.Pattern[str], expected: str, mend: str) -> str:
    graph.scan.skip_blanks()
    found = graph.scan.take(pattern)
    if found is None:
        raise graph.scan.missing(expected, mend=mend)
    return found.group()


def _names(text: str) -> list[str]:
    return [name for part in text.split(",") if (name := part.strip())]


def _read_entries(graph: Graph, example: str, *, optional: bool = False) -> tuple[str, ...]:
    """The style entries up to the end of the statement."""
    scan = graph.scan
    gap = scan.take(BLANKS)
    at = scan.pos
    found = scan.take(STYLES)
    text = found.group().rstrip() if found else ""
    if gap is None or not text:
        if optional:
            return ()
        raise scan.missing("a style", at=at, mend=f"Write {example}")
    while more := scan.take(MORE_STYLES):
        scan.repaired("Styles are divided by commas.", at=more.start(), fix=f"Write {text},{more.group(1).strip()}")
        text += "," + more.group(1).strip()
    entries = tuple(entry for entry in split_styles(text) if entry.strip())
    for entry in unknown_colours(entries):
        scan.note(f'"{entry}" is no colour that can be drawn.', at=at)
    for entry in unknown_styles(entries):
        scan.note(f'The style "{entry}" is left out: the hand and the page decide this.', at=at)
    return entries
