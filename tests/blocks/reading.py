"""What the tests of blocks look at: all lines of a frame, all marks, and whether things lie where they should."""

from sketchsvg.blocks.writing import trace_lines


def lines_of(frame):
    return [line for part in frame.walk() for line in part.lines]


def texts_of(frame):
    return [line.words.text for line in lines_of(frame)]


def marks_of(frame):
    return [mark for part in frame.walk() for mark in (*part.block.trace(part), *trace_lines(part))]


def assert_tidy(frame):
    """Children within their parents, siblings apart, lines within their frames and apart, keys unique."""
    for part in frame.walk():
        for child in part.children:
            assert part.rect.holds(child.rect, 0.01), (part.id, child.id, part.rect, child.rect)
        # The frame of a group in a chart stands around its nodes.
        apart = [child for child in part.children if child.block.kind != "group"]
        for index, child in enumerate(apart):
            for other in apart[index + 1 :]:
                assert not child.rect.overlaps(other.rect, 0.01), (child.id, other.id)
        for line in part.lines:
            assert part.rect.holds(line.rect, 0.05), (part.id, line.words.text, part.rect, line.rect)
    lines = lines_of(frame)
    for index, line in enumerate(lines):
        for other in lines[index + 1 :]:
            assert not line.rect.overlaps(other.rect, 0.05), (line.words.text, other.words.text)
    keys = [mark.key for mark in marks_of(frame)]
    assert len(keys) == len(set(keys))
