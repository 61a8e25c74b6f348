"""Themes: what gives a page its look, read from TOML."""

from sketchsvg.theme.hands import hand_names, load_hand
from sketchsvg.theme.load import load_theme, theme_names
from sketchsvg.theme.theme import HUES, HandStyle, Theme

__all__ = ["HUES", "HandStyle", "Theme", "hand_names", "load_hand", "load_theme", "theme_names"]
