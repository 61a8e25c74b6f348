"""Subgraphs: their heads and ends, and the ends that were forgotten."""

from __future__ import annotations

import re

from sketchsvg.readers.mermaid.brackets import ROUND_TITLE, TITLE, quoted, read_label
from sketchsvg.readers.mermaid.graph import Graph, SubgraphDraft
from sketchsvg.readers.mermaid.labels import Label, label

MAX_NESTING = 50
# No statement is indented further than this.
FARTHEST = 400

HEAD = re.compile(r"subgraph(?=\s|;|$)[^\S\n]*")
END = re.compile(r"end(?=[^\S\n]*(?:$|[\n;]|%%))")
HEADS = re.compile(r"^[^\S\n]*subgraph(?=\s|;|$)", re.MULTILINE)
ENDS = re.compile(r"^[^\S\n]*end[^\S\n]*;?[^\S\n]*(?:%%.*)?$", re.MULTILINE)
TITLE_TEXT = re.compile(r'[^\[({"\n;]*')
TITLE_REST = re.compile(r"[^\n;]*")


class Frames:
    """The subgraphs that are open at the reading position, the innermost last."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.scan = graph.scan
        self.open: list[SubgraphDraft] = []
        self._forgotten = len(HEADS.findall(self.scan.text)) - len(ENDS.findall(self.scan.text))

    def hold(self, names: list[str]) -> None:
        """Puts nodes and subgraphs into the innermost subgraph, if one is open; ids of edges are not held."""
        if self.open:
            self.open[-1].items.extend(name for name in names if not self.graph.is_edge(name))

    def read_head(self) -> bool:
        """Reads the head of a subgraph, if one stands here."""
        at = self.scan.pos
        if self.scan.take(HEAD) is None:
            return False
        if len(self.open) >= MAX_NESTING:
            raise self.scan.limit(f"Subgraphs can be nested {MAX_NESTING} deep, and this is deeper.", at=at)
        name, title = self._name_and_title()
        self.open.append(SubgraphDraft(name, title, at, indent=self._indent(at)))
        return True

    def read_end(self) -> bool:
        """Reads the end of a subgraph, if one stands here."""
        at = self.scan.pos
        if self.scan.take(END) is None:
            return False
        if self.open:
            self._close()
        else:
            what = 'There is no subgraph open that this "end" could close.'
            self.scan.repaired(what, at=at, fix="Remove the line")
        return True

    def close_forgotten(self) -> None:
        """Where ends are missing, a statement that stands no further right than a subgraph's head is outside it."""
        indent = self._indent(self.scan.pos) if self.open else None
        if indent is None:
            return
        if self.open[-1].body_indent is None:
            self.open[-1].body_indent = indent
        while self._forgotten > 0 and self.open and _is_left(self.open[-1], indent) and not self.scan.sees(END):
            self._forgotten -= 1
            self._repair_end()

    def close_all(self) -> None:
        """Closes what is still open where the diagram ends."""
        while self.open:
            self._repair_end()

    def _repair_end(self) -> None:
        frame = self.open[-1]
        what = f'The subgraph "{frame.title.text}" has no end.'
        self.scan.repaired(what, at=frame.at, fix='Close it with a line "end"')
        self._close()

    def _close(self) -> None:
        name = self.graph.close_subgraph(self.open.pop())
        self.hold([name])

    def _indent(self, at: int) -> int | None:
        """How far an offset stands from the left, if it is the first on its line."""
        before = self.scan.text[max(0, at - FARTHEST) : at]
        blanks = before[before.rfind("\n") + 1 :]
        return None if blanks.strip() or len(blanks) == FARTHEST else len(blanks)

    def _name_and_title(self) -> tuple[str, Label]:
        """The id (empty where mermaid makes one) and the title; the position stands behind the keyword."""
        scan = self.scan
        title = quoted(scan)
        if title is not None:
            name = title.html
            scan.skip_blanks()
        else:
            found = scan.take(TITLE_TEXT)
            name = found.group().strip() if found else ""
        opening = scan.pos
        if scan.take_text("["):
            return name, read_label(scan, TITLE, name, opening)[1]
        if title is None:
            title = self._loose_title(name, opening) if scan.text.startswith(("(", "{", '"'), opening) else label(name)
        return ("" if any(character.isspace() for character in name) else name), title

    def _loose_title(self, name: str, opening: int) -> Label:
        """A title with brackets or quotes where mermaid takes none, up to the end of the line."""
        scan = self.scan
        if scan.take_text("("):
            _, title = read_label(scan, ROUND_TITLE, name, opening)
            text = f"{name} ({title.text})" if name else title.text
        else:
            found = scan.take(TITLE_REST)
            text = f"{name} {found.group().strip() if found else ''}".replace('"', "").strip()
        what = "A title with brackets or quotes inside needs quotes."
        scan.repaired(what, at=opening, fix=f'Write subgraph "{text}"')
        return label(text, "string")


def _is_left(frame: SubgraphDraft, indent: int) -> bool:
    """Whether a statement stands no further right than a subgraph's head, while what is inside stands further."""
    if frame.indent is None or frame.body_indent is None:
        return False
    return indent <= frame.indent < frame.body_indent
