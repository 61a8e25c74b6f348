"""What happens to a character that the hand has no strokes for: a font lends its shape, else it is refused or boxed."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from sketchsvg.errors import CharacterError
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.shapes import polygon
from sketchsvg.lettering.fonts.find import FontFile, candidates
from sketchsvg.lettering.glyph import Glyph
from sketchsvg.lettering.skeleton import find_skeleton, is_writable

if TYPE_CHECKING:
    from sketchsvg.lettering.fonts.shape import Face, Shaped

#: How large a wide letter (Hanja, kana) of a font is written, so that it sits in the body of a Hangul syllable, and the
#: middle of that body over the baseline, em.
WIDE_SIZE, WIDE_MIDDLE = 0.94, 0.35
#: How far the em box of wide letters reaches over the baseline in nearly all fonts, em.
WIDE_TOP = 0.88
#: The height of our own x with its pen, and where the middle of its lower line stands over the baseline, em.
X_HEIGHT, FOOT = 0.475, 0.04
#: The pen of ordinary text, em; and from which share of a letter's box, covered by it, it is how much lighter.
PEN, LIGHTER = 0.085, ((0.74, 0.74), (0.62, 0.82), (0.5, 0.9))
#: The box that stands for a missing character: left, top, right, bottom and advance, em.
BOX = (0.08, -0.84, 1.12, 0.14)
BOX_ADVANCE = 1.2
#: How much lighter the pen is for it: the digits are small.
BOX_WEIGHT = 0.62
#: The size of the digits in it, and where their two lines stand under its top, em.
DIGIT, LINES = 0.48, (0.44, 0.86)


class Lent(Struct, frozen=True, eq=False):
    """What fonts lend for a text: glyphs by the index of their characters, and the characters that became boxes."""

    glyphs: dict[int, Glyph]
    boxed: tuple[str, ...] = ()


NOTHING = Lent({})


class Fallback(Struct, frozen=True):
    """Where letters come from that the hand has not.

    ``fonts`` are names of families or paths of files, first come first served; then come those of the machine.
    ``lenient`` draws a box with the code point for what is nowhere.
    """

    fonts: tuple[str, ...] = ()
    lenient: bool = False

    def lent(self, text: str) -> Lent:
        """The glyphs for what the hand cannot write in ``text``.

        A run of them is shaped as a whole, so what joins or changes places in its script does so here: the glyph of a
        cluster stands at its first character, and the others of the cluster have an empty one. ``CharacterError`` for
        a character that is nowhere.
        """
        runs = _runs(text)
        if not runs:
            return NOTHING
        found: dict[int, Glyph] = {}
        boxed: list[str] = []
        for begin, end in runs:
            written = _written(text[begin:end], self)
            found.update((begin + offset, glyph) for offset, glyph in written.glyphs.items())
            boxed += written.boxed
        return Lent(found, tuple(boxed))


NO_FALLBACK = Fallback()


def _runs(text: str) -> list[tuple[int, int]]:
    """The stretches of ``text`` that the hand cannot write, with the letters that their marks stand on."""
    runs: list[tuple[int, int]] = []
    for index, char in enumerate(text):
        if char == " " or char == "\u00a0" or is_writable(char):
            continue
        begin = index
        if index and unicodedata.category(char) in ("Mn", "Mc", "Me") and text[index - 1] not in " \u00a0":
            begin = index - 1
        if runs and runs[-1][1] >= begin:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((begin, index + 1))
    return runs


@lru_cache(maxsize=16384)
def _written(run: str, fallback: Fallback) -> Lent:
    """The glyphs of a run, each stretch in the first font that has all of it, else in the first for its character."""
    found: dict[int, Glyph] = {}
    boxed: list[str] = []
    begin = 0
    while begin < len(run):
        file, end = _font_for(run, begin, fallback)
        if file is None:
            if not fallback.lenient:
                raise _nowhere(run, begin)
            found[begin] = tofu(run[begin])
            boxed.append(run[begin])
        else:
            found.update((begin + offset, glyph) for offset, glyph in _shaped(run[begin:end], file).items())
        begin = end
    return Lent(found, tuple(boxed))


def _font_for(run: str, begin: int, fallback: Fallback) -> tuple[FontFile | None, int]:
    """The font for the character at ``begin`` and how far the run goes on in it."""
    try:
        from sketchsvg.lettering.fonts.shape import open_face
    except ImportError as error:
        if fallback.lenient:
            return None, begin + 1
        raise CharacterError(
            f"The hand cannot write {named(run[begin])}; taking it from a font needs the package uharfbuzz, which is "
            "not installed.",
            mend='Install it with: pip install "sketchsvg[fonts]". Or put an :icon: in its place.',
        ) from error
    for file in candidates(run[begin], fallback.fonts):
        face = open_face(file)
        if not face.has(run[begin]) or not _draws(face, run[begin]):
            continue
        end = begin + 1
        while end < len(run) and face.has(run[end]):
            end += 1
        return file, end
    return None, begin + 1


def _draws(face: Face, char: str) -> bool:
    """Whether the font has an outline for it (fonts of coloured pictures have none)."""
    return any(face.outline(one.glyph) for one in face.shape(char))


@lru_cache(maxsize=4096)
def _shaped(run: str, file: FontFile) -> dict[int, Glyph]:
    """A run in one font: the glyphs of each cluster put together at its first character."""
    from sketchsvg.lettering.fonts.shape import open_face

    face = open_face(file)
    placed = face.shape(run)
    size, rise = _fitted(run, file)
    backwards = len(placed) > 1 and placed[0].cluster > placed[-1].cluster
    clusters: dict[int, list[Shaped]] = {}
    for one in placed:
        # Where a script runs from right to left, its run is one glyph: its letters stand where the shaper put them.
        clusters.setdefault(0 if backwards else one.cluster, []).append(one)
    glyphs = {index: Glyph(0.0, Curves.empty()) for index in range(len(run))}
    for cluster, members in clusters.items():
        x, parts = 0.0, []
        for one in members:
            outline = _strokes(file, one.glyph)
            parts.append(Curves(outline.points + np.array((x + one.dx, one.dy)), outline.starts))
            x += one.advance
        curves = Curves.joined(parts)
        placed_curves = Curves(curves.points * size - np.array((0.0, rise)), curves.starts)
        glyphs[cluster] = Glyph(x * size, placed_curves, _weight_of(placed_curves))
    return glyphs


def _weight_of(curves: Curves) -> float:
    """How heavy the pen may be: lighter by steps, the more of its box the strokes of a letter would cover."""
    if len(curves) < 2:
        return 1.0
    left, top, right, bottom = curves.bounds()
    ends = np.diff(curves.points, axis=0)
    ends[curves.starts[1:-1] - 1] = 0.0
    # The length over the handles is that of the strokes to a few percent.
    length = float(np.cumsum(np.sqrt(ends[:, 0] * ends[:, 0] + ends[:, 1] * ends[:, 1]))[-1])
    covered = PEN * length / ((right - left + PEN) * (bottom - top + PEN))
    return next((weight for least, weight in LIGHTER if covered > least), 1.0)


@lru_cache(maxsize=8192)
def _strokes(file: FontFile, glyph: int) -> Curves:
    from sketchsvg.lettering.fonts.centreline import centreline
    from sketchsvg.lettering.fonts.shape import open_face

    return centreline(open_face(file).outline(glyph))


@lru_cache(maxsize=1024)
def _fitted(run: str, file: FontFile) -> tuple[float, float]:
    """The size of a font beside our hand and how far its baseline is raised, em."""
    if unicodedata.east_asian_width(run[0]) in "WF":
        return WIDE_SIZE, WIDE_MIDDLE - WIDE_SIZE * (WIDE_TOP - 0.5)
    from sketchsvg.lettering.fonts.shape import open_face

    face = open_face(file)
    if not face.has("x"):
        return 1.0, 0.0
    outline = np.concatenate(face.outline(face.shape("x")[0].glyph))
    size = X_HEIGHT / float(outline[:, 1].max() - outline[:, 1].min())
    return size, 0.0


def _nowhere(run: str, index: int) -> CharacterError:
    around = f" in “{run[max(0, index - 12) : index + 12]}”" if len(run) > 1 else ""
    error = CharacterError(
        f"The hand cannot write {named(run[index])}{around}, and no font here has it.",
        mend="Install a font that has it or name one under [fonts] in the theme, put an :icon: in its place, "
        "or draw a box for it with --lenient.",
    )
    error.said = run[index]
    return error


def named(char: str) -> str:
    """A character with its code point and its name, for messages."""
    name = unicodedata.name(char, "a character without a name")
    return f"{char!r} (U+{ord(char):04X}, {name})"


def tofu(char: str) -> Glyph:
    """A box with the code point of ``char`` in two rows of small digits."""
    left, top, right, bottom = BOX
    digits = f"{ord(char):04X}" if ord(char) < 0x10000 else f"{ord(char):06X}"
    half = len(digits) // 2
    parts = [polygon([(left, top), (right, top), (right, bottom), (left, bottom)])]
    for row, text in enumerate((digits[:half], digits[half:])):
        cell = (right - left - 0.14) / half
        for column, digit in enumerate(text):
            glyph = find_skeleton(digit)
            assert glyph is not None
            size = min(DIGIT, cell / glyph.advance * 0.95)
            x = left + 0.07 + cell * (column + 0.5) - glyph.advance * size / 2
            parts.append(glyph.curves.placed(x, top + LINES[row], size))
    return Glyph(BOX_ADVANCE, Curves.joined(parts), BOX_WEIGHT)


__all__ = ["NO_FALLBACK", "Fallback", "Lent", "named", "tofu"]
