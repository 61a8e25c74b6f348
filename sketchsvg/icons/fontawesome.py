"""Names of Font Awesome as names of icons, from the hand-made table beside this file."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

#: ``fa:fa-car``, ``fab:fa-github``, ``fas fa-user``, ``fa-solid fa-user``, ``fa-car``: what stands before the name.
_PREFIX = re.compile(r"^(?:fa[a-z]*(?:-(?:solid|regular|brands|light|thin|duotone))?[:\s]+)?(?:fa-)?")


def fontawesome_name(code: str) -> str:
    """The bare name in a code: ``car`` for ``fa:fa-car``; what is no code of Font Awesome stays as it is."""
    return _PREFIX.sub("", code.strip())


def icon_for_fontawesome(code: str) -> str:
    """The icon that draws a code of Font Awesome: that of the table, else the name itself.

    Nothing is promised about whether there is an icon of that name.
    """
    name = fontawesome_name(code)
    return _table().get(name, name)


def nearest_codes(code: str, known: list[str]) -> list[str]:
    """Up to three names, of the table or of ``known`` icons, that look most like the name in ``code``."""
    from difflib import get_close_matches

    return get_close_matches(fontawesome_name(code), sorted({*_table(), *known}), n=3, cutoff=0.7)


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """Names of Font Awesome to names of icons."""
    lines = Path(__file__).with_name("fontawesome.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if "\t" in line)
    return {name: icon for name, _tab, icon in rows}


__all__ = ["fontawesome_name", "icon_for_fontawesome", "nearest_codes"]
