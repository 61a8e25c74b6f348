"""Diagrams, one a file."""
