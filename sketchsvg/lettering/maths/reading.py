"""The source of a formula looked at before it is set: what is unknown or unbalanced is named with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sketchsvg.lettering.maths.formula import MathsError
from sketchsvg.names import nearest

#: Longer formulas, and deeper ones, are refused: setting takes time that grows with both.
LONGEST, DEEPEST = 2000, 30

_COMMAND = re.compile(r"\\(?:[A-Za-z]+\*?|.)", re.DOTALL)
_ENVIRONMENT = re.compile(r"\\(?:begin|end)\s*\{([^{}]*)\}")
_DOUBLED = re.compile(r"(?<!\\)[\^_]\s*[\^_]")
#: What a formula must not do: make commands of its own (they may call themselves without end), or link elsewhere;
#: and what would be lost in silence.
REFUSED = {
    **dict.fromkeys(
        ("\\def", "\\newcommand", "\\newenvironment", "\\renewcommand", "\\DeclareMathOperator", "\\href"),
        "Write out what it stands for.",
    ),
    **dict.fromkeys(("\\color", "\\textcolor"), "Give the whole formula a hue: [$x$]{.rose}."),
    "\\hline": "Leave the line out; \\frac and \\underline draw lines.",
}

_RULED = re.compile(r"\\begin\s*\{array\}\s*\{[^{}|]*\|")

#: What latex2mathml calls its errors, and what they mean to an author.
_MEANINGS = {
    "NumeratorNotFoundError": ("a fraction has nothing above its bar", "Write \\frac{above}{below}."),
    "DenominatorNotFoundError": ("a fraction has nothing below its bar", "Write \\frac{above}{below}."),
    "ExtraLeftOrMissingRightError": ("a \\left has no \\right", "Close it, with \\right. for no bracket."),
    "MissingSuperScriptOrSubscriptError": ("an index is missing after ^ or _", "Write x^2 or x_{ij}."),
    "DoubleSubscriptsError": ("two indices stand at one place", "Put braces around them: x_{a_b}."),
    "DoubleSuperscriptsError": ("two powers stand at one place", "Put braces around them: x^{a^b}."),
    "NoAvailableTokensError": ("something is missing at its end", "Give each command what it needs in braces."),
    "MissingEndError": ("a \\begin has no \\end", "Close it with \\end{…}."),
}


def checked(source: str) -> None:
    """Raises ``MathsError`` for an empty, too long or unbalanced formula, and for what LaTeX is not known here."""
    if not source.strip():
        raise MathsError("A formula is empty.", "Write something between the dollars, or \\$ for a dollar.")
    if len(source) > LONGEST:
        raise MathsError(f"A formula of {len(source)} characters is too long; {LONGEST} are the most.", "Divide it.")
    _check_braces(source)
    doubled = _DOUBLED.search(source)
    if doubled:
        raise _error(source, doubled.start(), f"{doubled[0]} says nothing", "Put what is raised or lowered in braces.")
    ruled = _RULED.search(source)
    if ruled:
        mend = "Take | away; a matrix has brackets."
        raise _error(source, ruled.end() - 1, "lines between columns are not drawn", mend)
    for place, command in _commands(source):
        if command in REFUSED:
            raise _error(source, place, f"{command} cannot be used in a formula", REFUSED[command])
        if command not in _known():
            # Most slips of the pen leave the first letter as it was.
            alike = [one for one in _known() if one[1:2] == command[1:2]]
            guess = nearest(command, alike) or nearest(command, _known())
            raise _error(source, place, f"{command} is not known", f'Did you mean "{guess}"?' if guess else None)
    for match in _ENVIRONMENT.finditer(source):
        if "\\" + match[1] not in _known():
            guess = nearest(match[1], _environments())
            mend = f'Did you mean "{guess}"?' if guess else "There are matrix, bmatrix, cases, aligned and others."
            raise _error(source, match.start(1), f"there is no {{{match[1]}}}", mend)


def explained(source: str, error: Exception) -> MathsError:
    """The error of an author's formula for what the parser raised."""
    what, mend = _MEANINGS.get(type(error).__name__, ("it cannot be read", "Simplify it until it is drawn."))
    return MathsError(f"In the formula ${_short(source)}$ {what}.", mend)


def _check_braces(source: str) -> None:
    opened: list[int] = []
    escaped = False
    for place, char in enumerate(source):
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == "{":
            opened.append(place)
            if len(opened) > DEEPEST:
                raise _error(source, place, "braces stand too deep in each other", "Write it flatter.")
        elif char == "}":
            if not opened:
                raise _error(source, place, "} closes nothing", "Take it away, or open it with { before.")
            opened.pop()
    if opened:
        raise _error(source, opened[-1], "{ is not closed", "Close it with }.")
    if escaped:
        raise _error(source, len(source) - 1, "\\ stands at the end", "Take it away.")


def _commands(source: str) -> Iterator[tuple[int, str]]:
    for match in _COMMAND.finditer(source):
        command = match[0]
        # A star belongs to a command only where the command has a starred form.
        yield match.start(), command if command in _known() else command.rstrip("*") if command != "\\*" else command


def _error(source: str, place: int, what: str, mend: str | None) -> MathsError:
    error = MathsError(f"In the formula ${_short(source)}$ {what} (at place {place + 1}).", mend, place)
    # An author may have broken the formula into lines, but not inside a word of it.
    error.said = source[source.rfind(" ", 0, place) + 1 :].split(" ")[0]
    return error


def _short(source: str) -> str:
    return source if len(source) <= 48 else source[:47] + "…"


@cache
def _known() -> frozenset[str]:
    """Every command that latex2mathml reads."""
    from latex2mathml import commands
    from latex2mathml.symbols_parser import SYMBOLS

    found = {name for name in SYMBOLS if name.startswith("\\")}
    for value in vars(commands).values():
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, tuple | list | set | frozenset | dict):
            found.update(item for item in value if isinstance(item, str))
    found |= {"\\" + sign for sign in ",;:! \\{}|#%&$_"} | {"\\begin", "\\end", "\\aligned", "\\binom"}
    return frozenset(name for name in found if name.startswith("\\"))


@cache
def _environments() -> frozenset[str]:
    from latex2mathml import commands

    return frozenset({name.lstrip("\\") for name in commands.MATRICES} | {"aligned"})


__all__ = ["checked", "explained"]
