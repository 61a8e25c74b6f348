"""Random layouts and how they are drawn in characters, ragged edges and all."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from sketchsvg.readers.wireframe.canvas import text_columns

WORDS = ["alpha", "Beta 2", "모델", "가장 대중적", "안전+성능 균형", "API 호출", "x", "e.g. this", "✅ OK", "🏢 회사", "together.ai"]
#: Corners, lines and joints of a style: ┌ ┐ └ ┘ ─ │ ├ ┤ ┬ ┴ ┼ in that order.
STYLES = ["┌┐└┘─│├┤┬┴┼", "╭╮╰╯─│├┤┬┴┼", "╔╗╚╝═║╠╣╦╩╬", "┏┓┗┛━┃┣┫┳┻╋", "++++-|+++++"]


@dataclass(frozen=True)
class Leaf:
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Nest:
    way: str
    boxes: tuple[object, ...]


@dataclass(frozen=True)
class Split:
    way: str
    cells: tuple[object, ...]


def layouts(deep: int = 2) -> st.SearchStrategy[object]:
    leaf = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(lambda rows: Leaf(tuple(rows)))
    if not deep:
        return leaf
    inner = layouts(deep - 1)
    ways = st.sampled_from(["above", "beside"])
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    # Two cells that are divided the other way may make up a grid, which is rows of columns as well as columns of rows.
    cells = several.filter(lambda cells: sum(isinstance(cell, Split) for cell in cells) < 2)
    return st.one_of(leaf, st.builds(Nest, ways, several), st.builds(Split, ways, cells))


def nests(deep: int = 2) -> st.SearchStrategy[object]:
    """Layouts without frames that lines divide."""
    leaf = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(lambda rows: Leaf(tuple(rows)))
    if not deep:
        return leaf
    several = st.lists(nests(deep - 1), min_size=2, max_size=3).map(tuple)
    return st.one_of(leaf, st.builds(Nest, st.sampled_from(["above", "beside"]), several))


def expected(layout: object) -> object:
    """The tree that a layout, drawn in a box, is to be read as."""
    if isinstance(layout, Leaf):
        return {"box": list(layout.rows)}
    if isinstance(layout, Nest):
        return {"box": {layout.way: [expected(one) for one in layout.boxes]}}
    return {f"divided {layout.way}": [expected(one) for one in _cells(layout)]}


def _cells(layout: Split) -> list[object]:
    """The cells, those of a cell that is divided the same way among them: lines do not tell one from the other."""
    found: list[object] = []
    for cell in layout.cells:
        found += _cells(cell) if isinstance(cell, Split) and cell.way == layout.way else [cell]
    return found


class Grid:
    """Cells to draw on, a character each; the second cell of a wide character is empty."""

    def __init__(self, wide: int, high: int) -> None:
        self.rows = [[" "] * wide for _ in range(high)]

    def write(self, x: int, y: int, text: str) -> None:
        for char in text:
            self.rows[y][x] = char
            size = text_columns(char)
            for behind in range(1, size):
                self.rows[y][x + behind] = ""
            x += size

    def joint(self, x: int, y: int, arms: str, style: str) -> None:
        old = _ARMS.get(self.rows[y][x], frozenset()) if self.rows[y][x] != " " else frozenset()
        self.rows[y][x] = _sign(frozenset(arms) | old, style)

    def text(self) -> list[str]:
        return ["".join(row).rstrip() for row in self.rows]


_SHAPES = ["rd", "ld", "ru", "lu", "lr", "ud", "rud", "lud", "lrd", "lru", "lrud"]
_ARMS = {sign: frozenset(shape) for style in STYLES[:4] for sign, shape in zip(style, _SHAPES, strict=True)}


def _sign(arms: frozenset[str], style: str) -> str:
    return next(sign for sign, shape in zip(style, _SHAPES, strict=True) if frozenset(shape) == arms)


def size_of(layout: object, pad: int) -> tuple[int, int]:
    """Columns and lines of a layout with its frame."""
    if isinstance(layout, Leaf):
        return max(text_columns(row) for row in layout.rows) + 2 + 2 * pad, len(layout.rows) + 2
    if isinstance(layout, Nest):
        sizes = [size_of(one, pad) for one in layout.boxes]
        wide, high = zip(*sizes, strict=True)
        if layout.way == "above":
            return max(wide) + 2 + 2 * pad, sum(high) + 2
        return sum(wide) + len(wide) - 1 + 2 + 2 * pad, max(high) + 2
    sizes = [size_of(one, pad) for one in layout.cells]
    wide, high = zip(*sizes, strict=True)
    if layout.way == "above":
        return max(wide), sum(high) - len(high) + 1
    return sum(wide) - len(wide) + 1, max(high)


def draw(grid: Grid, layout: object, x: int, y: int, wide: int, high: int, style: str, pad: int) -> None:
    """Draws a layout into exactly this place, which may be larger than it needs."""
    if isinstance(layout, Split):
        sizes = [size_of(one, pad) for one in layout.cells]
        for number, (one, size) in enumerate(zip(layout.cells, sizes, strict=True)):
            last = number == len(sizes) - 1
            if layout.way == "above":
                begin = y + sum(s[1] - 1 for s in sizes[:number])
                draw(grid, one, x, begin, wide, y + high - begin if last else size[1], style, pad)
            else:
                begin = x + sum(s[0] - 1 for s in sizes[:number])
                draw(grid, one, begin, y, x + wide - begin if last else size[0], high, style, pad)
        return
    _frame(grid, x, y, wide, high, style)
    if isinstance(layout, Leaf):
        for number, row in enumerate(layout.rows):
            grid.write(x + 1 + pad, y + 1 + number, row)
        return
    for number, one in enumerate(layout.boxes):
        sizes = [size_of(each, pad) for each in layout.boxes[:number]]
        own = size_of(one, pad)
        if layout.way == "above":
            draw(grid, one, x + 1 + pad, y + 1 + sum(s[1] for s in sizes), *own, style, pad)
        else:
            draw(grid, one, x + 1 + pad + sum(s[0] + 1 for s in sizes), y + 1, *own, style, pad)


def _frame(grid: Grid, x: int, y: int, wide: int, high: int, style: str) -> None:
    right, low = x + wide - 1, y + high - 1
    for at in range(x + 1, right):
        for line in (y, low):
            if grid.rows[line][at] == " ":
                grid.rows[line][at] = style[4]
    for line in range(y + 1, low):
        for at in (x, right):
            if grid.rows[line][at] == " ":
                grid.rows[line][at] = style[5]
    if style[0] == "+":
        for at, line in ((x, y), (right, y), (x, low), (right, low)):
            grid.rows[line][at] = "+"
        return
    for at, line, arms in ((x, y, "rd"), (right, y, "ld"), (x, low, "ru"), (right, low, "lu")):
        grid.joint(at, line, arms, style)


def drawn(layout: object, style: str, pad: int) -> str:
    """The layout in characters."""
    wide, high = size_of(layout, pad)
    grid = Grid(wide, high)
    draw(grid, layout, 0, 0, wide, high, style, pad)
    return "\n".join(grid.text())


def ragged(text: str, slips: list[int]) -> str:
    """The drawing with blanks too many or too few behind words that hold wide characters, as a miscount leaves them."""
    lines = []
    slips = slips or [0]
    for number, line in enumerate(text.split("\n")):
        found, count = "", 0
        index = 0
        while index < len(line):
            found += line[index]
            wide = text_columns(line[index]) == 2
            after = line[index + 1 :]
            blanks = len(after) - len(after.lstrip(" "))
            if wide and blanks and after.strip() and after.lstrip(" ")[0] in "│║┃|":
                slip = slips[(number + count) % len(slips)]
                count += 1
                found += " " * max(1, blanks + slip)
                index += blanks
            index += 1
        lines.append(found)
    return "\n".join(lines)
