"""What a PDF says about itself: title, author and the like, twice, its date, and the norms that it keeps."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from sketchsvg.errors import SheetError
from sketchsvg.exporters.painting import checked_text, escaped
from sketchsvg.inked import InkedPage

if TYPE_CHECKING:
    from pikepdf import Dictionary

PRODUCER = "sketchsvg"
#: What no code of a font may mean (ISO 19005-2, 6.2.11.7.2).
NO_CHARACTERS = frozenset("\0\ufeff\ufffe")

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
{properties}
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
{norms}</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""

_ARCHIVE = """<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance></rdf:Description>
"""
#: The second half tells an archive what the first half means, as PDF/A asks for (ISO 19005-2, 6.6.2.3).
_ACCESS = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:description>The part of ISO 14289 that is kept</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


class About(Struct, frozen=True):
    """What a document is: its texts checked, its date, and whether it keeps PDF/A-2u (``archive``) and PDF/UA-1."""

    title: str
    author: str
    subject: str
    description: str
    keywords: tuple[str, ...]
    language: str
    date: datetime
    archive: bool
    access: bool


def about(pages: Sequence[InkedPage]) -> About:
    """What a document of these pages is: what its first page says, and what all of them keep."""
    first = pages[0]
    description = checked_text(first.description, "description")
    subject = checked_text(first.subject, "subject")
    title = checked_text(first.title, "title")
    words = [word for page in pages for word in page.words]
    return About(
        title,
        checked_text(first.author, "author"),
        subject or description,
        description or subject,
        tuple(checked_text(word, "keyword") for word in first.keywords),
        first.language,
        date_of_build(),
        archive=not any(NO_CHARACTERS.intersection(word.text) for word in words),
        # Whoever listens to a document hears its title first.
        access=bool(title.strip()),
    )


def metadata(said: About, claims: bool = True) -> bytes:
    """The XMP packet (ISO 16684-1); without ``claims`` it names no norm."""
    alone = "<dc:{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></dc:{0}>"
    found = [alone.format("title", escaped(said.title))] if said.title else []
    if said.description:
        found.append(alone.format("description", escaped(said.description)))
    if said.author:
        found.append(f"<dc:creator><rdf:Seq><rdf:li>{escaped(said.author)}</rdf:li></rdf:Seq></dc:creator>")
    if said.keywords:
        each = "".join(f"<rdf:li>{escaped(word)}</rdf:li>" for word in said.keywords)
        found.append(f"<dc:subject><rdf:Bag>{each}</rdf:Bag></dc:subject>")
        found.append(f"<pdf:Keywords>{escaped(', '.join(said.keywords))}</pdf:Keywords>")
    found.append(f"<dc:language><rdf:Bag><rdf:li>{said.language}</rdf:li></rdf:Bag></dc:language>")
    norms = (_ARCHIVE if said.archive else "") + (_ACCESS if said.access else "") if claims else ""
    return _PACKET.format(
        properties="\n".join(found), date=said.date.strftime("%Y-%m-%dT%H:%M:%SZ"), producer=PRODUCER, norms=norms
    ).encode()


def without_claims(packet: bytes) -> bytes:
    """A packet of ``metadata`` for a document that was made from such a one and keeps no norm."""
    return packet.replace(_ARCHIVE.encode(), b"").replace(_ACCESS.encode(), b"")


def properties(said: About) -> Dictionary:
    """The document's properties as older readers look for them."""
    from pikepdf import Dictionary, String

    stamp = said.date.strftime("D:%Y%m%d%H%M%SZ")
    info = Dictionary(Producer=PRODUCER, Creator=PRODUCER, CreationDate=stamp, ModDate=stamp)
    for name, text in (
        ("/Title", said.title), ("/Author", said.author), ("/Subject", said.subject),
        ("/Keywords", ", ".join(said.keywords)),
    ):  # fmt: skip
        if text:
            info[name] = String(text)
    return info


def date_of_build() -> datetime:
    """The date of the file: told by the builder of reproducible packages, else always the same."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "946684800")
    try:
        return datetime.fromtimestamp(int(told), UTC)
    except (ValueError, OverflowError, OSError):
        raise SheetError(
            f'SOURCE_DATE_EPOCH is "{told}", which is no date.',
            mend="Write the seconds since 1970 as a whole number.",
        ) from None
