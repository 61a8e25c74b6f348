"""The door to lucide: 1,700 stroke icons, read out of the package's zip without importing the package."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from zipfile import ZipFile


@lru_cache(maxsize=1)
def _archive() -> ZipFile | None:
    """The package's zip, left open: its directory is read once."""
    from importlib.util import find_spec

    # Finding the package does not import it; importing it would cost ten times as much as one icon.
    spec = find_spec("lucide")
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).with_name("lucide.zip")
    return ZipFile(path) if path.is_file() else None


def lucide_svg(name: str) -> bytes | None:
    """The SVG of one icon (24 × 24 units, pen width 2), or None when lucide has none of that name."""
    archive = _archive()
    if archive is None or f"{name}.svg" not in archive.NameToInfo:
        return None
    return archive.read(f"{name}.svg")


def lucide_names() -> list[str]:
    """The names of all of lucide's icons, in alphabetical order; none when the package is not there."""
    archive = _archive()
    return sorted(name[:-4] for name in archive.namelist() if name.endswith(".svg")) if archive else []


__all__ = ["lucide_names", "lucide_svg"]
