"""How a shape is drawn: pen, nib, colour, fill, dashes; checked once, with the author's line in every error."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import force_setattr

from sketchsvg.calling import caller
from sketchsvg.errors import SheetError
from sketchsvg.ink.arguments import colour_of, dashes, share, within
from sketchsvg.ink.catalogue import fill_names, pen_names, pen_of
from sketchsvg.names import unknown
from sketchsvg.scene import Fill, Looseness

INK = "#1f2a44"
#: The usual nib in mm: of a pen that draws lines, and of one that swipes.
NIB, BROAD_NIB = 0.4, 4.0
#: The usual opacity of a swipe: what lies under it stays legible.
SWIPE_OPACITY = 0.5
#: The widest line in mm, the finest gap of a fill, and how often a pen may go over a line.
WIDEST, FINEST_GAP, MOST_PASSES = 200.0, 0.05, 8
RULES = ("nonzero", "evenodd")
#: The shortest pattern of dashes on the lines of a fill, and the narrowest tooth, mm.
FINEST_DASH = 0.1
#: Which fills take what not all of them can.
_LINES = ("hachure", "cross-hatch", "zigzag", "zigzag-line", "scribble", "dashed")
TAKEN_BY = {"dash": _LINES, "passes": (*_LINES, "dots"), "tooth": ("zigzag-line",)}


class Style(Struct, frozen=True, kw_only=True):
    """How a shape is drawn. Lengths in mm.

    ``pen`` names a file in ``ink/pens``. ``width`` is the nib and ``opacity`` that of the line (None: what is usual for
    the pen); a width of 0 draws no line, only the fill. ``dash`` are lengths of ink and gap in turn, begun
    ``dash_offset`` into them; ``passes`` is how often the pen goes over the line; ``loose`` (see ``loosely``) is how
    loosely the pen is held, None as usual. Raises ``SheetError`` or ``NameUnknownError`` for what cannot be drawn.
    """

    pen: str = "fineliner"
    width: float | None = None
    colour: str = INK
    opacity: float | None = None
    fill: Fill | None = None
    dash: tuple[float, ...] = ()
    dash_offset: float = 0.0
    passes: int = 1
    loose: Looseness | None = None

    def __post_init__(self) -> None:
        if self.pen not in pen_names():
            raise unknown("pen", str(self.pen), pen_names(), caller())
        broad = pen_of(self.pen).swipe is not None
        width, opacity = self.width, self.opacity
        checked = {
            "width": (BROAD_NIB if broad else NIB) if width is None else within(width, "width", 0, WIDEST),
            "opacity": (SWIPE_OPACITY if broad else 1.0) if opacity is None else share(opacity, "opacity"),
            "colour": colour_of(self.colour, "colour"),
            "dash": dashes(self.dash),
            "dash_offset": within(self.dash_offset, "dash_offset", -1e4, 1e4),
        }
        for name, value in checked.items():
            force_setattr(self, name, value)
        often(self.passes, "passes")
        if self.loose is not None and not isinstance(self.loose, Looseness):
            raise SheetError(
                f"loose must be a Looseness, not {self.loose!r}.", where=caller(), mend="loose=loosely(roughness=2)"
            )


def often(value: object, what: str) -> int:
    """``value`` as a number of goings over a line or a fill."""
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST_PASSES:
        raise SheetError(
            f"The {what} must be a whole number from 1 to {MOST_PASSES}, not {value!r}.",
            where=caller(), mend=f"{what}=2 goes over it twice.",
        )  # fmt: skip
    return value


def fill_with(
    style: str, colour: str, *, gap: float | None = None, weight: float | None = None, angle: float | None = None,
    opacity: float = 1.0, rule: str = "nonzero", dash: Sequence[float] = (), dash_offset: float = 0.0, passes: int = 1,
    tooth: float | None = None,
) -> Fill:  # fmt: skip
    """A checked ``Fill``; lengths in mm, ``angle`` in degrees anticlockwise; None is what a ``Fill`` has by itself.

    ``dash``, ``dash_offset`` and ``passes`` are for fills of lines (``passes`` also for dots), and ``tooth``, the width
    of a tooth, for zigzag lines.
    """
    if style not in fill_names():
        raise unknown("fill", str(style), fill_names(), caller())
    if rule not in RULES:
        raise unknown("fill rule", str(rule), RULES, caller())
    sizes = (("gap", gap, FINEST_GAP, WIDEST), ("weight", weight, 0, WIDEST), ("angle", angle, -3600, 3600))
    asked = {name: within(value, name, least, most) for name, value, least, most in sizes if value is not None}
    for name, value, usual in (("dash", dash, ()), ("passes", passes, 1), ("tooth", tooth, None)):
        if value != usual and style not in TAKEN_BY[name]:
            raise SheetError(
                f'The fill "{style}" takes no {name}.', where=caller(),
                mend=f"One of these does: {', '.join(TAKEN_BY[name])}.",
            )  # fmt: skip
    pattern = dashes(dash)
    if pattern and (sum(pattern) < FINEST_DASH or (style == "dashed" and (len(pattern) != 2 or pattern[0] == 0))):
        raise SheetError(
            f'The fill "{style}" cannot be laid with a dash of {tuple(dash)}.', where=caller(),
            mend=f"Write lengths of ink and gap, {FINEST_DASH} mm or more in all; for \"dashed\" one of each.",
        )  # fmt: skip
    if tooth is not None:
        asked["tooth"] = within(tooth, "tooth", FINEST_DASH, WIDEST)
    return Fill(
        style, colour_of(colour, "fill_colour"), share(opacity, "fill_opacity"), rule=rule, dash=pattern,
        dash_offset=within(dash_offset, "dash_offset", -1e4, 1e4), passes=often(passes, "passes"), **asked,
    )  # fmt: skip
