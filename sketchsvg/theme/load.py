"""Themes from TOML files: found by name or path, laid over their base, checked field by field."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from sketchsvg.errors import Source, ThemeError
from sketchsvg.names import nearest, unknown
from sketchsvg.theme.contrast import laid_over, readable
from sketchsvg.theme.fields import KINDS
from sketchsvg.theme.hands import DEFAULT_HAND, load_hand
from sketchsvg.theme.theme import (
    HUES,
    Fonts,
    HandStyle,
    Inks,
    Lines,
    Paper,
    Pens,
    Space,
    Theme,
    TypeScale,
)
from sketchsvg.theme.toml import TomlFile, read_toml

#: The tables of a theme file and what each becomes; ``accents`` stands beside them.
TABLES: dict[str, type[Any]] = {
    "paper": Paper,
    "ink": Inks,
    "lines": Lines,
    "type": TypeScale,
    "space": Space,
    "pens": Pens,
    "hand": HandStyle,
    "fonts": Fonts,
}
DEFAULT_BASE = "nano-banana"

Tables = dict[str, dict[str, Any]]


def load_theme(name_or_path: str, where: Source | None = None) -> Theme:
    """The theme of this name, or the one in this file (a path ends with ``.toml``).

    A name is looked for in ``./themes`` first, then among the themes that come with the package. ``where`` is
    the place in the sheet that asks for it. Raises ``NameUnknownError`` for a name that is not there and
    ``ThemeError`` for a file that cannot be read or says something wrong.
    """
    top = read_toml(_find(name_or_path, (), where), where)
    tables = _with_bases(top)
    _refuse_missing(top, tables)
    parts = {name: made(**tables[name]) for name, made in TABLES.items() if name != "hand"}
    _refuse_crossed(top, parts["type"])
    paper, ink = parts["paper"], parts["ink"]
    accents: dict[str, str] = {hue: tables["accents"][hue] for hue in HUES}
    written = {
        hue: readable(colour, (paper.colour, ink.panel, laid_over(paper.colour, colour, ink.tint)), ink.text)
        for hue, colour in accents.items()
    }
    return Theme(
        name=top.path.stem,
        description=str(top.values.get("description", "")),
        accents=MappingProxyType(accents),
        written=MappingProxyType(written),
        hand=_hand(top, tables["hand"]),
        **parts,
    )


def _hand(top: TomlFile, said: dict[str, Any]) -> HandStyle:
    """The hand that the theme names, with what the theme itself says about it."""
    habits = dict(said)
    hand = load_hand(habits.pop("name", DEFAULT_HAND), top.where("hand", "name"))
    return replace(hand, **habits)


def theme_names() -> list[str]:
    """The names that ``load_theme`` knows here: those in ``./themes`` and those of the package, sorted."""
    return sorted({path.stem for folder in _folders() for path in folder.glob("*.toml")})


def _folders() -> list[Path]:
    """Where themes are looked for, first come first served."""
    package = Path(__file__).resolve().parent.parent
    shipped = package / "themes"
    # In a checkout the themes stand beside the package, where people edit them.
    return [Path("themes"), shipped if shipped.is_dir() else package.parent / "themes"]


def _find(name: str, passed: tuple[Path, ...], where: Source | None, beside: Path = Path()) -> Path:
    """The file of a theme, but none of ``passed``: so a theme may stand on a shipped one of its own name."""
    if name.endswith(".toml"):
        places = [beside / Path(name).expanduser()]
    else:
        places = [path for folder in _folders() for path in folder.glob("*.toml") if path.stem == name]
        if not places:
            raise unknown("theme", name, theme_names(), where)
    for path in places:
        if path.resolve() not in passed:
            return path
    chain = " > ".join([*(path.stem for path in passed), Path(name).stem])
    raise ThemeError(
        f"The themes stand on each other in a circle: {chain}.",
        where=where,
        mend=f'Let one of them stand on another base, for instance base = "{DEFAULT_BASE}".',
    )


def _with_bases(top: TomlFile) -> Tables:
    """The checked tables of a theme, laid over those of its base, and so on down to the last."""
    file = top
    layers = [_checked(file)]
    passed: tuple[Path, ...] = (file.path.resolve(),)
    while "base" in file.values:
        base, place = file.values["base"], file.where("", "base")
        if not isinstance(base, str):
            raise ThemeError(
                "The base of a theme is the name of another.",
                where=place,
                mend=f'Write base = "{DEFAULT_BASE}".',
            )
        file = read_toml(_find(base, passed, place, file.path.parent), place)
        layers.append(_checked(file))
        passed = (*passed, file.path.resolve())
    tables: Tables = {name: {} for name in [*TABLES, "accents"]}
    for layer in reversed(layers):
        for name, values in layer.items():
            if name == "hand" and "name" in values:
                # Another hand: what the base said was about its own.
                tables[name].clear()
            tables[name].update(values)
    return tables


def _checked(file: TomlFile) -> Tables:
    """The tables of one file, every key known and every value of its kind."""
    tables: Tables = {}
    for name, value in file.values.items():
        if name == "base":
            continue
        if name == "description":
            if not isinstance(value, str):
                raise ThemeError(
                    "The description of a theme is a sentence.",
                    where=file.where("", name),
                    mend="Put it in quotes.",
                )
            continue
        if name not in TABLES and name != "accents":
            raise _unknown(file, "", name, [*TABLES, "accents", "base", "description"])
        if not isinstance(value, Mapping):
            raise ThemeError(
                f'"{name}" is a table of a theme, not a value.',
                where=file.where("", name),
                mend=f"Write [{name}] on a line of its own and its keys below.",
            )
        tables[name] = _checked_table(file, name, value)
    return tables


def _checked_table(file: TomlFile, table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    kinds = _kinds(table)
    checked = {}
    for key, value in values.items():
        if key not in kinds:
            raise _unknown(file, table, key, list(kinds))
        kind = KINDS[kinds[key]]
        if not kind.accepts(value):
            raise ThemeError(
                f"{key} in [{table}] must be {kind.wanted}, and is {value!r}.",
                where=file.where(table, key),
                mend=f"Write for instance {key} = {kind.example}.",
            )
        checked[key] = kind.cleaned(value)
    if table == "fonts":
        checked = {key: tuple(_beside(file, font) for font in fonts) for key, fonts in checked.items()}
    return checked


def _beside(file: TomlFile, font: str) -> str:
    """A font as the theme names it; a file is looked for beside the theme."""
    if not font.lower().endswith((".ttf", ".otf", ".ttc", ".otc")):
        return font
    return str(file.path.parent / Path(font).expanduser())


def _kinds(table: str) -> dict[str, str]:
    """The keys of a table and the kind of each."""
    if table == "accents":
        return dict.fromkeys(HUES, "Colour")
    return dict(TABLES[table].__annotations__)


def _unknown(file: TomlFile, table: str, key: str, known: list[str]) -> ThemeError:
    guess = nearest(key, known)
    inside = f" in [{table}]" if table else ""
    return ThemeError(
        f'A theme has no "{key}"{inside}.',
        where=file.where(table, key),
        mend=f'Did you mean "{guess}"?' if guess else f"There are: {', '.join(known)}.",
    )


def _refuse_missing(top: TomlFile, tables: Tables) -> None:
    for table, values in tables.items():
        if table in ("hand", "fonts"):
            continue
        missing = [key for key in _kinds(table) if key not in values]
        if missing:
            raise ThemeError(
                f"The theme does not say {', '.join(missing)} in [{table}].",
                where=Source(str(top.path), 1),
                mend=f'Add it, or begin the file with base = "{DEFAULT_BASE}" to take over what is not said.',
            )


def _refuse_crossed(top: TomlFile, sizes: TypeScale) -> None:
    """Sizes that are sound one by one but not together."""
    if not sizes.leading_least <= sizes.leading <= sizes.leading_most:
        raise ThemeError(
            f"leading ({sizes.leading}) does not lie between leading_least ({sizes.leading_least}) and "
            f"leading_most ({sizes.leading_most}).",
            where=top.where("type", "leading"),
            mend="Change one of the three in [type].",
        )
    for name in ("title", "subtitle", "head", "name", "body", "note"):
        if getattr(sizes, name) < sizes.floor:
            raise ThemeError(
                f"{name} ({getattr(sizes, name)} pt) lies below floor ({sizes.floor} pt), the smallest size.",
                where=top.where("type", name),
                mend=f"Raise {name}, or lower floor, in [type].",
            )
