"""SVG path data read strictly: a ``d`` attribute becomes curves, or an error that says where it broke."""

from __future__ import annotations

import re
from math import atan2, cos, isfinite, pi, radians, sin, sqrt, tan

import numpy as np

from sketchsvg.errors import SheetError
from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.geometry.shapes import Point

#: A number of the SVG 1.1 grammar (https://www.w3.org/TR/SVG11/paths.html#PathDataBNF), ASCII digits only.
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_SPACE = re.compile(r"[ \t\r\n\f]*")
_COMMA = re.compile(r"[ \t\r\n\f]*,?[ \t\r\n\f]*")

#: How many numbers each command takes at a time.
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}

#: Coordinates beyond this are refused: squares of larger ones leave no digits for the drawing.
LARGEST = 1e9


class PathDataError(SheetError):
    """Path data that breaks the grammar; ``position`` is the index of the offending character, from 0."""

    def __init__(self, data: str, position: int, expected: str) -> None:
        found = f'"{data[position]}"' if position < len(data) else "its end"
        shown = data[max(0, position - 24) : position]
        super().__init__(
            f'Path data: expected {expected} at position {position}, found {found} (after "{shown}").'
        )
        self.position = position


def parse_path(d: str) -> Curves:
    """The strokes of SVG path data, in its own units, y down.

    Reads all of SVG 1.1: absolute and relative commands, implicit repetition, compact numbers and flags.
    Every subpath is one stroke; ``Z`` brings it back to its first point. Quadratics are raised to cubics
    exactly; elliptical arcs become cubics of at most 90° each (off by at most 0.03 % of the radius). Pieces
    without length are left out; a subpath that has nothing else is a dot. Raises ``PathDataError`` at the
    first character that the grammar does not allow.
    """
    reader = _Reader(d)
    pen = _Pen()
    command = ""
    while (letter := reader.command()) is not None:
        if not command and letter not in "Mm":
            raise PathDataError(d, reader.position - 1, 'the command "M" or "m" first')
        command = letter
        _obey(command, reader, pen)
    return Curves.of(pen.finished())


class _Reader:
    """Walks through path data from command to command and from number to number."""

    def __init__(self, data: str) -> None:
        self.data = data
        self.position = _end(_SPACE, data, 0)

    def command(self) -> str | None:
        """The next command letter, or None at the end."""
        self.position = _end(_SPACE, self.data, self.position)
        if self.position == len(self.data):
            return None
        letter = self.data[self.position]
        if letter.upper() not in _TAKES or not letter.isascii():
            raise PathDataError(self.data, self.position, "a command letter")
        self.position = _end(_SPACE, self.data, self.position + 1)
        return letter

    def numbers(self, command: str, again: bool) -> list[float] | None:
        """The next numbers for ``command``; with ``again``, None where the data goes on with a command."""
        start = _end(_COMMA if again else _SPACE, self.data, self.position)
        if again and not _NUMBER.match(self.data, start):
            if "," in self.data[self.position : start]:
                raise PathDataError(self.data, start, "a number after the comma")
            return None
        self.position = start
        values: list[float] = []
        for index in range(_TAKES[command]):
            if index:
                self.position = _end(_COMMA, self.data, self.position)
            values.append(self._flag() if command == "A" and index in (3, 4) else self._number())
            if command == "A" and index < 2 and values[-1] < 0:
                raise PathDataError(self.data, start, "a radius that is not negative")
        return values

    def _number(self) -> float:
        match = _NUMBER.match(self.data, self.position)
        if match is None:
            raise PathDataError(self.data, self.position, "a number")
        value = float(match[0])
        if not isfinite(value) or abs(value) > LARGEST:
            raise PathDataError(self.data, self.position, f"a number of at most {LARGEST:g}")
        self.position = match.end()
        return value

    def _flag(self) -> float:
        if self.data[self.position : self.position + 1] not in ("0", "1"):
            raise PathDataError(self.data, self.position, "a flag, 0 or 1,")
        self.position += 1
        return float(self.data[self.position - 1])


def _end(pattern: re.Pattern[str], text: str, position: int) -> int:
    """Where a pattern that may match nothing ends."""
    match = pattern.match(text, position)
    return match.end() if match else position


class _Pen:
    """Where the path stands, and the strokes that it has drawn."""

    def __init__(self) -> None:
        self.here: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.handle: Point | None = None  # the last cubic's second handle, for S
        self.corner: Point | None = None  # the last quadratic's control point, for T
        self._stroke: list[Point] = []
        self._touched = False  # the open subpath has at least one piece, if only one without length
        self._strokes: list[Floats] = []

    def move(self, to: Point) -> None:
        self._lift()
        self.here = self.start = to

    def line(self, to: Point) -> None:
        (x0, y0), (x1, y1) = self.here, to
        dx, dy = (x1 - x0) / 3, (y1 - y0) / 3
        self.cubic((x0 + dx, y0 + dy), (x1 - dx, y1 - dy), to)
        self.handle = None

    def cubic(self, first: Point, second: Point, to: Point) -> None:
        self._touched = True
        if not (self.here == first == second == to):
            self._stroke = self._stroke or [self.here]
            self._stroke += [first, second, to]
        self.handle, self.corner, self.here = second, None, to

    def quadratic(self, corner: Point, to: Point) -> None:
        (x0, y0), (xc, yc), (x1, y1) = self.here, corner, to
        first = (x0 + (xc - x0) * 2 / 3, y0 + (yc - y0) * 2 / 3)
        second = (x1 + (xc - x1) * 2 / 3, y1 + (yc - y1) * 2 / 3)
        self.cubic(first, second, to)
        self.handle, self.corner = None, corner

    def arc(self, rx: float, ry: float, tilt: float, large: bool, sweep: bool, to: Point) -> None:
        if rx == 0 or ry == 0:  # "if rx = 0 or ry = 0 then this arc is treated as a straight line" (F.6.2)
            self.line(to)
            return
        if to != self.here:
            for first, second, end in arc_pieces(self.here, rx, ry, tilt, large, sweep, to):
                self.cubic(first, second, end)
        self._touched = True
        self.handle = self.corner = None

    def close(self) -> None:
        if self.here != self.start:
            self.line(self.start)
        self._touched = True
        self._lift()
        self.here = self.start

    def finished(self) -> list[Floats]:
        self._lift()
        return self._strokes

    def _lift(self) -> None:
        if self._stroke or self._touched:
            self._strokes.append(np.array(self._stroke or [self.here], dtype=np.float64))
        self._stroke, self._touched = [], False
        self.handle = self.corner = None


