"""What every block can do, and the two ways to put blocks together: beside (``|``) and above (``/``)."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import ClassVar, Self

from msgspec.structs import replace

from sketchsvg.authored import Authored
from sketchsvg.blocks.checks import caller, share_percent
from sketchsvg.blocks.fitting import Place, TooHighError, best_size, fitted_setting, told_its_share
from sketchsvg.blocks.stacking import divided, side_by_side, stacked
from sketchsvg.errors import SheetError, SketchError, Source
from sketchsvg.frame import Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.layout.shares import Part
from sketchsvg.scene import Mark

#: Type beside type may differ by so many pt: less than a glance tells apart, enough to fill a hole.
ALIKE = 0.75


class Block(Authored, frozen=True, kw_only=True):
    """Anything that stands on a sheet.

    ``name`` gives it its id (else its own words do), ``percent`` the share it asked for, ``source`` is where the author
    wrote it and takes no part in comparing blocks.
    """

    name: str = ""
    percent: float | None = None
    source: Source | None = None

    kind: ClassVar[str] = "block"
    #: What it is to those who cannot see the page (see ``scene.Part``), and its level among its like.
    role: ClassVar[str] = "group"
    level: ClassVar[int] = 0
    #: How much of the height that is left over a block takes when a column is stretched; 0 keeps its height.
    stretch: ClassVar[float] = 0.0

    def share(self, percent: float) -> Self:
        """The same block with exactly ``percent`` of the height of its column or the width of its row.

        ``SheetError`` unless 0 < percent <= 100.
        """
        return replace(self, percent=share_percent(percent))

    def __or__(self, other: Block) -> Row:
        return Row(blocks=(*_members(self, Row, "|"), *_members(other, Row, "|")), source=caller())

    def __truediv__(self, other: Block) -> Column:
        return Column(blocks=(*_members(self, Column, "/"), *_members(other, Column, "/")), source=caller())

    @property
    def label(self) -> str:
        """What the block is called when it has no ``name``; empty where its words are no name."""
        return ""

    @abstractmethod
    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The block in ``width`` mm, as high as it wants to be, or exactly ``height`` mm where that is given."""

    def composed(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """As ``compose``, but remembered, and an error that knows no place gets that of this block."""
        key = (
            id(self), width, height, setting.size, setting.leading, setting.air, setting.accent, setting.depth,
        )  # fmt: skip
        known = setting.memo.get(key)
        if known is None:
            try:
                frame = self.compose(width, setting, height)
            except SketchError as error:
                error.stands_in(self.source)
                raise
            # The block is kept with its frame: while it lives, nothing else can have its id().
            known = setting.memo[key] = (self, frame)
        return known[1]

    def place(self, width: float, height: float, setting: Setting, largest: float | None = None) -> Frame:
        """The block in exactly this place on the page, at the largest type that fits, in pt at most ``largest``.

        Half a gutter of white is kept on all sides. ``LayoutError`` when it does not fit at the theme's floor.
        """
        half = setting.theme.space.gutter / 2
        solved = fitted_setting(self, width - 2 * half, height - 2 * half, setting, largest)
        inner = self.composed(width - 2 * half, solved, height - 2 * half)
        place = Place(f"{self.name or self.label or self.kind} place", self.percent, self.source)
        return Frame(place, Rect(0, 0, width, height), solved, (inner.at(half, half),))

    @property
    def shown(self) -> str:
        """What it shows, in words, where it is a figure."""
        return ""

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The block's own marks without its lines and its children's."""
        return iter(())

    def least_width(self, setting: Setting) -> float:
        """The width in mm under which the block would break words; 0 where it does not matter."""
        return 0.0


class Row(Block, frozen=True, kw_only=True):
    """Blocks beside each other, equally high. Widths go by their shares, else they are balanced."""

    blocks: tuple[Block, ...]
    kind: ClassVar[str] = "row"
    role: ClassVar[str] = ""

    @property
    def stretch(self) -> float:  # type: ignore[override]
        """A row grows when something in it can."""
        return max(block.stretch for block in self.blocks)

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The blocks side by side with a gap between them."""
        return side_by_side(self, self.blocks, width, setting, height)

    def place(self, width: float, height: float, setting: Setting, largest: float | None = None) -> Frame:
        """The blocks side by side in exact widths, in type of about one size."""
        widths = divided(self, width, [Part(block.percent, weight=1.0) for block in self.blocks])
        alone = [block for block in self.blocks if not isinstance(block, Row | Column)]
        if len(alone) > 1:
            gutter = setting.theme.space.gutter
            sizes = [
                best_size(block, part - gutter, height - gutter, setting, largest)
                for block, part in zip(self.blocks, widths, strict=True)
                if block in alone
            ]
            largest = min(sizes) + ALIKE
        x = 0.0
        children: list[Frame] = []
        for block, part in zip(self.blocks, widths, strict=True):
            children.append(block.place(part, height, setting, largest).at(x, 0))
            x += part
        return Frame(self, Rect(0, 0, width, height), setting, tuple(children))

    def least_width(self, setting: Setting) -> float:
        """All of them and the gaps."""
        return sum(block.least_width(setting) for block in self.blocks) + setting.gap * (len(self.blocks) - 1)


class Column(Block, frozen=True, kw_only=True):
    """Blocks above each other, equally wide. Heights go by their shares, else by what they hold."""

    blocks: tuple[Block, ...]
    kind: ClassVar[str] = "column"
    role: ClassVar[str] = ""

    @property
    def stretch(self) -> float:  # type: ignore[override]
        """A column grows when something in it can."""
        return max(block.stretch for block in self.blocks)

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The blocks from top to bottom with a gap between them."""
        return stacked(self, self.blocks, width, setting, height)

    def place(self, width: float, height: float, setting: Setting, largest: float | None = None) -> Frame:
        """The blocks from top to bottom in exact heights."""
        gutter = setting.theme.space.gutter
        usual = replace(setting, size=min(setting.theme.type.body, largest or setting.theme.type.body))
        parts = [
            Part(block.percent)
            if block.percent is not None
            else Part(None, block.composed(width - gutter, usual).height + gutter)
            for block in self.blocks
        ]
        y = 0.0
        children: list[Frame] = []
        for block, part in zip(self.blocks, divided(self, height, parts), strict=True):
            try:
                children.append(block.place(width, part, setting, largest).at(0, y))
            except TooHighError as error:
                told_its_share(error, block.percent, part)
                raise
            y += part
        return Frame(self, Rect(0, 0, width, height), setting, tuple(children))

    def least_width(self, setting: Setting) -> float:
        """The widest of them."""
        return max(block.least_width(setting) for block in self.blocks)


def _members(block: object, kind: type[Row] | type[Column], sign: str) -> Sequence[Block]:
    """The members of an arrangement of the same kind, so that ``a | b | c`` is one row; else the block alone."""
    if not isinstance(block, Block):
        raise SheetError(
            f"“{sign}” joins blocks, not {type(block).__name__}.", where=caller(), mend='Wrap text as text("…").'
        )
    if isinstance(block, kind) and block.percent is None and not block.name:
        return block.blocks
    return (block,)

