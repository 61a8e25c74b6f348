"""BLAKE2b without the modules around it: ``hashlib`` would load the whole of OpenSSL first."""

from __future__ import annotations

try:
    from _blake2 import blake2b  # type: ignore[import-not-found,unused-ignore]
except ImportError:
    # Another Python than CPython.
    from hashlib import blake2b

__all__ = ["blake2b"]
