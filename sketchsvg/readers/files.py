"""Input files, and what to say when one is not there."""

from __future__ import annotations

from pathlib import Path

from sketchsvg.errors import SketchError


class InputError(SketchError):
    """An input that is not there, cannot be read, or is of no known kind."""

    status = 2


def read_file(path: str) -> bytes:
    """The bytes of a file. Raises ``InputError``, with the file that may have been meant."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise InputError(f"There is no file {path}.", mend=_meant(Path(path))) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(
            f"{path} cannot be read: {reason}.", mend="Check the path and its permissions."
        ) from error
    except ValueError:
        raise InputError(f"{path!r} is not the name of a file.", mend="Check the path.") from None


def _meant(path: Path) -> str:
    from sketchsvg.names import nearest

    folder = path.parent
    if not folder.is_dir():
        return f"There is no folder {folder} either; paths begin at {Path.cwd()}."
    guess = nearest(path.name, [file.name for file in folder.iterdir() if file.suffix == path.suffix])
    return f"Did you mean {folder / guess}?" if guess else f"Look what is there: ls {folder}"
