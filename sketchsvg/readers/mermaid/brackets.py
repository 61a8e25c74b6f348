"""Labels between brackets, quotes and bars: read strictly, and mended where that is clear."""

from __future__ import annotations

import re

from msgspec import Struct

from sketchsvg.readers.mermaid.labels import Label, label
from sketchsvg.readers.mermaid.scanner import Scanner


class Bracket(Struct, frozen=True):
    """One pair of brackets: how it opens, how it can close, and the shape each close makes."""

    opening: str
    closings: tuple[tuple[str, str], ...]
    plain: re.Pattern[str]


# How far a label that needs mending is searched for its end.
LONGEST = 1000

PLAIN = re.compile(r'[^\[\](){}|"]+')
PLAIN_IN_ELLIPSE = re.compile(r'(?:[^\[\](){}|"-]|-(?!\)))+')
# A slash before the closing bracket belongs to the bracket.
PLAIN_IN_SLANTS = re.compile(r'(?:[^\[\](){}|"/\\]|[/\\](?!\]))+')

# Longest first: the first that closes is the one that was meant.
BRACKETS: tuple[Bracket, ...] = (
    Bracket("(((", ((")))", "doublecircle"),), PLAIN),
    Bracket("((", (("))", "circle"),), PLAIN),
    Bracket("([", (("])", "stadium"),), PLAIN),
    Bracket("(-", (("-)", "ellipse"),), PLAIN_IN_ELLIPSE),
    Bracket("(", ((")", "round"),), PLAIN),
    Bracket("[[", (("]]", "subroutine"),), PLAIN),
    Bracket("[(", ((")]", "cylinder"),), PLAIN),
    Bracket("[/", (("/]", "lean_right"), ("\\]", "trapezoid")), PLAIN_IN_SLANTS),
    Bracket("[\\", (("\\]", "lean_left"), ("/]", "inv_trapezoid")), PLAIN_IN_SLANTS),
    Bracket("[", (("]", "square"),), PLAIN),
    Bracket("{{", (("}}", "hexagon"),), PLAIN),
    Bracket("{", (("}", "diamond"),), PLAIN),
    Bracket(">", (("]", "odd"),), PLAIN),
)
BAR = Bracket("|", (("|", "bar"),), PLAIN)
TITLE = Bracket("[", (("]", "title"),), PLAIN)
ROUND_TITLE = Bracket("(", ((")", "title"),), PLAIN)

PROPERTIES = re.compile(r"\[\|([\w-]+):([\w-]+)\|")
# What may stand behind a label, so that a closing bracket inside it is told from the one that ends it.
FOLLOWS = re.compile(
    r"[^\S\n]*(?:$|[\n;&]|:::|@\{|%%|[xo<]?(?:--|==|-\.|~~~|->|=>)|[—–→⟶⇒]|[^\s\"@]{1,60}@(?:[xo<]?(?:--|==|-\.)))"
)
# A pair of brackets around nothing that belongs to no word: as likely a shape begun as a piece of text.
EMPTY_PAIR = re.compile(r"(?<![\w\])}])(?:\(\)|\[\]|\{\})")
ARROW = re.compile(r"--[->xo]|==[=>]|-\.+-")
SMART_QUOTED = re.compile(r"\s*[“”„‟＂]([^“”„‟＂]*)[“”„‟＂]\s*")


def read_bracket(scan: Scanner, owner: str) -> tuple[str, Label, dict[str, str]] | None:
    """The shape, label and border properties that stand at the position behind the id ``owner``; None without any."""
    start = scan.pos
    if properties := scan.take(PROPERTIES):
        _, read = read_label(scan, TITLE, owner, start)
        return "rect", read, {properties.group(1): properties.group(2)}
    candidates = [bracket for bracket in BRACKETS if scan.text.startswith(bracket.opening, start)]
    for bracket in candidates:
        if found := _strict(scan, bracket, start):
            if bracket is not candidates[0]:
                _note_quotes(scan, bracket, owner, start)
            return (*found, {})
    for bracket in candidates:
        if found := _mended(scan, bracket, owner, start):
            return (*found, {})
    if not candidates:
        return None
    raise _unclosed(scan, candidates[-1], owner, start)


def read_label(scan: Scanner, bracket: Bracket, owner: str, start: int) -> tuple[str, Label]:
    """The shape and label up to the bracket's close; the position stands behind its opening."""
    inside = scan.pos
    found = _inside(scan, bracket)
    if found is None:
        scan.pos = inside
        found = _mended_inside(scan, bracket, owner, start)
    if found is None:
        scan.pos = inside
        raise _unclosed(scan, bracket, owner, start)
    return found


def quoted(scan: Scanner) -> Label | None:
    """The quoted text that begins at the position, ``"…"`` or ``"`…`"``; None where none begins or it does not end."""
    start = scan.pos
    if not scan.take_text('"'):
        return None
    markdown = scan.take_text("`")
    end = scan.text.find('`"' if markdown else '"', scan.pos)
    if end < 0:
        scan.pos = start
        return None
    raw = scan.text[scan.pos : end]
    scan.pos = end + (2 if markdown else 1)
    return label(raw, "markdown" if markdown else "string")


