"""A document: its title, what stands before the first heading, and its parts, each under a heading."""

from __future__ import annotations

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct, field

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.section import Section, section
from sketchsvg.blocks.subhead import subhead
from sketchsvg.blocks.title import Title, title
from sketchsvg.errors import Source
from sketchsvg.lettering.inline import plain_text
from sketchsvg.readers.markdown.blocks import CONVERTERS
from sketchsvg.readers.markdown.errors import MarkdownError, made
from sketchsvg.readers.markdown.frontmatter import FrontMatter, front_matter
from sketchsvg.readers.markdown.heads import Head, head_of
from sketchsvg.readers.markdown.inline import literal
from sketchsvg.readers.markdown.parser import parse
from sketchsvg.readers.markdown.reading import Reading
from sketchsvg.readers.markdown.source import MarkdownText, markdown_text


class Part(Struct):
    """A heading and the blocks under it; ``kept`` headings deeper in it are among the blocks."""

    head: Head
    blocks: list[Block] = field(default_factory=list)

    @property
    def called(self) -> str:
        """Its head without markup."""
        return plain_text(self.head.words)

    def block(self) -> Block:
        """The part as a section; a heading with nothing under it stands alone, over those that follow."""
        if self.blocks:
            return self.section()
        return made(self.head.source, subhead, self.head.words, rank=0, icon=self.head.icon)

    def section(self, accent: str = "") -> Section:
        """The part as a framed section."""
        said = self.head.attributes
        if not self.blocks:
            raise MarkdownError(
                f"There is nothing under the heading “{self.called}”.", where=self.head.source,
                mend="Write something under it, or take it out.",
            )  # fmt: skip
        return made(
            self.head.source, section, self.head.words, *self.blocks, icon=self.head.icon,
            aside=literal(said.text("aside")), accent=said.text("accent") or accent, name=said.name,
        )  # fmt: skip


class Document(Struct):
    """Everything that a file says, in order. ``head`` is the heading that is the title, if one is."""

    front: FrontMatter
    head: Head | None
    intro: list[Block]
    parts: list[Part]

    @property
    def title_words(self) -> str:
        """The title in our markup: the first heading, unless the front matter names one."""
        if "title" in self.front.values:
            return literal(self.front.text("title"))
        return self.head.words if self.head else ""

    @property
    def where(self) -> Source:
        """Where the title stands."""
        return self.head.source if self.head else self.front.at("title")

    def title(self, *blocks: Block) -> Title | None:
        """The title with what belongs to it, and ``blocks`` under it; None where there is none."""
        front = self.front
        if not self.title_words:
            return None
        icon = front.text("icon") or (self.head.icon if self.head else "")
        subtitle = front.text("titleKr") or front.text("subtitle")
        return made(
            self.where, title, self.title_words, *blocks, kicker=literal(front.text("kicker")),
            subtitle=literal(subtitle), notes=_notes(front), icon=icon, end_icon=front.text("end_icon"), name="title",
        )  # fmt: skip


def _with_pixels(front: FrontMatter) -> bool:
    """Whether pictures of pixels are asked for."""
    said = front.text("images", "drawn")
    if said not in ("drawn", "raster"):
        what = f"images is “{said}”, and pictures are drawn by hand or, if they are files of pixels, pasted in."
        raise MarkdownError(what, where=front.at("images"), mend="images: raster")
    return said == "raster"


def document_of(data: bytes, file: str) -> Document:
    """The document in the bytes of ``file``. Raises ``MarkdownError`` and what blocks raise, at their lines."""
    text = markdown_text(data, file)
    front = front_matter(text)
    parsed = parse(text)
    nodes = list(parsed.blocks)
    reading = Reading(file, CONVERTERS, parsed.footnotes, pixels=_with_pixels(front))
    head = _title_of(nodes, front, reading)
    levels = [int(node.tag[1]) for node in nodes if node.type == "heading"]
    reading.level = min(levels, default=2)
    document = Document(front, head, [], [])
    into = document.intro
    for node in nodes:
        if node.type == "heading" and int(node.tag[1]) == reading.level:
            into += reading.notes_due()
            document.parts.append(Part(head_of(node, reading)))
            into = document.parts[-1].blocks
        else:
            into += reading.blocks([node])
    into += reading.notes_due()
    _refuse_nothing(document, text)
    return document


def _title_of(nodes: list[SyntaxTreeNode], front: FrontMatter, reading: Reading) -> Head | None:
    """The only heading of the first level, taken out of ``nodes`` when it is the first of all headings."""
    heads = [node for node in nodes if node.type == "heading"]
    first = [node for node in heads if node.tag == "h1"]
    if len(first) != 1 or heads[0] is not first[0] or "title" in front.values:
        return None
    nodes.remove(first[0])
    return head_of(first[0], reading)


def _notes(front: FrontMatter) -> tuple[str, ...]:
    """What stands small beside the title: chapter and author, where it comes from, and notes of its own."""
    rows = []
    chapter, of = front.text("chapter"), front.text("totalChapters")
    said = [f"Chapter **{literal(chapter)}{f' / {literal(of)}' if of else ''}**"] if chapter else []
    said += [literal(front.text("author"))] if front.text("author") else []
    if said:
        rows.append(" · ".join(said))
    source = front.text("source") or front.text("source_url")
    if source.startswith(("https://", "http://")) and not set("()[] ") & set(source):
        bare = source.split("://", 1)[1].removeprefix("www.").rstrip("/")
        rows.append(f"[{literal(bare)}]({source})" if not set("[]") & set(bare) else literal(source))
    elif source:
        rows.append(literal(source))
    return (*rows, *(literal(note) for note in front.items("notes")))


def _refuse_nothing(document: Document, text: MarkdownText) -> None:
    if not document.parts and not document.intro and not document.title_words:
        raise MarkdownError("The notes are empty.", where=text.at(1), mend="Write something.")
