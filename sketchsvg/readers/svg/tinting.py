"""Items in other colours, thinner, cut, moved: what masks, filters and opacities of groups make of them."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from sketchsvg.geometry.curves import Curves
from sketchsvg.readers.svg.affine import moving, placed_curves, times
from sketchsvg.readers.svg.items import Clip, Gradient, Item, Lettering, Paint, Patterned, Solid, Stop

#: From a colour and an opacity to others.
Tint = Callable[[str, float], tuple[str, float]]


def thinner(item: Item, share: float) -> Item:
    """An item with all its opacities times ``share``."""
    return tinted(item, lambda colour, opacity: (colour, opacity * share)) if share != 1.0 else item


def tinted(item: Item, tint: Tint) -> Item:
    """An item with all its colours and opacities changed."""
    if isinstance(item, Lettering):
        colour, opacity = tint(item.colour, item.opacity)
        return replace(item, colour=colour, opacity=opacity)
    line = item.line
    if line is not None:
        colour, opacity = tint(line.colour, line.opacity)
        line = replace(line, colour=colour, opacity=opacity)
    return replace(item, fill=_tinted_paint(item.fill, tint), line=line)


def _tinted_paint(paint: Paint | None, tint: Tint) -> Paint | None:
    if isinstance(paint, Solid):
        return Solid(*tint(paint.colour, paint.opacity))
    if isinstance(paint, Gradient):
        whole = paint.opacity
        stops = [Stop(stop.place, *tint(stop.colour, stop.opacity * whole)) for stop in paint.stops]
        return replace(paint, stops=tuple(stops), opacity=1.0, ground="")
    if isinstance(paint, Patterned):
        colour, opacity = tint(paint.colour, paint.opacity)
        ground = None if paint.ground is None else tint(paint.ground, paint.opacity)[0]
        return Patterned(colour, ground, opacity, paint.cover)
    return None


def cut(item: Item, clips: tuple[Clip, ...]) -> Item:
    """An item within further clips."""
    return replace(item, clips=item.clips + clips) if clips else item


def moved(item: Item, dx: float, dy: float) -> Item:
    """An item moved on the page by so many mm; its clips stay."""
    away = moving(dx, dy)
    if isinstance(item, Lettering):
        track = None if item.track is None else placed_curves(item.track, away)
        return replace(item, matrix=times(away, item.matrix), track=track)
    fill = item.fill
    if isinstance(fill, Gradient):
        fill = replace(fill, matrix=times(away, fill.matrix))
    return replace(item, curves=Curves(placed_curves(item.curves, away).points, item.curves.starts), fill=fill)
