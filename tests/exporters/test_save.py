import errno
import os
import stat
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
