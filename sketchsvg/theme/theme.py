"""What a theme is: paper, inks, weights, sizes, pens and the habits of the hand, as plain frozen values.

The type of a field is also its rule when a theme is read: ``Colour`` is ``#rrggbb``, ``Length`` and ``Angle``
are finite numbers (a length is never negative), ``Size`` is above 0, ``Part`` lies between 0 and 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

Colour: TypeAlias = str
Length: TypeAlias = float
Size: TypeAlias = float
Angle: TypeAlias = float
Part: TypeAlias = float
PaperKind: TypeAlias = str
PenName: TypeAlias = str
FillName: TypeAlias = str
FontNames: TypeAlias = tuple[str, ...]
HandName: TypeAlias = str
LetterForms: TypeAlias = str
Case: TypeAlias = str
Zero: TypeAlias = str
OwnPen: TypeAlias = str

PAPER_KINDS = ("grid", "dots", "ruled", "plain")
#: Shapes of letters that a hand may have (files in ``lettering/latin/forms``), what becomes of small letters, and
#: how the zero is written.
LETTER_FORMS = ("print", "neat", "quick", "caps", "mono", "child")
CASES = ("both", "capitals")
ZEROS = ("plain", "slashed")

#: The hues that every theme mixes for its own paper, so that a sheet can change its theme and stay as it is.
HUES = ("cobalt", "leaf", "tangerine", "plum", "rose", "banana")


class Paper(Struct, frozen=True):
    """The sheet of paper: its colour and what is printed on it. ``weight`` and ``pitch`` in mm."""

    kind: PaperKind
    colour: Colour
    line: Colour
    weight: Length
    pitch: Size


class Inks(Struct, frozen=True):
    """Colours that are not accents: ``text``, ``note`` (secondary words), ``panel`` (the ground of a card).

    ``tint`` is the opacity of an accent as the ground of its section, ``highlight`` the colour of
    ``==words==``, ``swipe_opacity`` that of the pale accent swipe behind the name of a card.
    """

    text: Colour
    note: Colour
    panel: Colour
    tint: Part
    highlight: Colour
    highlight_opacity: Part
    swipe_opacity: Part


class Lines(Struct, frozen=True):
    """How heavy lines are and how round corners, in mm."""

    section: Length
    card: Length
    rule: Length
    inner: Length
    underline: Length
    arrow: Length
    icon: Length
    section_radius: Length
    card_radius: Length


class TypeScale(Struct, frozen=True):
    """Type sizes in pt, leadings as multiples of the size, pen weights in em.

    No text is ever set below ``floor``. ``latin`` is the size of Latin letters relative to Hangul.
    """

    title: Size
    subtitle: Size
    head: Size
    name: Size
    body: Size
    note: Size
    floor: Size
    leading: Size
    leading_least: Size
    leading_most: Size
    weight: Size
    bold: Size
    head_weight: Size
    title_weight: Size
    latin: Size


class Space(Struct, frozen=True):
    """White space in mm: page margin, gutter between sections, gap between cards, padding inside a box."""

    margin: Length
    gutter: Length
    gap: Length
    padding: Length


class Pens(Struct, frozen=True):
    """Which pen (a file in ``ink/pens``) does what; ``fill`` is the default fill (in ``ink/fills``)."""

    text: PenName
    heading: PenName
    title: PenName
    frame: PenName
    rule: PenName
    arrow: PenName
    icon: PenName
    highlight: PenName
    fill: FillName


class Fonts(Struct, frozen=True):
    """The fonts that lend what the hand cannot write: names of families or font files, first come first served.

    After them come the fonts of the machine.
    """

    fallback: FontNames = ()


class HandStyle(Struct, frozen=True):
    """The habits of a hand: what a file in ``lettering/hands`` says. Unsaid, a habit is that of ``note``.

    Shape: ``forms`` names the shapes of the letters, ``case`` whether small letters are written as small capitals,
    ``zero`` whether the zero is struck, ``slant`` in degrees, ``width``, ``size`` and ``small`` (x-height) as factors,
    ``foot`` the height of the lower part of a syllable as a factor, ``roundness`` from corners as drawn (0) to bends
    (1), ``rise`` that of the level lines of Hangul in degrees. Setting: ``spacing`` in em after every letter,
    ``words`` the white between words as a factor, ``advance`` in em where all letters are equally wide (0: each as
    wide as it is). Life: ``drift`` and ``tremor`` as factors, ``variants`` how often a letter has another shape than
    its first, ``joins`` how often neighbours are joined. Pen: ``pen`` (empty: the theme's) and ``weight`` as a factor.
    """

    name: HandName = "note"
    forms: LetterForms = "print"
    case: Case = "both"
    zero: Zero = "plain"
    slant: Angle = 3.5
    width: Size = 1.0
    size: Size = 1.0
    small: Size = 1.0
    foot: Size = 1.0
    roundness: Part = 0.0
    rise: Angle = 2.6
    spacing: Angle = 0.0
    words: Size = 1.0
    advance: Length = 0.0
    drift: Length = 1.0
    tremor: Length = 1.0
    variants: Part = 0.4
    joins: Part = 0.0
    pen: OwnPen = ""
    weight: Size = 1.0


class Theme(Struct, frozen=True):
    """Everything that gives a page its look.

    ``accents`` maps every hue of ``HUES`` to the colour of frames, icons, arrows, tints, swipes. ``written``
    maps the same hues to the colour of words (headings too): the accent where it reads well, else the accent
    moved away from the paper until its contrast is 4.5 : 1 on paper, panel and tint. Both are read-only.
    """

    name: str
    description: str
    paper: Paper
    ink: Inks
    accents: Mapping[str, Colour]
    written: Mapping[str, Colour]
    lines: Lines
    type: TypeScale
    space: Space
    pens: Pens
    hand: HandStyle
    fonts: Fonts = Fonts()
