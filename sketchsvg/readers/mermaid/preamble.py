"""What stands around a diagram and is no part of its grammar: front matter, directives and comments."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from sketchsvg.readers.mermaid.colours import colour
from sketchsvg.readers.mermaid.labels import straightened_attributes
from sketchsvg.readers.mermaid.properties import UnreadableError, block, braces
from sketchsvg.readers.mermaid.source import Text
from sketchsvg.readers.mermaid.theming import THEMES, VARIABLES
from sketchsvg.readers.mermaid.values import Diagnostic, Settings

FRONT_MATTER = re.compile(r"\s*---[^\S\n]*\n")
FRONT_END = re.compile(r"^[^\S\n]*---[^\S\n]*$", re.MULTILINE)
INIT = re.compile(r"\s*(?:init|initialize)\s*:\s*(?=\{)")
FENCE = re.compile(r"\s*```[^\n]*\n")
# Settings that change nothing about what a diagram looks like.
SILENT = frozenset(
    {"logLevel", "securityLevel", "startOnLoad", "deterministicIds", "maxTextSize", "maxEdges", "htmlLabels"}
    | {"look", "handDrawnSeed", "markdownAutoWrap", "useMaxWidth"}
)
SECTIONS = frozenset({"flowchart", "mindmap", "themeVariables"})


class Preamble(Struct, frozen=True):
    """The text of the diagram itself, its title, what was set for it, and notes about what could not be honoured."""

    text: Text
    title: str | None
    settings: Settings
    notes: tuple[Diagnostic, ...]


def read_preamble(source: str, file: str, first_line: int) -> Preamble:
    """Takes front matter, ``%%{…}%%`` directives and comment lines off a source.

    Never fails: what is not understood is noted.
    """
    whole = Text(straightened_attributes(source.replace("\0", " ")), (), file, first_line)
    cuts: list[tuple[int, int]] = []
    notes: list[Diagnostic] = []
    values: dict[str, Any] = {}
    opened = _fence(whole, cuts, notes)
    title, start = _front_matter(whole, opened, values, notes)
    cuts.append((0, start))
    _directives(whole, start, values, cuts, notes)
    _comments(whole.whole, start, cuts)
    _carriage_returns(whole.whole, start, cuts)
    return Preamble(whole.without(_merged(cuts)), title, settings_from(values), tuple(notes))


def settings_from(values: Mapping[str, Any]) -> Settings:
    """The settings as far as paper can honour them."""
    variables = values.get("themeVariables")
    colours = {
        name: resolved
        for name, value in (variables.items() if isinstance(variables, dict) else ())
        if isinstance(value, str) and (resolved := colour(value)) not in (None, "none")
    }
    chart = values.get("flowchart")
    curve = chart.get("curve") if isinstance(chart, dict) else None
    return Settings(
        theme=_word(values.get("theme")),
        look=_word(values.get("look")),
        layout=_word(values.get("layout")),
        curve=_word(curve),
        colors=MappingProxyType(colours),
        values=MappingProxyType(dict(values)),
    )


def _word(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _fence(whole: Text, cuts: list[tuple[int, int]], notes: list[Diagnostic]) -> int:
    """The offset behind a Markdown fence that came along with the diagram; its end is cut too."""
    opening = FENCE.match(whole.whole)
    if opening is None:
        return 0
    closing = whole.whole.find("\n```", opening.end() - 1)
    if closing >= 0:
        cuts.append((closing, len(whole.whole)))
    message = "The fence is no part of the diagram."
    notes.append(_diagnostic(whole, 0, "repair", message, "Leave out the lines with ```"))
    return opening.end()


def _front_matter(
    whole: Text, start: int, values: dict[str, Any], notes: list[Diagnostic]
) -> tuple[str | None, int]:
    opening = FRONT_MATTER.match(whole.whole, start)
    if opening is None:
        return None, start
    closing = FRONT_END.search(whole.whole, opening.end())
    if closing is None:
        at = whole.whole.find("---")
        notes.append(_diagnostic(whole, at, "repair", "The front matter does not end.", "Close it with a line ---."))
        return None, opening.end()
    inner = whole.whole[opening.end() : closing.start()].replace("\r", "")
    title = None
    try:
        front = block(inner)
    except UnreadableError as error:
        at = opening.end() + error.at
        notes.append(_diagnostic(whole, at, "note", f"The front matter is left out: here should be {error}.", None))
        front = {}
    config = front.get("config")
    if isinstance(config, dict):
        _merge(values, config, whole, opening.end(), notes)
    if front.get("title") is not None:
        title = str(front["title"])
    return title, closing.end()


def _directives(
    whole: Text, start: int, values: dict[str, Any], cuts: list[tuple[int, int]], notes: list[Diagnostic]
) -> None:
    text = whole.whole
    at = text.find("%%{", start)
    while at >= 0:
        close = text.find("}%%", at)
        line_end = text.find("\n", at)
        stop = close + 3 if close >= 0 else (line_end if line_end >= 0 else len(text))
        cuts.append((at, stop))
        named = INIT.match(text, at + 3)
        if named:
            try:
                found, _ = braces(text[: stop - 2] if close >= 0 else text[:stop], named.end())
                _merge(values, found, whole, at, notes)
            except (UnreadableError, IndexError):
                notes.append(_diagnostic(whole, at, "note", "The directive is left out: it cannot be read.", None))
        elif close < 0:
            notes.append(_diagnostic(whole, at, "note", "The directive is left out: it does not end with }%%.", None))
        at = text.find("%%{", stop)


def _merge(
    values: dict[str, Any], found: dict[str, Any], whole: Text, at: int, notes: list[Diagnostic]
) -> None:
    if isinstance(found.get("config"), dict):
        found = {**found, **found.pop("config")}
    for name, value in found.items():
        old = values.get(name)
        values[name] = {**old, **value} if isinstance(old, dict) and isinstance(value, dict) else value
        inside = value.items() if name in SECTIONS and isinstance(value, dict) else ((name, value),)
        for key, setting in inside:
            if not _honoured(name, key, setting):
                message = f"The setting {key} is left out: the page decides this."
                notes.append(_diagnostic(whole, at, "note", message, None))


def _honoured(section: str, key: str, setting: Any) -> bool:
    """Whether a setting reaches the page, or says nothing about how it looks."""
    if section == "themeVariables":
        drawn = any(key in names for names in VARIABLES.values())
        return drawn and isinstance(setting, str) and colour(setting) is not None
    if key == "theme":
        return setting == "default" or setting in THEMES
    return key in SILENT or (section == "flowchart" and key == "curve")


def _comments(text: str, start: int, cuts: list[tuple[int, int]]) -> None:
    at = text.find("%%", start)
    while at >= 0:
        line = max(text.rfind("\n", 0, at) + 1, start)
        end = text.find("\n", at)
        stop = len(text) if end < 0 else end + 1
        if not text[line:at].strip() and not text.startswith("%%{", at):
            cuts.append((line, stop))
        at = text.find("%%", stop)


def _carriage_returns(text: str, start: int, cuts: list[tuple[int, int]]) -> None:
    at = text.find("\r\n", start)
    while at >= 0:
        cuts.append((at, at + 1))
        at = text.find("\r\n", at + 2)


def _merged(cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, stop in sorted(cuts):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        else:
            merged.append((start, stop))
    return merged


def _diagnostic(whole: Text, at: int, kind: str, message: str, fix: str | None) -> Diagnostic:
    position = whole.whole_position(at)
    return Diagnostic("repair" if kind == "repair" else "note", message, position.line, position.column, fix)
