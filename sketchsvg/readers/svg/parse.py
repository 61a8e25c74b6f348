"""XML read without trust: no entities, nothing fetched, and limits on size, depth and number."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from xml.parsers import expat

from msgspec import Struct, field

from sketchsvg.errors import Source
from sketchsvg.readers.svg.errors import SecurityError, SvgError
from sketchsvg.readers.svg.limits import DEEPEST, MOST_BYTES, MOST_ELEMENTS, exceeded

SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_GZIP = b"\x1f\x8b"


class Node(Struct, eq=False):
    """An element: its tag without namespace, attributes, and what it holds, in order.

    The tag of an element that is not SVG begins with a colon. ``comment`` is the comment that stands right before it,
    ``place`` its number among its siblings of the same tag, from 1. ``children`` are the elements of its ``content``.
    """

    tag: str
    attributes: dict[str, str]
    file: str
    line: int
    column: int
    parent: Node | None
    place: int = 0
    comment: str = ""
    content: list[Node | str] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    @property
    def where(self) -> Source:
        """Where it begins."""
        return Source(self.file, self.line, self.column)

    def get(self, name: str, default: str = "") -> str:
        """An attribute without the white space around it."""
        return self.attributes.get(name, default).strip()

    @property
    def text(self) -> str:
        """All characters in it, however deep."""
        return "".join(self.strings())

    def strings(self) -> Iterator[str]:
        """The pieces of text in it."""
        for child in self.content:
            if isinstance(child, str):
                yield child
            else:
                yield from child.strings()


class Document(Struct, frozen=True, eq=False):
    """A drawing as read: its root, elements by id (the first of each), style sheets, and how often a tag occurs."""

    root: Node
    ids: dict[str, Node]
    styles: tuple[str, ...]
    tags: dict[str, int]


def parse(svg: bytes | str, name: str = "<svg>") -> Document:
    """The elements of an SVG drawing, plain or gzipped; ``name`` is what errors call it.

    Raises ``SvgError`` for what is no SVG, ``SecurityError`` for entity declarations, ``LimitError`` beyond limits.
    """
    data = svg.encode("utf-8", "replace") if isinstance(svg, str) else _unpacked(svg)
    if len(data) > MOST_BYTES:
        raise exceeded(f"it has {len(data):,} bytes", MOST_BYTES)
    builder = _Builder(name, "utf-8" if isinstance(svg, str) else None)
    return builder.document(data)


def _unpacked(data: bytes) -> bytes:
    if not data.startswith(_GZIP):
        return data
    unpacking = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        plain = unpacking.decompress(data, MOST_BYTES + 1)
    except zlib.error as error:
        raise SvgError(f"It is a damaged .svgz file: {error}.") from None
    if len(plain) > MOST_BYTES:
        raise exceeded("unpacked, it has too many bytes", MOST_BYTES)
    if not unpacking.eof:
        raise SvgError("It is a damaged .svgz file: its end is missing.")
    return plain


class _Builder:
    """Turns the events of expat into nodes. Expat itself fetches nothing unless it is told to."""

    def __init__(self, name: str, encoding: str | None) -> None:
        self._name = name
        self._parser = parser = expat.ParserCreate(encoding, " ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.CommentHandler = self._commented
        parser.EntityDeclHandler = self._refuse_entity
        parser.SkippedEntityHandler = self._unknown_entity
        self._root: Node | None = None
        self._open: list[Node] = []
        self._ids: dict[str, Node] = {}
        self._names: dict[str, str] = {}
        self._tags: dict[str, int] = {}
        self._sheets: list[Node] = []
        self._count = 0
        self._comment = ""
        self._places: list[dict[str, int]] = []

    def document(self, data: bytes) -> Document:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            what = expat.ErrorString(error.code)
            raise SvgError(
                f"It is not well-formed XML: {what}.", where=Source(self._name, error.lineno, error.offset + 1)
            ) from None
        except (LookupError, ValueError) as error:
            raise SvgError(f"It cannot be decoded: {error}.") from None
        root = self._root
        assert root is not None
        if root.tag != "svg":
            raise SvgError("Its root is not <svg>.", where=root.where, mend="Give a file that holds an SVG drawing.")
        return Document(root, self._ids, tuple(sheet.text for sheet in self._sheets), self._tags)

    def _here(self) -> Source:
        return Source(self._name, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise exceeded("it has too many elements", MOST_ELEMENTS, self._here())
        if len(self._open) >= DEEPEST:
            raise exceeded("its elements lie too deep in each other", DEEPEST, self._here())
        tag = self._names.get(name)
        if tag is None:
            space, _, local = name.rpartition(" ")
            tag = self._names[name] = local if space in (SVG, "") else f":{local}"
        self._tags[tag] = self._tags.get(tag, 0) + 1
        parser = self._parser
        parent = self._open[-1] if self._open else None
        node = Node(
            tag, _named(attributes), self._name, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, parent,
            comment=self._comment,
        )  # fmt: skip
        self._comment = ""
        if parent is None:
            self._root = node
        else:
            counts = self._places[-1]
            node.place = counts[tag] = counts.get(tag, 0) + 1
            parent.content.append(node)
            parent.children.append(node)
        identity = attributes.get("id", "").strip()
        if identity:
            self._ids.setdefault(identity, node)
        if tag == "style":
            self._sheets.append(node)
        self._open.append(node)
        self._places.append({})

    def _end(self, name: str) -> None:
        self._open.pop()
        self._places.pop()
        self._comment = ""

    def _characters(self, text: str) -> None:
        self._open[-1].content.append(text)
        if text.strip():
            self._comment = ""

    def _commented(self, text: str) -> None:
        self._comment = text

    def _refuse_entity(self, name: str, *_: object) -> None:
        raise SecurityError(
            f'The drawing is refused: it declares an entity "{name[:40]}".',
            where=self._here(),
            mend="Save it again as plain SVG, or write out the entity and delete the <!DOCTYPE … [ … ]>.",
        )

    def _unknown_entity(self, name: str, *_: object) -> None:
        raise SvgError(f'It uses an entity "&{name[:40]};" that is not declared.', where=self._here())


def _named(attributes: dict[str, str]) -> dict[str, str]:
    """Attributes by their local names; of other namespaces only those of links and ``xml:space``."""
    if not any(" " in name for name in attributes):
        return attributes
    named: dict[str, str] = {}
    for name, value in attributes.items():
        space, _, local = name.rpartition(" ")
        if not space:
            named[local] = value
        elif space == _XLINK:
            named.setdefault(local, value)
        elif space == _XML:
            named[f"xml:{local}"] = value
    return named

