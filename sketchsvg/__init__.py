"""Notes written as code, that come out as one page written by hand.

Everything an author needs is here by name and imported only when it is used::

    from sketchsvg import Sheet, section, title, save

    sheet = Sheet(title("Hello") / section("Words", "**안녕** hello", icon="hand"))
    save(sheet, "hello.pdf")
"""

from __future__ import annotations

from sketchsvg.version import VERSION

#: As ``typing.TYPE_CHECKING``, without the 10 ms that importing ``typing`` costs.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from sketchsvg.blocks.arrange import Block, Column, Row
    from sketchsvg.blocks.arrows import Arrow
    from sketchsvg.blocks.badge import badge
    from sketchsvg.blocks.callout import callout, danger, note, tip, warning
    from sketchsvg.blocks.card import card
    from sketchsvg.blocks.code import code
    from sketchsvg.blocks.compare import compare
    from sketchsvg.blocks.figure import figure
    from sketchsvg.blocks.listing import bullets, numbered
    from sketchsvg.blocks.maths import maths
    from sketchsvg.blocks.picture import picture
    from sketchsvg.blocks.quote import quote
    from sketchsvg.blocks.scale import scale
    from sketchsvg.blocks.section import section
    from sketchsvg.blocks.table import table
    from sketchsvg.blocks.terms import terms
    from sketchsvg.blocks.text import remark, text
    from sketchsvg.blocks.title import title
    from sketchsvg.diagrams.branches import branch
    from sketchsvg.diagrams.flow import flow
    from sketchsvg.diagrams.mindmap import mindmap
    from sketchsvg.diagrams.step import step
    from sketchsvg.drawing import Drawing
    from sketchsvg.errors import SketchError
    from sketchsvg.finish import Finish
    from sketchsvg.imposing import Imposition
    from sketchsvg.page import Page
    from sketchsvg.readers.charts import flowchart, mermaid
    from sketchsvg.readers.wireframe.reader import wireframe
    from sketchsvg.roughening import roughen
    from sketchsvg.saving import save
    from sketchsvg.sheet import Sheet
    from sketchsvg.sketch import Sketch
    from sketchsvg.web import Web
    from sketchsvg.writing import Handwriting, write

__version__ = VERSION

#: Where each public name lives.
_HOMES = {
    "Arrow": "blocks.arrows", "Block": "blocks.arrange", "Column": "blocks.arrange", "Drawing": "drawing",
    "Finish": "finish", "Handwriting": "writing", "Imposition": "imposing", "Page": "page", "Row": "blocks.arrange",
    "Sheet": "sheet", "Sketch": "sketch", "SketchError": "errors", "Web": "web",
    "badge": "blocks.badge", "branch": "diagrams.branches", "bullets": "blocks.listing", "callout": "blocks.callout",
    "card": "blocks.card", "code": "blocks.code", "compare": "blocks.compare", "danger": "blocks.callout",
    "figure": "blocks.figure", "flow": "diagrams.flow", "flowchart": "readers.charts",
    "maths": "blocks.maths", "mermaid": "readers.charts", "mindmap": "diagrams.mindmap",
    "note": "blocks.callout", "numbered": "blocks.listing", "picture": "blocks.picture",
    "quote": "blocks.quote", "remark": "blocks.text", "roughen": "roughening",
    "save": "saving", "scale": "blocks.scale", "section": "blocks.section", "step": "diagrams.step",
    "table": "blocks.table", "terms": "blocks.terms", "text": "blocks.text", "tip": "blocks.callout",
    "title": "blocks.title", "warning": "blocks.callout", "wireframe": "readers.wireframe.reader", "write": "writing",
}  # fmt: skip

__all__ = [
    "Arrow", "Block", "Column", "Drawing", "Finish", "Handwriting", "Imposition", "Page", "Row", "Sheet", "Sketch",
    "SketchError", "Web", "__version__", "badge", "branch", "bullets", "callout", "card", "code", "compare", "danger",
    "figure", "flow", "flowchart", "maths", "mermaid", "mindmap", "note", "numbered", "picture", "quote", "remark",
    "roughen", "save", "scale", "section", "step", "table", "terms", "text", "tip", "title", "warning", "wireframe",
    "write",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """Imports a public name when it is first used (PEP 562), so that ``import sketchsvg`` itself costs nothing."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"sketchsvg.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'sketchsvg' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
