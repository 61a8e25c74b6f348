"""Mind maps: one node a line, hung on the last line that stands further left."""

from __future__ import annotations

import re

from msgspec import Struct, field

from sketchsvg.readers.mermaid.brackets import quoted, unwrapped
from sketchsvg.readers.mermaid.labels import Label, label
from sketchsvg.readers.mermaid.preamble import Preamble
from sketchsvg.readers.mermaid.scanner import Scanner
from sketchsvg.readers.mermaid.values import Mindmap, MindmapNode, MindmapShape

MAX_LEVELS = 100
MAX_NODES = 2000

# Opening: closing and shape; longer openings first.
SHAPES: tuple[tuple[str, str, MindmapShape], ...] = (
    ("((", "))", "circle"),
    ("{{", "}}", "hexagon"),
    ("))", "((", "bang"),
    ("(-", "-)", "default"),
    ("-)", "(-", "default"),
    ("(", ")", "rounded"),
    ("[", "]", "square"),
    (")", "(", "cloud"),
)
INDENT = re.compile(r"[^\S\n]*")
BLANK_LINES = re.compile(r"(?:[^\S\n]*\n)*")
ICON = re.compile(r"::icon\(([^)\n]*)\)")
CLASS = re.compile(r":::[^\S\n]*([^\n]*)")
ID = re.compile(r"[^(\[\n){}]+")
PLAIN = re.compile(r"[^)\](}\"]{1,1000}")
# An id that begins with a capital and holds more than a letter is likely to be meant as a word.
WORD = re.compile(r"[A-Z][A-Za-z]+")
REST = re.compile(r"[^\S\n]*(?:%%[^\n]*)?(?=\n|$)")
LINE = re.compile(r"[^\n]*")


class Draft(Struct):
    """A node while its children are still being read."""

    id: str
    label: Label
    shape: MindmapShape
    at: int
    icon: str | None = None
    css_class: str | None = None
    children: list[Draft] = field(default_factory=list)


def read_mindmap(scan: Scanner, preamble: Preamble) -> Mindmap:
    """The mind map behind its keyword."""
    drafts: list[Draft] = []
    path: list[tuple[int, Draft]] = []
    while True:
        scan.take(BLANK_LINES)
        indent = scan.take(INDENT)
        if scan.ended:
            break
        if scan.take_text("\n"):
            continue
        if not _decorate(scan, drafts):
            draft = _read_node(scan)
            _hang(scan, path, draft, len(indent.group()) if indent else 0)
            drafts.append(draft)
            if len(drafts) > MAX_NODES:
                raise scan.limit(f"A mind map can have {MAX_NODES} nodes, and this one has more.", at=draft.at)
    if not drafts:
        raise scan.missing("the root of the mind map", mend="Write its words on the next line, such as root((Topic))")
    return Mindmap(_finished(scan, drafts), preamble.title, preamble.settings, tuple(scan.notes))


def _decorate(scan: Scanner, drafts: list[Draft]) -> bool:
    """``::icon(…)`` and ``:::class`` belong to the node above."""
    at = scan.pos
    found = scan.sees(ICON) or scan.sees(CLASS)
    if found is None:
        return False
    scan.pos = found.end()
    if not drafts:
        scan.note("There is no node above that this could belong to.", at=at)
    elif found.re is ICON:
        drafts[-1].icon = found.group(1).strip()
    else:
        drafts[-1].css_class = found.group(1).strip()
    if scan.take(REST) is None:
        raise scan.missing("the end of the line", mend="Write ::icon(…) and :::class on lines of their own.")
    return True


def _hang(scan: Scanner, path: list[tuple[int, Draft]], draft: Draft, indent: int) -> None:
    """Hangs a node on the last one above it that is indented less."""
    rooted = bool(path)
    while path and path[-1][0] >= indent:
        path.pop()
    if path:
        path[-1][1].children.append(draft)
    elif rooted:
        raise scan.error(
            f'A mind map has one root, and "{draft.label.text}" is a second one.', at=draft.at,
            mend="Indent it further than the root, or put a root above both.",
        )
    if len(path) >= MAX_LEVELS:
        raise scan.limit(f"A mind map can have {MAX_LEVELS} levels, and this is one more.", at=draft.at)
    path.append((indent, draft))


