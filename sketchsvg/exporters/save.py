"""Files: written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sketchsvg.errors import NameUnknownError, OutputError
from sketchsvg.names import look_up

#: The formats there are, by the suffix of a file.
FORMATS = {".svg": "svg", ".svgz": "svgz", ".pdf": "pdf", ".png": "png", ".webp": "webp"}


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
    """Put ``data`` into the file ``path``: after a failure the old file is still there, untouched.

    The data goes into a new file in the same folder, which then takes the old one's place. Raises
    ``OutputError``.
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
    draft = target.with_name(f".{target.name[:40]}.{os.urandom(6).hex()}.tmp")
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
    finally:
        with suppress(OSError):
            draft.unlink()


def _explained(path: Path, error: OSError) -> OutputError:
    """What the system's refusal means for the one who asked."""
    folder = path.parent
    if isinstance(error, FileNotFoundError | NotADirectoryError):
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
