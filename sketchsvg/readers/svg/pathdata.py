"""Path data read fast: most paths are right, so a path is checked as a whole and then walked through in one go.

What the check refuses is read again by ``geometry.svgpath``, which is slower and says where it breaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sketchsvg.geometry.svgpath import LARGEST, arc_pieces, parse_path

_WHITE = r"[ \t\r\n\f]*+"
_BETWEEN = rf"{_WHITE},?+{_WHITE}"
_UNSIGNED = r"(?:[0-9]++\.?+[0-9]*+|\.[0-9]++)(?:[eE][+-]?[0-9]++)?"
_NUMBER = rf"[+-]?{_UNSIGNED}"
_ARC_PARTS = (rf"\+?{_UNSIGNED}", rf"\+?{_UNSIGNED}", _NUMBER, "[01]", "[01]", _NUMBER, _NUMBER)
_ARC = _BETWEEN.join(_ARC_PARTS)


def _repeated(piece: str) -> str:
    return rf"{_WHITE}{piece}(?:{_BETWEEN}{piece})*+"


#: The whole grammar of SVG 1.1 (8.3.9) but for how many numbers a command takes. Nothing in it is tried twice.
_PATH = re.compile(
    rf"{_WHITE}(?=[Mm])(?:(?:[MmLlHhVvCcSsQqTt]{_repeated(_NUMBER)}|[Aa]{_repeated(f'(?:{_ARC})')}|[Zz]){_WHITE})*+"
)
_COMMAND = re.compile("([MmZzLlHhVvCcSsQqTtAa])([^MmZzLlHhVvCcSsQqTtAa]*)")
_NUMBERS = re.compile(_NUMBER)
_ARCS = re.compile(_BETWEEN.join(f"({part})" for part in _ARC_PARTS))
_TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7}

#: The numbers of all points, x and y in turn, and how many points each stroke has.
Points = tuple[list[float], list[int]]


def path_points(d: str) -> Points:
    """The points of the strokes that ``parse_path`` gives for the same path data. Raises ``PathDataError``."""
    found = _walked(d) if _PATH.fullmatch(d) else None
    if found is None:
        curves = parse_path(d)
        counts = (curves.starts[1:] - curves.starts[:-1]).tolist()
        return curves.points.ravel().tolist(), counts
    return found


def _walked(d: str) -> Points | None:
    """The points of a path that keeps the grammar; None for one whose commands lack numbers, or have too large ones."""
    points: list[float] = []
    counts: list[int] = []
    x = y = left = top = 0.0
    begun = 0  # where in ``points`` the open stroke begins
    open_at = -1  # the same, once it has a piece; -1 before
    touched = False
    # The last handle of a cubic, or of a quadratic, for S and T.
    after, hx, hy = "", 0.0, 0.0
    for letter, text in _COMMAND.findall(d):
        kind = letter.lower()
        if kind == "z":
            if x != left or y != top:
                if open_at < 0:
                    points += (x, y)
                    open_at = begun
                dx, dy = (left - x) / 3, (top - y) / 3
                points += (x + dx, y + dy, left - dx, top - dy, left, top)
            elif open_at < 0:
                points += (x, y)
            counts.append((len(points) - begun) // 2)
            begun, open_at, touched, after, x, y = len(points), -1, False, "", left, top
            continue
        numbers = _arc_numbers(text) if kind == "a" else list(map(float, _NUMBERS.findall(text)))
        takes = _TAKES[kind]
        if len(numbers) % takes or not -LARGEST <= min(numbers) <= max(numbers) <= LARGEST:
            return None
        relative = letter == kind
        for at in range(0, len(numbers), takes):
            if kind == "m":
                if open_at >= 0 or touched:
                    if open_at < 0:
                        points += (x, y)
                    counts.append((len(points) - begun) // 2)
                begun, open_at, touched, after = len(points), -1, False, ""
                x, y = (x + numbers[at], y + numbers[at + 1]) if relative else (numbers[at], numbers[at + 1])
                left, top = x, y
                kind = "l"  # "subsequent pairs are treated as implicit lineto commands"
                continue
            ox, oy = (x, y) if relative else (0.0, 0.0)
            touched = True
            if kind in "lhv" or (kind == "a" and 0.0 in numbers[at : at + 2]):
                if kind == "h":
                    nx, ny = numbers[at] + ox, y
                elif kind == "v":
                    nx, ny = x, numbers[at] + oy
                else:
                    nx, ny = numbers[at + takes - 2] + ox, numbers[at + takes - 1] + oy
                after = ""
                if nx != x or ny != y:
                    if open_at < 0:
                        points += (x, y)
                        open_at = begun
                    dx, dy = (nx - x) / 3, (ny - y) / 3
                    points += (x + dx, y + dy, nx - dx, ny - dy, nx, ny)
                    x, y = nx, ny
                continue
            if kind == "a":
                to = (numbers[at + 5] + ox, numbers[at + 6] + oy)
                after = ""
                if to != (x, y):
                    rx, ry, tilt, large, sweep = numbers[at : at + 5]
                    for first, second, end in arc_pieces((x, y), rx, ry, tilt, bool(large), bool(sweep), to):
                        if not (x, y) == first == second == end:
                            if open_at < 0:
                                points += (x, y)
                                open_at = begun
                            points += (*first, *second, *end)
                            x, y = end
                x, y = to
                continue
            if kind in "cs":
                if kind == "c":
                    fx, fy = numbers[at] + ox, numbers[at + 1] + oy
                else:
                    fx, fy = (2 * x - hx, 2 * y - hy) if after == "c" else (x, y)
                hx, hy = numbers[at + takes - 4] + ox, numbers[at + takes - 3] + oy
                sx, sy = hx, hy
                after = "c"
            else:
                if kind == "q":
                    hx, hy = numbers[at] + ox, numbers[at + 1] + oy
                else:
                    hx, hy = (2 * x - hx, 2 * y - hy) if after == "q" else (x, y)
                after = "q"
            nx, ny = numbers[at + takes - 2] + ox, numbers[at + takes - 1] + oy
            if after == "q":
                fx, fy = x + (hx - x) * 2 / 3, y + (hy - y) * 2 / 3
                sx, sy = nx + (hx - nx) * 2 / 3, ny + (hy - ny) * 2 / 3
            if not (x == fx == sx == nx and y == fy == sy == ny):
                if open_at < 0:
                    points += (x, y)
                    open_at = begun
                points += (fx, fy, sx, sy, nx, ny)
                x, y = nx, ny
    if open_at >= 0 or touched:
        if open_at < 0:
            points += (x, y)
        counts.append((len(points) - begun) // 2)
    return points, counts


def _arc_numbers(text: str) -> list[float]:
    """The numbers of arcs, whose flags may stand without any space behind them."""
    return [float(number) for arc in _ARCS.findall(text) for number in arc]


def least_points(texts: Sequence[str]) -> int:
    """No more points than these texts hold, told from the numbers in them: far quicker than reading them."""
    return sum(len(_DIGITS.findall(text)) for text in texts) // 2


#: A number, roughly: none is found twice.
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?")
