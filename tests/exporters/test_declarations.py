import pytest
from msgspec.msgpack import decode

from sketchsvg.exporters import declarations
from sketchsvg.exporters.declarations import STORE, Declarations, prepared_ffi, sources_checksum, understood


def test_the_prepared_declarations_are_those_of_cairocffi():
    pytest.importorskip("cffi")
    stored = decode(STORE.read_bytes(), type=Declarations)
    if stored.checksum != sources_checksum():
        pytest.skip("another cairocffi is installed; python -m sketchsvg.exporters.declarations prepares for it")
    assert stored == understood()


def test_the_object_knows_what_cairo_can_do():
    ffi = prepared_ffi()
    if ffi is None:
        pytest.skip("another cairocffi is installed")
    assert ffi.sizeof("cairo_matrix_t") == 48
    assert ffi.string(ffi.cast("cairo_status_t", 1)) == "CAIRO_STATUS_NO_MEMORY"
    assert ffi.typeof("cairo_path_data_t").kind == "union"


def test_nothing_is_prepared_for_another_cairocffi(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(declarations, "SOURCES", ("constants.py",))
    assert prepared_ffi() is None


def test_where_there_are_no_sources_there_is_nothing_to_compare(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(declarations, "SOURCES", ("no such file.py",))
    assert sources_checksum() is None
    assert prepared_ffi() is None
