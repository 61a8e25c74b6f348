"""What is read on pages, in order: their parts and words as trees of headings, paragraphs, lists, tables, figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.inked import InkedPage
from sketchsvg.scene import Part, Word

#: Parts that have a heading, under which what is in them stands.
HEADED = frozenset({"section", "card"})
#: Parts of one text, whatever lines it has.
PLAIN = frozenset({"paragraph", "heading", "header", "cell", "formula", "code"})


class Element(Struct, frozen=True):
    """One thing that is read: elements in order, then words.

    ``role`` is that of a part, or "label" and "body" (of an item), "row" (of a table), "caption", "furniture". A
    heading has a ``level`` from 1, none left out; ``shown`` says in words what a figure or a formula shows. ``part`` is
    the part that it comes from, None where a page has none.
    """

    role: str
    elements: tuple[Element, ...] = ()
    words: tuple[Word, ...] = ()
    part: Part | None = None
    level: int = 0
    shown: str = ""

    def walk(self) -> Iterator[Element]:
        """The element and all in it, each before what is in it."""
        yield self
        for element in self.elements:
            yield from element.walk()

    def read_out(self) -> Iterator[Word]:
        """All words in it, in reading order."""
        for element in self.elements:
            yield from element.read_out()
        yield from self.words


class Levels:
    """Counts levels of headings through a document: a level that was left out is closed up."""

    def __init__(self) -> None:
        self._open: list[tuple[int, int]] = []

    def of(self, depth: int, level: int) -> int:
        """The level, from 1, of a heading that stands in ``depth`` headed parts and has ``level`` among its like."""
        rank = (depth, level)
        while self._open and self._open[-1] >= rank:
            self._open.pop()
        self._open.append(rank)
        return len(self._open)


def read(pages: Iterable[InkedPage]) -> list[tuple[Element, ...]]:
    """What is read on each of the pages of one text. A page without parts is one figure."""
    levels = Levels()
    return [
        tuple(_Reader(page, levels).inside(-1, (0, len(page.words)), 0)) if page.parts else (_picture(page),)
        for page in pages
    ]


def said(words: Iterable[Word]) -> str:
    """The words as one text."""
    return "".join(word.text + " " * word.space for word in words).strip()


def _picture(page: InkedPage) -> Element:
    """A page of which nothing is known but its words, for example a drawing by itself."""
    return Element("figure", words=page.words, shown=page.description or page.title or said(page.words))


class _Reader:
    """Reads one page."""

    def __init__(self, page: InkedPage, levels: Levels) -> None:
        self._parts, self._words, self._levels = page.parts, page.words, levels
        self._below: dict[int, list[int]] = {}
        for number, part in enumerate(page.parts):
            self._below.setdefault(part.parent, []).append(number)

    def inside(self, number: int, words: tuple[int, int], depth: int) -> Iterator[Element]:
        """What is in a part (-1: the page): its own lines and the parts in it, as their words follow each other."""
        at, stop = words
        for below in self._below.get(number, ()):
            first, after = self._parts[below].words
            yield from self._lines(number, at, first, depth)
            yield from self._element(below, depth)
            at = after
        yield from self._lines(number, at, stop, depth)

    def _lines(self, number: int, first: int, stop: int, depth: int) -> Iterator[Element]:
        """The words of a part itself, by what their lines are, one element a text."""
        part = self._parts[number] if number >= 0 else None
        for role, words in _texts(self._words[first:stop]):
            level = 0
            if role == "heading":
                inner = depth - 1 if part is not None and part.role in HEADED else depth
                level = self._levels.of(inner, part.level if part is not None else 0)
            yield Element(role or "paragraph", words=words, part=part, level=level)

    def _element(self, number: int, depth: int) -> Iterator[Element]:
        part = self._parts[number]
        inner = tuple(self.inside(number, part.words, depth + (part.role in HEADED)))
        if part.role == "group":
            yield from inner
        elif part.role == "figure":
            captions = tuple(one for one in inner if one.role == "caption")
            rest = tuple(word for one in inner if one.role != "caption" for word in one.read_out())
            yield Element("figure", captions, rest, part, shown=part.shown or said(rest) or part.role)
        elif part.role in PLAIN:
            yield from _plain(part, inner)
        elif part.role == "item":
            yield _item(part, inner)
        elif part.role == "list":
            yield Element("list", _nested(inner), (), part)
        elif part.role == "table":
            yield Element("table", _rows(inner), (), part)
        elif inner:
            yield Element(part.role, inner, (), part)


def _texts(words: Sequence[Word]) -> Iterator[tuple[str, tuple[Word, ...]]]:
    """Words of one role up to the end of their text."""
    begun: list[Word] = []
    for word in words:
        if begun and (begun[-1].last or begun[-1].role != word.role):
            yield begun[-1].role, tuple(begun)
            begun = []
        begun.append(word)
    if begun:
        yield begun[-1].role, tuple(begun)


def _plain(part: Part, inner: Sequence[Element]) -> Iterator[Element]:
    """A part that is one text; what is not its own, such as the tag of a block of code, follows it."""
    own = [one for one in inner if one.role in ("paragraph", "heading")]
    words = tuple(word for one in own for word in one.words)
    if words or part.role in ("cell", "header"):
        level = next((one.level for one in own), 0) if part.role == "heading" else 0
        yield Element(part.role, (), words, part, level, part.shown)
    for one in inner:
        if one not in own:
            yield replace(one, role="paragraph") if one.role == "label" else one


def _item(part: Part, inner: Sequence[Element]) -> Element:
    """An item of a list: its label, if it has one, and its body."""
    labels = tuple(one for one in inner if one.role == "label")
    rest = tuple(one for one in inner if one.role != "label")
    return Element("item", (*labels, _body(rest, part)), (), part)


def _body(rest: Sequence[Element], part: Part | None) -> Element:
    if len(rest) == 1 and rest[0].role == "paragraph":
        return Element("body", (), rest[0].words, part)
    return Element("body", tuple(rest), (), part)


def _nested(items: Sequence[Element]) -> tuple[Element, ...]:
    """Items with those that stand deeper as a list in the body of the one before them."""
    made: list[Element] = []
    base = min((_level(one) for one in items), default=0)
    for deeper, run in groupby(items, key=lambda one: _level(one) > base):
        group = tuple(run)
        if not deeper or not made:
            made += group
            continue
        below = Element("list", _nested(group), (), group[0].part)
        last = made[-1]
        *labels, body = last.elements
        own = (Element("paragraph", (), body.words, body.part),) if body.words else body.elements
        made[-1] = Element("item", (*labels, Element("body", (*own, below), (), body.part)), (), last.part)
    return tuple(made)


def _rows(cells: Sequence[Element]) -> tuple[Element, ...]:
    return tuple(Element("row", tuple(run), (), run[0].part) for run in _runs(cells))


def _runs(cells: Sequence[Element]) -> Iterator[tuple[Element, ...]]:
    for _, run in groupby(cells, key=_level):
        yield tuple(run)


def _level(element: Element) -> int:
    return element.part.level if element.part is not None else 0
