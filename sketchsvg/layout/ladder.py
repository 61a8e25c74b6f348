"""A whole page in one type: row heights shrink first, then the type, then the white, each to its floor."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from sketchsvg.layout.fit import STEP, Limits, last_fitting

#: Row heights and white are tried in so many steps between their floor and the theme's own.
STEPS = 10
#: Row heights and white that differ by less are the same.
NEAR = 1e-9
#: What is left over on a page is given to row heights and white in so many steps.
LOOSENING = 24


class Rung(Struct, frozen=True):
    """One setting that a page may take: type in pt, row height and white as multiples."""

    size: float
    leading: float
    air: float


class Fit(Struct, frozen=True):
    """What fitting a page chose, and the theme's own setting."""

    chosen: Rung
    usual: Rung

    @property
    def shrunk(self) -> bool:
        """Whether anything is smaller than the theme has it."""
        chosen, usual = self.chosen, self.usual
        return chosen.size < usual.size or chosen.leading < usual.leading - NEAR or chosen.air < usual.air - NEAR

    def told(self, smallest: float) -> str:
        """What was done, in words; ``smallest`` is the smallest type on the page in pt."""
        chosen, usual = self.chosen, self.usual
        said = f"To fit the page, rows are {chosen.leading:.2f} high (usually {usual.leading:.2f})"
        said += f", type is {chosen.size:g} pt (usually {usual.size:g})" if chosen.size < usual.size else ""
        said += f", white is {100 * chosen.air:.0f} %" if chosen.air < usual.air - NEAR else ""
        return f"{said}. The smallest type is {smallest:g} pt."


def ladder(limits: Limits, body: float) -> tuple[Rung, ...]:
    """The settings from the tightest to the loosest; ``body`` is the theme's own type in pt."""
    least, own = limits.leading_least, limits.leading
    found: list[Rung] = []
    for air in _between(limits.air_least, 1.0):
        found.append(Rung(limits.floor, least, air))
    size = limits.floor
    while (size := size + STEP) < body:
        found.append(Rung(size, least, 1.0))
    for leading in _between(least, own):
        found.append(Rung(max(body, limits.floor), leading, 1.0))
    size = max(body, limits.floor)
    while (size := size + STEP) <= limits.largest:
        found.append(Rung(size, own, 1.0))
    return tuple(found)


def climbed(height: Callable[[Rung], float], available: float, rungs: tuple[Rung, ...]) -> int | None:
    """The index of the loosest rung at which the page is at most ``available`` mm high; None where none is."""
    if height(rungs[0]) > available + 1e-6:
        return None
    return last_fitting(lambda step: height(rungs[step]), available + 1e-6, 0, len(rungs) - 1, len(rungs) // 2)


def loosened(height: Callable[[Rung], float], available: float, rung: Rung, limits: Limits) -> Rung:
    """The loosest setting at the type of ``rung`` (which fits) in which something fills at most ``available`` mm."""

    def at(step: int) -> Rung:
        part = step / LOOSENING
        more_leading = max(0.0, limits.leading_most - rung.leading)
        more_air = max(0.0, limits.air_most - rung.air)
        return Rung(rung.size, rung.leading + more_leading * part, rung.air + more_air * part)

    step = last_fitting(lambda number: height(at(number)), available + 1e-6, 0, LOOSENING, LOOSENING)
    return at(step)


def _between(low: float, high: float) -> Iterator[float]:
    return (low + (high - low) * step / STEPS for step in range(STEPS + 1))
