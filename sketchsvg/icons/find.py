"""Icons by name, by emoji or by file, as pen strokes in a unit square."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import numpy as np
from msgspec import Struct

from sketchsvg.errors import NameUnknownError, SheetError, Source
from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.icons.emoji import icon_for_emoji
from sketchsvg.icons.lucide import lucide_names, lucide_svg
from sketchsvg.icons.prebuilt import on_raster, prebuilt
from sketchsvg.names import unknown

#: Where the ink of an icon lies in its unit square.
LOW, HIGH = 0.04, 0.96

_DRAWN = Path(__file__).with_name("drawn")
_LONGEST = 80
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

#: The field that icons of 24 × 24 units keep to: 2 units of air on every side.
_AIR, _FIELD = 2.0, 20.0
#: An icon that is smaller than this share of its field (a cross, a chevron) grows towards it, by 1.35 at
#: most: beside a word a pen draws a cross nearly as large as a circle.
_SMALL, _MOST_GROWTH = 0.82, 1.35

#: A stroke no longer than this (in the unit square) is a dot: a full stop, an eye.
_DOT = 0.004
_LARGEST_FILE = 1_000_000


class Icon(Struct, frozen=True, eq=False):
    """An icon as centrelines.

    ``curves`` lie in the unit square, y down, centrelines within 0.04 … 0.96 of it; ``label`` says in plain
    words what it shows, for those who cannot see it.
    """

    name: str
    curves: Curves
    label: str


def icon(name: str, where: Source | None = None) -> Icon:
    """The icon called ``name``: one of our own, one of lucide's, an emoji, or a path to an ``.svg`` file.

    A path is looked up from the working directory, then from the folder of the file that names it
    (``where``). Raises ``NameUnknownError`` with a suggestion for a name that does not exist, ``SheetError``
    for a file that cannot be drawn with a pen.
    """
    if name.lower().endswith(".svg"):
        return _icon_of_file(name, where)
    found = _icon_called(icon_for_emoji(name) or name) or _renamed(name)
    if found is None:
        raise _unknown(name, where)
    return found


def icon_names() -> list[str]:
    """Every name that ``icon`` knows, in alphabetical order, without the emoji and former names."""
    return sorted({path.stem for path in _DRAWN.glob("*.svg")} | set(lucide_names()))


def _renamed(name: str) -> Icon | None:
    """The icon that had this name before."""
    from sketchsvg.icons.former import present_name

    now = present_name(name)
    return None if now == name else _icon_called(now)


def _unknown(name: str, where: Source | None) -> NameUnknownError:
    """The error for a name that nobody knows: names of Font Awesome lead to ours, else the nearest is suggested."""
    from sketchsvg.icons.fontawesome import icon_for_fontawesome
    from sketchsvg.icons.former import former_names

    known = icon_names()
    meant = icon_for_fontawesome(name)
    if meant != name and meant in known:
        return NameUnknownError(f'There is no icon "{name}".', where=where, mend=f'Did you mean "{meant}"?')
    error = unknown("icon", name[:60], [*known, *former_names()], where)
    error.mend = error.mend or "Look for one by a word: sketchsvg icons search WORD. An emoji does as well."
    return error


@lru_cache(maxsize=512)
def _icon_called(name: str) -> Icon | None:
    """A built-in icon, as it comes along or, where it is newer, as it is drawn."""
    if len(name) > _LONGEST or not _NAME.fullmatch(name):
        return None
    curves = prebuilt(name)
    if curves is None:
        curves = drawn(name)
    return None if curves is None else Icon(name, curves, name.replace("-", " "))


def drawn(name: str) -> Curves | None:
    """The strokes of a drawing of that name in the unit square, our own before lucide's."""
    own = _DRAWN / f"{name}.svg"
    svg = own.read_bytes() if own.is_file() else lucide_svg(name)
    if svg is None:
        return None
    from sketchsvg.icons.drawing import read_drawing  # with its XML parser, only when there is an icon to read

    return on_raster(_dotted(_fitted_field(read_drawing(svg))))


