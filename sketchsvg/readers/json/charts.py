"""From forms to diagrams: mind maps, flows, charts in mermaid, and layouts drawn in characters."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.diagrams.branches import Branch, branch
from sketchsvg.diagrams.flow import flow
from sketchsvg.diagrams.mindmap import MindMap, mindmap
from sketchsvg.diagrams.step import Step, step
from sketchsvg.errors import SketchError, Source
from sketchsvg.readers import charts
from sketchsvg.readers.json import forms
from sketchsvg.readers.json.errors import JsonError
from sketchsvg.readers.json.reading import Given, Place, joined, with_own_icons
from sketchsvg.readers.wireframe.building import page_of
from sketchsvg.readers.wireframe.reader import read_drawing


def mindmap_of(form: forms.Mindmap, at: Place) -> Block:
    """A mind map."""
    made = at.made(mindmap, form.root, _branches(form.branches, at), icon=form.icon)
    return replace(made, shape=form.shape, title=form.title)


def _branches(parts: tuple[str | forms.Branch, ...], at: Place) -> list[Branch]:
    places = at.items("branches", len(parts))
    return [_branch(part, own) for part, own in zip(parts, places, strict=True)]


def _branch(part: str | forms.Branch, at: Place) -> Branch:
    if isinstance(part, str):
        return at.made(branch, part)
    return replace(at.made(branch, part.words, _branches(part.branches, at), accent=part.accent), shape=part.shape)


def flow_of(form: forms.Flow, at: Place) -> Block:
    """A flow of steps."""
    places = at.items("steps", len(form.steps))
    return at.made(flow, *(_step(part, own) for part, own in zip(form.steps, places, strict=True)))


def _step(part: str | forms.Step, at: Place) -> Step:
    if isinstance(part, str):
        return at.made(step, part)
    part = with_own_icons(part, at)
    return at.made(
        step, part.head, *part.lines, icon=part.icon, tone=part.tone, shape=part.shape, via=part.via
    )


def flowchart_of(form: forms.Flowchart, at: Place) -> Block:
    """A flowchart; ``JsonError`` where the mermaid is a mind map."""
    block = mermaid_of(form, at)
    if isinstance(block, MindMap):
        raise JsonError(
            f"{at.path}.source is a mind map, not a flowchart.", where=at.field("source").source,
            mend='Write "type": "mermaid", or make it a "mindmap" with branches.',
        )  # fmt: skip
    return block


def mermaid_of(form: forms.Flowchart | forms.Mermaid, at: Place) -> Block:
    """A diagram in mermaid. Its errors and warnings name the line in the mermaid, and stand at it in the file."""
    return replace(_read(charts.diagram, form, at), source=at.source)


def wireframe_of(form: forms.Wireframe, at: Place) -> Block:
    """A layout that is drawn in characters; its errors and warnings as those of diagrams."""
    part = _read(read_drawing, form, at)
    return replace(at.called(page_of, part, form.shares), source=at.source)


def _read(
    read: Callable[[str, str], Given], form: forms.Flowchart | forms.Mermaid | forms.Wireframe, at: Place
) -> Given:
    """What ``read`` makes of the source of a form."""
    own = at.field("source")
    # What places in the source are called: they count its own lines.
    called = f"{at.places.text.file or '<json>'} {own.path}"
    try:
        return read(joined(form.source), called)
    except SketchError as error:
        if error.where is not None and error.where.file == called:
            column = "" if error.where.column is None else f", column {error.where.column}"
            error.what = f"{own.path}, line {error.where.line}{column}: {error.what}"
            error.where = _place_of_line(form.source, own, error.where)
        else:
            error.what, error.where = f"{own.path}: {error.what}", own.source
        raise


def _place_of_line(lines: str | tuple[str, ...], at: Place, where: Source) -> Source | None:
    """Where a line of the source stands in the file, if it has an entry of its own."""
    if isinstance(lines, str) or not 1 <= where.line <= len(lines):
        return at.source
    return Place(f"{at.path}[{where.line - 1}]", at.places).source


