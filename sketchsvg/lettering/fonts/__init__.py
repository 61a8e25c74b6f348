"""Outline fonts for what the hand has no strokes for: found, shaped, and turned into strokes of the same pen."""
