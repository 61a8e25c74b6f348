import pytest

from sketchsvg.calling import caller
from sketchsvg.errors import LayoutError, SheetError, SketchError, Source


def test_a_source_reads_as_editors_know_it():
    assert str(Source("a.py", 3)) == "a.py:3"
    assert str(Source("a.py", 3, 7)) == "a.py:3:7"
    assert Source("a.py", 3) == Source("a.py", 3) != Source("a.py", 4)
    assert len({Source("a.py", 3), Source("a.py", 3)}) == 1


def test_a_place_in_code_knows_its_column():
    namespace = {"caller": caller}
    exec(compile("first = 1\nwhere = [  caller()]", "/sheet.py", "exec"), namespace)
    (source,) = namespace["where"]
    assert (source.file, source.line, source.column) == ("/sheet.py", 2, 12)


def test_an_error_says_what_where_and_how_to_mend_it():
    error = SheetError("It is wrong.", where=Source("a.py", 3), mend="Make it right.")
    assert str(error) == "a.py:3: It is wrong.\n  Make it right."
    assert str(SheetError("It is wrong.")) == "It is wrong."


@pytest.mark.parametrize("kind", SketchError.__subclasses__())
def test_every_error_has_an_exit_status(kind):
    assert kind.status in (1, 2)


def test_a_layout_error_knows_what_is_missing():
    assert LayoutError("Too high.", missing_mm=3.5).missing_mm == 3.5
