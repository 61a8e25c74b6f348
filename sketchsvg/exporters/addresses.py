"""Addresses that a file may lead to: those that open a page or a letter, and none that run something."""

from __future__ import annotations

import re

SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})


def safe_address(address: str) -> str:
    """The address, or nothing where a click on it could run a program (``javascript:``, ``data:`` and the like).

    Browsers pass over white space and control characters in a scheme, so an address with any has none that is known.
    """
    start = address.partition("#")[0].partition("?")[0].partition("/")[0]
    scheme, colon, _ = start.partition(":")
    if colon and scheme.lower() not in SCHEMES:
        return ""
    return address.strip() if address.isprintable() else ""


def heading_name(text: str) -> str:
    """The name that GitHub gives to a heading, by which links lead to it: ``Key Terms!`` is ``key-terms``."""
    return re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
