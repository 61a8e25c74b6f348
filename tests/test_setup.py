"""``setup.sh`` on machines that lack things, played with stand-ins for Python and the package manager."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "setup.sh"
TOOLS = ("sh", "dirname", "grep", "mkdir", "cp", "touch", "cat", "env")

#: A Python 3.12 whose venv works once the package for it is installed.
PYTHON = """#!/bin/sh
case "$*" in
    "--version") echo "Python 3.12.0" ;;
    "-m venv --clear .venv") [ -e has-venv ] && mkdir -p .venv/bin && cp "$STANDINS/venv-python" .venv/bin/python ;;
    *print*) echo python3.12 ;;
    *version_info*) [ ! -e old-python ] ;;
esac
"""
VENV_PYTHON = """#!/bin/sh
echo "python $*" >>calls
case "$*" in *cairocffi*) [ -e has-cairo ] ;; esac
"""
APT_GET = """#!/bin/sh
echo "apt-get $*" >>calls
case "$*" in *venv*) touch has-venv ;; esac
case "$*" in *libcairo2*) touch has-cairo ;; esac
"""


@pytest.fixture
def machine(tmp_path):
    """Runs setup.sh in a folder where nothing but the stand-ins is on the PATH; gives the process and the calls."""
    standins, folder = tmp_path / "bin", tmp_path / "checkout"
    standins.mkdir()
    folder.mkdir()
    for tool in TOOLS:
        (standins / tool).symlink_to(shutil.which(tool))
    shutil.copy(SCRIPT, folder)
    programs = {"python3": PYTHON, "venv-python": VENV_PYTHON, "apt-get": APT_GET, "id": "#!/bin/sh\necho 0\n"}
    for name, text in programs.items():
        (standins / name).write_text(text)
        (standins / name).chmod(0o755)

    def run(*arguments: str) -> tuple[subprocess.CompletedProcess[str], list[str]]:
        calls = folder / "calls"
        calls.unlink(missing_ok=True)
        done = subprocess.run(
            ["sh", "setup.sh", *arguments],
            cwd=folder,
            env={**os.environ, "PATH": str(standins), "STANDINS": str(standins), "PYTHON": ""},
            capture_output=True,
            text=True,
        )
        return done, calls.read_text().splitlines() if calls.exists() else []

    run.folder = folder
    return run


def of(program: str, calls: list[str]) -> list[str]:
    return [call for call in calls if call.startswith(program)]


def test_a_bare_machine_gets_venv_and_cairo_and_nothing_of_the_tests(machine):
    done, calls = machine()
    assert done.returncode == 0, done.stderr
    assert "done" in done.stderr
    installed = " ".join(of("apt-get", calls))
    assert "python3.12-venv" in installed
    assert "libcairo2" in installed
    assert "tesseract" not in installed
    assert installed.count("update") == 1
    assert any(call.endswith("--editable .") for call in calls)


def test_a_second_run_installs_no_system_package(machine):
    machine()
    done, calls = machine()
    assert done.returncode == 0, done.stderr
    assert of("apt-get", calls) == []


def test_the_tests_get_their_tools(machine):
    done, calls = machine("--tests")
    assert done.returncode == 0, done.stderr
    installed = " ".join(of("apt-get", calls))
    assert "tesseract-ocr-kor" in installed
    assert "poppler-utils" in installed
    assert any(call.endswith("--editable .[tests]") for call in calls)


def test_an_old_python_is_said(machine):
    (machine.folder / "old-python").touch()
    done, _ = machine()
    assert done.returncode == 2
    assert "Python 3.11 or newer" in done.stderr
    assert not (machine.folder / ".venv").exists()


def test_a_wrong_argument_is_said(machine):
    done, calls = machine("--test")
    assert (done.returncode, done.stderr, calls) == (2, "usage: sh setup.sh [--tests]\n", [])
