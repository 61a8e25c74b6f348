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
    """One line: its runs, its width, and whether its paragraph ends with it.

    ``gap`` is the white between it and the next line of its text: a space or a new line; empty where a word was
    broken.
    """

    runs: tuple[SetRun, ...]
    width: float
    final: bool = True
    gap: str = ""

    def after(self, index: int) -> tuple[bool, bool, bool]:
        """What follows a run: whether white does, whether the line's end does, whether the end of the text does."""
        if index + 1 < len(self.runs):
            white = self.runs[index + 1].text.startswith(" ")
            if not white or any(run.text.strip() for run in self.runs[index + 1 :]):
                return white, False, False
        return bool(self.gap), True, self.final and not self.gap

    @property
    def text(self) -> str:
        """What stands on the line, without markup."""
        return "".join(run.text for run in self.runs)
