"""What holds everywhere in the project: style, types, the order of the rooms, small files, quick imports."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "sketchsvg"
LONGEST_FILE = 350

SOURCES = sorted(PACKAGE.rglob("*.py"))
IDS = [str(path.relative_to(PACKAGE)) for path in SOURCES]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def needs(module: str) -> None:
    if find_spec(module) is None:
        pytest.skip(f"{module} is not installed; sh setup.sh --tests installs it")


def test_ruff_has_nothing_to_say():
    needs("ruff")
    done = run(sys.executable, "-m", "ruff", "check", ".")
    assert done.returncode == 0, done.stdout + done.stderr


def test_mypy_has_nothing_to_say():
    needs("mypy")
    done = run(sys.executable, "-m", "mypy")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_rooms_stand_on_each_other():
    needs("importlinter")
    done = run(sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()")
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken." in done.stdout


@pytest.mark.parametrize("path", SOURCES, ids=IDS)
def test_files_stay_small(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", SOURCES, ids=IDS)
def test_a_name_says_what_a_file_holds(path):
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "misc", "tools"}


def imported_by(statement: str) -> set[str]:
    """The names of all modules that a fresh Python has loaded after ``statement``."""
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r}); {statement}; print('\\n'.join(sys.modules))"
    done = run(sys.executable, "-c", program)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_the_package_itself_is_light():
    loaded = imported_by("import sketchsvg")
    assert not loaded & {"numpy", "click", "drawsvg", "cairosvg", "pikepdf", "tomllib"}


@pytest.mark.parametrize("verb", ["render", "inspect", "check"])
def test_a_verb_waits_with_what_is_heavy(verb):
    loaded = imported_by(f"import sketchsvg.cli.{verb}")
    assert not loaded & {"numpy", "drawsvg", "cairosvg", "cairocffi", "pikepdf", "svgpathtools", "scipy"}


def test_the_pipeline_waits_with_what_is_heavy():
    loaded = imported_by("import sketchsvg.pipeline")
    assert not loaded & {"drawsvg", "cairosvg", "cairocffi", "pikepdf", "svgpathtools", "scipy", "difflib"}


def test_importing_does_no_work():
    """Nothing is read, written or drawn when modules are imported: no file but Python's own is opened."""
    modules = [
        ".".join(("sketchsvg", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
        for path in SOURCES
        # The cairo room needs a library that a machine may lack; it is imported when a page is painted.
        if path.stem not in {"__main__", "cairo"} and "cairo" not in path.read_text(encoding="utf-8")
    ]
    program = f"""
import sys, importlib
sys.path.insert(0, {str(ROOT)!r})
import numpy, click
opened = []
def hook(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and {str(ROOT)!r} in arguments[0]:
        if "site-packages" not in arguments[0] and not arguments[0].endswith((".py", ".pyc")) \\
                and "__pycache__" not in arguments[0]:
            opened.append(arguments[0])
sys.addaudithook(hook)
for name in {modules!r}:
    importlib.import_module(name)
print("\\n".join(opened))
"""
    done = run(sys.executable, "-c", program)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
