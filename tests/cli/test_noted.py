import warnings

import pytest

from sketchsvg.cli.noted import noting_warnings
from sketchsvg.errors import Note, SketchError


def test_notes_are_told_and_are_no_fault(capsys):
    with noting_warnings(strict=True):
        warnings.warn_explicit("something to know", Note, "notes.md", 3)
    assert "note: something to know" in capsys.readouterr().err


def test_what_is_said_twice_is_told_once(capsys):
    with pytest.raises(SketchError, match="one warning"), noting_warnings(strict=True):
        for _ in range(2):
            warnings.warn_explicit("something wrong", UserWarning, "notes.md", 3)
    assert capsys.readouterr().err.count("something wrong") == 1
