"""What a pen is: how it wobbles, closes, presses and what line it leaves."""

from __future__ import annotations

from msgspec import Struct


class Profile(Struct, frozen=True):
    """How the width of an outlined stroke changes along it. Shares of the nominal width.

    ``slow`` is the width at rest and ``fast`` how much of it goes at full speed; ``noise`` is pressure along the
    stroke. ``lead`` and ``taper`` are how much thinner an open stroke begins and ends, over ``lead_run`` and
    ``taper_run`` widths (0: only at the very tip). ``blob`` is how far the ink that gathers under a resting tip swells
    over the line and ``blob_chance`` how often; ``skip`` is how often a line thins for a moment, times a metre.

    ``chisel`` is how much wider the nib is across than along, ``nib`` the angle of its edge in degrees (anticlockwise
    from level), ``tip`` how long the ends of strokes are (1: as round as the nib, 0: cut straight, above 1: pointed).

    Writing is outlined from ``letter_em`` mm on, drawings from ``drawing_width`` mm and loops from ``loop_width`` mm;
    below that the line is stroked at one width, which no eye can tell apart.
    """

    slow: float = 1.14
    fast: float = 0.26
    noise: float = 0.10
    lead: float = 0.0
    lead_run: float = 0.0
    taper: float = 0.0
    taper_run: float = 0.0
    blob: float = 0.0
    blob_chance: float = 0.0
    skip: float = 0.0
    chisel: float = 0.0
    nib: float = 40.0
    tip: float = 1.0
    letter_em: float = 4.5
    drawing_width: float = 0.3
    loop_width: float = 0.2


class Strand(Struct, frozen=True):
    """One of the thin lines that a grainy pen leaves: its width as a share of the nib and its opacity.

    ``run`` and ``gap`` are the usual lengths of its grains and of the gaps between in its own widths (a run of
    0 has none).
    ``aside`` is how far it lies to the left of the line's middle and ``scatter`` how far it wanders from there: shares
    of the nib. With a ``stride`` it crosses the line to and fro on straight ways of about so many mm; 0: it follows.
    """

    width: float = 1.0
    opacity: float = 1.0
    run: float = 0.0
    gap: float = 0.0
    aside: float = 0.0
    scatter: float = 0.0
    stride: float = 0.0

    @property
    def reach(self) -> float:
        """How far from the middle of the line it comes, as a share of the nib."""
        return abs(self.aside) + self.scatter


class Swipe(Struct, frozen=True):
    """A flat nib drawn across the page: how unevenly its band begins, ends and lies. Shares of its height.

    ``tilt`` is the rise of the band over its length (0.012 is 0.7 degrees), ``slant`` how far its ends lean, ``edge``
    how much its edges leave the straight, ``dwell`` the length of the darker ends and
    ``darkness`` how much of the band's opacity they add.
    """

    tilt: float = 0.011
    slant: float = 0.11
    edge: float = 0.022
    dwell: float = 0.24
    darkness: float = 0.55


class Pen(Struct, frozen=True):
    """A pen. Lengths in mm; for letters in em. Every amplitude is the furthest the line can go, not its spread.

    Drawing: ``wobble`` and ``tremor`` are the slow and the quick unsteadiness with their wavelengths, full from
    ``settles`` mm of extent on and less below; ``bow`` is the one bend of a long straight piece; ``drift`` how far
    the two ends of a stroke stray. ``overrun`` is how far a closed stroke runs past its start at most, ``miss`` by how
    much it can fall short and ``miss_chance`` how often; ``overshoot`` how far the sides of a polygon cross.
    Letters: ``letter_wobble`` with ``letter_wavelength``, ``letter_drift`` of the ends, ``letter_overrun`` of ovals.
    ``uneven`` is how unevenly the lines of fills lie (0: like ruled ones, 1: like a hand's); ``pinned`` keeps the
    points of shapes where they are.
    Line: ``pressure`` spreads the three widths of stroked lines; ``profile`` makes big strokes outlines of varying
    width; ``strands`` are the lines the nib leaves; ``swipe`` makes it a flat band.
    """

    wobble: float = 0.13
    wavelength: float = 22.0
    tremor: float = 0.016
    tremor_wavelength: float = 6.5
    bow: float = 0.055
    settles: float = 20.0
    drift: float = 0.05
    closing_drift: float = 0.16
    overrun: float = 1.7
    miss: float = 0.3
    miss_chance: float = 0.12
    overshoot: float = 0.5
    letter_wobble: float = 0.026
    letter_wavelength: float = 0.85
    letter_drift: float = 0.014
    letter_overrun: float = 0.065
    uneven: float = 1.0
    pinned: bool = False
    pressure: float = 0.07
    profile: Profile | None = None
    strands: tuple[Strand, ...] = (Strand(),)
    swipe: Swipe | None = None

    @property
    def exact(self) -> bool:
        """Whether the pen leaves exactly what it is given."""
        free = (self.wobble, self.tremor, self.bow, self.drift, self.overshoot, self.overrun, self.letter_wobble)
        even = self.profile is None and self.swipe is None and len(self.strands) == 1 and not self.pressure
        return even and not any(free)
