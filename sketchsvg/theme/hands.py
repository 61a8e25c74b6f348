"""Hands from TOML files: found by name or path, every habit checked."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from sketchsvg.errors import Source, ThemeError
from sketchsvg.names import nearest, unknown
from sketchsvg.theme.fields import KINDS
from sketchsvg.theme.theme import HandStyle, Theme
from sketchsvg.theme.toml import TomlFile, read_toml

DEFAULT_HAND = "note"
#: Where the shipped hands stand: beside the code that writes with them.
SHIPPED = Path(__file__).resolve().parent.parent / "lettering" / "hands"


def load_hand(name_or_path: str, where: Source | None = None) -> HandStyle:
    """The hand of this name, or the one in this file (a path ends with ``.toml``).

    A name is looked for in ``./hands`` first, then among the hands that come with the package. ``where`` is the
    place that asks for it. Raises ``NameUnknownError`` for a name that is not there and ``ThemeError`` for a file
    that cannot be read or says something wrong.
    """
    path = _find(name_or_path, where)
    if path.parent == SHIPPED:
        return _shipped(path)
    return _style(read_toml(path, where, "hand"))


def hand_names() -> list[str]:
    """The names that ``load_hand`` knows here: those in ``./hands`` and those of the package, sorted."""
    return sorted({path.stem for folder in (Path("hands"), SHIPPED) for path in folder.glob("*.toml")})


def describe_hand(name: str) -> str:
    """The sentence with which a hand's file begins."""
    return str(read_toml(_find(name, None), None, "hand").values.get("description", ""))


def in_hand(theme: Theme, name_or_path: str = "", where: Source | None = None) -> Theme:
    """The theme written in the hand of this name (its own, if none is given), with that hand's pen and weight."""
    hand = load_hand(name_or_path, where) if name_or_path else theme.hand
    if hand == HandStyle(name=hand.name):
        return theme if hand == theme.hand else replace(theme, hand=hand)
    heavier, sizes = hand.weight, theme.type
    return replace(
        theme,
        hand=hand,
        pens=replace(theme.pens, text=hand.pen or theme.pens.text),
        type=replace(sizes, weight=sizes.weight * heavier, bold=sizes.bold * heavier),
    )


def _find(name: str, where: Source | None) -> Path:
    if name.endswith(".toml"):
        return Path(name).expanduser()
    for folder in (Path("hands"), SHIPPED):
        for path in folder.glob("*.toml"):
            if path.stem == name:
                return path
    raise unknown("hand", name, hand_names(), where)


@lru_cache(maxsize=16)
def _shipped(path: Path) -> HandStyle:
    return _style(read_toml(path, None, "hand"))


def _style(file: TomlFile) -> HandStyle:
    """The habits that a file names, the others being those of ``note``."""
    kinds = {name: kind for name, kind in HandStyle.__annotations__.items() if name != "name"}
    habits = {}
    for key, value in file.values.items():
        if key == "description":
            if not isinstance(value, str):
                raise ThemeError(
                    "The description of a hand is a sentence.", where=file.where("", key), mend="Put it in quotes."
                )
            continue
        if key not in kinds:
            guess = nearest(key, [*kinds, "description"])
            raise ThemeError(
                f'A hand has no "{key}".',
                where=file.where("", key),
                mend=f'Did you mean "{guess}"?' if guess else f"There are: {', '.join(kinds)}.",
            )
        kind = KINDS[kinds[key]]
        if not kind.accepts(value):
            raise ThemeError(
                f"{key} must be {kind.wanted}, and is {value!r}.",
                where=file.where("", key),
                mend=f"Write for instance {key} = {kind.example}.",
            )
        habits[key] = kind.cleaned(value)
    return HandStyle(name=file.path.stem, **habits)
