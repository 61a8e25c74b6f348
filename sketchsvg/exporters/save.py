"""Files: written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from sketchsvg.errors import OutputError
from sketchsvg.names import look_up

#: The formats there are, by the suffix of a file.
FORMATS = {".svg": "svg", ".pdf": "pdf", ".png": "png"}


def format_of(path: Path) -> str:
    """The format that a file's suffix asks for: "svg", "pdf" or "png".

    Raises ``NameUnknownError`` with the nearest suffix when there is no such format.
    """
    return look_up("format", path.suffix.lower(), FORMATS)


def write_atomically(path: Path, data: bytes) -> None:
    """Put ``data`` into the file ``path``: after a failure the old file is still there, untouched.

    The data goes into a new file in the same folder, which then takes the old one's place. Raises
    ``OutputError``.
    """
    if path.is_dir():
        example = path / "page.pdf"
        raise OutputError(f"{path} is a folder, not a file.", mend=f'Name a file in it, like "{example}".')
    # A link stays a link: what it points to is replaced.
    target = path.resolve()
    draft: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
        draft = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(_permissions(target))
        draft.replace(target)
    except OSError as error:
        raise _explained(path, error) from error
    finally:
        if draft is not None:
            with suppress(FileNotFoundError):
                draft.unlink()


def _permissions(target: Path) -> int:
    """Those of the file that is replaced, or those that a new file gets."""
    with suppress(FileNotFoundError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _explained(path: Path, error: OSError) -> OutputError:
    """What the system's refusal means for the one who asked."""
    folder = path.parent
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return OutputError(
            f"{path} cannot be written: there is no folder {folder}.", mend="Make the folder first."
        )
    if isinstance(error, PermissionError):
        return OutputError(
            f"{path} cannot be written: the folder {folder} does not let you.",
            mend="Choose a folder that is yours, or change its permissions.",
        )
    reason = (error.strerror or str(error)).rstrip(".")
    return OutputError(
        f"{path} cannot be written: {reason}.", mend="Free some space, or choose another place."
    )
