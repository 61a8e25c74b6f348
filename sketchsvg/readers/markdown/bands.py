"""``layout:`` in front matter: the bands of a page from top to bottom, and what stands in each.

``layout: 15/25/40/20`` puts the title into the first band and the sections where their headings say (``{band=2}``), or
one into each band in their order. Written as a list, every band names its headings: ``- 25: Models 44 | Providers``.
``|`` is beside, ``/`` above, as in Python; brackets hold a stack that has a share: ``(Models / Terms) 44 | Providers``.
Bands without a percent are as high as what they hold asks for.
"""

from __future__ import annotations

import re

from msgspec import Struct

from sketchsvg.blocks.arrange import Block, Column, Row
from sketchsvg.blocks.onepage import OnePage
from sketchsvg.errors import Source
from sketchsvg.names import nearest
from sketchsvg.readers.markdown.document import Document, Part
from sketchsvg.readers.markdown.errors import LimitError, MarkdownError, made

_SHARES = re.compile(r"\d+(?:\.\d+)?%?(?:\s*/\s*\d+(?:\.\d+)?%?)*")
_BAND = re.compile(r"(\d+(?:\.\d+)?)%?\s*:\s*(.+)$")
_SHARE = re.compile(r"^(.*\S)\s+(\d+(?:\.\d+)?)%?$")
TITLE = "title"
#: Longer than this is no band.
MOST_IN_BAND, MOST_BRACKETS = 2_000, 40


class Spot(Struct, frozen=True):
    """One place of the page: a part (None: the title), or others beside (``|``) or above (``/``) each other."""

    source: Source
    percent: float | None = None
    part: Part | None = None
    sign: str = ""
    inside: tuple[Spot, ...] = ()

    def leaves(self) -> list[Spot]:
        """The places of single parts in it."""
        return [leaf for spot in self.inside for leaf in spot.leaves()] if self.sign else [self]


def banded(document: Document) -> Block:
    """The page as its front matter divides it. ``MarkdownError`` where bands and headings do not agree."""
    bands = _listed(document) if document.front.values["layout"].items else _in_order(document)
    _check_all_placed(bands, document)
    rows = [_block(band, document) for band in bands]
    where = document.front.at("layout")
    root = Column(blocks=tuple(rows), source=where) if len(rows) > 1 else rows[0]
    measured = any(row.percent is None for row in rows)
    return made(where, OnePage, blocks=(root,)) if measured else root


def _block(spot: Spot, document: Document) -> Block:
    if spot.sign:
        blocks = tuple(_block(one, document) for one in spot.inside)
        block: Block = (Row if spot.sign == "|" else Column)(blocks=blocks, source=spot.source)
        percent = spot.percent
    else:
        found = document.title(*document.intro) if spot.part is None else spot.part.section()
        if found is None:
            raise MarkdownError("The page has no title.", where=spot.source, mend="title: …")
        block, percent = found, spot.percent
        if percent is None and spot.part is not None:
            percent = spot.part.head.attributes.number("share", spot.part.head.source)
    return block if percent is None else made(spot.source, block.share, percent)


def _in_order(document: Document) -> list[Spot]:
    """The short form: shares alone."""
    where = document.front.at("layout")
    said = document.front.text("layout")
    if not _SHARES.fullmatch(said):
        raise MarkdownError(f"The layout “{said[:40]}” is not understood.", where=where, mend="layout: 15/25/40/20")
    shares = [float(share.strip().removesuffix("%")) for share in said.split("/")]
    first = 1 if document.title_words else 0
    members: list[list[Spot]] = [[] for _ in shares]
    if first:
        members[0].append(Spot(where))
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
        members[band].append(Spot(where, part=part))
        band += number is None
    for number, inside in enumerate(members, 1):
        if not inside:
            mend = f"Write {{band={number}}} behind a heading."
            raise MarkdownError(f"Nothing stands in band {number}.", where=where, mend=mend)
    return [_joined(inside, "|", share, where) for share, inside in zip(shares, members, strict=True)]


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


def _listed(document: Document) -> list[Spot]:
    """The long form: each band with what stands in it."""
    bands = []
    for item, line in document.front.values["layout"].items:
        where = Source(document.front.file, line)
        if len(item) > MOST_IN_BAND or item.count("(") > MOST_BRACKETS:
            raise LimitError("This band is too long, or its brackets are too many.", where=where, mend="Simplify it.")
        match = _BAND.match(item)
        words, percent = (match[2], float(match[1])) if match else (item, None)
        bands.append(_spot(words, percent, document, where))
    return bands


def _spot(words: str, percent: float | None, document: Document, where: Source) -> Spot:
    """What stands in ``words``: parts beside each other, or above each other, or one."""
    for sign in "|/":
        parts = _split(words, sign)
        # A heading may hold the sign itself.
        if len(parts) > 1 and not _found(words, document)[1]:
            inside = [_member(part, document, where) for part in parts]
            return _joined(inside, sign, percent, where)
    spot = _member(words, document, where)
    return spot if percent is None else Spot(where, percent, spot.part, spot.sign, spot.inside)


def _joined(inside: list[Spot], sign: str, percent: float | None, where: Source) -> Spot:
    if len(inside) == 1:
        # Alone in its band: a share of the width would mean nothing.
        return Spot(where, percent, inside[0].part, inside[0].sign, inside[0].inside)
    return Spot(where, percent, None, sign, tuple(inside))


def _split(words: str, sign: str) -> list[str]:
    """``words`` at the signs between them that stand in no brackets."""
    parts, depth = [""], 0
    for piece in re.split(r"(\s\|\s|\s/\s|[()])", words):
        depth += (piece == "(") - (piece == ")")
        if piece.strip() == sign and depth == 0:
            parts.append("")
        else:
            parts[-1] += piece
    return [part.strip() for part in parts]


def _member(words: str, document: Document, where: Source) -> Spot:
    """What words in a band mean: the whole of them, or all but a share at their end."""
    found, known = _found(words, document)
    if known:
        return Spot(where, part=found)
    match = _SHARE.match(words)
    share = float(match[2]) if match else None
    bare = match[1] if match else words
    if bare.startswith("(") and bare.endswith(")"):
        return _spot(bare[1:-1].strip(), share, document, where)
    if not match and any(len(_split(bare, sign)) > 1 for sign in "|/"):
        return _spot(bare, None, document, where)
    found, known = _found(bare, document)
    if known:
        return Spot(where, share, found)
    heads = [TITLE, *(part.called for part in document.parts)]
    guess = nearest(bare, heads)
    mend = f'Did you mean "{guess}"?' if guess else f"There are: {', '.join(heads)}."
    raise MarkdownError(f"There is no heading “{bare}”.", where=where, mend=mend)


def _found(words: str, document: Document) -> tuple[Part | None, bool]:
    if words.lower() == TITLE:
        return None, True
    for part in document.parts:
        if words.casefold() in (part.called.casefold(), part.head.attributes.name.casefold()):
            return part, True
    return None, False


def _check_all_placed(bands: list[Spot], document: Document) -> None:
    placed = [leaf.part for band in bands for leaf in band.leaves()]
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
