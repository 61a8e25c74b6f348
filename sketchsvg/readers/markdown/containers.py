"""Fences of colons: ``::: note``, ``::: box Title {icon=…}``, ``::: columns``, nested with as many colons or more."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from sketchsvg.errors import Source
from sketchsvg.readers.markdown.errors import MarkdownError

_OPEN = re.compile(r"(:{3,})\s*([^\s:].*)$")
_CLOSE = re.compile(r"(:{3,})\s*$")
_CODE = re.compile(r"(`{3,}|~{3,})")


def container_plugin(md: MarkdownIt) -> None:
    """Adds the fences; a token ``container_open`` has what stands behind the colons as its ``info``."""
    md.block.ruler.before(
        "fence", "container", _container, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


def _container(state: StateBlock, begin: int, end: int, silent: bool) -> bool:
    if state.is_code_block(begin):
        return False
    match = _OPEN.match(_line(state, begin))
    if match is None:
        return False
    if silent:
        return True
    last = _end(state, begin, end, len(match[1]))
    token = state.push("container_open", "div", 1)
    token.info = match[2].strip()
    token.map = [begin, last + 1]
    token.block = True
    outer, limit = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", last
    state.md.block.tokenize(state, begin + 1, last)
    state.push("container_close", "div", -1)
    state.parentType, state.lineMax = outer, limit
    state.line = last + 1
    return True


def _end(state: StateBlock, begin: int, end: int, colons: int) -> int:
    """The line that closes the container of line ``begin``; those inside it and code are passed over."""
    depth, code = [colons], ""
    for number in range(begin + 1, end):
        line = _line(state, number)
        fence = _CODE.match(line)
        if code:
            code = "" if fence and line.strip() == fence[1] and fence[1].startswith(code) else code
        elif fence:
            code = fence[1]
        elif opened := _OPEN.match(line):
            depth.append(len(opened[1]))
        elif closed := _CLOSE.match(line):
            # As many colons as the innermost one closes it; those of an outer one close all that stand open inside it.
            while depth and depth[-1] < len(closed[1]):
                depth.pop()
            if depth and depth[-1] == len(closed[1]):
                depth.pop()
            if not depth:
                return number
    where = Source(state.env["file"], begin + 1)
    name = _line(state, begin).lstrip(":").split()[0]
    raise MarkdownError(
        f"The container “{name}” is not closed.", where=where,
        mend=f"Write {':' * colons} on a line of its own under it.",
    )  # fmt: skip


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]
