"""Quotes with their attribution, and GitHub's alerts."""

from __future__ import annotations

import re

from markdown_it.tree import SyntaxTreeNode

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.aside import aside
from sketchsvg.blocks.callout import TONES, callout
from sketchsvg.blocks.card import card
from sketchsvg.blocks.quote import quote
from sketchsvg.errors import Source
from sketchsvg.readers.markdown.errors import made
from sketchsvg.readers.markdown.reading import Reading

#: GitHub's kinds of alert, and the tone of the callout that each becomes.
ALERTS = {"note": "note", "tip": "tip", "important": "note", "warning": "warning", "caution": "danger"}
#: What stands over an alert that holds more than words, and over one of a kind that callouts do not have.
TITLES = {"note": "Note", "tip": "Tip", "important": "Important", "warning": "Warning", "danger": "Danger",
          "caution": "Caution"}  # fmt: skip
#: A quote of more characters than this lies straight: a long note does not hang askew.
LONG = 260

_ALERT = re.compile(r"\\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\\\]\s*", re.IGNORECASE)
_BY = re.compile(r"\n(?:—|–|―|--)\s*(?P<by>[^\n]{1,120})$")


def blockquote(node: SyntaxTreeNode, reading: Reading) -> list[Block]:
    """A quote on a taped note, an alert as a callout; what holds more than words stands behind a stroke."""
    where = reading.where(node)
    plain = all(child.type == "paragraph" and not _has_image(child) for child in node.children)
    said = [reading.markup(child) for child in node.children] if plain else []
    first = reading.markup(node.children[0]) if node.children and node.children[0].type == "paragraph" else ""
    alert = _ALERT.match(first)
    if alert:
        return [_alert(node, alert, said, where, reading)]
    if not node.children:
        return []
    if not plain:
        return [made(where, aside, *reading.blocks(node.children))]
    words, by = _attributed(said)
    return [made(where, quote, words, by=by, tilt=-1.2 if len(words) <= LONG else 0.0)]


def callout_or_box(
    words: list[str], blocks: list[Block], tone: str, title: str, icon: str, where: Source
) -> Block:
    """A callout where there are words alone, else a card in its hue."""
    if words and not blocks:
        lead = f"**{title}** " if title else ""
        return made(where, callout, lead + "\n".join(words), tone, icon=icon)
    return made(
        where, card, title or TITLES[tone], *words, *blocks, icon=icon or TONES[tone].icon, accent=TONES[tone].accent
    )


def _alert(
    node: SyntaxTreeNode, alert: re.Match[str], said: list[str], where: Source, reading: Reading
) -> Block:
    kind = alert[1].lower()
    tone = ALERTS[kind]
    title = TITLES[kind] if kind in ("important",) else ""
    if said:
        rest = said[0][alert.end() :].strip()
        words = [rest, *said[1:]] if rest else said[1:]
        return callout_or_box(words or [TITLES[kind]], [], tone, title, "", where)
    first = reading.markup(node.children[0])[alert.end() :].strip()
    return callout_or_box(
        [first] if first else [], reading.blocks(node.children[1:]), tone, title or TITLES[kind], "", where
    )


def _attributed(said: list[str]) -> tuple[str, str]:
    """The words of a quote, and whose they are: what follows a dash at the end."""
    words = "\n".join(said)
    match = _BY.search(words)
    if match and words[: match.start()].strip():
        return words[: match.start()].strip(), match["by"].strip()
    return words, ""


def _has_image(node: SyntaxTreeNode) -> bool:
    return any(one.type == "image" for one in node.walk())
