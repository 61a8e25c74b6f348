"""Modules that others import and hardly ever use: loaded when something of theirs is asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


class Absent(ModuleType):
    """What stands for a module in a package until something of it is used."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        # The import puts the module itself in this one's place in the package.
        return getattr(import_module(self.__name__), name)


@contextmanager
def postponed(name: str) -> Iterator[None]:
    """While it lasts, ``import name`` (a module in a package) loads nothing: the module comes when it is used."""
    if name in sys.modules:
        yield
        return
    package, _, last = name.rpartition(".")
    sys.modules[name] = absent = Absent(name)
    setattr(import_module(package), last, absent)
    try:
        yield
    finally:
        if sys.modules.get(name) is absent:
            del sys.modules[name]
