"""Blocks composed by themselves, as a section would compose them."""

import pytest

from sketchsvg.frame import Setting
from sketchsvg.identity import settled
from sketchsvg.lettering.hand import hand_of
from sketchsvg.theme.load import load_theme


@pytest.fixture
def setting():
    """The first theme at 9 pt."""
    return Setting(load_theme("nano-banana"), hand_of(), "cobalt", size=9.0)


@pytest.fixture
def compose(setting):
    """Composes a block in a width (and a height) and settles it at the origin."""

    def composed(block, width=80.0, height=None):
        return settled(block.composed(width, setting, height), 0.0, 0.0)

    return composed
