"""What holds where an element is read: its place on the page, style, clips, and the drawing it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from sketchsvg.geometry.curves import Curves
from sketchsvg.readers.svg.affine import Matrix, placed_curves, times, transform_of
from sketchsvg.readers.svg.css import StyleSheet
from sketchsvg.readers.svg.items import Clip, Item, Paint, Region, Stop, Tile
from sketchsvg.readers.svg.limits import FARTHEST, Budget, exceeded
from sketchsvg.readers.svg.looks import Looks
from sketchsvg.readers.svg.parse import Document, Node
from sketchsvg.readers.svg.shapes import Viewport
from sketchsvg.readers.svg.style import Style, style_of

if TYPE_CHECKING:
    from sketchsvg.readers.svg.drawn import Waiting
    from sketchsvg.readers.svg.effects import Begun, Ended


class Reading(Struct, eq=False):
    """One reading of a document: what has been found so far, and what it has used up.

    Of ``items``, so many are ``settled``: none of them waits to be read. ``strips`` counts pictures.
    """

    document: Document
    sheet: StyleSheet
    budget: Budget = field(default_factory=Budget)
    items: list[Item | Waiting | Begun | Ended] = field(default_factory=list)
    settled: int = 0
    strips: int = 0
    looks: Looks = field(default_factory=Looks)
    warnings: dict[str, None] = field(default_factory=dict)
    known_clips: dict[tuple[str, Matrix], tuple[Clip, ...]] = field(default_factory=dict)
    known_stops: dict[int, tuple[Stop, ...]] = field(default_factory=dict)
    known_tiles: dict[int, Tile] = field(default_factory=dict)
    known_masks: dict[tuple[int, Matrix], tuple[Region, ...] | None] = field(default_factory=dict)

    def warn(self, message: str) -> None:
        """Say once what the drawing has and the pen leaves out."""
        self.warnings[message] = None

    def apart(self) -> Reading:
        """A reading of another part of the same document, which uses up the same."""
        return Reading(
            self.document, self.sheet, self.budget, looks=self.looks, warnings=self.warnings,
            known_clips=self.known_clips, known_stops=self.known_stops, known_tiles=self.known_tiles,
            known_masks=self.known_masks,
        )  # fmt: skip

    def target(self, link: str) -> Node | None:
        """The element that ``#id`` or ``url(#id)`` points to within this document; nothing else is ever fetched."""
        link = link.strip()
        if link.startswith("url("):
            link = link[4:].partition(")")[0].strip(" \"'")
        if not link.startswith("#"):
            if link:
                self.warn("It points to something outside of itself, which is neither fetched nor drawn.")
            return None
        return self.document.ids.get(link[1:])


class Context(Struct, frozen=True, gc=False):
    """Where and how an element is drawn.

    ``matrix`` leads from its units to mm on the page. ``depth`` is how many elements it lies in, ``using`` those whose
    copies it lies in.
    ``fill`` and ``stroke`` are what ``context-fill`` and ``context-stroke`` mean.
    """

    matrix: Matrix
    style: Style
    view: Viewport
    key: str
    opacity: float = 1.0
    depth: int = 0
    clips: tuple[Clip, ...] = ()
    using: tuple[Node, ...] = ()
    fill: Paint | None = None
    stroke: Paint | None = None

    def inside(self, node: Node, reading: Reading) -> Context:
        """The context of ``node``, a child: its style, transform and opacity."""
        style = style_of(node, self.style, reading.sheet)
        matrix = self.matrix
        if "transform" in node.attributes:
            matrix = times(matrix, transform_of(node, node.attributes["transform"]))
        elif "transform" in style.values:
            matrix = times(matrix, transform_of(node, style["transform"], "style"))
        name = node.attributes.get("id", "").strip() or f"{node.tag}{node.place}"
        opacity = self.opacity * style.opacity
        return Context(
            matrix, style, self.view, f"{self.key}/{name}", opacity, self.depth + 1, self.clips, self.using, self.fill,
            self.stroke,
        )  # fmt: skip

    def moved(self, matrix: Matrix) -> Context:
        """The context within a further transform."""
        return replace(self, matrix=times(self.matrix, matrix))

    def on_page(self, curves: Curves, node: Node) -> Curves:
        """Curves of an element on the page; ``LimitError`` for what leaves all measure."""
        placed = placed_curves(curves, self.matrix)
        if len(placed.points) and not (abs(placed.points) <= FARTHEST).all():
            raise exceeded("it has a point too many mm away", FARTHEST, node.where, "Check its transforms.")
        return placed
