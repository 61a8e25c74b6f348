"""Short ways to read a drawing in a test."""

from sketchsvg.readers.svg.items import Lettering, Shape
from sketchsvg.readers.svg.reader import read_picture
from sketchsvg.readers.svg.units import MM_PER_PX

PX = MM_PER_PX


def svg(inner, attributes='width="100" height="80"'):
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {names} {attributes}>{inner}</svg>"


def items(inner, attributes='width="100" height="80"'):
    return read_picture(svg(inner, attributes)).items


def shapes(inner, attributes='width="100" height="80"'):
    return [item for item in items(inner, attributes) if isinstance(item, Shape)]


def words(inner, attributes='width="100" height="80"'):
    return [item for item in items(inner, attributes) if isinstance(item, Lettering)]


def box(item):
    """(left, top, right, bottom) of a shape in px, rounded."""
    return tuple(round(value / PX, 3) for value in item.curves.bounds())


def origin(item):
    """Where a run of text begins (or is centred), in px."""
    return round(item.matrix[4] / PX, 3), round(item.matrix[5] / PX, 3)
