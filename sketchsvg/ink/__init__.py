"""Ink: from clean centrelines to strokes of a pen."""
