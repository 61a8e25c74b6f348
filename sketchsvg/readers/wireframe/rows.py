"""Rows of a divided box that belong together: tables among other parts, and names over what they name."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from sketchsvg.readers.wireframe.grids import table_of
from sketchsvg.readers.wireframe.heads import MARKER, trimmed
from sketchsvg.readers.wireframe.tree import Box, Divided, Group, Part, Row, Words

#: Walls that stand over each other may be so many columns apart.
LEAN = 2


def gathered(part: Divided) -> Divided:
    """The box with rows of equal cells put together: to one part where they are a table, to columns under names."""
    if part.way == "beside":
        return part
    found: list[Box | Divided] = []
    rows = list(part.parts)
    while rows:
        count = _alike(rows)
        if count > 1:
            found += _together(rows[:count], part)
        else:
            found.append(rows[0])
        rows = rows[count:]
    if len(found) == 1 and isinstance(found[0], Divided):
        return found[0]
    return replace(part, parts=tuple(found))


def _alike(rows: Sequence[Box | Divided]) -> int:
    """How many of the rows from the first on are divided in the same places."""
    first = rows[0]
    if not isinstance(first, Divided) or first.way == "above":
        return 1
    walls = [cell.width for cell in first.parts]
    count = 1
    for row in rows[1:]:
        same = isinstance(row, Divided) and row.way == "beside" and len(row.parts) == len(walls)
        if not same or not isinstance(row, Divided):
            break
        if any(abs(cell.width - wall) > LEAN for cell, wall in zip(row.parts, walls, strict=True)):
            break
        count += 1
    return count


def _together(rows: Sequence[Box | Divided], part: Divided) -> list[Box | Divided]:
    whole = replace(part, parts=tuple(rows), height=sum(row.height for row in rows), source=rows[0].source)
    if table_of(whole) is not None:
        return [whole]
    found: list[Box | Divided] = []
    at = 0
    while at < len(rows):
        under = _under_names(rows[at], rows[at + 1]) if at + 1 < len(rows) else None
        found.append(under or rows[at])
        at += 2 if under else 1
    return found


def _under_names(names: Box | Divided, cells: Box | Divided) -> Divided | None:
    """Cells with the names in the row over them, when that holds nothing but names."""
    if not isinstance(names, Divided) or not isinstance(cells, Divided):
        return None
    columns: list[Box | Divided] = []
    for name, cell in zip(names.parts, cells.parts, strict=True):
        words = name.inside if isinstance(name, Box) else None
        if not isinstance(words, Words) or not isinstance(cell, Box) or cell.inside is None:
            return None
        head = trimmed(words.rows)
        if len(head) != 1 or MARKER.match(head[0].text) or cell.title:
            return None
        own = _under(Words(head), cell.inside)
        columns.append(replace(cell, inside=own, height=name.height + cell.height - 1, source=name.source))
    insides = [cell.inside for cell in cells.parts if isinstance(cell, Box)]
    if all(isinstance(inside, Words) and len(inside.rows) < 2 for inside in insides):
        return None
    return replace(cells, parts=tuple(columns), height=names.height + cells.height - 1, source=names.source)


def _under(name: Words, part: Part) -> Part:
    """A name over what it names, in one piece."""
    if isinstance(part, Words):
        return Words((*name.rows, Row(""), *part.rows))
    if isinstance(part, Group) and part.way == "above" and not isinstance(part.parts[0], Words):
        return Group("above", (name, *part.parts), ("", *part.joins))
    return Group("above", (name, part), ("",))
