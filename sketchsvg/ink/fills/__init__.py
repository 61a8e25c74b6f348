"""Fills, one a file."""
