"""The command line with everything behind it: real sheets, real files."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHEET = """\
from sketchsvg import Sheet, card, section, title

sheet = Sheet(title("Hello 안녕") / section("One", card("**가나**", "다라")), seed=3)
"""


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("page.py").write_text(SHEET, encoding="utf-8")


def sketchsvg(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "sketchsvg", *arguments],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )


def test_a_page_in_every_format_and_nothing_else_in_the_folder():
    done = sketchsvg("render", "page.py", "-o", "a.svg", "-o", "a.pdf", "-o", "a.png", "--ppi", "40")
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == b""
    assert Path("a.svg").read_bytes().lstrip().startswith((b"<?xml", b"<svg"))
    assert Path("a.pdf").read_bytes().startswith(b"%PDF-")
    assert Path("a.png").read_bytes().startswith(b"\x89PNG")
    left = {path.name for path in Path().iterdir()} - {"__pycache__"}
    assert left == {"page.py", "a.svg", "a.pdf", "a.png"}


def test_the_same_sheet_gives_the_same_bytes_in_another_process():
    one = sketchsvg("render", "page.py", "-o", "-", "--format", "svg", PYTHONHASHSEED="1")
    two = sketchsvg("render", "page.py", "-o", "-", "--format", "svg", PYTHONHASHSEED="2")
    assert one.returncode == 0, one.stderr.decode()
    assert one.stdout == two.stdout
    other = sketchsvg("render", "page.py", "-o", "-", "--format", "svg", "--seed", "4")
    assert other.stdout != one.stdout


@pytest.mark.parametrize("theme", ["blueprint", "kraft", "nano-banana", "night"])
def test_every_theme_draws(theme):
    done = sketchsvg("render", "page.py", "-o", "-", "--format", "svg", "--theme", theme)
    assert done.returncode == 0, done.stderr.decode()
    assert b"<path" in done.stdout


def test_inspect_tells_every_line_as_written():
    done = sketchsvg("inspect", "page.py")
    assert done.returncode == 0, done.stderr.decode()
    report = json.loads(done.stdout)
    assert report["version"] == 1
    assert report["diagnostics"] == []
    [page] = report["pages"]
    assert (page["width_mm"], page["height_mm"]) == (210, 297)
    texts = {item["text"] for item in page["items"]}
    assert {"가나", "다라"} <= texts
    for item in page["items"]:
        assert item["source"]["file"] == "page.py"
        assert item["source"]["line"] == 3


def test_text_that_does_not_fit_is_said_at_its_line_and_the_old_file_stays():
    words = "가나다라마바사아자차카타파하 " * 2000
    Path("long.py").write_text(SHEET.replace("다라", words), encoding="utf-8")
    Path("long.pdf").write_bytes(b"old")
    done = sketchsvg("render", "long.py")
    assert done.returncode == 1
    said = done.stderr.decode()
    assert said.startswith("error: ")
    assert " --> long.py:3" in said
    assert "help: " in said
    assert "Traceback" not in said
    assert Path("long.pdf").read_bytes() == b"old"


def test_a_character_that_cannot_be_written_is_said_at_its_line():
    Path("odd.py").write_text(SHEET.replace("다라", "다\U00012000라"), encoding="utf-8")
    done = sketchsvg("render", "odd.py")
    assert done.returncode == 1
    assert " --> odd.py:3" in done.stderr.decode()


def test_ctrl_c_ends_with_130_and_leaves_nothing():
    Path("slow.py").write_text("import time, pathlib\npathlib.Path('started').touch()\ntime.sleep(60)\n")
    process = subprocess.Popen(
        [sys.executable, "-m", "sketchsvg", "render", "slow.py"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 20
    while not Path("started").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert not Path("slow.pdf").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_said(tmp_path):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "sketchsvg", "themes"],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stderr.startswith(b"error: The system refuses: no space left")
