"""A tiny font of our own: a few characters made of bars, whose strokes everybody knows."""

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

#: Half the thickness of every bar, in font units (1000 an em).
HALF = 35


def _bar(pen, x0, y0, x1, y1):
    """A level or upright bar about a line."""
    left, right = min(x0, x1) - HALF, max(x0, x1) + HALF
    low, high = min(y0, y1) - HALF, max(y0, y1) + HALF
    _box(pen, left, low, right, high)


def _box(pen, left, low, right, high, *, hole=False):
    corners = [(left, low), (left, high), (right, high), (right, low)]
    for number, corner in enumerate(reversed(corners) if hole else corners):
        (pen.lineTo if number else pen.moveTo)(corner)
    pen.closePath()


def _glyph(*bars, ring=None, solid=None):
    pen = TTGlyphPen(None)
    for bar in bars:
        _bar(pen, *bar)
    if ring:
        left, low, right, high = ring
        _box(pen, left - HALF, low - HALF, right + HALF, high + HALF)
        _box(pen, left + HALF, low + HALF, right - HALF, high - HALF, hole=True)
    if solid:
        _box(pen, *solid)
    return pen.glyph()


GLYPHS = {
    "一": _glyph((100, 380, 900, 380)),
    "十": _glyph((100, 380, 900, 380), (500, 0, 500, 760)),
    "口": _glyph(ring=(200, 100, 800, 660)),
    "■": _glyph(solid=(100, 0, 900, 760)),
    "ぁ": _glyph((200, 380, 800, 380)),
    "ぃ": _glyph((500, 100, 500, 660)),
    "Ж": _glyph((200, 0, 200, 500), (600, 0, 600, 500), (200, 250, 600, 250)),
}


def build(path, characters="一十口■ぁぃЖ", features=""):
    """A font file with these characters; ``ぁぃ`` may be joined by ``features``."""
    names = {f"u{ord(char):04X}": char for char in characters}
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", *names, "joined"])
    font.setupCharacterMap({ord(char): name for name, char in names.items()})
    glyphs = {name: GLYPHS[char] for name, char in names.items()}
    glyphs |= {".notdef": _glyph((0, 0, 500, 0)), "joined": _glyph((100, 200, 900, 200), (100, 500, 900, 500))}
    font.setupGlyf(glyphs)
    wide = {name: 800 if name == "u0416" else 1000 for name in glyphs}
    font.setupHorizontalMetrics({name: (wide[name], font.font["glyf"][name].xMin) for name in glyphs})
    font.setupHorizontalHeader(ascent=880, descent=-120)
    font.setupNameTable({"familyName": "Bars", "styleName": "Regular"})
    font.setupOS2()
    font.setupPost()
    if features:
        addOpenTypeFeaturesFromString(font.font, features)
    font.save(path)
    return path
