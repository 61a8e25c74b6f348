"""What is connected with what, without any size: what the first passes of the layout work on."""

from __future__ import annotations

from msgspec import Struct


class Link(Struct, frozen=True):
    """An edge from node ``start`` to node ``end``, at least ``span`` ranks long.

    ``labelled`` links need a place for words on their way. ``start_group`` and ``end_group`` name a group (else -1)
    where the edge ends at its frame; the node is then one inside it. ``start_place`` and ``end_place`` say where on the
    side of its node it ends, as a part of that side from its middle (-0.5 to 0.5); None leaves that to the layout.
    """

    start: int
    end: int
    span: int = 1
    labelled: bool = False
    start_group: int = -1
    end_group: int = -1
    start_place: float | None = None
    end_place: float | None = None

    def places(self, flipped: bool) -> tuple[float | None, float | None]:
        """Its places at the lower rank and at the higher, when ``flipped`` edges run against the direction."""
        return (self.end_place, self.start_place) if flipped else (self.start_place, self.end_place)


class Structure(Struct, frozen=True):
    """``groups[v]`` is the innermost group of node ``v`` (-1: none), ``parents[g]`` the group around group ``g``.

    ``pins[v]`` asks for the first place of its rank (-1) or the last (1) for a node; empty where none is asked for.
    """

    groups: tuple[int, ...]
    links: tuple[Link, ...]
    parents: tuple[int, ...] = ()
    pins: tuple[int, ...] = ()

    def around(self, group: int) -> tuple[int, ...]:
        """``group`` and the groups around it, innermost first."""
        found = []
        while group >= 0:
            found.append(group)
            group = self.parents[group]
        return tuple(found)

    def members(self) -> tuple[tuple[int, ...], ...]:
        """The nodes inside every group, those of inner groups counted."""
        inside: list[list[int]] = [[] for _ in self.parents]
        for node, group in enumerate(self.groups):
            for outer in self.around(group):
                inside[outer].append(node)
        return tuple(tuple(nodes) for nodes in inside)
