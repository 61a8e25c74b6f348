"""How loosely a pen is held: its habits made stronger or weaker for some marks, without a pen of their own."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from sketchsvg.calling import caller
from sketchsvg.errors import SheetError
from sketchsvg.ink.arguments import within
from sketchsvg.ink.catalogue import pen_of
from sketchsvg.ink.pen import Pen
from sketchsvg.scene import Looseness

#: How many times as unsteady as usual a line may be, how many times as bent, and how far off it may be allowed, mm.
ROUGHEST, MOST_BENT, FARTHEST_OFF = 10.0, 100.0, 1000.0
#: What of a pen moves its line across or along: all of it grows with the roughness.
_HABITS = (
    "wobble", "tremor", "bow", "drift", "closing_drift", "overrun", "miss", "overshoot",
    "letter_wobble", "letter_drift", "letter_overrun",
)  # fmt: skip
#: What a pen does to the ends and corners of its lines.
_ENDS = ("drift", "closing_drift", "overrun", "miss", "overshoot")
#: Noise goes as far as this along each axis of the page, and so by a root of two more along both.
_DIAGONAL = 1.4142135623730951
#: Which share of what a line may be off its ends may take.
_OF_ENDS = 0.25


def loosely(
    *, roughness: float = 1.0, bowing: float = 1.0, max_offset: float | None = None, preserve_vertices: bool = False
) -> Looseness:
    """A checked ``Looseness``; ``max_offset`` in mm, None where nothing but the pen sets a bound."""
    if not isinstance(preserve_vertices, bool):
        raise SheetError(
            f"preserve_vertices is True or False, not {preserve_vertices!r}.", where=caller(),
            mend="preserve_vertices=True keeps the points of a shape where they are.",
        )  # fmt: skip
    return Looseness(
        within(roughness, "roughness", 0, ROUGHEST),
        within(bowing, "bowing", 0, MOST_BENT),
        None if max_offset is None else within(max_offset, "max_offset", 0, FARTHEST_OFF),
        preserve_vertices,
    )


@cache
def held(name: str, loose: Looseness) -> Pen:
    """The pen of that name, held like this. ``NameUnknownError`` where there is no such pen."""
    pen = pen_of(name)
    habits = {habit: getattr(pen, habit) * loose.roughness for habit in _HABITS}
    habits["bow"] *= loose.bowing
    if loose.preserve_vertices:
        habits |= dict.fromkeys(_ENDS, 0.0)
    if loose.max_offset is not None:
        most = loose.max_offset
        for habit in ("drift", "closing_drift"):
            habits[habit] = min(habits[habit], most * _OF_ENDS / _DIAGONAL)
        for habit in ("overshoot", "miss"):
            habits[habit] = min(habits[habit], most)
        off = (habits["wobble"] + habits["tremor"]) * _DIAGONAL + habits["bow"]
        for habit in ("wobble", "tremor", "bow"):
            habits[habit] *= min(1.0, most * (1.0 - _OF_ENDS) / off) if off else 1.0
    uneven = min(pen.uneven, pen.uneven * loose.roughness)
    return replace(pen, **habits, uneven=uneven, pinned=loose.preserve_vertices)
