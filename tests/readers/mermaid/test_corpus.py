"""The diagrams of mermaid's own documentation and specifications are read as mermaid reads them."""

import json
from pathlib import Path

import pytest

from sketchsvg.readers.mermaid import MermaidError, parse

CASES = Path(__file__).parents[4] / "shared" / "corpus" / "mermaid" / "cases.jsonl"

# A JavaScript object cannot hold this name, so the model was recorded without it.
JAVASCRIPT_NAME = "__proto__"

pytestmark = pytest.mark.skipif(not CASES.is_file(), reason=f"there is no {CASES}")


def cases() -> list[dict]:
    return [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines() if line.strip()]


def comparable(model: dict) -> dict:
    classes = model.get("classDefs")
    return model if classes is None else {**model, "classDefs": {k: v for k, v in classes.items() if k != JAVASCRIPT_NAME}}


def test_every_diagram_reads_the_same_and_needs_no_repair():
    differing = []
    for case in cases():
        if case["expected"] != "ok":
            continue
        read = parse(case["source"])
        if comparable(read.to_model()) != comparable(case["model"]) or any(n.kind == "repair" for n in read.notes):
            differing.append(case["id"])
    assert differing == []


def test_what_mermaid_refuses_is_refused_at_a_place_and_with_a_fix():
    for case in cases():
        if case["expected"] != "error":
            continue
        with pytest.raises(MermaidError) as refused:
            parse(case["source"])
        where = refused.value.where
        assert where is not None and where.column is not None, case["id"]
        assert 1 <= where.line <= case["source"].count("\n") + 1, case["id"]
        assert refused.value.mend, case["id"]


def test_what_differs_between_versions_is_read_or_refused_but_never_crashes():
    for case in cases():
        if case["expected"] == "either":
            try:
                parse(case["source"])
            except MermaidError as refused:
                assert refused.where is not None
