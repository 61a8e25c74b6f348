"""Style sheets of SVG: which declarations hold for an element."""

from __future__ import annotations

import re

from msgspec import Struct

from sketchsvg.readers.svg.limits import LONGEST_SELECTOR, MOST_LOOKS, MOST_RULES, exceeded
from sketchsvg.readers.svg.parse import Node

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_PART = re.compile(r"([.#]?)((?:[\w-]|[^\x00-\x7f]|\\.)+|\*)")
_COMPOUND = re.compile(r"(?:[.#]?(?:[\w-]|[^\x00-\x7f]|\\.)+|\*)+")
_IMPORTANT = re.compile(r"\s*!\s*important\s*\Z", re.IGNORECASE)
#: ``light-dark(a, b)`` and ``var(--name, a)``: paper is light, and variables are nobody's here.
_LIGHT = re.compile(r"light-dark\(\s*((?:[^(),]|\([^()]*\))+),(?:[^()]|\([^()]*\))*\)")
_VARIABLE = re.compile(r"var\(\s*--[\w-]+\s*(?:,\s*((?:[^()]|\([^()]*\))*))?\)")

Declarations = dict[str, str]
#: The normal declarations and the important ones.
_Declared = tuple[Declarations, Declarations]
_NOTHING: _Declared = ({}, {})


class _Compound(Struct, frozen=True):
    """What an element must be: its tag ("" for any), id, classes; ``direct``: it must be the next one's parent."""

    tag: str
    identity: str
    classes: tuple[str, ...]
    direct: bool = False

    def holds(self, node: Node, classes: list[str]) -> bool:
        return (
            # Elements of HTML, whose tags begin with a colon here, are meant as well.
            (not self.tag or node.tag.removeprefix(":") == self.tag)
            and (not self.identity or node.get("id") == self.identity)
            and all(name in classes for name in self.classes)
        )


class _Rule(Struct, frozen=True):
    """A selector as compounds from the outermost to the element itself, its rank, and what it declares."""

    compounds: tuple[_Compound, ...]
    rank: tuple[int, int, int, int]
    normal: Declarations
    important: Declarations


class StyleSheet:
    """All rules of a drawing.

    Selectors of tags, ids and classes, within and below each other, are understood; rules with other selectors, and
    at-rules (``@import`` above all), have no effect.
    """

    def __init__(self, texts: tuple[str, ...]) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        self._count = self._looks = 0
        self._plain = True
        self._known: dict[tuple[str, str, str], _Declared] = {}
        for text in texts:
            self._read(_COMMENT.sub(" ", text))

    def declared(self, node: Node) -> _Declared:
        """What the rules say about an element: the normal declarations and the important ones."""
        if not self._rules:
            return _NOTHING
        tag, named = node.tag.removeprefix(":"), node.attributes.get("class", "")
        identity = node.attributes.get("id", "").strip()
        identity = identity if f"#{identity}" in self._rules else ""
        # Where no rule asks for ancestors, what is alike gets the same.
        key = (tag, named, identity)
        known = self._known.get(key) if self._plain else None
        if known is None:
            known = self._found(node, ("*", tag, f"#{identity}", *(f".{name}" for name in named.split())))
            if self._plain:
                self._known[key] = known
        return known

    def _found(self, node: Node, names: tuple[str, ...]) -> _Declared:
        """What the rules filed under these names say about an element."""
        candidates = [rule for name in dict.fromkeys(names) for rule in self._rules.get(name, ())]
        if not candidates:
            return _NOTHING
        line = _line_to(node)
        self._looks += len(candidates) if self._plain else len(candidates) * len(line)
        if self._looks > MOST_LOOKS:
            raise exceeded("its style sheets have too many rules for too many elements", MOST_LOOKS, node.where)
        found = [rule for rule in candidates if _matches(rule.compounds, line)]
        found.sort(key=lambda rule: rule.rank)
        normal: Declarations = {}
        important: Declarations = {}
        for rule in found:
            normal.update(rule.normal)
            important.update(rule.important)
        return normal, important

    def _read(self, text: str) -> None:
        position = 0
        while (opening := text.find("{", position)) >= 0:
            head = text[position:opening]
            # Statements like @import end before the selector of the next rule begins.
            head = head.rpartition(";")[2].strip()
            if head.startswith("@"):
                position = _block_end(text, opening)
                continue
            closing = text.find("}", opening)
            closing = len(text) if closing < 0 else closing
            self._add(head, text[opening + 1 : closing])
            position = closing + 1

    def _add(self, selectors: str, body: str) -> None:
        normal, important = declarations(body)
        for selector in selectors.split(","):
            self._count += 1
            if self._count > MOST_RULES:
                raise exceeded("its style sheets have too many rules", MOST_RULES)
            compounds = _compounds(selector)
            if compounds is None:
                continue
            self._plain = self._plain and len(compounds) == 1
            ids = sum(1 for compound in compounds if compound.identity)
            classes = sum(len(compound.classes) for compound in compounds)
            tags = sum(1 for compound in compounds if compound.tag)
            rule = _Rule(compounds, (ids, classes, tags, self._count), normal, important)
            last = compounds[-1]
            name = f"#{last.identity}" if last.identity else f".{last.classes[0]}" if last.classes else last.tag or "*"
            self._rules.setdefault(name, []).append(rule)


