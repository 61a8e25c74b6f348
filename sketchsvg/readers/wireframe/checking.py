"""Corners that belong to no box: which one is open, where it begins, and how to close it."""

from __future__ import annotations

from collections.abc import Sequence

from sketchsvg.readers.wireframe.arms import DOWN, LEFT, RIGHT, UP
from sketchsvg.readers.wireframe.canvas import Canvas
from sketchsvg.readers.wireframe.errors import WireframeError
from sketchsvg.readers.wireframe.faces import Face
from sketchsvg.readers.wireframe.joints import Joint


def check(canvas: Canvas, rows: Sequence[Sequence[Joint]], faces: Sequence[Face]) -> None:
    """Refuses a drawing with a corner of a box that is not closed (``WireframeError``)."""
    closed = {id(joint) for face in faces for joint in face.joints}
    for row in rows:
        for joint in row:
            if id(joint) not in closed and _begins_box(joint):
                raise _unclosed(canvas, joint, closed)


def _begins_box(joint: Joint) -> bool:
    """Whether a joint is an upper left corner."""
    return RIGHT in joint.arms and DOWN in joint.arms and LEFT not in joint.arms and joint.links[UP] is None and (
        not joint.loose or joint.links[DOWN] is not None
    )


def _unclosed(canvas: Canvas, start: Joint, closed: set[int]) -> WireframeError:
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
    return WireframeError(
        f"{begins}: its upper right corner and its lower right corner are not joined.", where=where,
        mend="Draw │ (or |) in every line between ┐ and ┘, and as many edges in each line as in the one above it.",
    )  # fmt: skip
