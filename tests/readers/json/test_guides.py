"""The examples of the guides are pages: they are read, fit, and are drawn."""

import json
import re
import warnings
from pathlib import Path

import pytest

from sketchsvg import Sheet, wireframe
from sketchsvg.pipeline import compose
from sketchsvg.readers import read
from sketchsvg.readers.json.strict import strict_schema
from tests.readers.json.test_schema import faults, filled

DOCS = Path(__file__).parents[3] / "docs"
MODELS = (DOCS / "for-language-models.md").read_text(encoding="utf-8")
JSON = (DOCS / "json.md").read_text(encoding="utf-8")


def fences(page: str, language: str) -> list[str]:
    """The contents of the fences of a language; those of more than three ticks may hold others."""
    found = re.findall(rf"^(`{{3,}}){language}\n(.*?)^\1$", page, re.MULTILINE | re.DOTALL)
    return [inside for _, inside in found]


@pytest.fixture
def written(tmp_path):
    def read_notes(text):
        path = tmp_path / "notes.md"
        path.write_text(text, encoding="utf-8")
        with warnings.catch_warnings():
            warnings.simplefilter("error", UserWarning)
            return read(str(path))

    return read_notes


def words_of(sheet):
    frame = compose(sheet)
    return " ".join(line.words.text for one in frame.walk() for line in one.lines)


def test_the_whole_sheet_for_models_is_one_page(written):
    (example,) = fences(MODELS, "markdown")
    (sheet,) = written(example)
    words = words_of(sheet)
    for said in ("GIT IN ONE PAGE", "깃, 한 장으로 끝내기", "Working tree", "git reset", "Lost commit", "it is still there", "Never rewrite"):
        assert said in words
    assert "<svg" in sheet.to_svg()


def test_it_is_short_enough_to_be_a_page_of_a_prompt():
    assert len(MODELS) < 12_000


def test_the_layout_of_a_screen_is_read():
    (drawing,) = [one for one in fences(MODELS, "wireframe") if "┌" in one]
    words = words_of(Sheet(wireframe(drawing)))
    for said in ("Menu", "Settings", "From", "Subject", "Status: ready"):
        assert said in words


@pytest.mark.parametrize("example", [*fences(MODELS, "json"), *fences(JSON, "json")])
def test_the_sheets_in_json_are_pages(example):
    sheet = Sheet.from_json(example)
    assert "<svg" in sheet.to_svg()
    assert Sheet.from_json(sheet.to_json()) == sheet
    assert faults(example) == []
    whole = json.dumps(filled(json.loads(example), strict_schema()))
    assert faults(whole, strict_schema()) == []
    assert Sheet.from_json(whole) == sheet


#: What the table of blocks says can be written.
EVERYTHING = """\
---
title: EVERYTHING
fit: page
arrows:
  - one -> two
---

## One {icon=leaf accent=leaf #one aside="remark →"}

### A part

- item
- ✓ good
- ✗ bad
- → so

1. first

| a | b |
|:---:|---:|
| 1 | 2 |

> [!TIP]
> a sentence

> [!CAUTION]
> another

## Two {#two}

Term
: meaning

Other
: meaning, too

> words
> — Name

:::: columns
::: card Name {what="remark" icon=bot favourite}
inside
:::
::: card Other
inside
:::
::::

## 🐍 Three

::: compare {versus=VS}
::: card One
a
:::
::: card Two
b
:::
:::

```python
print("hello")
```

$$\\frac{a}{b}$$
"""


def test_what_the_guide_lists_can_be_written(written):
    pytest.importorskip("ziamath")
    (sheet,) = written(EVERYTHING)
    words = words_of(sheet)
    for said in ("A part", "good", "Term", "— Name", "remark", "print"):
        assert said in words


@pytest.mark.parametrize("icon", sorted(set(re.findall(r"icon=([\w-]+)", MODELS)) | set(re.findall(r'"icon": "([^"]+)"', MODELS + JSON))))
def test_icons_of_the_guides_are_there(icon):
    from sketchsvg.icons.find import icon as find

    assert find(icon)
