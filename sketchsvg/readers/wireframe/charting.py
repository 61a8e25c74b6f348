"""Boxes joined by arrows in more ways than one after the other: a flowchart."""

from __future__ import annotations

from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.readers.wireframe.tree import Box, Divided, Group, Linked, Part, Words


def chart_of(part: Linked) -> Block:
    """The flowchart of linked boxes."""
    # With the layout of graphs, which few drawings need.
    from sketchsvg.readers.charts import flowchart

    lines = ["flowchart TB" if part.down else "flowchart LR"]
    lines += [f'  box{number}("`{_said(box)}`")' for number, box in enumerate(part.boxes)]
    for link in part.links:
        words = f'|"{_quoted(link.words)}"|' if link.words else ""
        lines.append(f"  box{link.start} {'-->' if link.headed else '---'}{words} box{link.end}")
    return replace(flowchart("\n".join(lines)), source=part.source)


def _said(part: Part) -> str:
    """All words of a box, the first line bold."""
    lines = [_quoted(line) for line in _lines(part) if line]
    if not lines:
        return " "
    first = lines[0] if "**" in lines[0] else f"**{lines[0]}**"
    return "<br>".join([first, *lines[1:]])


def _quoted(words: str) -> str:
    """Words without the signs that end a string in mermaid."""
    return words.replace("#", "#35;").replace('"', "#quot;").replace("`", "#96;")


def _lines(part: Part | None) -> list[str]:
    if part is None:
        return []
    if isinstance(part, Words):
        return [" ".join(row.text.split()) for row in part.rows]
    if isinstance(part, Box):
        return [*([part.title] if part.title else []), *_lines(part.inside)]
    if isinstance(part, Divided | Group):
        return [line for one in part.parts for line in _lines(one)]
    return [line for box in part.boxes for line in _lines(box)]
