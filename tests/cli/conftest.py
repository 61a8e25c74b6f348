"""A pipeline that draws nothing, so that these tests look at the command line alone."""

import sys
import types
from dataclasses import dataclass, replace

import pytest

import sketchsvg
from sketchsvg.errors import NameUnknownError


@dataclass(frozen=True)
class Sheet:
    words: str = ""
    theme: str = "nano-banana"
    page: str = "A4"
    seed: int = 0

    def __post_init__(self):
        if self.page not in ("A4", "A5"):
            raise NameUnknownError(f'There is no page "{self.page}".', mend='Did you mean "A4"?')

    def changed(self, **fields):
        return replace(self, **fields)


def render(sheet, format, *, ppi=300, width=None, finish=None, web=None):
    return f"{format} {sheet.words} {sheet.theme} {sheet.page} {sheet.seed} {ppi:g}".encode()


def inspect(sheet):
    return {"version": 1, "pages": [{"items": [{"text": sheet.words}]}], "diagnostics": []}


@pytest.fixture
def pipeline(monkeypatch, tmp_path):
    """The stand-in for ``sketchsvg.pipeline``, whose functions a test may replace, in an empty folder."""
    made = types.ModuleType("sketchsvg.pipeline")
    made.render, made.inspect, made.compose = render, inspect, lambda sheet: None
    said = types.ModuleType("sketchsvg.sheet")
    said.Sheet = Sheet
    for name, module in (("pipeline", made), ("sheet", said)):
        monkeypatch.setitem(sys.modules, f"sketchsvg.{name}", module)
        monkeypatch.setattr(sketchsvg, name, module, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return made
