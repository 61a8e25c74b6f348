"""Pens, one a file."""
