import errno
import os
import resource
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sketchsvg.errors import NameUnknownError, OutputError
from sketchsvg.exporters.save import format_of, write_atomically


@pytest.mark.parametrize(("name", "kind"), [("a.svg", "svg"), ("b/c.PDF", "pdf"), ("d.e.png", "png")])
def test_the_suffix_says_the_format(name: str, kind: str):
    assert format_of(Path(name)) == kind


@pytest.mark.parametrize(("name", "help_text"), [
    ("a.pfd", 'Did you mean ".pdf"?'), ("a.docx", "There are: .pdf, .png, .svg, .svgz, .webp."),
    ("a", "End it with .pdf, .png, .svg, .svgz, .webp."),
])
def test_an_unknown_suffix_is_refused_with_help(name: str, help_text: str):
    with pytest.raises(NameUnknownError) as caught:
        format_of(Path(name))
    assert caught.value.mend == help_text


def test_a_file_is_written_and_replaced(tmp_path: Path):
    path = tmp_path / "한글 page.svg"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_gets_the_permissions_of_any_new_file(tmp_path: Path):
    old = os.umask(0o027)
    try:
        write_atomically(tmp_path / "a.svg", b"x")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a.svg").stat().st_mode) == 0o640


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path):
    path = tmp_path / "a.svg"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_atomically(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path: Path):
    (tmp_path / "real.svg").write_bytes(b"old")
    link = tmp_path / "link.svg"
    link.symlink_to("real.svg")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real.svg").read_bytes() == b"new"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path):
    pipe = tmp_path / "pipe.svg"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomically(pipe, b"through")
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_write_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "a.svg"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write to everything
    with pytest.raises(OutputError, match="write-protected"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_missing_folder_is_named(tmp_path: Path):
    with pytest.raises(OutputError, match=r"there is no folder .*nowhere") as caught:
        write_atomically(tmp_path / "nowhere" / "a.svg", b"x")
    assert caught.value.mend


def test_a_file_where_a_folder_should_be_is_refused(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="there is no folder"):
        write_atomically(tmp_path / "file" / "a.svg", b"x")


def test_a_folder_is_no_file(tmp_path: Path):
    with pytest.raises(OutputError, match="is a folder"):
        write_atomically(tmp_path, b"x")


@pytest.mark.parametrize(("step", "number", "what"), [
    ("fsync", errno.ENOSPC, "No space left"), ("fsync", errno.EIO, "Input/output"),
    ("replace", errno.EACCES, "write-protected"), ("replace", errno.EROFS, "Read-only"),
])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, what: str
):
    path = tmp_path / "a.svg"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, step, fail)
    monkeypatch.setattr(Path, step, fail, raising=False)
    with pytest.raises(OutputError, match=what) as caught:
        write_atomically(path, b"new")
    assert caught.value.status == 2
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interruption_cleans_up_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "a.svg", b"new")
    assert list(tmp_path.iterdir()) == []


WRITER = """
import os, sys
from pathlib import Path
from sketchsvg.exporters.save import write_atomically

# A slow disk: every step that reaches it takes its time.
def slowly(step):
    def slow(*arguments, **named):
        for _ in range(300):
            os.getppid()
        done = step(*arguments, **named)
        for _ in range(300):
            os.getppid()
        return done
    return slow

os.fsync, os.replace = slowly(os.fsync), slowly(os.replace)
Path.replace, Path.chmod, Path.unlink = slowly(Path.replace), slowly(Path.chmod), slowly(Path.unlink)
print("ready", flush=True)
for number in range(10**9):
    letter = b"abcdefghij"[number % 10 : number % 10 + 1]
    write_atomically(Path(sys.argv[1]), letter * (40_000 + 7 * (number % 1000)))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")
def test_whoever_is_killed_while_writing_leaves_a_whole_file(tmp_path: Path):
    path = tmp_path / "page.svg"
    path.write_bytes(b"o" * 40_000)
    seen = set()
    for attempt in range(12):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        writer.stdout.readline()
        # Another moment each time, spread over some milliseconds.
        time.sleep(0.003 + 0.0017 * attempt)
        writer.kill()
        writer.wait()
        writer.stdout.close()
        data = path.read_bytes()
        assert len(data) >= 40_000
        assert data == data[:1] * len(data), "two versions in one file"
        seen.add(data[:1])
    assert len(seen) > 1, "the writers never got to write"


def test_drafts_of_killed_writers_are_cleared_away_in_time(tmp_path: Path):
    old, young, foreign = (tmp_path / name for name in (".a.svg.00ff.draft", ".a.svg.11ff.draft", ".b.svg.00ff.draft"))
    for draft in (old, young, foreign):
        draft.write_bytes(b"half")
    for draft in (old, foreign):
        os.utime(draft, (time.time() - 7200, time.time() - 7200))
    write_atomically(tmp_path / "a.svg", b"new")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".a.svg.11ff.draft", ".b.svg.00ff.draft", "a.svg"]


def test_the_data_reach_the_disk_before_the_name_and_the_folder_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    steps = []
    fsync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "data")
        fsync(handle)

    def replaced(draft: Path, target: Path) -> Path:
        steps.append("name")
        return replace(draft, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    write_atomically(tmp_path / "a.svg", b"new")
    assert steps == ["data", "name", "folder"]


def test_a_folder_that_cannot_be_synced_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    fsync = os.fsync

    def refused(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", refused)
    write_atomically(tmp_path / "a.svg", b"new")
    assert (tmp_path / "a.svg").read_bytes() == b"new"


def test_a_full_disk_leaves_the_old_file(tmp_path: Path):
    path = tmp_path / "a.svg"
    path.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        with pytest.raises(OutputError, match="too large") as caught:
            write_atomically(path, b"x" * 50_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "space" in (caught.value.mend or "")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_device_is_told():
    with pytest.raises(OutputError, match="No space left") as caught:
        write_atomically(Path("/dev/full"), b"x")
    assert caught.value.status == 2
    assert Path("/dev/full").is_char_device()
