"""The guide to the engine: its examples run, its tests exist, its tables name everything there is."""

import inspect
import re
from pathlib import Path

import pytest

from sketchsvg.ink import fill_names, pen_names
from sketchsvg.sketch import Options, Sketch

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "ink.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)


def rows(head):
    """The first column of the table under a heading."""
    part = GUIDE.split(f"## {head}\n", 1)[1].split("\n## ", 1)[0]
    return [line.split("|")[1].strip() for line in part.splitlines() if line.startswith("| ")]


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_its_examples_run(number, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = {}
    exec(compile(EXAMPLES[number], f"docs/ink.md example {number + 1}", "exec"), names)
    drawn = [value for value in names.values() if hasattr(value, "to_svg")]
    assert all(value.to_svg().startswith("<?xml") for value in drawn if not isinstance(value, type))
    assert drawn or "svg" in names


def test_the_tests_it_names_exist():
    known = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    named = set(re.findall(r"`(test_\w+)`", GUIDE))
    assert len(named) > 10
    assert named <= known


def test_it_names_every_pen_and_every_fill():
    assert set(pen_names()) == {row.strip("`") for row in rows("Pens")[1:]}
    assert set(fill_names()) == {row.strip("`") for row in rows("Fills")[1:]}


def test_it_names_every_option():
    named = {name for row in rows("Options")[1:] for name in re.findall(r"`(\w+)`", row)}
    assert named == set(Options.__annotations__)


def test_it_names_every_shape():
    named = {name for row in rows("Shapes")[1:] for name in re.findall(r"`(\w+)\(", row)}
    others = {"drawing", "save", "to_svg", "to_pdf", "to_png", "marks"}
    assert named == {name for name in vars(Sketch) if not name.startswith("_")} - others


#: All options of rough.js 4.6.6 (``core.d.ts``: Options).
ROUGH = (
    "maxRandomnessOffset", "roughness", "bowing", "stroke", "strokeWidth", "curveFitting", "curveTightness", "curveStepCount",
    "fill", "fillStyle", "fillWeight", "hachureAngle", "hachureGap", "simplification", "dashOffset", "dashGap", "zigzagOffset",
    "seed", "strokeLineDash", "strokeLineDashOffset", "fillLineDash", "fillLineDashOffset", "disableMultiStroke",
    "disableMultiStrokeFill", "preserveVertices", "fixedDecimalPlaceDigits", "fillShapeRoughnessGain",
)  # fmt: skip


def test_every_option_of_rough_js_has_a_counterpart_that_exists():
    part = GUIDE.split("## For those who know rough.js\n", 1)[1].split("\n## ", 1)[0]
    found = {}
    for line in part.splitlines():
        if line.startswith("| `"):
            theirs, ours = line.split("|")[1:3]
            found |= dict.fromkeys(re.findall(r"`(\w+)", theirs), ours.strip())
    parameters = {name for call in (Sketch, Sketch.curve, Sketch.path) for name in inspect.signature(call).parameters}
    known = {*Options.__annotations__, *parameters}
    for name in ROUGH:
        names = re.findall(r"`(\w+)", found[name])
        assert names or found[name].startswith("always "), name
        assert set(names) <= known, name
