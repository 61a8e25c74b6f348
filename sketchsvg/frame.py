"""The frame: every block's exact rectangle, and its text broken into lines at a solved size. No pen yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct, field

from sketchsvg.errors import Source
from sketchsvg.geometry.rect import Rect
from sketchsvg.lettering.paragraph import SetLine
from sketchsvg.scene import Mark
from sketchsvg.theme.theme import Theme

if TYPE_CHECKING:
    from sketchsvg.lettering.hand import Hand

#: Millimetres in a typographic point (1/72 inch).
POINT = 25.4 / 72


class Memo(dict[object, tuple[object, "Frame"]]):
    """What has been composed already: it takes no part in comparing settings, and shows nothing of itself.

    It holds every frame of a sheet many times over: written out, it would fill the memory.
    """

    __hash__ = None

    def __repr__(self) -> str:
        return f"<{len(self)} frames>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Memo)

    def __ne__(self, other: object) -> bool:
        return not isinstance(other, Memo)


class Setting(Struct, frozen=True):
    """What a block is composed with: the theme, the solved type, and the accent it stands in.

    ``size`` is the body size in pt, None until the share that holds the block has been solved; ``leading`` a multiple
    of it; ``air`` scales the white between things (1: the theme's own). ``accent`` is a hue of the theme; ``depth``
    counts the boxes around. ``memo`` keeps what has been composed already, for the whole of one sheet.
    """

    theme: Theme
    hand: Hand
    accent: str
    size: float | None = None
    leading: float = 1.42
    air: float = 1.0
    depth: int = 0
    memo: dict[object, tuple[object, Frame]] = field(default_factory=Memo)

    def within(self, accent: str = "", air: float = 1.0, boxes: int = 1) -> Setting:
        """The setting inside ``boxes`` more boxes: in another accent if one is named, the air scaled by ``air``."""
        return Setting(
            self.theme, self.hand, accent or self.accent, self.size, self.leading, self.air * air, self.depth + boxes,
            self.memo,
        )  # fmt: skip

    @property
    def body(self) -> float:
        """The body size in pt: the solved one, or the theme's until then."""
        return self.theme.type.body if self.size is None else self.size

    @property
    def note(self) -> float:
        """The size of notes in pt: smaller than the body in the theme's proportion, never under the floor."""
        scale = self.theme.type
        return max(scale.floor, self.body * scale.note / scale.body)

    @property
    def accent_colour(self) -> str:
        """The accent for lines and grounds."""
        return self.theme.accents[self.accent]

    @property
    def accent_written(self) -> str:
        """The accent for words."""
        return self.theme.written[self.accent]

    @property
    def gap(self) -> float:
        """White between neighbours in mm."""
        return self.theme.space.gap * self.air

    @property
    def padding(self) -> float:
        """White between a box and what it holds in mm."""
        return self.theme.space.padding * self.air


class TextStyle(Struct, frozen=True):
    """How a line is written: ``size`` in pt, ``weight`` of the pen in em, colour, pen, whether all of it is bold.

    ``toned`` lets links and signs such as ✓ keep the colour of their own. ``role`` says what the line is to those who
    cannot see how it is written: "heading", "label", "caption", "furniture" (see ``scene.Word``), else running text.
    """

    size: float
    leading: float
    colour: str
    weight: float
    pen: str
    bold: bool = False
    align: str = "left"
    toned: bool = True
    role: str = ""

    def scaled(self, size: float, leading: float, weight: float | None = None, colour: str = "") -> TextStyle:
        """The same style ``size`` times as large, at another leading, and in another weight or colour if given."""
        return TextStyle(
            self.size * size, leading, colour or self.colour, weight or self.weight, self.pen, self.bold, self.align,
            self.toned, self.role,
        )  # fmt: skip

    def aligned(self, align: str) -> TextStyle:
        """The same style set to the left, to the right or in the ``centre``."""
        if align == self.align:
            return self
        return TextStyle(
            self.size, self.leading, self.colour, self.weight, self.pen, self.bold, align, self.toned, self.role
        )


class Line(Struct, frozen=True):
    """One line of text in its place: ``rect`` in mm (as wide as the words), ``baseline`` its y in mm."""

    rect: Rect
    baseline: float
    words: SetLine
    style: TextStyle

    def moved(self, dx: float, dy: float) -> Line:
        """The same line elsewhere."""
        rect = self.rect
        moved = Rect(rect.x + dx, rect.y + dy, rect.width, rect.height)
        return Line(moved, self.baseline + dy, self.words, self.style)


class Composed(Protocol):
    """What a frame needs to know of the block it was composed from."""

    @property
    def kind(self) -> str:
        """The block's kind as authors know it, such as ``section`` or ``card``."""

    @property
    def label(self) -> str:
        """What the block is called, for its id; empty where it has no name."""

    @property
    def percent(self) -> float | None:
        """The share that was asked for."""

    @property
    def source(self) -> Source | None:
        """Where the author wrote it."""

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The block's own marks, its children's not included."""


class Frame(Struct, frozen=True):
    """A block in its place.

    While composing, ``rect``, the children and the lines are relative to the parent's top left corner; ``settled``
    makes them absolute and gives every frame its ``id``. ``detail`` is whatever the block's own file wants to keep
    between composing and tracing (relative to the frame). ``turn`` turns the block's own marks and lines clockwise
    about the middle of ``rect``, in degrees.
    """

    block: Composed
    rect: Rect
    setting: Setting
    children: tuple[Frame, ...] = ()
    lines: tuple[Line, ...] = ()
    detail: object = None
    turn: float = 0.0
    id: str = ""

    @property
    def height(self) -> float:
        """The height in mm."""
        return self.rect.height

    def at(self, x: float, y: float) -> Frame:
        """The same frame with its corner at (x, y) of its parent."""
        rect = Rect(x, y, self.rect.width, self.rect.height)
        return Frame(self.block, rect, self.setting, self.children, self.lines, self.detail, self.turn, self.id)

    def walk(self) -> Iterator[Frame]:
        """The frame and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()
