"""Mermaid text as blocks: flowcharts and mind maps drawn on a sheet."""

from __future__ import annotations

from msgspec.structs import replace

from sketchsvg.calling import caller
from sketchsvg.diagrams.flowchart import Flowchart
from sketchsvg.diagrams.mindmap import MindMap
from sketchsvg.errors import SheetError, Source
from sketchsvg.readers.chart_parts import chart_of
from sketchsvg.readers.chart_words import marked_up, warn
from sketchsvg.readers.map_parts import mind_map_of
from sketchsvg.readers.mermaid import Flowchart as Read
from sketchsvg.readers.mermaid import Mindmap, parse


def flowchart(source: str, *, name: str = "") -> Flowchart:
    """A flowchart from mermaid text: ``flowchart("flowchart LR; A[Start] --> B{Works?}")``.

    What the reader mends is told as warnings. Raises ``MermaidError`` for what cannot be read, ``SheetError`` when it
    is no flowchart.
    """
    block = mermaid(source, name=name)
    if not isinstance(block, Flowchart):
        raise SheetError("This is a mind map, not a flowchart.", where=caller(), mend="Use mermaid(…).")
    return block


def mermaid(source: str, *, name: str = "") -> Flowchart | MindMap:
    """A flowchart or a mind map from mermaid text, whichever it is."""
    where = caller()
    if not isinstance(source, str):
        raise SheetError(
            f"A diagram is mermaid text, not {type(source).__name__}.", where=where, mend='mermaid("A --> B")'
        )
    return diagram(source, "<mermaid>", name=name, where=where)


def diagram(
    source: str, file: str, first_line: int = 1, *, name: str = "", where: Source | None = None
) -> Flowchart | MindMap:
    """The block of a diagram in ``file``; places in errors and warnings are those of the file."""
    read = parse(source, file=file, first_line=first_line)
    for note in read.notes:
        warn(Source(file, note.line, note.column), note.message + (f" {note.fix}." if note.fix else ""))
    if isinstance(read, Mindmap):
        return mind_map_of(read, file, name, where)
    chart = drawn(read, where or Source(file, first_line), file, name=name)
    return replace(chart, mermaid=source)


def drawn(read: Read, where: Source, file: str, *, name: str = "") -> Flowchart:
    """The block of a flowchart that has been read from ``file`` already and begins at ``where``."""
    chart = chart_of(read, file)
    if not chart.nodes:
        warn(where, "The flowchart has no nodes, and nothing is drawn. Write an edge such as A --> B.")
    block = Flowchart(chart=chart, title=marked_up(read.title or "", "text", where), name=name, source=where)
    for group in block.unfollowed:
        warn(
            group.source or where,
            f"The frame {group.name} follows the direction around it, not {group.direction}: edges from outside would"
            " run through what it holds. Let them lead to the frame itself.",
        )
    return block
