"""The six hands side by side, each writing the same words: the picture in docs/hand.md."""

from msgspec.structs import replace
from typing import ClassVar

from sketchsvg import Sheet, save
from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.writing import body_style, note_style, set_text
from sketchsvg.frame import Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.lettering.hand import hand_of
from sketchsvg.theme.hands import in_hand


class Sample(Block, frozen=True, kw_only=True):
    """Words in a hand of their own, whatever the sheet is written in."""

    words: str
    hand: str
    kind: ClassVar[str] = "sample"

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The name of the hand, and its words below."""
        theme = in_hand(setting.theme, self.hand)
        own = replace(setting, theme=theme, hand=hand_of(theme.hand))
        name = set_text(self.hand, width, note_style(own), own)
        words = set_text(self.words, width, replace(body_style(own), size=17, leading=1.4), own)
        full = name.height + words.height
        lines = (*name.lines, *words.moved(0, name.height))
        return Frame(self, Rect(0, 0, width, max(full, height or 0.0)), own, lines=lines)

    def least_width(self, setting: Setting) -> float:
        """Wide enough for a word."""
        return 40.0


WORDS = "꾸준히 적어 둔 글씨는\n다시 읽힌다. Written by hand,\nread again: 24 days in July."
note, neat, quick, caps, mono, child = (
    Sample(words=WORDS, hand=hand, name=hand) for hand in ("note", "neat", "quick", "caps", "mono", "child")
)
sheet = Sheet((note | neat) / (quick | caps) / (mono | child), page="210x118", title="Six hands", seed=4)

if __name__ == "__main__":
    save(sheet, "hands.pdf")
