"""Loading cairo and cairosvg in a tenth of the time that they take by themselves.

Of the 0.22 s that it takes to import them, 0.15 s go into parsing a C header, 0.02 s into asking the system's
compiler where the library lies, and 0.04 s into modules for what our pages never hold: bitmaps, style sheets,
addresses on the network. Here the header is parsed beforehand, the library is opened by its name, and those modules
are loaded when something of theirs is used. All of cairosvg works afterwards as it would have.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from types import ModuleType
from typing import Any

from sketchsvg.exporters.declarations import prepared_ffi

#: What cairosvg imports for documents from elsewhere.
POSTPONED = ("PIL", "cssselect2", "tinycss2", "defusedxml", "urllib.request")


def loaded() -> tuple[Any, Any]:
    """The modules ``cairocffi`` and ``cairosvg.surface``. Raises ``OSError`` where there is no cairo library."""
    # A version that does not bear the shortcuts is imported without.
    with suppress(Exception), shortcuts():
        return _imported()
    for name in [name for name in sys.modules if name.partition(".")[0] in ("cairocffi", "cairosvg")]:
        del sys.modules[name]
    return _imported()


def _imported() -> tuple[Any, Any]:
    import cairocffi
    import cairosvg.surface

    return cairocffi, cairosvg.surface


@contextmanager
def shortcuts() -> Iterator[None]:
    """While it lasts, modules that take long to import and are not there yet are only there by name."""
    stand_ins: dict[str, ModuleType] = {name: Postponed(name) for name in POSTPONED}
    if sys.platform == "linux":
        # Elsewhere the library has other names, and finding it is quick.
        stand_ins["ctypes.util"] = _module("ctypes.util", find_library=_by_its_name)
    stand_ins = {name: module for name, module in stand_ins.items() if name not in sys.modules}
    if "cairocffi" not in sys.modules and (ffi := prepared_ffi()) is not None:
        # This one stays: it is what cairocffi would have made.
        sys.modules["cairocffi.ffi"] = _module("cairocffi.ffi", ffi=ffi)
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            sys.modules.pop(name, None)


def _by_its_name(library: str) -> None:
    """No place for a library: the loader of the system then finds it by its usual name."""
    return


def _module(name: str, **contents: Any) -> ModuleType:
    module = ModuleType(name)
    module.__dict__.update(contents)
    return module


class Postponed(ModuleType):
    """A module in whose place stands a name: what is taken from it is loaded when it is used."""

    def __getattr__(self, name: str) -> Later:
        if name.startswith("__"):
            raise AttributeError(name)
        return Later(self.__name__, name)


class Later:
    """A function, class or module inside a module that is loaded at the first use."""

    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = module, name

    def _real(self) -> Any:
        module = import_module(self._module)
        try:
            return getattr(module, self._name)
        except AttributeError:
            return import_module(f"{self._module}.{self._name}")

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real(), name)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Call what it stands for."""
        return self._real()(*arguments, **named)
