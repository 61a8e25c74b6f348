"""Readers: files that hold sheets, each kind by its suffix."""

from sketchsvg.readers.read import read

__all__ = ["read"]
