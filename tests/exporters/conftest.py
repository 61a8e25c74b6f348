"""A small page with everything that a file has to keep: lines, areas, dots, holes, see-through ink, words."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import ellipse, polyline_stroke, rectangle, smooth_stroke
from sketchsvg.inked import InkedPage, InkedPath
from sketchsvg.scene import Word


def small_page() -> InkedPage:
    hole = rectangle(Rect(22, 22, 6, 6))
    areas = Curves.joined([rectangle(Rect(20, 20, 10, 10)), Curves(hole.points[::-1].copy(), hole.starts)])
    writing = [
        smooth_stroke([(10 + i * 4, 60), (11 + i * 4, 57.3), (12.5 + i * 4, 58.1), (11.2 + i * 4, 60.4)])
        for i in range(10)
    ]
    return InkedPage(
        width=100,
        height=80,
        paths=(
            InkedPath(rectangle(Rect(0, 0, 100, 80)), 0, "#fffdf5", 1.0, 0.0, "paper"),
            InkedPath(Curves.of([polyline_stroke([(0, 40), (100, 40)])]), 10, "#d6e6f2", 1.0, 0.13, "grid"),
            InkedPath(areas, 50, "#2f6fde", 1.0, 0.0, "areas"),
            InkedPath(ellipse(70, 25, 12, 8), 60, "#ffd84d", 0.5, 0.0, "highlight"),
            InkedPath(Curves.of([*writing, np.array([[80.0, 60.0]])]), 80, "#1f2a44", 1.0, 1.5, "text"),
        ),
        words=(
            Word("가장", 10, 60, 8, 3.2),
            Word("“대중적”인", 19, 60, 15, 3.2, end=True, space=False),
            Word("Claude", 10, 66, 12, 3.2),
            Word("🙂", 23, 66, 4, 3.2),
            Word("<모델>", 28, 66, 11, 3.2, end=True, space=False),
        ),
        title="Where to find <LLMs> & 모델",
        description="A page of “notes”",
        language="ko",
        author="Kim \"O'Neil\"",
    )


def run_apart(program: str, **surroundings: str) -> str:
    """What a program prints in a process of its own, where it may use ``small_page``."""
    folder = str(Path(__file__).parent)
    start = f"import sys; sys.path.insert(0, {folder!r})\nfrom conftest import small_page\n"
    done = subprocess.run(
        [sys.executable, "-c", start + program],
        env={**os.environ, **surroundings}, capture_output=True, text=True, check=True,
    )
    return done.stdout


@pytest.fixture
def apart() -> Callable[..., str]:
    return run_apart


@pytest.fixture(scope="session")
def page() -> InkedPage:
    return small_page()
