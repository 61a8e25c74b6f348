"""Names that icons had before: sheets and language models know them for years after they were changed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path


def present_name(name: str) -> str:
    """The name that an icon has now: ``house`` for ``home``; what was never renamed stays as it is."""
    return former_names().get(name, name)


@lru_cache(maxsize=1)
def former_names() -> dict[str, str]:
    """Former names to present ones."""
    lines = Path(__file__).with_name("former.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if "\t" in line and not line.startswith("#"))
    return {name: now for name, _tab, now in rows}


__all__ = ["former_names", "present_name"]
