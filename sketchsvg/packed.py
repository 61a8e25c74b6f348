"""Arrays in one file: what is built once and comes along with the package."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt


def packed(arrays: Mapping[str, npt.ArrayLike], kinds: Mapping[str, str]) -> bytes:
    """The bytes of ``arrays``, in the order of ``kinds``, each kept as its kind (a little-endian dtype).

    In front of them stand their lengths, eight bytes each; of their shapes nothing is kept.
    """
    kept = [np.asarray(arrays[name]).astype(kind).ravel() for name, kind in kinds.items()]
    sizes = np.array([array.size for array in kept], dtype="<i8")
    return b"".join([sizes.tobytes(), *(array.tobytes() for array in kept)])


def unpacked(data: bytes, kinds: Mapping[str, str]) -> dict[str, npt.NDArray[Any]]:
    """The arrays that ``packed`` made ``data`` of: flat, read-only views of it."""
    sizes = np.frombuffer(data, "<i8", len(kinds))
    arrays: dict[str, npt.NDArray[Any]] = {}
    offset = sizes.nbytes
    for (name, kind), size in zip(kinds.items(), sizes.tolist(), strict=True):
        arrays[name] = np.frombuffer(data, kind, size, offset)
        offset += arrays[name].nbytes
    return arrays
