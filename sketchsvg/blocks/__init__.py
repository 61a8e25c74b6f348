"""Blocks, one a file."""
