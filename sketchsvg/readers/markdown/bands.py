"""``layout:`` in front matter: the bands of a page from top to bottom, their shares, and what stands in each.

``layout: 15/25/40/20`` puts the title into the first band and the sections where their headings say (``{band=2}``), or
one into each band in their order. Written as a list, every band names its headings: ``- 25: Models 44 | Providers``.
"""

from __future__ import annotations

import re

from msgspec import Struct

from sketchsvg.blocks.arrange import Block, Column, Row
from sketchsvg.errors import Source
from sketchsvg.names import nearest
from sketchsvg.readers.markdown.document import Document, Part
from sketchsvg.readers.markdown.errors import MarkdownError, made

_SHARES = re.compile(r"\d+(?:\.\d+)?%?(?:\s*/\s*\d+(?:\.\d+)?%?)*")
_BAND = re.compile(r"(\d+(?:\.\d+)?)%?\s*:\s*(.+)$")
_SHARE = re.compile(r"^(.*\S)\s+(\d+(?:\.\d+)?)%?$")
TITLE = "title"


class Band(Struct, frozen=True):
    """One band: its share of the height, and what stands in it, each with its share of the width or None."""

    percent: float
    members: tuple[tuple[Part | None, float | None], ...]
    source: Source


def banded(document: Document) -> Block:
    """The page as its front matter divides it. ``MarkdownError`` where bands and headings do not agree."""
    bands = _listed(document) if document.front.values["layout"].items else _in_order(document)
    _check_all_placed(bands, document)
    rows = [made(band.source, _row(band, document).share, band.percent) for band in bands]
    return Column(blocks=tuple(rows), source=document.front.at("layout")) if len(rows) > 1 else rows[0]


def _row(band: Band, document: Document) -> Block:
    blocks: list[Block] = []
    for part, percent in band.members:
        block: Block | None = document.title(*document.intro) if part is None else part.section()
        if block is None:
            raise MarkdownError("The page has no title.", where=band.source, mend="title: …")
        own = percent if percent is not None or part is None else part.head.attributes.number("share", part.head.source)
        blocks.append(made(band.source, block.share, own) if own is not None and len(band.members) > 1 else block)
    return blocks[0] if len(blocks) == 1 else Row(blocks=tuple(blocks), source=band.source)


def _in_order(document: Document) -> list[Band]:
    """The short form: shares alone."""
    where = document.front.at("layout")
    said = document.front.text("layout")
    if not _SHARES.fullmatch(said):
        raise MarkdownError(f"The layout “{said[:40]}” is not understood.", where=where, mend="layout: 15/25/40/20")
    shares = [float(share.strip().removesuffix("%")) for share in said.split("/")]
    first = 1 if document.title_words else 0
    members: list[list[tuple[Part | None, float | None]]] = [[] for _ in shares]
    if first:
        members[0].append((None, None))
    told = [part.head.attributes.number("band", part.head.source) for part in document.parts]
    if not any(told) and len(document.parts) != len(shares) - first:
        raise _say_where(document, shares, first)
    band = first
    for part, number in zip(document.parts, told, strict=True):
        if number is not None:
            band = int(number) - 1
        if not 0 <= band < len(shares):
            what = f"“{part.called}” would stand in band {band + 1}, and there are {len(shares)}."
            raise MarkdownError(what, where=part.head.source, mend="Write {band=2} behind the heading.")
        members[band].append((part, None))
        band += number is None
    for number, inside in enumerate(members, 1):
        if not inside:
            mend = f"Write {{band={number}}} behind a heading."
            raise MarkdownError(f"Nothing stands in band {number}.", where=where, mend=mend)
    return [Band(share, tuple(inside), where) for share, inside in zip(shares, members, strict=True)]


def _say_where(document: Document, shares: list[float], first: int) -> MarkdownError:
    rows = [f"\n    - {shares[0]:g}: title"] if first else []
    rest = [part.called for part in document.parts]
    for number, share in enumerate(shares[first:]):
        last = number == len(shares) - first - 1
        taken, rest = (rest, []) if last else (rest[:1], rest[1:])
        rows.append(f"\n    - {share:g}: {' | '.join(taken) or '…'}")
    return MarkdownError(
        f"The page has {len(shares)} bands for {'a title and ' * first}{len(document.parts)} sections.",
        where=document.front.at("layout"), mend="Say what goes where: layout:" + "".join(rows),
    )  # fmt: skip


def _listed(document: Document) -> list[Band]:
    """The long form: each band with what stands in it."""
    bands = []
    for item, line in document.front.values["layout"].items:
        where = Source(document.front.file, line)
        match = _BAND.match(item)
        if match is None:
            what = f"This band is not understood: “{item[:40]}”."
            raise MarkdownError(what, where=where, mend="- 25: First heading | Second heading")
        members = tuple(_member(words.strip(), document, where) for words in match[2].split("|"))
        bands.append(Band(float(match[1]), members, where))
    return bands


def _member(words: str, document: Document, where: Source) -> tuple[Part | None, float | None]:
    """What words in a band mean: the whole of them, or all but a share at their end."""
    found, known = _found(words, document)
    if known:
        return found, None
    match = _SHARE.match(words)
    if match:
        found, known = _found(match[1], document)
        if known:
            return found, float(match[2])
        words = match[1]
    heads = [TITLE, *(part.called for part in document.parts)]
    guess = nearest(words, heads)
    mend = f'Did you mean "{guess}"?' if guess else f"There are: {', '.join(heads)}."
    raise MarkdownError(f"There is no heading “{words}”.", where=where, mend=mend)


def _found(words: str, document: Document) -> tuple[Part | None, bool]:
    if words.lower() == TITLE:
        return None, True
    for part in document.parts:
        if words.casefold() in (part.called.casefold(), part.head.attributes.name.casefold()):
            return part, True
    return None, False


def _check_all_placed(bands: list[Band], document: Document) -> None:
    placed = [member for band in bands for member, _ in band.members]
    for part in document.parts:
        count = sum(one is part for one in placed)
        if count != 1:
            how = "does not stand in any band" if count == 0 else "stands in several bands"
            what = f"“{part.called}” {how}."
            raise MarkdownError(what, where=document.front.at("layout"), mend="Give every heading one place in layout.")
    titles = sum(one is None for one in placed)
    if titles != 1 and (document.title_words or titles):
        what = "The title does not stand in any band." if not titles else "The title stands in several bands."
        raise MarkdownError(what, where=document.front.at("layout"), mend="Give a band to it: - 15: title")
    if not titles and document.intro:
        raise MarkdownError(
            "What stands before the first heading has no place in the layout.", where=document.intro[0].source,
            mend="Put it under a heading, or give the page a title.",
        )  # fmt: skip
