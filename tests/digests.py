"""Prints what pages come to, for comparing machines: a line a page and format, with the digest of its bytes.

Run as a program, in any Python that has sketchsvg: ``python tests/digests.py [ch23.py …] [svg|pdf|png …]``.
"""

import hashlib
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHEETS = ROOT / "sheets"
#: Pages that together use every block, diagram, hand, pen and fill. What needs an extra is not among them.
PAGES = ("ch23.py", "ch23.md", "blocks.py", "hands.py", "specimen_hand.py", "specimen_ink.py")
#: Of other themes it is enough to see one page.
THEMED = "blocks.py"


def digests(formats: tuple[str, ...] = ("svg",), pages: tuple[str, ...] = PAGES) -> list[str]:
    """One line a page and format: its name and the first 16 digits of the SHA-256 of its bytes."""
    from sketchsvg.pipeline import render
    from sketchsvg.readers import read
    from sketchsvg.theme import theme_names

    found = []
    for name in pages:
        if not (SHEETS / name).exists():
            continue
        for number, sheet in enumerate(read(str(SHEETS / name), {}), start=1):
            themes = theme_names() if name == THEMED else (sheet.theme,)
            for theme in themes:
                for format in formats:
                    data = render(sheet.changed(theme=theme), format, ppi=72)
                    found.append(f"{name}:{number}:{theme}.{format} {hashlib.sha256(data).hexdigest()[:16]}")
    return found


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    pages = tuple(name for name in sys.argv[1:] if "." in name)
    formats = tuple(name for name in sys.argv[1:] if "." not in name)
    print("\n".join(digests(formats or ("svg",), pages or PAGES)))
