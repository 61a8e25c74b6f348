"""The whole program, when disks are full, readers gone, libraries missing: a clear message, and the old file whole."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SHEET = """from sketchsvg import Sheet, section, title

sheet = Sheet(title("Kept") / section("Words", "**words** and 낱말"), page="A6")
"""
#: What stands for a machine without the cairo library.
NO_CAIRO = """
import importlib.abc, sys

class Missing(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name == "cairocffi":
            raise OSError("no library called cairo was found")

sys.meta_path.insert(0, Missing())
from sketchsvg.cli import main
sys.exit(main(sys.argv[1:]))
"""
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
from sketchsvg.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(autouse=True)
def _page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("page.py").write_text(SHEET)


def run(*arguments: str, program: str = "", **more: object) -> subprocess.CompletedProcess[str]:
    start = ["-c", program] if program else ["-m", "sketchsvg"]
    root = str(Path(__file__).parents[2])
    return subprocess.run(
        [sys.executable, *start, *arguments], env={**os.environ, "PYTHONPATH": root, "NO_COLOR": "1"}, text=True,
        **{"capture_output": True, **more},
    )  # type: ignore[call-overload]


def names() -> list[str]:
    return sorted(path.name for path in Path().iterdir() if path.name != "__pycache__")


def test_a_full_disk_leaves_the_old_file_and_no_draft():
    Path("page.svg").write_text("old")
    done = run("render", "page.py", "-o", "page.svg", program=LIMITED)
    assert done.returncode == 2
    assert done.stderr.startswith("error: page.svg cannot be written: File too large.")
    assert "help: Free some space" in done.stderr
    assert Path("page.svg").read_text() == "old"
    assert names() == ["page.py", "page.svg"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_device_behind_stdout_is_told():
    with Path("/dev/full").open("w") as full:
        done = run(
            "render", "page.py", "-o", "-", "--format", "svg", capture_output=False, stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 2
    assert "no space left on device" in done.stderr
    assert "Exception ignored" not in done.stderr


def test_a_reader_that_has_gone_is_no_fault():
    reading, writing = os.pipe()
    os.close(reading)
    done = run(
        "render", "page.py", "-o", "-", "--format", "svg", capture_output=False, stdout=writing, stderr=subprocess.PIPE
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_without_cairo_an_svg_is_written_and_a_pdf_says_what_to_install():
    assert run("render", "page.py", "-o", "page.svg", program=NO_CAIRO).returncode == 0
    done = run("render", "page.py", "-o", "page.pdf", program=NO_CAIRO)
    assert done.returncode == 2
    assert "cairo library" in done.stderr
    assert "apt install" in done.stderr
    assert "Traceback" not in done.stderr
    assert names() == ["page.py", "page.svg"]


def test_more_pixels_than_memory_holds_are_a_message():
    done = run("render", "page.py", "-o", "page.png", "--width", "60000")
    assert done.returncode == 2
    assert "too many" in done.stderr
    assert names() == ["page.py"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")
def test_a_render_that_is_killed_leaves_the_old_file_or_the_new_one():
    assert run("render", "page.py", "-o", "page.svg").returncode == 0
    new = Path("page.svg").read_bytes()
    again = "import sys\nfrom sketchsvg.cli import main\nwhile not main(sys.argv[1:]):\n    pass"
    for attempt in range(4):
        Path("page.svg").write_bytes(b"old")
        root = str(Path(__file__).parents[2])
        writer = subprocess.Popen(
            [sys.executable, "-c", again, "render", "page.py", "-o", "page.svg"], stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": root},
        )  # fmt: skip
        time.sleep(0.15 + 0.07 * attempt)
        writer.kill()
        writer.wait()
        assert Path("page.svg").read_bytes() in (b"old", new)
