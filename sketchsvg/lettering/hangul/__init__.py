"""Korean written by the pen: every syllable composed from the stroke skeletons of its jamo."""

from sketchsvg.lettering.hangul.compose import syllable

__all__ = ["syllable"]
