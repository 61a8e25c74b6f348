"""Chromium without a window, for tests that need a real browser; they are skipped where there is none."""

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def chromium(folder: Path, *arguments: str) -> str:
    """What the browser prints."""
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("there is no Chromium on this machine")
    command = [
        program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb",
        f"--user-data-dir={folder / 'profile'}", *arguments,
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired) as error:
        pytest.skip(f"Chromium does not start here: {error}")
    if done.returncode:
        pytest.skip(f"Chromium does not start here: {done.stderr[-300:]}")
    return done.stdout


def asked(folder: Path, body: str, script: str, *arguments: str) -> Any:
    """What ``script`` returns on a page with this body, as JSON values."""
    page = folder / "page.html"
    page.write_text(
        f"<!doctype html><meta charset=utf-8><body>{body}<pre id=answer></pre><script>"
        f"const ask = () => {{{script}}}; let said; try {{ said = ask(); }} catch (error) {{ said = String(error); }}"
        "document.getElementById('answer').textContent = JSON.stringify(said)</script>",
        encoding="utf-8",
    )
    shown = chromium(folder, *arguments, "--dump-dom", page.as_uri())
    answer = re.search(r'<pre id="answer">(.*?)</pre>', shown, re.DOTALL)
    if answer is None:
        pytest.skip("Chromium does not run scripts here")
    return json.loads(unescape(answer[1]))


def pictured(folder: Path, body: str, width: int, height: int, *arguments: str) -> Path:
    """A picture of a page with this body."""
    page, picture = folder / "shown.html", folder / "shown.png"
    page.write_text(f"<!doctype html><meta charset=utf-8><body style='margin:0'>{body}", encoding="utf-8")
    chromium(folder, *arguments, f"--screenshot={picture}", f"--window-size={width},{height}", page.as_uri())
    if not picture.exists():
        pytest.skip("Chromium takes no pictures here")
    return picture


def inline(svg: str) -> str:
    """An SVG document as a part of an HTML page."""
    return svg[svg.index("<svg"):]
