"""Many strokes in two arrays: the one form in which centrelines travel from the hand to the paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from msgspec import Struct

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]

_FIRST: Ints = np.zeros(1, dtype=np.int64)


class Curves(Struct, frozen=True, eq=False):
    """Strokes as chains of cubic Bézier segments, all in one pair of read-only arrays.

    ``points`` has shape (n, 2). Stroke ``i`` owns ``points[starts[i]:starts[i + 1]]``, which is
    node, handle, handle, node, …, node: ``3 k + 1`` points for ``k`` segments. A straight piece has its handles
    at the thirds. A stroke of one point (``k = 0``) is a dot. A stroke whose last point equals its first is
    closed. ``starts`` has one entry more than there are strokes.
    """

    points: Floats
    starts: Ints

    def __post_init__(self) -> None:
        self.points.setflags(write=False)
        self.starts.setflags(write=False)

    def __len__(self) -> int:
        return len(self.starts) - 1

    @classmethod
    def of(cls, strokes: Sequence[Floats]) -> Curves:
        """Curves from one ``(3 k + 1, 2)`` array a stroke."""
        if not strokes:
            return cls.empty()
        starts = np.zeros(len(strokes) + 1, dtype=np.int64)
        starts[1:] = np.cumsum([len(stroke) for stroke in strokes])
        return cls(np.concatenate(strokes).astype(np.float64, copy=False), starts)

    @classmethod
    def empty(cls) -> Curves:
        """No stroke at all."""
        return cls(np.zeros((0, 2)), np.zeros(1, dtype=np.int64))

    @classmethod
    def joined(cls, parts: Iterable[Curves]) -> Curves:
        """The strokes of all ``parts``, one after another."""
        parts = [part for part in parts if len(part)]
        if not parts:
            return cls.empty()
        if len(parts) == 1:
            return parts[0]
        starts = np.concatenate([_FIRST, *[part.starts[1:] for part in parts]])
        before = list(accumulate([len(part.points) for part in parts[:-1]], initial=0))
        starts[1:] += np.array(before).repeat([len(part.starts) - 1 for part in parts])
        return cls(np.concatenate([part.points for part in parts]), starts)

    def strokes(self) -> list[Floats]:
        """One array view a stroke."""
        return [self.points[a:b] for a, b in zip(self.starts[:-1], self.starts[1:], strict=True)]

    def placed(self, x: float, y: float, scale: float = 1.0) -> Curves:
        """Scaled about the origin, then moved by (x, y)."""
        return Curves(self.points * scale + np.array((x, y)), self.starts)

    def turned(self, degrees: float, x: float, y: float) -> Curves:
        """Turned clockwise (on the page) by ``degrees`` about the point (x, y)."""
        if not degrees:
            return self
        from math import cos, radians, sin

        # Rounded, so that the last digit of a platform's sine can never reach the page.
        c, s = round(cos(radians(degrees)), 12), round(sin(radians(degrees)), 12)
        dx, dy = self.points[:, 0] - x, self.points[:, 1] - y
        return Curves(np.stack((x + dx * c - dy * s, y + dx * s + dy * c), axis=1), self.starts)

    def bounds(self) -> tuple[float, float, float, float]:
        """(left, top, right, bottom) of nodes and handles: encloses the curves, exact for straight pieces.

        Raises ``ValueError`` when there is no point.
        """
        x, y = self.points[:, 0], self.points[:, 1]
        return float(x.min()), float(y.min()), float(x.max()), float(y.max())
