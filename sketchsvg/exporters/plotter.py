"""Plotter files: SVG in mm with an Inkscape layer a pen, every path one stroke from pen down to pen up."""

from __future__ import annotations

from math import isfinite

import numpy as np

from sketchsvg.exporters.painting import checked_text, escaped, number_text
from sketchsvg.exporters.travel import shortest_route, travelled, untangled
from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.geometry.pathtext import path_text
from sketchsvg.plotting import PenLayer, PenPage, Plot

#: Ends this near to each other (mm) are drawn through without lifting the pen: less than any nib shows.
JOIN = 0.1
#: A dot is drawn as a line of this length (mm): plotters pass over what has none.
DOT = 0.08
#: Nibs are told apart to this many mm.
NIB = 0.05


def to_plot(page: PenPage) -> Plot:
    """The page as an SVG for vpype, Inkscape and what drives a plotter; the pen starts at the upper left corner."""
    parts, before, after, drawn, lifts = [], 0.0, 0.0, 0.0, 0
    for number, layer in enumerate(page.layers, 1):
        strokes = _with_drawn_dots(layer.strokes)
        if not np.isfinite(strokes.points).all():
            raise ValueError(f"The layer {layer.pen} {layer.colour} holds a coordinate that is no number.")
        route = untangled(strokes, shortest_route(strokes))
        before += travelled(strokes)
        after += travelled(strokes, route)
        drawn += _length(strokes)
        paths = _paths(strokes, layer.nibs, route.order.tolist(), route.backwards.tolist())
        lifts += len(paths)
        parts.append(_group(number, layer, paths))
    return Plot(_document(page, parts), drawn, before, after, lifts, page.notes)


def _document(page: PenPage, groups: list[str]) -> str:
    if not (isfinite(page.width) and isfinite(page.height)):
        raise ValueError("The page has no size.")
    width, height = number_text(page.width), number_text(page.height)
    title = f"<title>{escaped(checked_text(page.title, 'title'))}</title>\n" if page.title else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
        f'width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}">\n{title}{"".join(groups)}</svg>\n'
    )


def _group(number: int, layer: PenLayer, paths: list[tuple[float, str]]) -> str:
    """One layer; paths of another nib than its usual one say so."""
    usual = _usual([nib for nib, _ in paths])
    inside = "".join(
        f'<path d="{text}"/>\n' if nib == usual else f'<path stroke-width="{number_text(nib)}" d="{text}"/>\n'
        for nib, text in paths
    )
    name = escaped(f"{number} {layer.pen} {layer.colour}")
    return (
        f'<g inkscape:groupmode="layer" id="layer{number}" inkscape:label="{name}" fill="none" '
        f'stroke="{escaped(layer.colour)}" stroke-width="{number_text(usual)}" stroke-linecap="round" '
        f'stroke-linejoin="round">\n{inside}</g>\n'
    )


def _paths(strokes: Curves, nibs: Floats, order: list[int], backwards: list[bool]) -> list[tuple[float, str]]:
    """The nib and the path text of every pen-down stroke, in the order of the route."""
    widths = (np.maximum(np.rint(nibs / NIB), 1.0) * NIB).round(3).tolist()
    pieces = strokes.strokes()
    paths: list[tuple[float, list[Floats]]] = []
    for number, turned in zip(order, backwards, strict=True):
        points = pieces[number][::-1] if turned else pieces[number]
        if paths and paths[-1][0] == widths[number] and _meet(paths[-1][1][-1][-1], points[0]):
            paths[-1][1].append(points)
        else:
            paths.append((widths[number], [points]))
    return [(nib, path_text(Curves.of([_chained(parts)]))) for nib, parts in paths]


def _meet(end: Floats, start: Floats) -> bool:
    dx, dy = float(start[0] - end[0]), float(start[1] - end[1])
    return dx * dx + dy * dy <= JOIN * JOIN


def _chained(parts: list[Floats]) -> Floats:
    """Strokes drawn through without lifting the pen, straight lines between them."""
    joined = [parts[0]]
    for part in parts[1:]:
        end, step = joined[-1][-1], part[0] - joined[-1][-1]
        joined += [np.stack((end + step / 3, end + step * (2 / 3))), part]
    return np.concatenate(joined)


def _usual(nibs: list[float]) -> float:
    """The nib that most paths have, the finer of two."""
    return min(set(nibs), key=lambda nib: (-nibs.count(nib), nib))


def _with_drawn_dots(strokes: Curves) -> Curves:
    """The strokes with dots made lines that a plotter draws."""
    across = np.array([(-0.5, 0.0), (-1 / 6, 0.0), (1 / 6, 0.0), (0.5, 0.0)]) * DOT
    return Curves.of([
        stroke[0] + across if len(stroke) == 1 or (stroke == stroke[0]).all() else stroke
        for stroke in strokes.strokes()
    ])  # fmt: skip


def _length(strokes: Curves) -> float:
    """The length of all strokes in mm, measured along their handles' mean with the chord: within a few percent."""
    steps = np.diff(strokes.points, axis=0)
    long = np.sqrt(steps[:, 0] * steps[:, 0] + steps[:, 1] * steps[:, 1])
    long[strokes.starts[1:-1] - 1] = 0.0
    return float(long.sum())