def unwrapped(raw: str) -> str:
    """The words between quotes, straight or curly, that stand around all of them; other words as they are."""
    inner = raw.strip()
    if smart := SMART_QUOTED.fullmatch(inner):
        return smart.group(1).strip()
    if len(inner) > 1 and inner[0] == inner[-1] == '"':
        return inner[1:-1].strip()
    if inner.count('"') == 1:
        # A quote that was forgotten at one end.
        return inner.removeprefix('"').removesuffix('"').strip()
    return inner


def _strict(scan: Scanner, bracket: Bracket, start: int) -> tuple[str, Label] | None:
    scan.pos = start + len(bracket.opening)
    found = _inside(scan, bracket)
    if found is None:
        scan.pos = start
    return found


def _inside(scan: Scanner, bracket: Bracket) -> tuple[str, Label] | None:
    """The label as mermaid's grammar has it: quoted, or free of brackets and quotes."""
    begin = scan.pos
    smart = None
    scan.skip_space()
    read = quoted(scan)
    if read is not None:
        scan.skip_space()
    else:
        scan.pos = begin
        plain = scan.take(bracket.plain)
        raw = plain.group() if plain else ""
        if not raw:
            return None
        smart = SMART_QUOTED.fullmatch(raw)
        read = label(smart.group(1), "string") if smart else label(raw)
    for closing, shape in bracket.closings:
        if scan.take_text(closing):
            if smart is not None:
                what = "A label between curly quotes is read as between straight ones."
                scan.repaired(what, at=begin, fix=f'Write "{smart.group(1)}"')
            return shape, read
    return None


def _mended(scan: Scanner, bracket: Bracket, owner: str, start: int) -> tuple[str, Label] | None:
    scan.pos = start + len(bracket.opening)
    found = _mended_inside(scan, bracket, owner, start)
    if found is None:
        scan.pos = start
    return found


def _mended_inside(scan: Scanner, bracket: Bracket, owner: str, start: int) -> tuple[str, Label] | None:
    """The label with brackets or quotes inside, where the line shows which bracket ends it."""
    begin = scan.pos
    end = min(scan.line_end(), begin + LONGEST)
    best: tuple[int, str, str] | None = None
    for closing, shape in bracket.closings:
        at = _closing(scan, bracket, closing, begin, end)
        if at is not None and (best is None or at < best[0]):
            best = (at, closing, shape)
    if best is None:
        return None
    at, closing, shape = best
    raw = unwrapped(scan.text[begin:at])
    if not raw or '"' in raw or EMPTY_PAIR.search(raw):
        return None
    fix = f'Write {owner}{bracket.opening}"{raw}"{closing}'
    whole = "\"" not in scan.text[begin:at] or scan.text[begin:at].count("\"") > 1
    what = "A label with brackets or bars inside needs quotes." if whole else "A label in quotes needs both of them."
    scan.repaired(what, at=start, fix=fix)
    scan.pos = at + len(closing)
    return shape, label(raw, "string")


def _closing(scan: Scanner, bracket: Bracket, closing: str, begin: int, end: int) -> int | None:
    """Where the label ends on this line.

    That is the first close with balanced brackets before it and a statement's continuation behind it, else the first
    with such a continuation.
    """
    first = None
    at = scan.text.find(closing, begin, end)
    depth, counted = 0, begin
    while at >= 0:
        between = scan.text[counted:at]
        depth += sum(between.count(mark) for mark in "([{") - sum(between.count(mark) for mark in ")]}")
        counted = at
        if bracket is BAR or FOLLOWS.match(scan.text, at + len(closing)):
            if depth == 0:
                return at
            first = at if first is None and not ARROW.search(scan.text, begin, at) else first
        at = scan.text.find(closing, at + 1, end)
    return first


def _note_quotes(scan: Scanner, bracket: Bracket, owner: str, start: int) -> None:
    """The label began like a longer bracket (``[/path]``), which mermaid would refuse."""
    written = scan.text[start : scan.pos]
    raw = written[len(bracket.opening) : -1].strip()
    fix = f'Write {owner}{bracket.opening}"{raw}"{written[-1]}'
    scan.repaired("A label that begins like another shape needs quotes.", at=start, fix=fix)


def _unclosed(scan: Scanner, bracket: Bracket, owner: str, start: int) -> Exception:
    begin = start + len(bracket.opening)
    closing = bracket.closings[0][0]
    at = _closing(scan, bracket, closing, begin, min(scan.line_end(begin), begin + LONGEST))
    if at is None:
        what = f'The label behind "{bracket.opening}" does not end with "{closing}" on its line.'
        example = scan.text[begin : scan.line_end(begin)].replace('"', "").strip()[:40] or "…"
        return scan.error(what, at=start, mend=f'Write {owner}{bracket.opening}"{example}"{closing}')
    raw = unwrapped(scan.text[begin:at])
    what = "A label with quotes inside" if '"' in raw else "A label with empty brackets inside"
    escaped = raw.replace('\\"', "#quot;").replace('"', "#quot;")
    mend = f'Write {owner}{bracket.opening}"{escaped}"{closing}'
    return scan.error(f"{what} cannot be read without quotes around it.", at=start, mend=mend)
