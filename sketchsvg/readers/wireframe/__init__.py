"""Reads layouts that are drawn in characters into blocks: ``wireframe(text)``."""
