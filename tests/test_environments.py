"""The same sheet gives the same bytes, whatever surrounds the program that draws it.

Other versions of Python and numpy take environments of their own: ``.ci/environments`` makes them and compares.
"""

import locale
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


#: Few pages, which have much on them: a process takes as long as they do.
PAGES = ("ch23.py", "ch23.md", "specimen_ink.py")


def digests(**surroundings: str) -> str:
    """What ``tests/digests.py`` prints in a process of its own."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "digests.py"), *PAGES],
        env={**os.environ, **surroundings}, cwd=ROOT, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def numpy_features() -> str:
    """The instructions that numpy found on this machine and can do without."""
    from numpy._core._multiarray_umath import __cpu_dispatch__, __cpu_features__

    return " ".join(name for name in __cpu_dispatch__ if __cpu_features__.get(name))


@pytest.fixture(scope="module")
def known() -> str:
    return digests(PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")


def test_hash_seed_time_zone_and_place_of_the_user_do_not_reach_the_page(known: str):
    elsewhere = digests(PYTHONHASHSEED="4711", TZ="Asia/Seoul", LC_ALL="C", LANG="ko_KR.UTF-8", HOME="/", COLUMNS="30")
    assert elsewhere == known
    assert known.count("\n") == len(PAGES)


def test_a_locale_with_a_comma_for_a_point_does_not_reach_the_page(known: str):
    german = next((name for name in ("de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8") if _has_locale(name)), None)
    if german is None:
        pytest.skip("no locale with a decimal comma is installed")
    assert digests(LC_ALL=german) == known


def test_instructions_of_the_processor_do_not_reach_the_page(known: str):
    features = numpy_features()
    if not features:
        pytest.skip("numpy uses no instructions here that it could do without")
    assert digests(NPY_DISABLE_CPU_FEATURES=features, OPENBLAS_CORETYPE="Prescott", OMP_NUM_THREADS="3") == known


def test_optimised_python_draws_the_same(known: str):
    assert digests(PYTHONOPTIMIZE="2", PYTHONDONTWRITEBYTECODE="1") == known


def _has_locale(name: str) -> bool:
    before = locale.setlocale(locale.LC_NUMERIC)
    try:
        locale.setlocale(locale.LC_NUMERIC, name)
    except locale.Error:
        return False
    locale.setlocale(locale.LC_NUMERIC, before)
    return True
