"""Edges: from the strokes between two nodes to kind, heads, stroke, length, id and label."""

from __future__ import annotations

import re

from msgspec import Struct

from sketchsvg.readers.mermaid.brackets import BAR, quoted, read_label, unwrapped
from sketchsvg.readers.mermaid.errors import MermaidError
from sketchsvg.readers.mermaid.labels import EMPTY, Label, label
from sketchsvg.readers.mermaid.scanner import Scanner
from sketchsvg.readers.mermaid.values import Head, Stroke

# mermaid cuts longer edges to this.
LONGEST = 10
MAX_ID = 200

WHOLE = re.compile(r"[xo<]?(?:--+[-xo>]|==+[=xo>]|-?\.+-[xo>]?)|~~~+")
BEGUN = re.compile(r"[xo<]?(?:--|==|-\.)")
ID = re.compile(r"([^\s\"@\[\](){}|;]{1,200})@(?=\s*(?:[xo<]?(?:--|==|-?\.+-|-\.)|~~~))")
# The end of an edge whose label stands inside it, for each stroke; its own head only behind a blank or a quote.
ENDS = {
    "--": re.compile(r"(?:(?<=[\s\"])[xo<])?--+[-xo>]"),
    "==": re.compile(r"(?:(?<=[\s\"])[xo<])?==+[=xo>]"),
    "-.": re.compile(r"(?:(?<=[\s\"])[xo<])?(?:-|(?<![.-]))\.+-[xo>]?"),
}
STUMPS = {"--": re.compile(r"(?<=\s)--(?=\s)"), "==": re.compile(r"(?<=\s)==(?=\s)"), "-.": re.compile(r"(?!)")}
# Arrows of other languages and of word processors, and what is meant by them.
FOREIGN = re.compile(r"<->|\.{2,8}>|<?[—–−]+>|[—–−]+|->>?|=>|[→⟶➔➜⇢]|[⇒⟹]|[↔⟷]")
MORE_HEADS = re.compile(r">+")
HEADS: dict[str, Head] = {"x": "cross", "o": "circle", "<": "point", ">": "point"}


class Stem(Struct, frozen=True):
    """What an edge looks like, and what is written at it. ``id`` is empty where the author gave none."""

    kind: str
    tail: Head
    head: Head
    stroke: Stroke
    length: int
    label: Label = EMPTY
    id: str = ""
    at: int = 0


def read_edge(scan: Scanner) -> Stem | None:
    """The edge that begins at the position, behind blanks and line ends; None, and no step, where none does."""
    start = scan.pos
    scan.skip_space()
    next_line = "\n" in scan.text[start : scan.pos]
    at = scan.pos
    named = scan.take(ID)
    scan.skip_space()
    opening = scan.sees(WHOLE) or scan.sees(BEGUN)
    if opening is None and named is None and not next_line:
        return _foreign(scan, start)
    if opening is None or (next_line and not named and opening.group()[0] in "xo."):
        scan.pos = start
        return None
    stem = _edge(scan, named.group(1) if named else "", at)
    scan.skip_space()
    return stem


def described(end: str, begin: str | None = None) -> tuple[str, Head, Head, Stroke, int]:
    """Kind, tail, head, stroke and length of an edge.

    ``end`` is its last (or only) stroke, ``begin`` the one before a label inside it. The kind is "INVALID", as in
    mermaid, where the two do not fit together.
    """
    tail_mark = (begin or end)[0]
    tail: Head = HEADS.get(tail_mark, "open")
    head: Head = HEADS.get(end[-1], "open")
    shaft = end[1:] if end[0] in "xo<" else end
    shaft = shaft[:-1]
    dots = shaft.count(".")
    stroke = _stroke(shaft)
    length = dots if dots else len(shaft) - 1
    kind = f"arrow_{head}"
    if tail != "open" and tail == head:
        kind = "double_" + kind
    if begin is not None and (_stroke(begin) != stroke or (tail not in ("open", head))):
        kind = "INVALID"
    return kind, tail, head, stroke, min(length, LONGEST)


