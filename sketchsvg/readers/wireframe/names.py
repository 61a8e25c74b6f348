"""The first band of a drawing as the title of its page."""

from __future__ import annotations

import re

from sketchsvg.blocks.title import Title, title
from sketchsvg.readers.wireframe.errors import placed
from sketchsvg.readers.wireframe.heads import BUTTONS, MARKER, RULE, head_of, taken_share, trimmed
from sketchsvg.readers.wireframe.tree import Box, Part, Row, Words

#: A title band has no more lines than this.
MOST_LINES = 5
_KICKER = re.compile(r"^(\S.{3,60}?\S:)\s+(\S.*)$")


def title_of(part: Part) -> Title | None:
    """The title that a band says: its first line the head, the next one the subtitle, further ones notes.

    What stands far to the right of the head is a note, too. None for a band that is more than a title.
    """
    words = part.inside if isinstance(part, Box) else part
    if not isinstance(words, Words):
        return None
    _, rows = taken_share(words.rows)
    rows = tuple(row for row in trimmed(rows) if row.text.strip() and not RULE.fullmatch(row.text.strip()))
    if isinstance(part, Box) and part.title:
        rows = (Row(part.title, 0, part.source), *rows)
    if not rows or len(rows) > MOST_LINES or BUTTONS.fullmatch(rows[0].text.strip()):
        return None
    if any(MARKER.match(row.text.strip()) for row in rows):
        return None
    first, *besides = re.split(r"\s{3,}", rows[0].text.strip())
    head = head_of(Row(first, 0, rows[0].source))
    kicker, said = "", head.whole
    if match := _KICKER.match(said):
        kicker, said = match[1], match[2]
    notes = [" · ".join(one.strip("[]<> ") for one in besides)] if besides else []
    below = [" ".join(row.text.split()) for row in rows[1:]]
    subtitle = below[0] if below else head.aside
    notes += below[1:] + ([head.aside] if head.aside and below else [])
    return placed(
        rows[0].source, title, said, kicker=kicker, subtitle=subtitle, notes=tuple(notes), icon=head.icon,
        end_icon=head.end_icon,
    )  # fmt: skip
