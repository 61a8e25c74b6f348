"""The words of a page as text that lies unseen over its ink, so that an SVG can be searched, selected and read aloud.

Nothing of it is painted, so it needs no font: a reader's own font is stretched to the words that are drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from math import cos, isfinite, radians, sin

from msgspec import Struct

from sketchsvg.errors import SheetError
from sketchsvg.exporters.addresses import heading_name, safe_address
from sketchsvg.exporters.painting import UNITS_PER_MM, checked_text, escaped, number_text
from sketchsvg.scene import Part, Word

#: What an assistive program is told that a part is (WAI-ARIA 1.2); parts that are not listed need no element.
ROLES = {
    "group": "", "section": "region", "card": "group", "list": "list", "item": "listitem", "table": "table",
    "header": "columnheader", "cell": "cell", "figure": "figure", "quote": "blockquote", "code": "code",
    "note": "note", "formula": "math",
}  # fmt: skip
#: Parts that can be led to: they have an id.
PLACES = frozenset({"group", "section", "card", "table", "figure", "quote", "code", "note"})


def text_layer(words: Sequence[Word], parts: Sequence[Part], prefix: str) -> str:
    """The SVG group of all ``words`` in reading order, in groups that say what the ``parts`` are.

    Ids begin with ``prefix``. Raises ``SheetError`` for a word that no text can hold or that stands nowhere.
    """
    if not words:
        return ""
    content = "".join(_Layer(words, parts, prefix).all())
    # Text without a fill is seen by no one, but the mouse has to find it.
    return f'<g fill="none" stroke="none" pointer-events="all" font-family="sans-serif">{content}</g>'


def label_of(words: Iterable[Word]) -> str:
    """What words say, on one line."""
    return "".join(word.text + (" " if word.space or word.end else "") for word in words).strip()


class _Layer:
    """The layer while it is written: which parts lie in which, what they say, and which ids they have."""

    def __init__(self, words: Sequence[Word], parts: Sequence[Part], prefix: str) -> None:
        self._words, self._parts = words, parts
        self._inside: dict[int, list[int]] = {}
        for number, part in enumerate(parts):
            self._inside.setdefault(part.parent, []).append(number)
        places = [number for number, part in enumerate(parts) if part.role in PLACES]
        ids = distinct([f"{prefix}-{parts[number].id.replace('/', '--')}" for number in places])
        self._ids = dict(zip(places, ids, strict=True))
        self._anchors: dict[str, str] | None = None

    def all(self) -> Iterator[str]:
        """The elements of the whole page."""
        return self._between(0, len(self._words), -1)

    def _led_to(self, address: str) -> str:
        """Where a link leads: an address outside, a part of this page, or nowhere."""
        if not address.startswith("#"):
            return safe_address(address)
        if self._anchors is None:
            named = [number for number in self._ids if self._heading(number)]
            names = distinct([heading_name(self._heading(number)) for number in named])
            self._anchors = {name: f"#{self._ids[number]}" for name, number in zip(names, named, strict=True)}
        return self._anchors.get(address[1:].lower(), "")

    def _between(self, first: int, stop: int, parent: int) -> Iterator[str]:
        """The words from ``first`` to ``stop`` (excluded): those of the parts in ``parent``, and those around them."""
        around = self._parts[parent] if parent >= 0 else None
        manner = Manner(max(1, around.level) if around else 1, around is not None and around.role == "code")
        row = None
        for number in self._inside.get(parent, ()):
            part = self._parts[number]
            a, b = part.words
            # A paragraph is told by its words, and that of an item follows its label on its line.
            if a >= b or (part.role == "paragraph" and number not in self._inside):
                continue
            if part.role in ("header", "cell") and part.level != row:
                yield '<g role="row">' if row is None else '</g><g role="row">'
                row = part.level
            yield from texts(self._words[first:a], self._led_to, manner)
            yield from self._part(number)
            first = b
        if row is not None:
            yield "</g>"
        yield from texts(self._words[first:stop], self._led_to, manner)

    def _part(self, number: int) -> Iterator[str]:
        part = self._parts[number]
        content = self._between(*part.words, number)
        if part.role not in ROLES:
            yield from content
            return
        label = part.shown or (self._heading(number) if part.role in ("section", "card") else "")
        attributes = {"id": self._ids.get(number, ""), "role": ROLES[part.role], "aria-label": label}
        named = "".join(
            f' {name}="{escaped(checked_text(value, "label"))}"' for name, value in attributes.items() if value
        )
        yield f"<g{named}>"
        if number in self._ids:
            yield _area(part)
        yield from content
        yield "</g>"

    def _heading(self, number: int) -> str:
        """What the heading of a part says, if that is the first thing in it."""
        first, stop = self._parts[number].words
        stop = min([stop, *(self._parts[inner].words[0] for inner in self._inside.get(number, ()))])
        return label_of(takewhile(lambda word: word.role == "heading", self._words[first:stop]))


class Manner(Struct, frozen=True):
    """How texts are written: how deep a heading among them stands, and whether every line is one for itself (code)."""

    level: int = 1
    by_lines: bool = False


def distinct(names: Sequence[str]) -> list[str]:
    """The names, the second and further ones of a kind with a number: ``a``, ``b``, ``a-1``, as GitHub does it."""
    seen: dict[str, int] = {}
    found: list[str] = []
    for name in names:
        count = seen.get(name, 0)
        own = name
        while own in seen:
            count += 1
            own = f"{name}-{count}"
        seen[name] = count
        seen.setdefault(own, 0)
        found.append(own)
    return found


def _area(part: Part) -> str:
    """Where a part is, as a rectangle: that is what a browser scrolls to, and what a style sheet of a page can fill."""
    rect = part.rect
    sides = (rect.x, rect.y, rect.width, rect.height)
    if not all(map(isfinite, sides)):
        raise SheetError(f'The part "{part.id}" stands nowhere: {rect}.')
    x, y, width, height = (round(side * UNITS_PER_MM) for side in sides)
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" pointer-events="none"/>'


def texts(words: Sequence[Word], led_to: Callable[[str], str], manner: Manner) -> Iterator[str]:
    """A ``text`` element for each run of words that is one in the author's text, however many lines it takes.

    ``led_to`` tells where a word's link leads.
    """
    run: list[Word] = []
    for word in words:
        if not word.text:
            continue
        if run and (run[-1].angle != word.angle or (run[-1].role == "heading") != (word.role == "heading")):
            yield _text(run, led_to, manner.level)
            run = []
        run.append(word)
        # The label of an item stands on its line.
        ends = word.last or (word.end and (manner.by_lines or not word.space))
        if ends and word.role != "label":
            yield _text(run, led_to, manner.level)
            run = []
    if run:
        yield _text(run, led_to, manner.level)


def _text(words: Sequence[Word], led_to: Callable[[str], str], level: int) -> str:
    """A ``text`` element: each word stands where it is drawn and is as wide as its ink."""
    first = words[0]
    x, y, _, em = _measures(first, first)
    opening = f'<text font-size="{em}"'
    if first.role == "heading":
        opening += f' role="heading" aria-level="{level}"'
    if first.angle:
        opening += f' transform="rotate({number_text(first.angle)} {x} {y})"'
    # White that stands for itself, as before lines of code, is kept only where that is asked for.
    if any(word.text != word.text.strip() for word in words):
        opening += ' xml:space="preserve"'
    content = []
    baseline, link = None, ""
    for word in words:
        to = led_to(word.link) if word.link else ""
        if to != link:
            content.append(f"{'</a>' * bool(link)}{_link(to)}")
            link = to
        across, down, width, size = _measures(word, first)
        row = "" if down == baseline else f' y="{down}"'
        baseline = down
        own = "" if size == em else f' font-size="{size}"'
        # A single letter has no spacing that could be changed, so its glyph is.
        wide = f' textLength="{width}"' if width > 0 else ""
        alone = ' lengthAdjust="spacingAndGlyphs"' if wide and len(word.text) == 1 else ""
        # Letters and digits need no check.
        text = word.text if word.text.isalnum() else escaped(checked_text(word.text, "text"))
        white = " " if (word.space or word.role == "label") and word is not words[-1] else ""
        content.append(f'<tspan x="{across}"{row}{own}{wide}{alone}>{text}</tspan>{white}')
    return f"{opening}>{''.join(content)}{'</a>' * bool(link)}</text>"


def _link(address: str) -> str:
    """The beginning of a link, if there is one."""
    return f'<a href="{escaped(address)}">' if address else ""


def _measures(word: Word, pivot: Word) -> tuple[int, int, int, int]:
    """Where a word begins, how wide it is and its em, in units; without the turn of its line, round ``pivot``."""
    x, y = word.x, word.y
    if word.angle:
        c, s = cos(radians(word.angle)), sin(radians(word.angle))
        x, y = pivot.x + c * (x - pivot.x) + s * (y - pivot.y), pivot.y + c * (y - pivot.y) - s * (x - pivot.x)
    try:
        place = round(x * UNITS_PER_MM), round(y * UNITS_PER_MM)
        width, em = round(word.width * UNITS_PER_MM), round(word.size * UNITS_PER_MM)
    except (ValueError, OverflowError):
        em = 0
    if em <= 0:
        raise SheetError(f'The word "{word.text}" has no place or no size: {word}.')
    return *place, width, em
