"""Words: markdown-it's inline tokens as strings in the markup of our own blocks, literal signs escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct, field
from msgspec.structs import replace

from sketchsvg.errors import NameUnknownError, Source
from sketchsvg.readers.markdown.errors import warn

#: A dollar sign that no backslash takes the meaning from.
_BARE_SIGN = re.compile(r"(?<!\\)(?:\\\\)*\$")
_SIGNS = re.compile(r"[\\`*=~\[\]{}_$]")
_ICON = re.compile(r"(?<![\w:]):([a-z][a-z0-9]*(?:[-_][a-z0-9]+)*):(?![\w:])")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)\b[^>]*?(/?)>$", re.DOTALL)
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

#: What elements of HTML are written as.
_STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline", "s": "struck",
    "del": "struck", "strike": "struck", "mark": "highlight", "code": "code", "kbd": "code", "samp": "code",
    "highlight": "highlight", "struck": "struck",
}  # fmt: skip
#: The classes of our markup, by the style.
_CLASSES = {"bold": "bold", "italic": "italic", "underline": "underline", "struck": "struck", "highlight": "highlight"}


class Words(Struct):
    """What an inline token says.

    ``markup`` are its words, ``links`` addresses that lead into the text itself (``#heading``), ``notes`` the numbers
    of footnotes in the order of mention, ``images`` the images that stand among the words.
    """

    markup: str = ""
    notes: list[int] = field(default_factory=list)
    images: list[SyntaxTreeNode] = field(default_factory=list)


class _Style(Struct, frozen=True):
    names: frozenset[str] = frozenset()
    link: str = ""

    def also(self, name: str) -> _Style:
        return replace(self, names=self.names | {name})

    def without(self, name: str) -> _Style:
        return replace(self, names=self.names - {name})


def words_of(node: SyntaxTreeNode, where: Source, numbers: dict[int, int] | None = None) -> Words:
    """The words of an inline node. ``numbers`` are those that footnotes are printed with, by markdown-it's own.

    A line that the author broke by hand is a new line; other line ends are spaces.
    """
    found = Words()
    reading = _Reading(where, found, {} if numbers is None else numbers)
    reading.read(node.children, _Style())
    found.markup = _tidy("".join(reading.parts))
    return found


def literal(text: str) -> str:
    """``text`` so that our markup takes every sign of it as it stands."""
    return _SIGNS.sub(r"\\\g<0>", text.replace("\t", " "))


def _tidy(markup: str) -> str:
    """Without white at the ends of lines."""
    return "\n".join(line.strip(" ") for line in markup.split("\n")).strip("\n")


class _Reading(Struct):
    """What has been read of one inline node; ``line`` counts along."""

    where: Source
    found: Words
    numbers: dict[int, int]
    parts: list[str] = field(default_factory=list)
    line: int = 0
    tags: list[str] = field(default_factory=list)

    def read(self, nodes: Sequence[SyntaxTreeNode], style: _Style) -> None:
        for node, after in zip(nodes, [*nodes[1:], None], strict=False):
            if node.type == "softbreak" and after is not None and after.content.startswith(("—", "–", "―", "--")):
                # A line that begins with a dash says whose words those before it are.
                self.line += 1
                self.parts.append("\n")
            else:
                style = self._node(node, style)

    def _node(self, node: SyntaxTreeNode, style: _Style) -> _Style:
        """Reads one node; the style of what follows it is another one behind an HTML tag."""
        kind = node.type
        if kind in ("text", "text_special"):
            self._say(node.content, style)
        elif kind == "softbreak":
            self.line += 1
            self.parts.append(" ")
        elif kind == "hardbreak":
            self.line += 1
            self.parts.append("\n")
        elif kind in ("strong", "em", "highlight", "struck"):
            name = {"strong": "bold", "em": "italic"}.get(kind, kind)
            self.read(node.children, style.also(name))
        elif kind == "code_inline":
            self._code(node.content, style)
        elif kind == "link":
            self.read(node.children, replace(style, link=_address(str(node.attrs.get("href", "")))))
        elif kind == "image":
            self.found.images.append(node)
        elif kind in ("math_inline", "math_inline_double"):
            self._formula(node.content, "$$" if kind.endswith("double") else "$", style)
        elif kind == "footnote_ref":
            self._footnote(int(node.meta["id"]), style)
        elif kind == "html_inline":
            return self._html(node.content, style)
        elif kind != "footnote_anchor":
            self.read(node.children, style)
        return style

    @property
    def _here(self) -> Source:
        return Source(self.where.file, self.where.line + self.line)

    def _say(self, text: str, style: _Style) -> None:
        """Words in a style, their icons among them."""
        last = 0
        for match in _ICON.finditer(text):
            name = self._icon(match[1])
            if name:
                self._plain(text[last : match.start()], style)
                self.parts.append(f":{name}:")
                last = match.end()
        self._plain(text[last:], style)

    def _icon(self, said: str) -> str:
        """The icon that is meant, empty where there is none of that name."""
        from sketchsvg.icons.find import icon

        name = said.replace("_", "-")
        try:
            return icon(name).name
        except NameUnknownError as error:
            warn(self._here, f"There is no icon :{said}:, and it is written as it stands. {error.mend}")
        return ""

    def _plain(self, text: str, style: _Style) -> None:
        if not text:
            return
        if "code" in style.names:
            self._code(text, style.without("code"))
            return
        if style.link:
            for part in re.split(r"([\[\]]+)", text):
                # A bracket would end the words of the link: it stands between two of them.
                self.parts.append(literal(part) if part[:1] in ("[", "]") else self._linked(literal(part), style))
            return
        classes = [_CLASSES[name] for name in _CLASSES if name in style.names]
        said = literal(text)
        # A colon that is no icon's must not become one.
        said = _ICON.sub(r"\\:\1\\:", said)
        if classes == ["bold"] and _is_closed(text):
            self.parts.append(f"**{said}**")
        elif classes:
            self.parts.append(f"[{said}]{{{' '.join('.' + name for name in classes)}}}")
        else:
            self.parts.append(said)

    def _linked(self, said: str, style: _Style) -> str:
        if not said.strip():
            return said
        return _wrapped(f"[{said}]({style.link})", style)

    def _code(self, text: str, style: _Style) -> None:
        """Code; a backtick cannot stand inside code in our markup, and stands between."""
        text = text.replace("\n", " ").replace("\t", " ")
        for part in re.split(r"([`\[\]]+)" if style.link else r"(`+)", text):
            if not part:
                continue
            if part[0] == "`":
                self.parts.append(literal(part))
            elif style.link and part[0] not in "[]":
                self.parts.append(_wrapped(f"[`{part}`]({style.link})", style))
            else:
                self.parts.append(_wrapped(f"`{part}`", style) if "**" not in part else f"`{part}`")

    def _formula(self, source: str, fence: str, style: _Style) -> None:
        source = source.strip().replace("\n", " ")
        if _BARE_SIGN.search(source):
            # No formula holds the sign that ends it: these are words after all.
            self._say(f"{fence}{source}{fence}", style)
            return
        before = self.parts[-1][-1:] if self.parts else ""
        # A letter or digit before it would make the sign a currency's: a joiner that is not written parts them.
        glue = "\u2060" if before == "$" or (before.isascii() and before.isalnum()) else ""
        self.parts.append(f"{glue}{fence}{source}{fence}\u2060" if source else "")

    def _footnote(self, number: int, style: _Style) -> None:
        shown = self.numbers.setdefault(number, len(self.numbers) + 1)
        self.found.notes.append(number)
        self.parts.append(str(shown).translate(_SUPERSCRIPTS))

    def _html(self, tag: str, style: _Style) -> _Style:
        """Breaks and the usual elements of emphasis are understood, comments are left out, the rest is words."""
        self.line += tag.count("\n")
        if tag.startswith("<!--"):
            return style
        match = _TAG.match(tag)
        name = match[2].lower() if match else ""
        if name in ("br", "wbr"):
            self.parts.append("\n" if name == "br" else "\u200b")
        elif match and name in _STYLES:
            return style.without(_STYLES[name]) if match[1] else style.also(_STYLES[name])
        elif match and name in ("span", "small", "font", "a", "abbr", "p", "center", "sub", "sup", "div"):
            pass
        else:
            warn(self._here, f"The HTML {tag[:40]} is written as it stands.")
            self._plain(tag.replace("\n", " "), style)
        return style


def _is_closed(text: str) -> bool:
    """Whether ``**`` can stand at both ends."""
    return not (text[0].isspace() or text[-1].isspace() or "\n" in text or text[-1] == "\\")


def _wrapped(inner: str, style: _Style) -> str:
    """Markup around a link or code, which classes cannot hold."""
    for name, sign in (("highlight", "=="), ("struck", "~~"), ("italic", "*"), ("bold", "**")):
        if name in style.names and sign[0] not in inner:
            inner = f"{sign}{inner}{sign}"
    # Beside a Latin letter an asterisk is itself: a joiner that is not written parts them.
    return f"\u2060{inner}\u2060" if "italic" in style.names else inner


def _address(href: str) -> str:
    """An address without the signs that would end it in our markup."""
    for sign in "() \n":
        href = href.replace(sign, f"%{ord(sign):02X}")
    return href


def plain_words(nodes: Iterable[SyntaxTreeNode]) -> str:
    """The bare words of some inline nodes: for names and captions."""
    return "".join(plain_words(node.children) if node.children else node.content for node in nodes)