def _icon_of_file(name: str, where: Source | None) -> Icon:
    """An icon drawn by the user."""
    from sketchsvg.icons.drawing import read_drawing

    beside = [Path(where.file).parent / name] if where is not None else []
    try:
        path = next((path for path in [Path(name), *beside] if path.is_file()), None)
    except OSError:  # a name that no file system takes
        path = None
    if path is None:
        raise SheetError(f'There is no icon file "{name}".', where=where, mend="Give the path of an .svg file.")
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise SheetError("It is larger than a megabyte.", mend="Simplify it: an icon needs a few strokes.")
        curves = read_drawing(path.read_bytes())
        if not len(curves):
            raise SheetError("It has nothing that a pen could draw.")
    except OSError as error:
        raise SheetError(f'Cannot read the icon file "{name}": {error.strerror}.', where=where) from None
    except SheetError as error:
        raise SheetError(f'Cannot draw the icon file "{name}". {error.what}', where=where, mend=error.mend) from None
    return Icon(name, _dotted(_fitted_ink(curves)), path.stem.replace("-", " ").replace("_", " "))


def _fitted_field(curves: Curves) -> Curves:
    """From a field of 24 × 24 to the unit square; icons keep their sizes relative to one another."""
    low, high = _reach(curves)
    scale = (HIGH - LOW) / _FIELD
    longest = float((high - low).max())
    if 0 < longest < _SMALL * _FIELD:
        scale *= min(_MOST_GROWTH, _SMALL * _FIELD / longest)
    scale = min(scale, (HIGH - LOW) / longest) if longest > 0 else scale
    # From the middle of the field; where that leads over the edge, just so far that it does not.
    corner = np.array((0.5, 0.5)) - (_AIR + _FIELD / 2) * scale
    corner = corner + np.maximum(0.0, LOW - (corner + low * scale)) - np.maximum(0.0, corner + high * scale - HIGH)
    return curves.placed(float(corner[0]), float(corner[1]), scale)


def _fitted_ink(curves: Curves) -> Curves:
    """From any units to the unit square, by the bounds of the ink, in the middle."""
    from svgpathtools import CubicBezier
    from svgpathtools import Path as Measured

    pieces = []
    for stroke in curves.strokes():
        nodes = [complex(x, y) for x, y in stroke.tolist()]
        pieces += [CubicBezier(*nodes[i : i + 4]) for i in range(0, len(nodes) - 1, 3)]
        pieces += [CubicBezier(*nodes * 4)] if len(nodes) == 1 else []
    # Rounded to what an eye can tell, so that no library's last digit reaches the page.
    left, right, top, bottom = (float(f"{value:.9g}") for value in Measured(*pieces).bbox())
    scale = (HIGH - LOW) / (max(right - left, bottom - top) or 1.0)
    return curves.placed(0.5 - (left + right) / 2 * scale, 0.5 - (top + bottom) / 2 * scale, scale)


def _reach(curves: Curves) -> tuple[Floats, Floats]:
    """The lowest and highest x and y of the ink itself (handles reach further), off by at most a per cent."""
    points = curves.points
    spans = zip(curves.starts[:-1].tolist(), curves.starts[1:].tolist(), strict=True)
    begins = np.array([place for a, b in spans for place in range(a, b - 1, 3)], dtype=np.int64)
    t = np.arange(1, 9)[:, None, None] / 8
    u = 1.0 - t
    a, b, c, d = (points[begins + number] for number in range(4))
    inside = a * (u * u * u) + b * (3 * u * u * t) + c * (3 * u * t * t) + d * (t * t * t)
    samples = np.concatenate((points[curves.starts[:-1]], inside.reshape(-1, 2)))
    return samples.min(axis=0), samples.max(axis=0)


def _dotted(curves: Curves) -> Curves:
    """Strokes so short that they are meant as dots (``M12 17h.01``) become dots of one point."""
    strokes = curves.strokes()
    kept = [stroke[:1] if np.abs(stroke - stroke[0]).max() < _DOT else stroke for stroke in strokes]
    return Curves.of(kept)


__all__ = ["Icon", "drawn", "icon", "icon_names"]
