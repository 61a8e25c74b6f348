"""Sheets from Python files: run the file like ``python file.py`` would, and take the sheet that it makes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from linecache import getline
from pathlib import Path
from traceback import extract_tb
from types import CodeType, ModuleType, TracebackType
from typing import TYPE_CHECKING

from sketchsvg.errors import SheetError, SketchError, Source
from sketchsvg.names import nearest
from sketchsvg.readers.files import read_file

if TYPE_CHECKING:
    from sketchsvg.sheet import Sheet

#: What ``__name__`` is while a sheet's file runs: not ``__main__``, so that its own ``save`` does not run.
MODULE = "__sheet__"


def read_python(path: str) -> tuple[Sheet, ...]:
    """The sheets of a Python file: its ``sheet``, its ``sheets``, or what its ``build()`` gives.

    The file runs with the rights of the user, its folder first on ``sys.path``; what it prints goes to
    stderr. Raises ``InputError`` when it cannot be read, ``SheetError`` at the line where it fails.
    """
    code = _compiled(path, read_file(path))
    module = ModuleType(MODULE)
    module.__file__ = path
    with _stage(path, module):
        try:
            exec(code, module.__dict__)  # this is what the verb promises: the file runs like a program
            made = _made(module, path)
        except SketchError as error:
            if error.where is None:
                error.where = _place(error.__traceback__, path)
            raise
        except SystemExit as error:
            raise SheetError(
                "The file ends the program before its sheet is made.",
                where=_place(error.__traceback__, path),
                mend='Put what only a script should do under if __name__ == "__main__":.',
            ) from error
        except Exception as error:
            raise _failed(error, path, module) from error
    return _checked(made, path)


def _compiled(path: str, source: bytes) -> CodeType:
    try:
        return compile(source, path, "exec", dont_inherit=True)
    except SyntaxError as error:
        where = Source(path, error.lineno or 1, error.offset or None)
        raise SheetError(
            f"This is not Python: {error.msg}.", where=where, mend="Mend the line, or the one before it."
        ) from error
    except ValueError as error:
        raise SheetError(
            f"This is not Python: {error}.", where=Source(path, 1), mend="Save the file as plain UTF-8 text."
        ) from error


@contextmanager
def _stage(path: str, module: ModuleType) -> Iterator[None]:
    """What a program finds when it starts, for as long as the file runs; then all is as it was before."""
    folder = Path(path).parent.resolve()
    before_path, before_arguments, before_modules = sys.path[:], sys.argv, set(sys.modules)
    sys.path.insert(0, str(folder))
    sys.argv = [path]
    sys.modules[MODULE] = module
    try:
        with redirect_stdout(sys.stderr):
            yield
    finally:
        sys.path[:], sys.argv = before_path, before_arguments
        sys.modules.pop(MODULE, None)
        # A neighbour that was imported is forgotten: the next sheet may have another one of that name.
        loaded = [(name, name.partition(".")[0]) for name in set(sys.modules) - before_modules]
        neighbours = _neighbours({top for _, top in loaded}, folder)
        for name, top in loaded:
            if top in neighbours:
                del sys.modules[name]


def _neighbours(names: set[str], folder: Path) -> set[str]:
    """Those of the modules that come from beside the sheet; never the package itself: its types stay the same."""
    return {
        name
        for name in names - {"sketchsvg"}
        if (folder / f"{name}.py").is_file() or (folder / name / "__init__.py").is_file()
    }


def _made(module: ModuleType, path: str) -> object:
    names = vars(module)
    for name in ("sheet", "sheets"):
        if name in names:
            return names[name]
    if callable(names.get("build")):
        return names["build"]()
    raise SheetError(
        "The file makes no sheet.",
        where=Source(path, 1),
        mend="Name it at the top: sheet = Sheet(...), or sheets = [...], or def build(): return Sheet(...).",
    )


def _checked(made: object, path: str) -> tuple[Sheet, ...]:
    from sketchsvg.sheet import Sheet

    found = tuple(made) if isinstance(made, list | tuple) else (made,)
    for one in found:
        if not isinstance(one, Sheet):
            raise SheetError(
                f"What the file makes is not a sheet but {_article(type(one).__name__)}.",
                where=Source(path, 1),
                mend="Put it into a sheet: sheet = Sheet(...).",
            )
    if not found:
        raise SheetError("The file makes no sheet: its list is empty.", where=Source(path, 1), mend="Add a sheet.")
    return found


def _article(name: str) -> str:
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


def _failed(error: Exception, path: str, module: ModuleType) -> SheetError:
    """The error for an exception of the author's own code."""
    where = _place(error.__traceback__, path)
    if isinstance(error, SyntaxError) and error.filename and error.lineno:
        where = Source(error.filename, error.lineno, error.offset or None)
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    mend = "Python stopped here; --debug shows the whole way to it."
    if isinstance(error, ImportError):
        mend = "Check the spelling, or install the package into the environment that runs sketchsvg."
    if isinstance(error, NameError):
        guess = nearest(error.name or "", vars(module))
        mend = f'Did you mean "{guess}"?' if guess else "Import it, or define it above."
    return SheetError(what, where=where, mend=mend)


def _place(trace: TracebackType | None, path: str) -> Source:
    """The innermost line of the author that the traceback passes, with its column."""
    folder = Path(path).parent.resolve()
    where = Source(path, 1)
    for frame in extract_tb(trace):
        if frame.lineno is None or not _is_authors(frame.filename, path, folder):
            continue
        where = Source(frame.filename, frame.lineno, _column(frame.filename, frame.lineno, frame.colno))
    return where


def _is_authors(file: str, path: str, folder: Path) -> bool:
    """Whether a file is the sheet itself or a neighbour of it."""
    return file == path or Path(file).parent == folder


def _column(file: str, line: int, offset: int | None) -> int | None:
    """Python counts columns in bytes of UTF-8, from 0; readers count characters, from 1."""
    if offset is None:
        return None
    return len(getline(file, line).encode()[:offset].decode(errors="replace")) + 1