def declarations(body: str) -> tuple[Declarations, Declarations]:
    """The declarations of a ``style`` attribute or of a rule: the normal ones and the important ones."""
    normal: Declarations = {}
    important: Declarations = {}
    for part in _parts(body):
        name, colon, value = part.partition(":")
        name, value = name.strip().lower(), value.strip()
        if not colon or not value:
            continue
        plain = _IMPORTANT.sub("", value)
        (normal if plain == value else important)[name] = resolved(plain)
    return normal, important


def resolved(value: str) -> str:
    """A value without ``light-dark()`` and ``var()``: the light one of two, and what stands in for a variable."""
    if "light-dark(" in value:
        value = _LIGHT.sub(lambda match: match[1].strip(), value)
    for _ in range(4):
        if "var(" not in value:
            break
        value = _VARIABLE.sub(lambda match: (match[1] or "").strip(), value)
    return value.strip()


def _parts(body: str) -> list[str]:
    """The declarations of a body; a semicolon within brackets or quotes (a data URL) divides nothing."""
    if "(" not in body and '"' not in body and "'" not in body:
        return body.split(";")
    return re.findall(r"(?:[^;\"'(]|\"[^\"]*\"?|'[^']*'?|\([^)]*\)?)+", body)


def _block_end(text: str, opening: int) -> int:
    """The position behind the bracket that closes the one at ``opening``."""
    depth = 0
    for match in re.compile(r"[{}]").finditer(text, opening):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.end()
    return len(text)


def _compounds(selector: str) -> tuple[_Compound, ...] | None:
    """The parts of a selector, or None for one that is not understood."""
    compounds: list[_Compound] = []
    direct = False
    for word in selector.replace(">", " > ").split():
        if word == ">":
            direct = True
            continue
        if not _COMPOUND.fullmatch(word):
            return None
        parts = [(kind, name.replace("\\", "")) for kind, name in _PART.findall(word)]
        if direct and compounds:
            last = compounds[-1]
            compounds[-1] = _Compound(last.tag, last.identity, last.classes, direct=True)
        compounds.append(_Compound(
            next((name for kind, name in parts if not kind and name != "*"), ""),
            next((name for kind, name in parts if kind == "#"), ""),
            tuple(name for kind, name in parts if kind == "."),
        ))
        direct = False
    return tuple(compounds) if 0 < len(compounds) <= LONGEST_SELECTOR else None


def _line_to(node: Node) -> list[tuple[Node, list[str]]]:
    """An element and its ancestors with their classes, from the root on."""
    line: list[tuple[Node, list[str]]] = []
    one: Node | None = node
    while one is not None:
        line.append((one, one.attributes.get("class", "").split()))
        one = one.parent
    line.reverse()
    return line


def _matches(compounds: tuple[_Compound, ...], line: list[tuple[Node, list[str]]]) -> bool:
    """Whether a selector means the last element of a line. One walk from the root: no selector is slow."""
    if not compounds[-1].holds(*line[-1]):
        return False
    if len(compounds) == 1:
        return True
    # found[k]: the first k compounds fit some elements from the root to here, in this order.
    found = [True] + [False] * (len(compounds) - 1)
    for element, classes in line[:-1]:
        here = [found[k] and compounds[k].holds(element, classes) for k in range(len(compounds) - 1)]
        for k, fits in enumerate(here):
            # A compound that must be a parent counts for the very next element only.
            found[k + 1] = fits if compounds[k].direct else found[k + 1] or fits
    return found[-1]
