"""A highlighter: one swipe of a broad flat nib, darker where it rests."""

from sketchsvg.ink.pen import Pen, Swipe

PEN = Pen(swipe=Swipe())
