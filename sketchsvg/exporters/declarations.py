"""What cairocffi declares of cairo, understood beforehand.

cairocffi describes cairo to cffi by a C header, and cffi parses it anew in every process, which takes 0.15 s. cffi can
also write down what it has understood (its "out-of-line" mode, the form in which cairocffi 1.4 was shipped). That is
kept beside this module for one version of cairocffi; with any other, cairocffi parses its header as ever.

``python -m sketchsvg.exporters.declarations`` writes it anew for the version that is installed.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any
from zlib import crc32

from msgspec import Struct
from msgspec.msgpack import decode, encode

STORE = Path(__file__).with_name("cairocffi.msgpack")
#: The modules of cairocffi that the declarations come from.
SOURCES = ("constants.py", "ffi.py")


class Declarations(Struct, frozen=True):
    """The declarations as cffi takes them, and the checksum of the sources that they were made from.

    The fields but the checksum are the arguments of cffi's own ``FFI``, whose format is its business.
    """

    checksum: int
    version: int
    types: bytes
    globals: tuple[bytes | int, ...]
    structs: tuple[tuple[bytes, ...], ...]
    enums: tuple[bytes, ...]
    typenames: tuple[bytes, ...]


def prepared_ffi() -> Any:
    """The object of cffi with all of cairo's declarations, or ``None`` where none were prepared for this cairocffi."""
    # With xcffib beside it, cairocffi declares more.
    checksum = sources_checksum()
    if checksum is None or find_spec("xcffib") is not None:
        return None
    stored = decode(STORE.read_bytes(), type=Declarations)
    if stored.checksum != checksum:
        return None
    from _cffi_backend import FFI

    return FFI(
        "cairocffi.ffi", _version=stored.version, _types=stored.types, _globals=stored.globals,
        _struct_unions=stored.structs, _enums=stored.enums, _typenames=stored.typenames,
    )  # fmt: skip


def sources_checksum() -> int | None:
    """CRC-32 of the sources of the installed cairocffi; ``None`` where it is not installed as files."""
    spec = find_spec("cairocffi")
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(spec.submodule_search_locations[0])
    try:
        return crc32(b"".join((folder / name).read_bytes() for name in SOURCES))
    except OSError:
        return None


def understood() -> Declarations:
    """The declarations of the installed cairocffi, parsed by cffi."""
    import ast
    from tempfile import TemporaryDirectory

    from cairocffi import constants
    from cffi import FFI

    parser = FFI()
    parser.cdef(constants._CAIRO_HEADERS)
    parser.set_source("declarations", None)
    with TemporaryDirectory() as folder:
        written = Path(folder, "declarations.py")
        parser.emit_python_code(str(written))
        call = next(node for node in ast.walk(ast.parse(written.read_text())) if isinstance(node, ast.Call))
    values = {str(keyword.arg): ast.literal_eval(keyword.value) for keyword in call.keywords}
    return Declarations(
        sources_checksum() or 0, values["_version"], values["_types"], values["_globals"],
        values["_struct_unions"], values["_enums"], values["_typenames"],
    )  # fmt: skip


if __name__ == "__main__":
    STORE.write_bytes(encode(understood()))
