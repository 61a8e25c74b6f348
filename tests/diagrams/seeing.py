"""What the tests of diagrams look at: composed frames, their lines and marks, and whether anything collides."""

import numpy as np

from sketchsvg.blocks.writing import trace_lines
from sketchsvg.frame import Setting
from sketchsvg.identity import settled
from sketchsvg.lettering.hand import hand_of
from sketchsvg.theme.load import load_theme


def setting(size=8.5):
    return Setting(load_theme("nano-banana"), hand_of(), "cobalt", size=size)


def composed(block, width, height=None, size=8.5):
    return settled(block.compose(width, setting(size), height), 0.0, 0.0)


def marks_of(frame):
    return [mark for part in frame.walk() for mark in (*part.block.trace(part), *trace_lines(part))]


def lines_of(frame):
    return [line for part in frame.walk() for line in part.lines]


def text_of(frame):
    return " ".join(line.words.text for line in frame.lines)


def node(frame, words):
    return next(child for child in frame.children if text_of(child) == words)


def assert_tidy(frame):
    """Nodes within the block and apart, words within their nodes and apart, keys unique, numbers finite."""
    for child in frame.children:
        assert frame.rect.holds(child.rect, 0.01), (child.id, frame.rect, child.rect)
        for line in child.lines:
            assert child.rect.holds(line.rect, 0.05), (child.id, child.rect, line.rect)
    for index, child in enumerate(frame.children):
        for other in frame.children[index + 1 :]:
            assert not child.rect.overlaps(other.rect, 0.01), (child.id, other.id)
    lines = lines_of(frame)
    for index, line in enumerate(lines):
        assert frame.rect.holds(line.rect, 0.05)
        for other in lines[index + 1 :]:
            assert not line.rect.overlaps(other.rect, 0.01), (line.words.text, other.words.text)
    keys = [mark.key for mark in marks_of(frame)]
    assert len(keys) == len(set(keys))


def points_on(curves, steps=16):
    """Points on all cubics of ``curves``."""
    found = []
    for stroke in curves.strokes():
        for start in range(0, len(stroke) - 1, 3):
            a, b, c, d = stroke[start : start + 4]
            for step in range(steps + 1):
                t = step / steps
                s = 1 - t
                found.append(a * s**3 + 3 * b * s * s * t + 3 * c * s * t * t + d * t**3)
    return found


def assert_words_are_clear(frame):
    """No two lines of words overlap, none overlaps a node that is not its own, and no edge runs through any."""
    lines = [(part, line) for part in frame.walk() for line in part.lines]
    nodes = [part for part in frame.walk() if part.block.kind == "node"]
    for index, (owner, line) in enumerate(lines):
        for _, other in lines[index + 1 :]:
            assert not line.rect.overlaps(other.rect, 0.01), (line.words.text, other.words.text)
        for node in nodes:
            assert node is owner or not line.rect.overlaps(node.rect, 0.01), (line.words.text, node.id)
    for mark in marks_of(frame):
        if "/edge/" not in mark.key:
            continue
        points = np.array(points_on(mark.curves))
        for _, line in lines:
            # The upper and the lower fifth of a line of words hold no ink.
            ink = line.rect.inset(0.05, line.rect.height * 0.2)
            inside = (abs(points - ink.centre) < (ink.width / 2, ink.height / 2)).all(axis=1)
            assert not inside.any(), (mark.key, line.words.text)
