"""Which font file on this machine has a character: those an author names first, then whatever fontconfig knows."""

from __future__ import annotations

import os
import sys
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct

from sketchsvg.errors import NameUnknownError
from sketchsvg.names import nearest

SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
#: Seconds that fontconfig may take to list its fonts.
PATIENCE = 30


class FontFile(Struct, frozen=True):
    """A font on this machine: its file, which of the fonts in it, its names, and the characters it has if known.

    ``starts`` and ``ends`` are the ranges of its characters; both empty where nobody has looked yet.
    """

    path: str
    index: int = 0
    family: str = ""
    style: str = ""
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def has(self, char: str) -> bool:
        """Whether it says that it has ``char``; a font whose characters are not known says yes."""
        if not self.starts:
            return True
        place = bisect_right(self.starts, ord(char)) - 1
        return place >= 0 and ord(char) <= self.ends[place]


def candidates(char: str, named: tuple[str, ...]) -> Iterator[FontFile]:
    """Fonts that may have ``char``, best first: the ``named`` ones in their order, then those of the machine."""
    for name in named:
        yield from (font for font in fonts_named(name) if font.has(char))
    yield from (font for font in installed() if font.has(char))


@lru_cache(maxsize=64)
def fonts_named(name: str) -> tuple[FontFile, ...]:
    """The fonts of a name: a path to a font file, or a family such as "Noto Sans CJK KR".

    ``NameUnknownError`` when there is none.
    """
    if name.lower().endswith(SUFFIXES):
        path = Path(name).expanduser()
        if not path.is_file():
            raise NameUnknownError(f'There is no font file "{name}".', mend="Mend the path in [fonts] of the theme.")
        return (FontFile(str(path)),)
    found = tuple(font for font in installed() if font.family.lower() == name.lower())
    if not found:
        guess = nearest(name, {font.family for font in installed()})
        mend = f'Did you mean "{guess}"?' if guess else "Install it, or give its path."
        raise NameUnknownError(f'No font "{name}" is installed.', mend=mend)
    return found


@cache
def installed() -> tuple[FontFile, ...]:
    """Every font on this machine, those that look most like plain handwriting first, always in the same order."""
    from shutil import which

    found = _listed() if which("fc-list") else _scanned()
    return tuple(sorted(found, key=_rank))


def _listed() -> Iterator[FontFile]:
    import subprocess

    command = ["fc-list", "--format", "%{file}\t%{index}\t%{family[0]}\t%{style[0]}\t%{charset}\n"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True)
    except (OSError, subprocess.SubprocessError):
        yield from _scanned()
        return
    for line in done.stdout.decode("utf-8", "replace").splitlines():
        path, _, rest = line.partition("\t")
        index, family, style, charset = (rest.split("\t") + [""] * 4)[:4]
        # The upper half of the index names an instance of a variable font; the lower is the font in the file.
        if path.lower().endswith(SUFFIXES) and charset and index.isdigit() and int(index) < 65536:
            ranges = sorted(_range(part) for part in charset.split())
            yield FontFile(path, int(index), family, style, tuple(a for a, _ in ranges), tuple(b for _, b in ranges))


def _range(text: str) -> tuple[int, int]:
    first, _, last = text.partition("-")
    return int(first, 16), int(last or first, 16)


def _scanned() -> Iterator[FontFile]:
    """The fonts in the usual folders, their characters not looked at."""
    for folder in _folders():
        for path in folder.rglob("*"):
            if path.suffix.lower() in SUFFIXES:
                yield FontFile(str(path), 0, path.stem)


def _folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "darwin":
        places = [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    elif sys.platform == "win32":
        places = [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"]
    else:
        shared = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
        places = [*shared, home / ".fonts", home / ".local/share/fonts"]
    return [place for place in places if place.is_dir()]


def _rank(font: FontFile) -> tuple[int, str, int]:
    """Plain upright sans fonts of an even line make the best strokes; then by name, so that the order is always one."""
    words = f"{font.family} {font.style} {Path(font.path).stem}".lower()
    cost = 0
    cost += 8 if any(word in words for word in ("serif", "mincho", "myeongjo", "batang", "song", "ming")) else 0
    cost += 4 if any(word in words for word in ("bold", "black", "heavy", "italic", "oblique", "condensed")) else 0
    cost += 3 if any(word in words for word in ("mono", "coding", "emoji", "symbol", "math")) else 0
    cost += 1 if any(word in words for word in ("thin", "hairline", "extralight")) else 0
    # Hanja as Koreans write them, where there is a choice.
    cost -= 1 if " kr" in words or "nanum" in words else 0
    return cost, font.path, font.index


__all__ = ["FontFile", "candidates", "fonts_named", "installed"]
