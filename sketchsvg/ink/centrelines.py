"""The page as single strokes for a pen plotter: drawn by the same hand, every line of one constant width."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace

from sketchsvg.errors import SheetError
from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.geometry.shapes import line as straight
from sketchsvg.ink.catalogue import pen_for, pen_of
from sketchsvg.ink.draw import inks_of
from sketchsvg.ink.grouping import Ink, taken
from sketchsvg.ink.hiding import visible
from sketchsvg.ink.pen import Pen, Strand
from sketchsvg.ink.swipe import is_swipe
from sketchsvg.plotting import PenLayer, PenPage
from sketchsvg.scene import Fill, Layer, Mark, Scene

#: Fills that are areas of colour and no lines.
AREAS = frozenset(("wash", "solid"))
#: An area or a swipe this faint (opacity), or an area this light (its share of white's light), is paper to a pen.
FAINT, LIGHT = 0.45, 0.7
#: How an area of strong colour is hatched instead: gap and line in mm.
HATCH_GAP, HATCH_WEIGHT = 0.55, 0.3
#: The widest nib of a highlighter in mm: broader swipes are several strokes beside each other.
BROADEST = 4.0
#: Faint lines of a fill lie further apart instead, by this factor at most.
WIDEST = 2.5
#: Colours whose reds, greens and blues lie no further apart than this (of 255) are one pen: the accent of a frame and
#: the darker one of its words.
ALIKE = 44
#: The pen in the hand that draws along a ruler.
RULED = "fineliner"

#: Whose stroke it is: whether its pen is no highlighter, the pen, the colour.
Owner = tuple[bool, str, str]


def centrelines(scene: Scene) -> PenPage:
    """Every mark of the scene as strokes that a pen can follow, by pen and colour, highlighters first.

    The lines wobble as on the page that is printed. Swipes are one or several strokes of a broad nib, areas of strong
    colour are hatched; what lies under an opaque area of a higher layer is hidden. The paper, faint tints and shades
    are left out, and the notes say so. ``SheetError`` for a page with a picture of pixels.
    """
    if scene.rasters:
        raise SheetError(
            "A plotter draws no pixels, and the page holds a picture of them.",
            mend="Take the picture out, or draw it by hand from an SVG.",
        )
    marks, notes = _plotted(scene.marks)
    pens = [_plain(pen_for(mark)) for mark in marks]
    layers = _layers(visible(inks_of(marks, pens, scene.seed), marks, scene.marks), marks)
    return PenPage(scene.width, scene.height, layers, notes, scene.title)


def _plain(pen: Pen) -> Pen:
    """The pen with one even line: as unsteady as ever, without pressure, grain or band."""
    return replace(pen, profile=None, strands=(Strand(),), swipe=None, pressure=0.0)


def _plotted(marks: Sequence[Mark]) -> tuple[list[Mark], tuple[str, ...]]:
    """The marks that a pen can draw, and notes on what it cannot."""
    kept: list[Mark] = []
    left_out = {"tints and grounds": 0, "shades and tapes": 0}
    for mark in marks:
        if mark.layer < Layer.GROUND:
            continue
        if mark.fill is not None:
            faint = mark.fill.style in AREAS and _is_faint(mark.fill)
            left_out["tints and grounds"] += faint
            mark = replace(mark, fill=None) if faint else _hatched(mark, mark.fill)
        if mark.width == 0 and mark.fill is None:
            continue
        if pen_of(mark.pen).swipe is not None and len(mark.curves) and is_swipe(mark.curves):
            if mark.opacity < FAINT:
                left_out["shades and tapes"] += 1
                continue
            mark = _swiped(mark)
        kept.append(mark)
    return kept, tuple(f"{count} {what} left to the paper" for what, count in left_out.items() if count)


def _hatched(mark: Mark, fill: Fill) -> Mark:
    """The mark with a fill of lines: areas hatched, and drawn round where they had no line; faint lines set wider."""
    if fill.style not in AREAS:
        return replace(mark, fill=replace(fill, gap=fill.gap * min(WIDEST, 1 / max(fill.opacity, 0.01))))
    hatch = replace(fill, style="hachure", gap=HATCH_GAP, weight=HATCH_WEIGHT)
    if mark.width > 0:
        return replace(mark, fill=hatch)
    return replace(mark, fill=hatch, width=HATCH_WEIGHT, colour=fill.colour)


def _is_faint(fill: Fill) -> bool:
    red, green, blue = _channels(fill.colour)
    return fill.opacity < FAINT or 0.2126 * red + 0.7152 * green + 0.0722 * blue > LIGHT * 255


def _swiped(mark: Mark) -> Mark:
    """A swipe as strokes of a nib beside each other, no broader than a highlighter has one."""
    count = max(1, -int(-mark.width // BROADEST))
    if count == 1:
        return mark
    nib = mark.width / count
    strokes: list[Curves] = []
    for stroke in mark.curves.strokes():
        (x0, y0), (x1, y1) = stroke[0].tolist(), stroke[-1].tolist()
        length = ((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)) ** 0.5 or 1.0
        across = (-(y1 - y0) / length, (x1 - x0) / length)
        for number in range(count):
            off = (number - (count - 1) / 2) * nib
            dx, dy = across[0] * off, across[1] * off
            strokes.append(straight(x0 + dx, y0 + dy, x1 + dx, y1 + dy))
    return replace(mark, curves=Curves.joined(strokes), width=nib)


def _layers(inks: list[Ink], marks: list[Mark]) -> tuple[PenLayer, ...]:
    """The strokes by pen and colour: highlighters, then fills and lines in the order in which the page has them."""
    found: dict[Owner, list[tuple[Curves, Floats]]] = {}
    for ink in inks:
        numbers = ink.mark.tolist()
        owners = [_owner(marks[number], ink.coat) for number in numbers]
        nibs = ink.width if ink.coat == 0 else np.array([marks[number].width for number in numbers])
        for owner in dict.fromkeys(owners):
            some = np.flatnonzero([one == owner for one in owners])
            found.setdefault(owner, []).append((taken(ink.curves, some), nibs[some]))
    pens: dict[Owner, list[tuple[Curves, Floats]]] = {}
    for owner, same in _merged({owner: sum(len(strokes) for strokes, _ in found[owner]) for owner in found}).items():
        pens.setdefault(same, []).extend(found[owner])
    return tuple(
        PenLayer(
            owner[1],
            owner[2],
            Curves.joined(strokes for strokes, _ in pens[owner]),
            np.concatenate([nibs for _, nibs in pens[owner]]),
        )
        for owner in sorted(pens, key=lambda owner: owner[0])
    )


def _merged(counts: dict[Owner, int]) -> dict[Owner, Owner]:
    """For each owner the one whose layer it joins: of one pen's colours that are alike, that of the most strokes."""
    leaders: list[Owner] = []
    joins: dict[Owner, Owner] = {}
    for owner in sorted(counts, key=lambda one: (-counts[one], one)):
        alike = (one for one in leaders if one[:2] == owner[:2] and _apart(one[2], owner[2]) <= ALIKE)
        joins[owner] = next(alike, owner)
        if joins[owner] == owner:
            leaders.append(owner)
    return {owner: joins[owner] for owner in counts}


def _apart(one: str, other: str) -> int:
    return max(abs(a - b) for a, b in zip(_channels(one), _channels(other), strict=True))


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _owner(mark: Mark, coat: int) -> Owner:
    """Whose stroke it is: not a highlighter's, the pen, the colour."""
    pen = RULED if pen_of(mark.pen).exact else mark.pen
    colour = mark.fill.colour if coat == 0 and mark.fill is not None else mark.colour
    return pen_of(mark.pen).swipe is None, pen, colour.lower()
