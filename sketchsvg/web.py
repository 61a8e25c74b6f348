"""How an SVG is made for the web: its text, its ids, its size and its colours."""

from __future__ import annotations

import re

from msgspec import Struct

from sketchsvg.errors import SheetError


class Web(Struct, frozen=True, kw_only=True):
    """What an SVG offers to a web page that shows it, or that it is a part of.

    ``text`` puts its words over the ink as unseen text, which can be searched, selected, copied, read aloud and
    clicked on. ``prefix`` begins all its ids (none: its title does), so that drawings on one page keep apart.
    ``responsive`` makes it as wide as its place; otherwise it measures its millimetres. ``current_color`` draws what is
    in the colour of the ink in the text colour of the page around it. ``dark`` gives it a second set of colours, for
    readers who prefer dark pages.

    Raises ``SheetError`` for a ``prefix`` that no id can begin with.
    """

    text: bool = True
    prefix: str = ""
    responsive: bool = False
    current_color: bool = False
    dark: bool = False

    def __post_init__(self) -> None:
        if self.prefix and not re.fullmatch(r"[^\W\d][\w-]*", self.prefix):
            raise SheetError(
                f'No id can begin with "{self.prefix}".', mend='Use letters, digits and "-", like "chapter-23".'
            )


def id_of(text: str) -> str:
    """A text as one word that an id can begin with: ``23. Where to Find LLMs`` is ``page-23-where-to-find-llms``."""
    words = "".join(char if char.isalnum() else " " for char in text.lower()).split()
    name = "-".join(words)[:40].rstrip("-")
    return name if name[:1].isalpha() else f"page-{name}".rstrip("-")
