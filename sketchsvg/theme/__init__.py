"""Themes: the look of a sheet."""
