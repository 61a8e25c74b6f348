"""Machines without fonts, and fonts of our own making."""

import pytest

from sketchsvg.lettering.fonts import fallback, find


def forget():
    """Lets nothing stay known of the fonts of another test."""
    for cached in (find.installed, find.fonts_named, fallback._written, fallback._shaped, fallback._fitted):
        cached.cache_clear()


@pytest.fixture
def no_fonts(monkeypatch):
    """No font is installed."""
    forget()
    monkeypatch.setattr(find, "_listed", lambda: iter(()))
    monkeypatch.setattr(find, "_scanned", lambda: iter(()))
    yield
    forget()
