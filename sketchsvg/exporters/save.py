"""Files: written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from time import time

from sketchsvg.errors import NameUnknownError, OutputError
from sketchsvg.names import look_up

#: The formats there are, by the suffix of a file.
FORMATS = {".svg": "svg", ".svgz": "svgz", ".pdf": "pdf", ".png": "png", ".webp": "webp"}
#: How the names of drafts end, and after how many seconds nobody is thought to be writing to one.
DRAFT, ABANDONED = ".draft", 3600.0


def format_of(path: Path) -> str:
    """The format that a file's suffix asks for: "svg", "svgz", "pdf", "png" or "webp".

    Raises ``NameUnknownError`` with the nearest suffix when there is no such format.
    """
    if not path.suffix:
        raise NameUnknownError(
            f'The name "{path}" does not say a format.', mend=f"End it with {', '.join(sorted(FORMATS))}."
        )
    return look_up("format", path.suffix.lower(), FORMATS)


def write_atomically(path: Path, data: bytes) -> None:
    """Put ``data`` into the file ``path``: whenever this ends, even by a power cut, the old or the new one is whole.

    The data goes into a draft in the same folder and from there to the disk; then the draft takes the old file's place
    in one step. What a killed process left of its draft is cleared away by a later one. Raises ``OutputError``.
    """
    if path.is_dir():
        example = path / "page.pdf"
        raise OutputError(f"{path} is a folder, not a file.", mend=f'Name a file in it, like "{example}".')
    try:
        # A link stays a link: what it points to is replaced.
        target = path.resolve()
        if target.exists() and not target.is_file():
            # A pipe or a device is written to; to replace it would destroy it.
            target.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise _explained(path, error) from error


def _replace(target: Path, data: bytes) -> None:
    """Write ``data`` beside ``target`` and let it take its place."""
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError
    start = f".{target.name[:40]}."
    draft = target.with_name(f"{start}{os.urandom(6).hex()}{DRAFT}")
    _clear_old_drafts(target.parent, start)
    try:
        # 0o666 less the umask: what any new file gets.
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            draft.chmod(target.stat().st_mode & 0o777)
        draft.replace(target)
        _settle(target.parent)
    finally:
        with suppress(OSError):
            draft.unlink()


def _clear_old_drafts(folder: Path, start: str) -> None:
    """Take away drafts of the same file that nobody has written to for long: their writers were killed."""
    latest = time() - ABANDONED
    # What cannot be looked at or taken away may stay: it is in nobody's way.
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(start) and entry.name.endswith(DRAFT) and entry.stat().st_mtime < latest:
                Path(entry.path).unlink()


def _settle(folder: Path) -> None:
    """Have the folder itself written to the disk, without which a power cut can undo the last step.

    Not every system and file system can; the file is whole in either case.
    """
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _explained(path: Path, error: OSError) -> OutputError:
    """What the system's refusal means for the one who asked."""
    folder = path.parent
    if isinstance(error, FileNotFoundError | NotADirectoryError) and not folder.is_dir():
        return OutputError(
            f"{path} cannot be written: there is no folder {folder}.", mend="Make the folder first."
        )
    if isinstance(error, PermissionError):
        return OutputError(
            f"{path} cannot be written: it is write-protected, or the folder {folder} is.",
            mend="Choose another place, or change the permissions.",
        )
    reason = (error.strerror or str(error)).rstrip(".")
    return OutputError(
        f"{path} cannot be written: {reason}.", mend="Free some space, or choose another place."
    )
