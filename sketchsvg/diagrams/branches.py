"""What grows out of a mind map's root: nested mappings, lists and strings, read into branches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from sketchsvg.authored import Authored
from sketchsvg.blocks.checks import caller, words
from sketchsvg.errors import SheetError, Source
from sketchsvg.lettering.inline import plain_text
from sketchsvg.names import look_up
from sketchsvg.theme.theme import HUES

#: More levels than this are no map that anybody reads.
DEEPEST = 8


class Branch(Authored, frozen=True):
    """One node of a mind map and what grows out of it; ``accent`` is its hue, empty for the next one in turn.

    ``shape`` is a name of ``map_shapes.SHAPES``, empty for the usual form of its level.
    """

    words: str
    branches: tuple[Branch, ...] = ()
    accent: str = ""
    source: Source | None = None
    shape: str = ""

    @property
    def shown(self) -> str:
        """Its words and what grows out of it."""
        below = ", ".join(branch.shown for branch in self.branches)
        return f"{plain_text(self.words)} ({below})" if below else plain_text(self.words)

    @property
    def levels(self) -> int:
        """How many levels stand here, this one counted."""
        return 1 + max((below.levels for below in self.branches), default=0)


#: What authors write: a mapping of words to what grows out of them, a list, one string, or nothing.
Growth: TypeAlias = Mapping[str | Branch, "Growth"] | Sequence["Growth"] | str | Branch | None


def branch(words_: str, growth: Growth = None, *, accent: str = "") -> Branch:
    """A branch with a hue of its own: ``branch("Local", ["LM Studio"], accent="tangerine")``.

    It stands in a list of branches, or as a key of a mapping. Raises ``NameUnknownError`` for an unknown accent.
    """
    where = caller()
    if accent:
        look_up("accent", accent, {hue: hue for hue in HUES}, where)
    return Branch(words(words_, "A branch"), grown(growth), accent, where)


def grown(growth: object, level: int = 1) -> tuple[Branch, ...]:
    """``growth`` as branches; ``SheetError`` for anything that is neither words, mapping nor list."""
    where = caller()
    if level > DEEPEST:
        raise SheetError(
            f"The mind map is nested deeper than {DEEPEST} levels.", where=where, mend="Make two maps of it."
        )
    if growth is None or growth == "":
        return ()
    if isinstance(growth, Branch):
        return (growth,)
    if isinstance(growth, str):
        return (Branch(words(growth, "A branch"), source=where),)
    if isinstance(growth, Mapping):
        return tuple(_from_item(key, value, level, where) for key, value in growth.items())
    if isinstance(growth, Sequence) and not isinstance(growth, bytes | bytearray):
        return tuple(one for part in growth for one in _from_part(part, level))
    raise SheetError(
        f"A branch of a mind map is a string, a mapping or a list, not {type(growth).__name__}.",
        where=where,
        mend='mindmap("Root", {"Branch": ["leaf", "leaf"], "Other": None})',
    )


def _from_part(part: object, level: int) -> tuple[Branch, ...]:
    """What one entry of a list stands for; an empty one is a mistake, not a leaf."""
    if isinstance(part, Sequence) and not isinstance(part, str | bytes | bytearray):
        return grown(part, level + 1)
    if part is None or isinstance(part, str):
        return (Branch(words(part, "A branch"), source=caller()),)
    return grown(part, level)


def _from_item(key: object, value: object, level: int, where: Source | None) -> Branch:
    if isinstance(key, Branch):
        return Branch(key.words, key.branches + grown(value, level + 1), key.accent, key.source, key.shape)
    return Branch(words(key, "A branch"), grown(value, level + 1), source=where)
