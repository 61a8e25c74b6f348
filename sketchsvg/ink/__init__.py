"""Ink: from clean centrelines to strokes of a pen."""

from sketchsvg.ink.catalogue import fill_names, pen_names
from sketchsvg.ink.draw import ink

__all__ = ["fill_names", "ink", "pen_names"]
