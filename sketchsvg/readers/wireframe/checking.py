"""Corners that belong to no box: which one is open, where it begins, and how to close it."""

from __future__ import annotations

from collections.abc import Sequence

from sketchsvg.readers.wireframe.arms import DOWN, LEFT, RIGHT, UP
from sketchsvg.readers.wireframe.canvas import Canvas
from sketchsvg.readers.wireframe.errors import WireframeError, warn
from sketchsvg.readers.wireframe.faces import Face
from sketchsvg.readers.wireframe.joints import ARROWS_DOWN, Joint


def check(canvas: Canvas, rows: Sequence[Sequence[Joint]], faces: Sequence[Face]) -> None:
    """Refuses a drawing with a corner of a box that is not closed (``WireframeError``)."""
    if not faces and not any(_begins_box(joint) for row in rows for joint in row):
        raise WireframeError(
            "There is no box in this drawing.", where=canvas.place(0, 0),
            mend="Draw one of ┌─┐│└┘ or of +-|. Notes without boxes are Markdown: name the file .md.",
        )  # fmt: skip
    closed = {id(joint) for face in faces for joint in face.joints}
    _warn_of_missing_edges(canvas, faces)
    for row in rows:
        for joint in row:
            if id(joint) not in closed and _begins_box(joint) and not _is_wire(joint, closed, canvas):
                raise _unclosed(canvas, joint)


def _warn_of_missing_edges(canvas: Canvas, faces: Sequence[Face]) -> None:
    """Says where boxes were closed that their author left open at a side; once for each line."""
    lines = {joint.line: face for face in faces for joint in face.joints if joint.missing}
    for line, face in sorted(lines.items()):
        top = canvas.first_line + face.top
        said = f"An edge of the box that begins in line {top} is missing here; it is drawn closed."
        warn(canvas.place(line, 0), said)


def _is_wire(start: Joint, closed: set[int], canvas: Canvas) -> bool:
    """Whether the lines at a corner lead to a box or end in an arrow: then it is a bend of a wire."""
    queue, seen = [start], {id(start)}
    while queue:
        joint = queue.pop()
        below = canvas.lines[joint.line + 1] if joint.line + 1 < len(canvas.lines) else ()
        pointed = any(cell.column == joint.column and cell.char in ARROWS_DOWN for cell in below)
        if id(joint) in closed or (pointed and joint.links[DOWN] is None):
            return True
        for after in joint.links:
            if after is not None and id(after) not in seen:
                seen.add(id(after))
                queue.append(after)
    return False


def _begins_box(joint: Joint) -> bool:
    """Whether a joint is an upper left corner."""
    if joint.loose:
        hangs = joint.links[UP] is None and joint.links[DOWN] is not None
        return hangs and RIGHT in joint.arms and LEFT not in joint.arms
    return {RIGHT, DOWN} <= joint.arms and not {LEFT, UP} & joint.arms


def _unclosed(canvas: Canvas, start: Joint) -> WireframeError:
    """What is wrong with the box that begins in ``start``."""
    where = canvas.place(start.line, start.index)
    begins = f"The box that begins here, in line {where.line}, is not closed"
    right = start
    while (after := right.links[RIGHT]) is not None:
        right = after
    bottom = start
    while (below := bottom.links[DOWN]) is not None and not below.missing:
        bottom = below
    if right is start:
        return WireframeError(
            f"{begins}: its upper edge has no corner at its right end.", where=where,
            mend="End the edge with ┐ (or +).",
        )  # fmt: skip
    if RIGHT not in bottom.arms or bottom is start:
        line = canvas.first_line + bottom.line + 1
        return WireframeError(
            f"{begins}: its lower left corner is missing; its left edge ends in line {line - 1}.", where=where,
            mend=f"Write └ (or +) under it in line {line}, and the lower edge to the right of it.",
        )  # fmt: skip
    if bottom.links[RIGHT] is None:
        line = canvas.first_line + bottom.line
        return WireframeError(
            f"{begins}: its lower edge, in line {line}, has no corner at its right end.", where=where,
            mend="End that edge with ┘ (or +).",
        )  # fmt: skip
    corner = bottom
    while (after := corner.links[RIGHT]) is not None:
        corner = after
    if UP not in corner.arms:
        place = canvas.place(corner.line, corner.index)
        return WireframeError(
            f"{begins}: the corner at its lower right, in line {place.line}, column {place.column}, leads down.",
            where=where, mend="Write ┘ there.",
        )  # fmt: skip
    return WireframeError(
        f"{begins}: its upper right corner and its lower right corner are not joined.", where=where,
        mend="Draw │ (or |) in every line between ┐ and ┘, and as many edges in each line as in the one above it.",
    )  # fmt: skip
