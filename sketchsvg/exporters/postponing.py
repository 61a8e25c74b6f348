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
def postponed(*names: str) -> Iterator[None]:
    """While it lasts, ``import name`` loads nothing for these: the module comes when something of it is used."""
    absent = {name: Absent(name) for name in names if name not in sys.modules}
    sys.modules.update(absent)
    for name, module in absent.items():
        package, _, last = name.rpartition(".")
        if package:
            setattr(import_module(package), last, module)
    try:
        yield
    finally:
        for name, module in absent.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
