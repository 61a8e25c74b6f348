"""Lists: bullets and numbers, nested, every item with a hanging indent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller, words
from sketchsvg.blocks.writing import body_style, set_text, text_width, word_width
from sketchsvg.errors import SheetError, Source
from sketchsvg.frame import POINT, Frame, Line, Setting
from sketchsvg.geometry.rect import Rect

#: Signs that an item may begin with to be its own marker.
MARKERS = ("✓", "✔", "✗", "✘", "→", "☐", "☑", "•", "★", "※", "✅", "❌", "⚠️", "💡")
#: White between marker and words, indent of a nested list, white between items: in em.
MARKER_GAP, INDENT, ITEM_GAP = 0.36, 0.9, 0.1
#: How far the white between two items may grow, in em.
WIDEST = 0.55


class Item(Block, frozen=True, kw_only=True):
    """One item: its marker and words, or a block of its own in place of words."""

    marker: str
    words: str
    indent: float = 0.0
    kind: ClassVar[str] = "item"
    role: ClassVar[str] = "item"

    @property
    def level(self) -> int:  # type: ignore[override]
        """In how many lists its own one stands."""
        return round(self.indent / INDENT)

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The marker, and the words hanging beside it."""
        style = body_style(setting)
        em = style.size * POINT
        left = self.indent * em
        hang = self.indent * em + self._hang(setting)
        marker = set_text(self.marker, width, replace(style, role="label"), setting, self.source)
        box = set_text(self.words, width - hang, style, setting, self.source)
        lines: tuple[Line, ...] = (*marker.moved(left, 0), *box.moved(hang, 0))
        return Frame(self, Rect(0, 0, width, box.height), setting, lines=lines)

    def least_width(self, setting: Setting) -> float:
        """The widest word and the indent."""
        style = body_style(setting)
        return self.indent * style.size * POINT + self._hang(setting) + word_width(self.words, style, setting)

    def _hang(self, setting: Setting) -> float:
        style = body_style(setting)
        em = style.size * POINT
        return max(text_width(self.marker, style, setting), 0.5 * em) + MARKER_GAP * em


class Listing(Block, frozen=True, kw_only=True):
    """A list. ``numbered`` counts its items; ``marker`` stands before those that bring none of their own."""

    items: tuple[str | Listing, ...]
    marker: str = "•"
    numbered: bool = False
    kind: ClassVar[str] = "list"
    role: ClassVar[str] = "list"
    stretch: ClassVar[float] = 0.25

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The items from top to bottom; in a greater height the white between them grows to at most half a line."""
        frames = [item.composed(width, setting) for item in self._flat(0.0)]
        return listed(self, frames, width, setting, height)

    def least_width(self, setting: Setting) -> float:
        """The widest item."""
        return max(item.least_width(setting) for item in self._flat(0.0))

    def _flat(self, indent: float) -> list[Item]:
        """All items down to the innermost, each with its indent in em."""
        items: list[Item] = []
        number = 0
        for item in self.items:
            if isinstance(item, Listing):
                items += item._flat(indent + INDENT)
                continue
            number += 1
            sign, rest = _own_marker(item)
            marker = f"{number}." if self.numbered else sign or self.marker
            text = item if self.numbered else rest
            items.append(Item(marker=marker, words=text, indent=indent, source=self.source))
        return items


def listed(block: Block, items: Sequence[Frame], width: float, setting: Setting, height: float | None) -> Frame:
    """The frame of a list: its items from top to bottom; in a greater ``height`` the white between them grows."""
    em = setting.body * POINT
    gap = ITEM_GAP * em * setting.air
    own = sum(item.height for item in items)
    total = own + gap * (len(items) - 1)
    if height is not None and height > total and len(items) > 1:
        gap += min((height - total) / (len(items) - 1), WIDEST * em)
        total = own + gap * (len(items) - 1)
    y = max(0.0, ((height or 0.0) - total) / 2)
    placed: list[Frame] = []
    for item in items:
        placed.append(item.at(0, y))
        y += item.height + gap
    return Frame(block, Rect(0, 0, width, max(total, height or 0.0)), setting, tuple(placed))


def bullets(*items: str | Listing, marker: str = "•", name: str = "") -> Listing:
    """A list with bullets. An item that begins with a sign such as ``✓`` or ``→`` and a space has that as its marker.

    A list among the items is nested under the item before it.
    """
    where = caller()
    return Listing(items=_checked(items, where), marker=words(marker, "The marker"), name=name, source=where)


def numbered(*items: str | Listing, name: str = "") -> Listing:
    """A list that counts its items from 1."""
    where = caller()
    return Listing(items=_checked(items, where), numbered=True, name=name, source=where)


def _checked(items: Sequence[object], where: Source | None) -> tuple[str | Listing, ...]:
    if not items:
        raise SheetError("A list needs at least one item.", where=where, mend='bullets("one", "two")')
    found: list[str | Listing] = []
    for item in items:
        found.append(item if isinstance(item, Listing) else words(item, "An item of the list"))
    return tuple(found)


def _own_marker(item: str) -> tuple[str, str]:
    """The sign an item begins with, and the rest of it."""
    for sign in MARKERS:
        if item.startswith(sign + " ") and item[len(sign) :].strip():
            return sign, item[len(sign) :].strip()
    return "", item
