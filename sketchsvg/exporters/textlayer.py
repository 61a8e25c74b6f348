"""The words of a page as invisible text, so that a PDF can be searched, selected, copied and read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import cos, isfinite, radians, sin
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

from msgspec import Struct

from sketchsvg.errors import SheetError
from sketchsvg.exporters.boxfont import ASCENT, DESCENT, EM, box_font
from sketchsvg.exporters.painting import checked_text
from sketchsvg.scene import Word

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf

POINTS_PER_MM = 72 / 25.4
#: The name of the font among the page's resources.
FONT = "/Words"
#: Entries of a ToUnicode map that may stand in one block (Adobe Technical Note 5411).
_BLOCK = 100
#: The least stretch in percent at which readers still see the spaces in a word.
NARROWEST = 70.0
#: What a character can measure: a space, a Latin letter, a Hangul syllable; a letter and a syllable with a space.
WIDTHS = (250, 550, 1000, 800, 1250)


class Run(Struct, frozen=True):
    """Words that are marked as one thing: ``mark`` is the operator that begins it (empty: none)."""

    words: tuple[Word, ...]
    mark: str = ""


def text_operators(runs: Iterable[Run], page_height: float, codes: Mapping[str, int]) -> bytes:
    """The content stream that sets checked words invisibly, each over its place on the page; lengths in mm."""
    lines = ["BT 3 Tr"]
    written = {character: f"{code:04x}" for character, code in codes.items()}
    size = 0.0
    for run in runs:
        if run.mark:
            lines.append(run.mark)
        for word, characters in set_words(run.words):
            em, stretch = _measures(word, characters)
            if em != size:
                size = em
                lines.append(f"{FONT} {size * POINTS_PER_MM:.4f} Tf")
            hexadecimal = "".join([written[character] for character in characters])
            x, y = word.x * POINTS_PER_MM, (page_height - word.y) * POINTS_PER_MM
            lines.append(f"{stretch:.2f} Tz {_turned(word.angle)} {x:.2f} {y:.2f} Tm <{hexadecimal}> Tj")
        if run.mark:
            lines.append("EMC")
    lines.append("ET")
    return "\n".join(lines).encode("ascii")


def set_words(words: Sequence[Word]) -> Iterator[tuple[Word, list[str]]]:
    """The words that are set, each with its characters, those of the space behind it included.

    A line of single characters alone, such as "한 줄", is a puzzle: poppler takes them for one word that is spaced out.
    There each is one character with its space.
    """
    line: list[tuple[Word, list[str]]] = []
    for word in words:
        if word.text:
            line.append((word, characters_of(word.text)))
        if word.end:
            yield from _with_spaces(line)
            line = []
    yield from _with_spaces(line)


def _with_spaces(line: Sequence[tuple[Word, list[str]]]) -> Iterator[tuple[Word, list[str]]]:
    puzzling = len(line) > 1 and all(len(characters) == 1 for _, characters in line)
    for word, characters in line:
        if word.space:
            characters = [characters[0] + " "] if puzzling and not word.end else [*characters, " "]
        yield word, characters


def _measures(word: Word, characters: Sequence[str]) -> tuple[float, float]:
    """The size of a word's type in mm, and how wide its characters are set, in percent; their last one may be a space.

    Readers tell spaces by their width in em: a source with spaces, such as a formula's, is rather set smaller than too
    narrow.
    """
    if word.width <= 0:
        return word.size, 100.0
    natural = sum(map(advance, characters)) - 250 * word.space
    stretch = 100 * EM * word.width / (natural * word.size)
    if stretch < NARROWEST and " " in word.text.strip():
        return word.size * stretch / NARROWEST, NARROWEST
    return word.size, stretch


def _turned(angle: float) -> str:
    """The first four numbers of a matrix that turns clockwise."""
    if not angle:
        return "1 0 0 1"
    c, s = cos(radians(angle)), sin(radians(angle))
    return f"{c:.6f} {-s:.6f} {s:.6f} {c:.6f}"


def codes_of(runs: Iterable[Run]) -> dict[str, int]:
    """A code for each character that is set, 1 and up in the order of Unicode; the space always has one."""
    characters = {" "}.union(*(characters for run in runs for _, characters in set_words(run.words)))
    return {character: code for code, character in enumerate(sorted(characters), start=1)}


def characters_of(text: str) -> list[str]:
    """The characters of a text, each with the marks that stand on it, since they are selected together."""
    if text.isascii():
        return list(text)
    characters: list[str] = []
    for character in text:
        # Most are syllables or letters.
        plain = "가" <= character <= "힣" or character < "\u00ad"
        if characters and not plain and category(character) in ("Mn", "Me", "Cf"):
            characters[-1] += character
        else:
            characters.append(character)
    return characters


@lru_cache(maxsize=4096)
def advance(character: str) -> int:
    """How wide a character is thought to be, in thousandths of the em: one of ``WIDTHS``."""
    if character == " ":
        return 250
    wide = 1000 if east_asian_width(character[0]) in "WF" else 550
    return wide + 250 if character.endswith(" ") else wide


def add_font(pdf: Pdf, codes: Mapping[str, int]) -> Dictionary:
    """The font of ``text_operators`` as an object of ``pdf``: two-byte codes, boxes for glyphs."""
    from pikepdf import Array, Dictionary, Name

    font = box_font(WIDTHS)
    glyphs = b"".join((WIDTHS.index(advance(character)) + 1).to_bytes(2, "big") for character in codes)
    descriptor = pdf.make_indirect(Dictionary(
        Type=Name.FontDescriptor, FontName=Name.SketchWords, Flags=4, FontBBox=[0, DESCENT, EM, ASCENT],
        ItalicAngle=0, Ascent=ASCENT, Descent=DESCENT, CapHeight=ASCENT, StemV=80,
        FontFile2=pdf.make_stream(font, Length1=len(font)),
    ))
    descendant = pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.SketchWords, FontDescriptor=descriptor,
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0), DW=EM,
        W=Array([1, [advance(character) for character in codes]]),
        CIDToGIDMap=pdf.make_stream(b"\0\0" + glyphs),
    ))
    return pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.SketchWords, Encoding=Name("/Identity-H"),
        DescendantFonts=Array([descendant]), ToUnicode=pdf.make_stream(unicode_map(codes)),
    ))


def unicode_map(codes: Mapping[str, int]) -> bytes:
    """The ToUnicode map (ISO 32000-1, 9.10.3): which character each code means."""
    entries = [f"<{code:04x}> <{character.encode('utf-16-be').hex()}>" for character, code in codes.items()]
    blocks = [entries[start:start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    return "\n".join([
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <ffff> endcodespacerange",
        *("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks),
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    ]).encode("ascii")


def check_words(words: Iterable[Word]) -> None:
    """Raises ``SheetError`` for a word that no text can hold or that stands nowhere."""
    for word in words:
        checked_text(word.text, "text")
        if not isfinite(word.x + word.y + word.width + word.size + word.angle) or word.size <= 0:
            raise SheetError(f'The word "{word.text}" has no place or no size: {word}.')
