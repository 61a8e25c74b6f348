"""No public block, no field of a block and no name in a list of names is forgotten in JSON."""

import importlib
import pkgutil
import re
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from msgspec.structs import fields

import sketchsvg
from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.listing import Item
from sketchsvg.blocks.table import COLUMN_ALIGNMENTS
from sketchsvg.blocks.text import ALIGNMENTS
from sketchsvg.diagrams.map_shapes import SHAPES as MAP_SHAPES
from sketchsvg.diagrams.shapes import SHAPES
from sketchsvg.readers.json import forms, marks, vocabulary
from sketchsvg.readers.json.blocks import MAKERS
from sketchsvg.readers.json.encoding import FORMERS
from sketchsvg.scene import Fill, Looseness, Mark, Word, Writing
from sketchsvg.sheet import Sheet
from sketchsvg.theme.theme import HUES

DOCS = Path(__file__).parents[3] / "docs"
#: Blocks that stand in others only, and are said by what holds them.
INSIDE = {Item}
#: Public names that make blocks of other kinds, or parts of blocks.
SAID_OTHERWISE = {"branch", "callout", "step", "write", "roughen", "save"}


def every_block(kind=Block):
    for package in pkgutil.walk_packages(sketchsvg.__path__, "sketchsvg."):
        if package.name.split(".")[1] in ("blocks", "diagrams", "readers"):
            importlib.import_module(package.name)
    for below in kind.__subclasses__():
        yield below
        yield from every_block(below)


def test_every_block_can_be_said():
    blocks = {kind for kind in every_block() if kind.__module__.startswith("sketchsvg.")}
    assert blocks - INSIDE == set(FORMERS)


def test_every_form_can_be_read():
    assert set(MAKERS) == set(forms.FORMS.values())


def test_every_public_function_that_makes_a_block_has_a_type_of_its_name():
    public = {name for name in sketchsvg.__all__ if name[0].islower() and not name.startswith("_")}
    assert public - SAID_OTHERWISE <= set(forms.FORMS)


def test_every_block_of_the_guide_has_a_type_of_its_name():
    guide = (DOCS / "blocks.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^`(\w+)\(", guide, re.MULTILINE)) - {"Sheet"}
    assert len(named) > 8
    assert named - SAID_OTHERWISE <= set(forms.FORMS)


def test_every_type_is_explained():
    page = (DOCS / "json.md").read_text(encoding="utf-8")
    assert [tag for tag in forms.FORMS if f"`{tag}`" not in page] == []


#: How fields of blocks are called in JSON; those of one name need no entry. None: said by the type itself.
CALLED = {
    "percent": "share", "source": None, "small": None, "numbered": None, "tone": None, "aligns": "align", "chart": "source",
    "mermaid": "source", "source_text": "source", "drawing": "marks", "words": "words", "rows": "rows", "title": "title",
    "bitmap": "raster", "wide": "width",
}  # fmt: skip
#: What a block's own form cannot say, because it is said in another way.
ELSEWHERE = {("Code", "rows"): "text", ("ColouredCode", "rows"): "text", ("Flowchart", "title"): "source"}


@pytest.mark.parametrize("kind", sorted(FORMERS, key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__)
def test_no_field_of_a_block_is_forgotten(kind):
    names = {"Listing": "Bullets", "ColouredCode": "Code", "MindMap": "Mindmap", "Callout": "Note", "DrawnRow": "Row", "DrawnColumn": "Column", "Photo": "Picture"}
    form = getattr(forms, names.get(kind.__name__, kind.__name__))
    known = {one.name for one in fields(form)}
    for field in kind.__struct_fields__:
        called = ELSEWHERE.get((kind.__name__, field), CALLED.get(field, field))
        assert called is None or called in known, f"{kind.__name__}.{field} is not in its form"


def test_no_field_of_a_sheet_is_forgotten():
    known = {one.name for one in fields(forms.Sheet)} - {"schema", "sketchsvg", "body"}
    assert known == set(Sheet.__struct_fields__) - {"root", "source"}


@pytest.mark.parametrize(("form", "kind", "renamed"), [
    (marks.Filling, Fill, {}),
    (marks.Loose, Looseness, {}),
    (marks.Written, Word, {}),
    (marks.Mark, Mark, {"curves": "strokes", "writing": "lettering"}),
    (marks.Lettering, Writing, {"glyph_of_stroke": "glyphs"}),
])  # fmt: skip
def test_no_field_of_a_mark_is_forgotten(form, kind, renamed):
    assert set(form.__struct_fields__) == {renamed.get(name, name) for name in kind.__struct_fields__}
    own = {one.name: one.default for one in fields(form)}
    for one in fields(kind):
        if one.name not in renamed and not one.required:
            assert own[one.name] == one.default


@pytest.mark.parametrize(("names", "known"), [
    (vocabulary.Hue, ("", *HUES)),
    (vocabulary.Align, ALIGNMENTS),
    (vocabulary.CellAlign, COLUMN_ALIGNMENTS),
    (vocabulary.Shape, tuple(SHAPES)),
    (vocabulary.MapShape, ("", *MAP_SHAPES)),
])  # fmt: skip
def test_lists_of_names_are_those_of_the_blocks(names, known):
    assert get_args(names) == known


def test_the_names_that_the_schema_mentions_are_all_there():
    from sketchsvg.theme import hand_names, theme_names

    hints = get_type_hints(forms.Sheet, include_extras=True)
    for field, names in (("theme", theme_names()), ("hand", hand_names())):
        (meta,) = hints[field].__metadata__
        assert re.findall(r"[\w-]{4,}", meta.description.replace(" or ", ", ")) == list(names) or all(
            name in meta.description for name in names
        )