def _read_node(scan: Scanner) -> Draft:
    """The node at the position: words, or an id with brackets around its words, or brackets alone."""
    at = scan.pos
    words = None if scan.text.startswith("-)", at) else scan.take(ID)
    name = words.group() if words else ""
    if scan.ended or scan.text[scan.pos] == "\n":
        words_alone = label(name)
        return Draft(words_alone.html, words_alone, "default", at)
    if not _is_loose(scan, name) or scan.text.startswith(("((", "{{", "))"), scan.pos):
        for opening, closing, shape in SHAPES:
            if scan.text.startswith(opening, scan.pos) and (read := _inside(scan, opening, closing)) is not None:
                return _shaped(scan, name, read, shape, at)
    return _plain_line(scan, name, at)


def _is_loose(scan: Scanner, name: str) -> bool:
    """Whether the words before a bracket are no id: a space stands between, or "추론(Reasoning)" is all words."""
    spaced = name.strip() != "" and name != name.rstrip()
    return spaced or (not name.isascii() and scan.text.startswith("(", scan.pos))


def _shaped(scan: Scanner, name: str, read: Label, shape: MindmapShape, at: int) -> Draft:
    if shape == "rounded" and WORD.fullmatch(name) and name.lower() not in read.text.lower():
        scan.note(
            f'"{name}" is an id here, and only the words in brackets are drawn.', at=at,
            fix=f'Write ["{name}({read.text})"] to draw both',
        )
    return Draft(label(name).html if name.strip() else read.html, read, shape, at)


def _inside(scan: Scanner, opening: str, closing: str) -> Label | None:
    """The label between brackets, if they close and the line ends behind them."""
    start = scan.pos
    scan.pos += len(opening)
    begin = scan.pos
    scan.skip_space()
    read = quoted(scan)
    if read is not None:
        scan.skip_space()
    else:
        scan.pos = begin
        plain = scan.take(PLAIN)
        read = None if plain is None else label(plain.group())
    if read is not None and scan.take_text(closing) and scan.take(REST):
        return read
    scan.pos = begin
    read = _mended(scan, opening, closing, start)
    if read is None:
        scan.pos = start
    return read


def _mended(scan: Scanner, opening: str, closing: str, start: int) -> Label | None:
    """Brackets or quotes inside the label: it ends where the line ends with the close."""
    line = scan.text[scan.pos : scan.line_end()].rstrip()
    if not line.endswith(closing) or len(line) <= len(closing):
        return None
    raw = unwrapped(line[: -len(closing)])
    inner = raw.replace('"', "#quot;")
    scan.repaired(
        "A label with brackets or quotes inside needs quotes.", at=start, fix=f'Write {opening}"{inner}"{closing}'
    )
    scan.pos = scan.line_end()
    return label(raw, "string")


def _plain_line(scan: Scanner, name: str, at: int) -> Draft:
    """A line with brackets that are no shape: all of it is words."""
    rest = scan.take(LINE)
    raw = (name + (rest.group() if rest else "")).strip()
    read = label(raw)
    scan.repaired(
        "Brackets in the words of a mind map need quotes.", at=at, fix=f'Write ["{raw.replace(chr(34), "#quot;")}"]'
    )
    return Draft(read.html, read, "default", at)


def _finished(scan: Scanner, drafts: list[Draft]) -> MindmapNode:
    """The tree as values, built from the last node backwards so that depth costs no stack."""
    done: dict[int, MindmapNode] = {}
    for draft in reversed(drafts):
        done[id(draft)] = MindmapNode(
            id=draft.id,
            label=draft.label.html,
            text=draft.label.text,
            label_type=draft.label.kind,
            shape=draft.shape,
            icon=draft.icon,
            css_class=draft.css_class,
            icons=draft.label.icons,
            children=tuple(done[id(child)] for child in draft.children),
            position=scan.source.position(draft.at),
        )
    return done[id(drafts[0])]
