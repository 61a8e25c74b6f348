"""A good ballpoint: fine changes of pressure, now and then a little ink where it set down, seldom a skip."""

from sketchsvg.ink.pen import Pen, Profile

PEN = Pen(profile=Profile(slow=1.07, fast=0.15, noise=0.09, blob=0.22, blob_chance=0.35, taper=0.22, skip=2.0))
