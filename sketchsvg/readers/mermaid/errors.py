"""What the mermaid reader refuses: broken diagrams, other kinds of diagram, and more than a page can hold."""

from __future__ import annotations

from sketchsvg.errors import SketchError, Source


class MermaidError(SketchError):
    """A flowchart or mind map that cannot be read; names the place, what was expected there, and a fix."""


class LimitError(MermaidError):
    """A diagram larger than any page: too many characters, edges, or levels."""


class UnsupportedError(MermaidError):
    """A diagram of another kind (sequence, class, gantt, …), named in ``kind`` by its keyword."""

    def __init__(self, what: str, *, kind: str, where: Source | None = None, mend: str | None = None) -> None:
        super().__init__(what, where=where, mend=mend)
        self.kind = kind
