"""Words by themselves: a text in our hand as a drawing, with its paths and advances for other tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sketchsvg.drawing import Drawing

if TYPE_CHECKING:
    from sketchsvg.errors import Source
    from sketchsvg.frame import Line, Setting
    from sketchsvg.lettering.hand import Hand
    from sketchsvg.scene import Mark, Word

#: The theme whose inks, pens and hand are taken where nothing else is said.
THEME = "nano-banana"
#: White around the words in mm, more than ink ever leaves a line.
MARGIN = 2.0
SMALLEST, LARGEST = 3.0, 400.0
LEADING = 1.42


class WrittenLine(Struct, frozen=True):
    """A line of written text: where its baseline begins and how long it is, in mm; ``path`` are its clean centrelines.

    ``path`` is SVG path data in mm, in the drawing's coordinates: no noise and no width.
    """

    text: str
    x: float
    baseline: float
    advance: float
    words: tuple[Word, ...]
    path: str


class Handwriting(Drawing, frozen=True, eq=False):
    """A written text: a drawing that knows its lines. ``size`` in pt, ``pen`` is the width of the nib in mm."""

    lines: tuple[WrittenLine, ...]
    size: float
    nib: float

    @property
    def advance(self) -> float:
        """The length of the longest line in mm."""
        return max(line.advance for line in self.lines)

    @property
    def path(self) -> str:
        """All centrelines as SVG path data in mm."""
        return "".join(line.path for line in self.lines)


def write(
    text: str,
    *,
    size: float = 14.0,
    width: float | None = None,
    align: str = "left",
    leading: float = LEADING,
    bold: bool = False,
    hand: str = "",
    pen: str = "",
    colour: str = "",
    theme: str = THEME,
    paper: str | None = None,
    margin: float = MARGIN,
    seed: int = 0,
    lenient: bool = False,
) -> Handwriting:
    r"""``text`` in our hand, with inline markup and emoji, as large as its words.

    ``size`` in pt; ``width`` in mm breaks it into lines (without it only ``\n`` does), which ``align`` sets left,
    centre, right or justify, ``leading`` em apart. ``hand`` and ``pen`` are names; ``colour`` and ``paper`` are written
    like "#1f2a44"; without a ``paper`` the ground is clear. What is not said is the ``theme``'s. ``margin`` is the
    white around the words in mm. ``lenient`` draws a box for a character that no font has, and warns.

    The result saves itself as SVG, PDF and PNG, and has the clean centrelines and the advance of each line. Raises
    ``SheetError`` for what is out of range, ``CharacterError`` for what the hand cannot write, ``LayoutError`` for a
    width that a single character exceeds, ``NameUnknownError`` for unknown names.
    """
    from sketchsvg.blocks.text import ALIGNMENTS
    from sketchsvg.blocks.writing import neighbours, set_text, text_width, trace_line
    from sketchsvg.calling import caller
    from sketchsvg.errors import SheetError
    from sketchsvg.frame import POINT, TextStyle
    from sketchsvg.geometry.rect import Rect
    from sketchsvg.ink.arguments import colour_of, within
    from sketchsvg.ink.catalogue import pen_of
    from sketchsvg.lettering.inline import clean_text
    from sketchsvg.names import unknown
    from sketchsvg.scene import Part, Scene

    where = caller()
    words = clean_text(text, where)
    if not words.strip():
        raise SheetError("There are no words to write.", where=where, mend='write("hello")')
    if align not in ALIGNMENTS:
        raise unknown("alignment", str(align), ALIGNMENTS, where)
    setting = _setting(theme, hand, lenient, where)
    look = setting.theme
    points = within(size, "The type size", SMALLEST, LARGEST)
    lead, white = within(leading, "leading", 0.5, 10), within(margin, "margin", 0, 500)
    if pen:
        pen_of(pen)
    weight = look.type.bold if bold else look.type.weight
    ink = colour_of(colour, "colour") if colour else look.ink.text
    style = TextStyle(points, lead, ink, weight, pen or look.hand.pen or look.pens.text, bold, align)
    room = text_width(words, style, setting) if width is None else within(width, "width", 1, 5000)
    box = set_text(words, room, style, setting, where)
    _warn_of_boxes(setting.hand)
    lines = [line.moved(white, white) for line in box.lines]
    marks = list(_paper(colour_of(paper, "colour"), room + 2 * white, box.height + 2 * white) if paper else ())
    written: list[WrittenLine] = []
    for number, (before, line, after) in enumerate(neighbours(lines)):
        own = list(trace_line(line, setting, f"line{number}", before=before, after=after))
        marks += own
        written.append(_described(line, own))
    wide, high = room + 2 * white, box.height + 2 * white
    count = sum(len(one.words) for one in written)
    part = Part("paragraph", "", -1, (0, len(marks)), (0, count), Rect(0, 0, wide, high))
    scene = Scene(wide, high, tuple(marks), seed, " ".join(one.text for one in written), parts=(part,))
    return Handwriting(scene, tuple(written), points, weight * points * POINT)


def _setting(theme: str, hand: str, lenient: bool, where: Source | None) -> Setting:
    from sketchsvg.frame import Setting
    from sketchsvg.lettering.fonts.fallback import Fallback
    from sketchsvg.lettering.hand import Hand, hand_of
    from sketchsvg.theme.hands import in_hand
    from sketchsvg.theme.load import load_theme

    look = in_hand(load_theme(theme, where), hand, where)
    fallback = Fallback(look.fonts.fallback, lenient)
    # A lenient hand is new each time, so that it tells each time what it could not write.
    return Setting(look, Hand(look.hand, fallback) if lenient else hand_of(look.hand, fallback), "cobalt")


def _warn_of_boxes(hand: Hand) -> None:
    """A warning for each character that is drawn as a box."""
    import warnings

    from sketchsvg.lettering.fonts.fallback import named

    for char, text in hand.boxed.items():
        warnings.warn(f"{named(char)} in “{text[:24]}” is drawn as a box: no font here has it.", stacklevel=3)


def _described(line: Line, marks: list[Mark]) -> WrittenLine:
    from sketchsvg.geometry.pathtext import path_text

    words = tuple(word for mark in marks if mark.writing is not None for word in mark.writing.words)
    paths = "".join(path_text(mark.curves) for mark in marks if mark.writing is not None)
    return WrittenLine(line.words.text, line.rect.x, line.baseline, line.rect.width, words, paths)


def _paper(colour: str, width: float, height: float) -> tuple[Mark, ...]:
    from sketchsvg.geometry.rect import Rect
    from sketchsvg.geometry.shapes import rectangle
    from sketchsvg.scene import Fill, Layer, Mark

    ground = rectangle(Rect(0, 0, width, height))
    return (Mark("paper", ground, "ruler", 0.0, colour, Layer.PAPER, fill=Fill("wash", colour)),)
