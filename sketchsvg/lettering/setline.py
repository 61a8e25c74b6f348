"""Lines as they are set: runs of one style from left to right. All lengths in em."""

from __future__ import annotations

from msgspec import Struct

from sketchsvg.lettering.inline import InlineStyle


class SetRun(Struct, frozen=True):
    """A part of a line in one style: where it begins and how wide it is; ``stretch`` is added to each of its spaces."""

    text: str
    style: InlineStyle
    icon: str | None
    x: float
    width: float
    stretch: float = 0.0


class SetLine(Struct, frozen=True):
    """One line: its runs, its width, and whether its paragraph ends with it."""

    runs: tuple[SetRun, ...]
    width: float
    final: bool = True

    @property
    def text(self) -> str:
        """What stands on the line, without markup."""
        return "".join(run.text for run in self.runs)
