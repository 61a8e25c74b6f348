"""Runs of justified lines: words moved apart, each written as it stands."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from sketchsvg.geometry.curves import Curves
from sketchsvg.lettering.glyph import Written
from sketchsvg.lettering.hand import Hand
from sketchsvg.lettering.setline import SetRun


def written_run(run: SetRun, hand: Hand, bold: bool, seed: int = 0) -> Written:
    """The strokes of a run, in em from its beginning, its spaces stretched as the line asks.

    ``seed`` is that of the run, for the shapes of its letters.
    """
    style = run.style
    if not run.stretch:
        return hand.write(run.text, bold, style.code, style.italic, seed)
    parts = [
        (offset, hand.write(word, bold, style.code, style.italic, seed + number if seed else 0))
        for number, (offset, _, word) in enumerate(words_of_run(run, hand, bold))
        if word
    ]
    owners, known = [], 0
    for _, part in parts:
        owners.append(part.glyph_of_stroke + known)
        known += len(part.origins)
    weights = None
    if any(part.weights is not None for _, part in parts):
        weights = np.concatenate([np.ones(len(p.origins)) if p.weights is None else p.weights for _, p in parts])
    free = tuple(one for _, part in parts for one in part.clearances or ())
    return Written(
        Curves.joined(part.curves.placed(offset, 0.0) for offset, part in parts),
        np.concatenate([part.origins + np.array((offset, 0.0)) for offset, part in parts]),
        np.concatenate(owners),
        run.width,
        weights,
        free or None,
    )


@lru_cache(maxsize=16384)
def words_of_run(run: SetRun, hand: Hand, bold: bool) -> tuple[tuple[float, float, str], ...]:
    """Where each word of a run begins and how wide it is (em), and the word: empty where spaces meet or at an end."""
    steps = hand.steps(run.text, bold, run.style.code)
    end = hand.advance(run.text, bold, run.style.code)
    words: list[tuple[float, float, str]] = []
    first = 0
    for number, word in enumerate(run.text.split(" ")):
        begin = steps[first][0] if first < len(steps) else end
        last, advance, _ = steps[first + len(word) - 1] if word else (begin, 0.0, 1.0)
        words.append((begin + number * run.stretch, last + advance - begin, word))
        first += len(word) + 1
    return tuple(words)
