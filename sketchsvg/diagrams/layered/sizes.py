"""What the layout needs to know of sizes: boxes, labels and frames in mm, and the white between them."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

Direction: TypeAlias = Literal["TB", "BT", "LR", "RL"]


class Box(Struct, frozen=True):
    """A node of ``width`` x ``height`` on the page; edges end on the middle part ``reach`` of a side.

    ``sign`` is how high what its upright sides belong to is, where that is not all of it (0).
    """

    width: float
    height: float
    reach: float = 0.7
    sign: float = 0.0


class Frame(Struct, frozen=True):
    """A group's frame: its white on each side of the page (``top`` with the title), and how wide it is at least.

    ``direction`` is that of what it holds, None for that of what it stands in.
    """

    top: float
    side: float
    bottom: float
    least: float
    direction: Direction | None = None


class White(Struct, frozen=True):
    """White in mm: between neighbours of a rank, beside edges, between ranks; and the reach of a self-loop."""

    nodes: float = 7.0
    lanes: float = 3.5
    ranks: float = 11.0
    loop: float = 5.0


class Sizes(Struct, frozen=True):
    """Sizes of all nodes, of the words at every link (None: none) and of all frames, as they stand on the page."""

    boxes: tuple[Box, ...]
    labels: tuple[tuple[float, float] | None, ...]
    frames: tuple[Frame, ...]
    direction: Direction = "TB"
    white: White = White()

    @property
    def lying(self) -> bool:
        """Whether ranks follow each other across the page."""
        return self.direction in ("LR", "RL")
