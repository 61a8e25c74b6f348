"""Writing on the lines: baselines of running text moved onto those that are printed on the paper."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.frame import POINT, Frame, Setting, TextStyle

#: Line pitches, in em, at which text can follow the paper: tighter is unreadable, looser falls apart.
TIGHTEST, LOOSEST = 1.14, 2.0


class OnLines(Struct, frozen=True):
    """What a frame keeps whose lines are to stand on the paper's: their pitch in mm."""

    pitch: float


def pitch_for(style: TextStyle, setting: Setting) -> float:
    """The pitch in mm at which text of this size follows the paper's lines; 0 where it cannot, or there are none."""
    paper = setting.theme.paper
    em = style.size * POINT
    return paper.pitch if paper.kind != "plain" and TIGHTEST <= paper.pitch / em <= LOOSEST else 0.0


def on_baselines(frame: Frame) -> Frame:
    """The settled page with every frame's lines on the nearest lines of the paper, where that was asked for."""
    children = tuple(child if child.turn else on_baselines(child) for child in frame.children)
    lines = frame.lines
    if isinstance(frame.detail, OnLines) and lines:
        pitch = frame.detail.pitch
        off = round(lines[0].baseline / pitch) * pitch - lines[0].baseline
        lines = tuple(line.moved(0.0, off) for line in lines)
    if lines is frame.lines and all(new is old for new, old in zip(children, frame.children, strict=True)):
        return frame
    return replace(frame, children=children, lines=lines)