def _stroke(shaft: str) -> Stroke:
    if "." in shaft:
        return "dotted"
    if "=" in shaft:
        return "thick"
    return "invisible" if "~" in shaft else "normal"


def _edge(scan: Scanner, name: str, at: int) -> Stem:
    whole = scan.take(WHOLE)
    if whole is None:
        return _with_label_inside(scan, name, at)
    if more := scan.take(MORE_HEADS):
        scan.repaired("One arrow head is enough.", at=more.start(), fix=f"Write {whole.group()}")
    stem = Stem(*described(whole.group()), label=EMPTY, id=name, at=at)
    return _with_bar(scan, stem)


def _with_bar(scan: Scanner, stem: Stem) -> Stem:
    """The stem with the label between bars that may follow it."""
    scan.skip_space()
    bar = scan.pos
    if not scan.take_text("|"):
        return stem
    if scan.take_text("|"):
        return stem
    _, read = read_label(scan, BAR, "", bar)
    if scan.take_text(">"):
        scan.repaired(
            'The ">" behind a label is no part of an edge.', at=scan.pos - 1,
            fix=f"Write {scan.text[bar : scan.pos - 1]}",
        )
    return Stem(stem.kind, stem.tail, stem.head, stem.stroke, stem.length, read, stem.id, stem.at)


def _with_label_inside(scan: Scanner, name: str, at: int) -> Stem:
    """``-- label -->``: an edge begun, its label, and its end."""
    begun = scan.take(BEGUN)
    assert begun is not None
    scan.skip_space()
    key = begun.group()[-2:]
    text_start = scan.pos
    read = quoted(scan)
    if read is not None:
        scan.skip_space()
        ending = scan.take(ENDS[key])
        if ending is not None:
            return Stem(*described(ending.group(), begun.group()), label=read, id=name, at=at)
        scan.pos = text_start
    ending = ENDS[key].search(scan.text, text_start, scan.line_end())
    if ending is not None:
        scan.pos = ending.end()
        read = label(unwrapped(scan.text[text_start : ending.start()]))
        return _with_bar(scan, Stem(*described(ending.group(), begun.group()), label=read, id=name, at=at))
    stump = STUMPS[key].search(scan.text, text_start, scan.line_end())
    if stump is None:
        raise _endless(scan, begun)
    end = key + key[0]
    scan.repaired("The end of an edge needs a stroke more.", at=stump.start(), fix=f"Write {end}")
    scan.pos = stump.end()
    read = label(unwrapped(scan.text[text_start : stump.start()]))
    return Stem(*described(end, begun.group()), label=read, id=name, at=at)


def _endless(scan: Scanner, begun: re.Match[str]) -> MermaidError:
    """The error for an edge that begins and does not end."""
    stroke = begun.group()
    arrow = {"--": "-->", "==": "==>", "-.": "-.->"}[stroke[-2:]]
    mend = f"Write A {arrow} B, or A {arrow}|label| B with a label."
    if stroke.startswith("<"):
        mend = f"An arrow that only points back is written the other way round: B {arrow} A"
    return scan.error(f'The edge "{stroke}" does not end on this line.', at=begun.start(), mend=mend)


def _foreign(scan: Scanner, start: int) -> Stem | None:
    """An arrow from elsewhere, read as the one it means."""
    at = scan.pos
    found = scan.take(FOREIGN)
    if found is None:
        scan.pos = start
        return None
    written = found.group()
    meant = _meaning(written)
    scan.repaired(f'"{written}" is no arrow of a flowchart.', at=at, fix=f"Write {meant}")
    stem = _with_bar(scan, Stem(*described(meant), label=EMPTY, id="", at=at))
    scan.skip_space()
    return stem


def _meaning(arrow: str) -> str:
    if arrow[0] in "<↔⟷":
        return "<-->"
    if arrow[0] == ".":
        return "-.->"
    if arrow[0] in "=⇒⟹":
        return "==>"
    return "---" if arrow[-1] in "—–−" else "-->"
