"""Words as they are written on the page: with single blanks, arrows as one sign."""

from __future__ import annotations

import re

_ARROW = re.compile(r"(?<=\s)(?:-+>|=+>)(?=\s)")
_FAR = re.compile(r"\s{3,}")


def spaced(said: str) -> str:
    """Words with single blanks; what stands far apart in a line is parted by a dot, an arrow of dashes is one."""
    return " ".join(_ARROW.sub("→", _FAR.sub(" · ", said.strip())).split())