def _obey(command: str, reader: _Reader, pen: _Pen) -> None:
    """Carry out one command and its implicit repetitions."""
    kind = command.upper()
    if kind == "Z":
        pen.close()
        return
    values = reader.numbers(kind, again=False)
    while values is not None:
        dx, dy = pen.here if command.islower() else (0.0, 0.0)
        _step(kind, values, dx, dy, pen)
        if kind == "M":  # "subsequent pairs are treated as implicit lineto commands"
            kind = "L"
        values = reader.numbers(kind, again=True)


def _step(kind: str, values: list[float], dx: float, dy: float, pen: _Pen) -> None:
    """One piece of the path; (dx, dy) is what relative coordinates are relative to."""
    x, y = pen.here
    if kind == "H":
        pen.line((values[0] + dx, y))
        return
    if kind == "V":
        pen.line((x, values[0] + dy))
        return
    if kind == "A":
        rx, ry, tilt, large, sweep = values[:5]
        pen.arc(rx, ry, tilt, bool(large), bool(sweep), (values[5] + dx, values[6] + dy))
        return
    points = [(a + dx, b + dy) for a, b in zip(values[0::2], values[1::2], strict=True)]
    if kind == "M":
        pen.move(points[0])
    elif kind == "L":
        pen.line(points[0])
    elif kind == "C":
        pen.cubic(points[0], points[1], points[2])
    elif kind == "S":
        pen.cubic(_mirrored(pen.handle, pen.here), points[0], points[1])
    elif kind == "Q":
        pen.quadratic(points[0], points[1])
    else:
        pen.quadratic(_mirrored(pen.corner, pen.here), points[0])


def _mirrored(control: Point | None, here: Point) -> Point:
    """The control point of a smooth continuation: the last one mirrored in ``here``, or ``here`` itself."""
    return here if control is None else (2 * here[0] - control[0], 2 * here[1] - control[1])


def arc_pieces(
    here: Point, rx: float, ry: float, tilt: float, large: bool, sweep: bool, to: Point
) -> list[tuple[Point, Point, Point]]:
    """Cubics (first handle, second handle, end) of at most 90° each for an elliptical arc.

    Centre and angles after https://www.w3.org/TR/SVG11/implnote.html#ArcConversionEndpointToCenter (F.6.5,
    F.6.6). All trigonometry is rounded to 12 digits, so that the last digit of a platform's sine never
    reaches the page.
    """
    c, s = round(cos(radians(tilt)), 12), round(sin(radians(tilt)), 12)
    hx, hy = (here[0] - to[0]) / 2, (here[1] - to[1]) / 2
    # Half the chord in the ellipse's own frame, where it is the unit circle.
    ux, uy = (c * hx + s * hy) / rx, (c * hy - s * hx) / ry
    half = ux * ux + uy * uy
    if half > 1:  # radii too small to reach: "scale up uniformly until there is exactly one solution"
        grow = sqrt(half)
        rx, ry, ux, uy, half = rx * grow, ry * grow, ux / grow, uy / grow, 1.0
    if half == 0:  # radii so large, or ends so close, that no digit of the chord is left: a straight line
        return [(here, to, to)]
    away = sqrt(max(0.0, 1 / half - 1)) * (-1 if large == sweep else 1)
    mx, my = away * uy, -away * ux  # the centre, seen from the middle of the chord
    begin = round(atan2(uy - my, ux - mx), 12)
    turn = round(atan2(-uy - my, -ux - mx), 12) - begin
    if sweep and turn < 0:
        turn += 2 * pi
    elif not sweep and turn > 0:
        turn -= 2 * pi
    count = max(1, int(abs(turn) / (pi / 2) + 0.999999))
    handle = round(4 / 3 * tan(turn / count / 4), 12)
    middle = ((here[0] + to[0]) / 2, (here[1] + to[1]) / 2)

    def on_page(px: float, py: float) -> Point:
        px, py = (px + mx) * rx, (py + my) * ry
        return (middle[0] + c * px - s * py, middle[1] + s * px + c * py)

    pieces = []
    for index in range(count):
        a, b = begin + turn * index / count, begin + turn * (index + 1) / count
        ca, sa, cb, sb = (round(f(angle), 12) for angle in (a, b) for f in (cos, sin))
        end = to if index == count - 1 else on_page(cb, sb)
        pieces.append(
            (on_page(ca - handle * sa, sa + handle * ca), on_page(cb + handle * sb, sb - handle * cb), end)
        )
    return pieces


__all__ = ["LARGEST", "PathDataError", "arc_pieces", "parse_path"]
