"""From the text of a diagram to its value: the kind at the head decides who reads the rest."""

from __future__ import annotations

import re

from sketchsvg.names import nearest
from sketchsvg.readers.mermaid.errors import LimitError, MermaidError, UnsupportedError
from sketchsvg.readers.mermaid.graph import Graph
from sketchsvg.readers.mermaid.kinds import ARROW_SOMEWHERE, FLOWCHART, HEAD_WORD, MINDMAP, OTHER_KINDS
from sketchsvg.readers.mermaid.mindmap import read_mindmap
from sketchsvg.readers.mermaid.preamble import Preamble, read_preamble
from sketchsvg.readers.mermaid.scanner import Scanner
from sketchsvg.readers.mermaid.source import Text
from sketchsvg.readers.mermaid.statements import read_statements
from sketchsvg.readers.mermaid.values import Direction, Flowchart, Mindmap

MAX_CHARACTERS = 200_000
MAX_LINES = 10_000

DIRECTION = re.compile(r"[^\S\n]+(LR|RL|TB|BT|TD|BR|<|>|\^|v)(?![\w])", re.IGNORECASE)
HEAD_END = re.compile(r"[^\S\n]*(?:[;\n]|$)")
DIRECTIONS: dict[str, Direction] = {
    "LR": "LR", "RL": "RL", "TB": "TB", "BT": "BT", "TD": "TB", "BR": "TB", "<": "RL", ">": "LR", "^": "BT", "V": "TB",
}


def parse(source: str, *, file: str = "<mermaid>", first_line: int = 1) -> Flowchart | Mindmap:
    """Reads a mermaid flowchart or mind map.

    ``source`` is the diagram with or without front matter, but without the fence around it; ``file`` and
    ``first_line`` (the number of its first line in that file) are what positions are told in. What models often get
    wrong is mended, and stands in ``notes`` with the fix.

    Raises ``UnsupportedError`` for another kind of diagram, ``LimitError`` for more than a page can hold, and
    ``MermaidError`` for what cannot be read; each with line and column.
    """
    _check_size(source, file, first_line)
    preamble = read_preamble(source, file, first_line)
    scan = Scanner(preamble.text, list(preamble.notes))
    scan.skip_space()
    if scan.take(MINDMAP):
        return read_mindmap(scan, preamble)
    if scan.sees(FLOWCHART):
        return _flowchart(scan, preamble)
    return _headless(scan, preamble)


def _check_size(source: str, file: str, first_line: int) -> None:
    where = Text("", (), file, first_line).where(0)
    mend = "Split the diagram into several."
    if len(source) > MAX_CHARACTERS:
        what = f"A diagram can have {MAX_CHARACTERS:,} characters, and this one has {len(source):,}."
        raise LimitError(what, where=where, mend=mend)
    if source.count("\n") > MAX_LINES:
        what = f"A diagram can have {MAX_LINES:,} lines, and this one has {source.count(chr(10)):,}."
        raise LimitError(what, where=where, mend=mend)


def _flowchart(scan: Scanner, preamble: Preamble) -> Flowchart:
    at = scan.pos
    word = scan.take(FLOWCHART)
    keyword = word.group() if word else ""
    if keyword not in ("graph", "flowchart", "flowchart-elk"):
        scan.repaired("Keywords are written in small letters.", at=at, fix=f"Write {keyword.lower()}")
    direction: Direction = "TB"
    if found := scan.take(DIRECTION):
        direction = DIRECTIONS[found.group(1).upper()]
        if found.group(1) not in ("v", found.group(1).upper()):
            scan.repaired("Directions are written in capitals.", at=found.start(1), fix=f"Write {direction}")
    if scan.sees(HEAD_END) is None:
        _check_head(scan, keyword)
    graph = Graph(scan, direction)
    read_statements(graph)
    return graph.finished(preamble)


def _check_head(scan: Scanner, keyword: str) -> None:
    """Something follows the head on its line: arrows are read on, anything else is no direction."""
    at = scan.pos
    scan.skip_blanks()
    if scan.pos == at or not ARROW_SOMEWHERE.search(scan.text, scan.pos, scan.line_end()):
        raise scan.missing("a direction or the end of the line", mend=f"Write {keyword} LR, or {keyword} TD")
    fix = f"Break the line behind {keyword} and its direction"
    scan.repaired("The head stands on a line of its own.", at=scan.pos, fix=fix)


def _headless(scan: Scanner, preamble: Preamble) -> Flowchart:
    """No head of a flowchart or mind map: another kind is named, bare arrows are read as a flowchart."""
    at = scan.pos
    word = scan.sees(HEAD_WORD)
    kind = word.group() if word else ""
    known = next((name for name in OTHER_KINDS if name.lower() == kind.lower()), None)
    if known is not None:
        raise UnsupportedError(
            f"This is {OTHER_KINDS[known]} ({known}), and only flowcharts and mind maps are drawn.",
            kind=known, where=scan.source.where(at), mend="Write it as a flowchart or a mindmap.",
        )
    first_line = scan.text[at : scan.line_end()]
    if ARROW_SOMEWHERE.search(first_line):
        scan.repaired("A flowchart begins with its head.", at=at, fix="Write flowchart TD in the first line")
        graph = Graph(scan, "TB")
        read_statements(graph)
        return graph.finished(preamble)
    raise _no_head(scan, kind)


def _no_head(scan: Scanner, kind: str) -> MermaidError:
    if scan.ended:
        return scan.error("The diagram is empty.", mend="Write flowchart TD and its arrows, or mindmap and its words.")
    guess = nearest(kind, ["flowchart", "graph", "mindmap"]) if kind else None
    mend = f'Did you mean "{guess}"?' if guess else "Write flowchart TD, or mindmap, in the first line."
    return scan.missing("the kind of diagram", mend=mend)
