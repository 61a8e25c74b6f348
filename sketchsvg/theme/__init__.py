"""Themes: what gives a page its look, read from TOML."""

from sketchsvg.theme.load import load_theme, theme_names
from sketchsvg.theme.theme import HUES, Theme

__all__ = ["HUES", "Theme", "load_theme", "theme_names"]
