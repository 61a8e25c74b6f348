"""The words and icons of mermaid's labels as inline markup and as icons that a pen draws."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable

from sketchsvg.errors import NameUnknownError, SheetError, Source
from sketchsvg.icons.find import icon as find_icon
from sketchsvg.icons.find import icon_names
from sketchsvg.icons.fontawesome import icon_for_fontawesome, nearest_codes

#: What has a meaning in inline markup and none in mermaid.
SIGNS = re.compile(r"([\\`*=~\[\]{}:_$])")
#: The same in markdown strings, whose asterisks mean what they mean here.
PLAIN_SIGNS = re.compile(r"([\\`=~\[\]{}:$])")
#: What stands between two pairs of dollars.
FORMULA = re.compile(r"\$\$(.+?)\$\$", re.DOTALL)
#: Brackets in words, and what cannot stand in an address here.
BRACKET, UNSAFE = re.compile(r"(\\[\[\]])"), re.compile(r"[\s()]")
#: Packs of icons, and words that other packs put behind a name for the same thing in another dress.
PACK = re.compile(r"^(?:mdi|material|bi|ti|tabler|lucide|heroicons|ph|ri|carbon)[:\s]+(?:mdi-)?")
DRESS = re.compile(r"-(?:outline|outlined|line|fill|filled|solid|bold|alt|o|square|variant|rounded|sharp|\d)$")


def marked_up(
    text: str, kind: str, where: Source, *, bold: bool = False, italic: bool = False, link: str = ""
) -> str:
    """A label as inline markup, line by line: signs stand for themselves, the emphasis of markdown strings stays.

    ``link`` is the address that all of its words lead to. Formulas between ``$$`` are formulas, where they can be set.
    """
    signs = PLAIN_SIGNS if kind == "markdown" else SIGNS
    if "$$" in text:
        return _with_formulas(text, signs, where)
    lines = []
    for line in text.replace("\t", " ").strip().split("\n"):
        said = signs.sub(r"\\\1", line.strip())
        if said and italic and "*" not in said:
            said = f"*{said}*"
        if said and bold and "**" not in said:
            said = f"**{said}**"
        lines.append(_linked(said, link) if said and link else said)
    return "\n".join(lines)


def _with_formulas(text: str, signs: re.Pattern[str], where: Source) -> str:
    """A label in which formulas stand; one that cannot be set is written as it stands, and a warning tells."""
    from sketchsvg.lettering.hand import hand_of
    from sketchsvg.lettering.maths.formula import formula

    parts = []
    for index, part in enumerate(FORMULA.split(text)):
        source = " ".join(part.split())
        if index % 2 == 0 or not source:
            parts.append(signs.sub(r"\\\1", part))
            continue
        try:
            formula(source, hand_of(), display=True)
            # Right behind a letter dollars would be dollars.
            apart = " " if parts and parts[-1][-1:].isalnum() else ""
            parts.append(f"{apart}$${source}$$")
        except SheetError as error:
            warn(where, f"The formula {source[:60]} is written as it stands. {error.what} {error.mend or ''}".strip())
            parts.append(signs.sub(r"\\\1", f"$${part}$$"))
    return "\n".join(line.strip() for line in "".join(parts).split("\n")).strip()


def _linked(said: str, link: str) -> str:
    """Words that lead somewhere. A bracket would end them: it stands between two links."""
    address = UNSAFE.sub(lambda sign: f"%{ord(sign.group()):02X}", link)
    parts = (part for part in BRACKET.split(said) if part)
    return "".join(part if BRACKET.fullmatch(part) else f"[{part}]({address})" for part in parts)


def with_icons(words: str, names: Iterable[str]) -> str:
    """``words`` behind the icons of these names."""
    return " ".join([*(f":{name}:" for name in names), words]).strip()


def drawn_icons(codes: Iterable[str | None], where: Source) -> tuple[str, ...]:
    """The names of the icons that draw these codes (``fa:fa-car``, ``mdi:home``, ``fa fa-book``).

    For a code that no icon draws there is a warning with the names that come nearest.
    """
    found = []
    for code in codes:
        if not code or not code.strip():
            continue
        name = drawn_icon(code)
        if name:
            found.append(name)
            continue
        near = nearest_codes(_bare(code), icon_names())
        hint = f" Nearest are {', '.join(near)}." if near else ' "sketchsvg icons" lists those that can be drawn.'
        warn(where, f'There is no icon "{code.strip()}", and it is left out.{hint}')
    return tuple(found)


def drawn_icon(code: str) -> str:
    """The icon that draws a code; empty where there is none."""
    name = _bare(code)
    for guess in (icon_for_fontawesome(name), icon_for_fontawesome(DRESS.sub("", name))):
        try:
            return find_icon(guess).name
        except (NameUnknownError, SheetError):
            continue
    return ""


def drawn_picture(path: str, where: Source) -> tuple[str, ...]:
    """A node's picture: an SVG file that can be found is drawn by hand, of all others a warning tells."""
    if path.lower().endswith(".svg") and "://" not in path:
        try:
            find_icon(path, where)
        except SheetError as error:
            warn(where, f"{error.what} Only the words of the node are drawn.")
            return ()
        return (path,)
    warn(where, f'The picture "{path[:80]}" is left out: a pen draws only .svg files that stand beside the diagram.')
    return ()


def warn(where: Source, message: str) -> None:
    """A warning that points at its line."""
    warnings.warn_explicit(message, UserWarning, where.file, where.line)


def _bare(code: str) -> str:
    return PACK.sub("", code.strip()).rsplit(":", 1)[-1].strip()
