"""A highlighter: one swipe of a broad flat nib, darker where it rests and where it goes over itself."""

from sketchsvg.ink.pen import Pen, Profile, Swipe

# The profile is that of bent strokes, which cannot be swiped in one go.
PEN = Pen(
    miss_chance=0.0,
    swipe=Swipe(),
    profile=Profile(slow=1.0, fast=0.0, noise=0.04, chisel=0.08, nib=75.0, tip=0.0, loop_width=0.3),
)
