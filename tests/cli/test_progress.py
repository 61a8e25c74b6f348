import io
import time
from contextlib import contextmanager, redirect_stderr

import pytest

from sketchsvg.cli import progress as module


@contextmanager
def progress(total, file):
    """A bar on that file. Not by a fixture: pytest has its own stderr from the call of a test on."""
    with redirect_stderr(file), module.progress(total) as bar:
        yield bar


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    return Terminal()


def work(total, seconds, file):
    with progress(total, file) as bar:
        for number in range(total):
            bar.begin(f"sheet{number}.py")
            time.sleep(seconds / total)
            bar.advance()


def wait_for(text, terminal):
    """However busy the machine is."""
    end = time.monotonic() + 20
    while text not in terminal.getvalue() and time.monotonic() < end:
        time.sleep(0.02)
    return text in terminal.getvalue()


def test_long_work_shows_a_bar_with_what_is_done(terminal):
    with progress(4, terminal) as bar:
        for number in range(4):
            bar.begin(f"sheet{number}.py")
            assert wait_for(f"sheet{number}.py", terminal)
            bar.advance()
            assert wait_for(f"{number + 1}/4", terminal)
    # What was shown is taken away in the end.
    assert terminal.getvalue().endswith("\x1b[2K")


def test_one_long_work_is_named_and_not_counted(terminal):
    with progress(1, terminal) as bar:
        bar.begin("alone.py")
        assert wait_for("alone.py", terminal)
    assert "/1" not in terminal.getvalue()


def test_quick_work_shows_nothing(terminal):
    work(3, 0.0, terminal)
    assert terminal.getvalue() == ""


def test_pipes_stay_quiet(monkeypatch):
    pipe = io.StringIO()
    monkeypatch.setattr(module, "PATIENCE", 0.0)
    work(2, 0.1, pipe)
    assert pipe.getvalue() == ""


@pytest.mark.parametrize("kind", ["dumb", None])
def test_terminals_that_cannot_move_the_cursor_stay_quiet(terminal, monkeypatch, kind):
    if kind is None:
        monkeypatch.delenv("TERM")
    else:
        monkeypatch.setenv("TERM", kind)
    work(2, 0.1, terminal)
    assert terminal.getvalue() == ""


def test_an_error_ends_the_bar(terminal):
    with pytest.raises(ValueError, match="oh"), progress(1, terminal) as bar:
        bar.begin("a.py")
        assert wait_for("a.py", terminal)
        raise ValueError("oh")
    shown = terminal.getvalue()
    time.sleep(0.15)
    assert terminal.getvalue() == shown
