"""Colours of CSS as ``#rrggbb`` and an opacity."""

from __future__ import annotations

import re
from functools import lru_cache

from sketchsvg.readers.svg.units import parse_length, share

_FUNCTION = re.compile(r"(rgba?|hsla?)\(([^()]*)\)")
_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_TURNS = {"deg": 1.0, "grad": 0.9, "turn": 360.0}

#: The named colours (CSS Color 4, 6.1), as one line a hue family.
_NAMES = """
black 000000 silver c0c0c0 gray 808080 grey 808080 white ffffff maroon 800000 red ff0000 purple 800080 fuchsia ff00ff
magenta ff00ff green 008000 lime 00ff00 olive 808000 yellow ffff00 navy 000080 blue 0000ff teal 008080 aqua 00ffff
cyan 00ffff aliceblue f0f8ff antiquewhite faebd7 aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4
blanchedalmond ffebcd blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0 chartreuse 7fff00
chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c darkblue 00008b darkcyan 008b8b
darkgoldenrod b8860b darkgray a9a9a9 darkgrey a9a9a9 darkgreen 006400 darkkhaki bdb76b darkmagenta 8b008b
darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon e9967a darkseagreen 8fbc8f
darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise 00ced1 darkviolet 9400d3 deeppink ff1493
deepskyblue 00bfff dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick b22222 floralwhite fffaf0
forestgreen 228b22 gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 goldenrod daa520 greenyellow adff2f honeydew f0fff0
hotpink ff69b4 indianred cd5c5c indigo 4b0082 ivory fffff0 khaki f0e68c lavender e6e6fa lavenderblush fff0f5
lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6 lightcoral f08080 lightcyan e0ffff lightgoldenrodyellow fafad2
lightgray d3d3d3 lightgrey d3d3d3 lightgreen 90ee90 lightpink ffb6c1 lightsalmon ffa07a lightseagreen 20b2aa
lightskyblue 87cefa lightslategray 778899 lightslategrey 778899 lightsteelblue b0c4de lightyellow ffffe0
limegreen 32cd32 linen faf0e6 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db
mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585
midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead oldlace fdf5e6
olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98
paleturquoise afeeee palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd
powderblue b0e0e6 rebeccapurple 663399 rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513 salmon fa8072
sandybrown f4a460 seagreen 2e8b57 seashell fff5ee sienna a0522d skyblue 87ceeb slateblue 6a5acd slategray 708090
slategrey 708090 snow fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c thistle d8bfd8 tomato ff6347
turquoise 40e0d0 violet ee82ee wheat f5deb3 whitesmoke f5f5f5 yellowgreen 9acd32
canvas ffffff canvastext 000000 linktext 0000ee buttonface f0f0f0 buttontext 000000 graytext 808080
"""
_WORDS = _NAMES.split()
NAMED = dict(zip(_WORDS[0::2], _WORDS[1::2], strict=True))

Rgb = tuple[float, float, float]


@lru_cache(4096)
def parse_colour(text: str) -> tuple[str, float] | None:
    """(``#rrggbb``, opacity) of a CSS colour, or None when it is none."""
    text = text.strip().lower()
    if text in NAMED:
        return f"#{NAMED[text]}", 1.0
    if text == "transparent":
        return "#000000", 0.0
    if _HEX.fullmatch(text):
        digits = text[1:] if len(text) > 5 else "".join(2 * digit for digit in text[1:])
        return f"#{digits[:6]}", int(digits[6:] or "ff", 16) / 255
    match = _FUNCTION.fullmatch(text)
    if match is None:
        return None
    parts = match[2].replace(",", " ").replace("/", " ").split()
    if len(parts) not in (3, 4):
        return None
    colour = _rgb(parts) if match[1].startswith("rgb") else _hsl(parts)
    return None if colour is None else (to_hex(colour), share(parts[3]) if len(parts) == 4 else 1.0)


def _rgb(parts: list[str]) -> Rgb | None:
    values = [parse_length(part, whole=255.0) for part in parts[:3]]
    if None in values:
        return None
    red, green, blue = (min(255.0, max(0.0, value or 0.0)) / 255 for value in values)
    return red, green, blue


def _hsl(parts: list[str]) -> Rgb | None:
    """CSS Color 4, 7.1."""
    turn = next((unit for unit in _TURNS if parts[0].endswith(unit)), "")
    hue = parse_length(parts[0].removesuffix(turn))
    saturation, lightness = (parse_length(part, whole=1.0) for part in parts[1:3])
    if hue is None or saturation is None or lightness is None:
        return None
    hue *= _TURNS.get(turn, 1.0)
    saturation, lightness = min(1.0, max(0.0, saturation)), min(1.0, max(0.0, lightness))
    reach = saturation * min(lightness, 1 - lightness)

    def channel(n: int) -> float:
        k = (n + hue / 30) % 12
        return lightness - reach * max(-1.0, min(k - 3, 9 - k, 1.0))

    return channel(0), channel(8), channel(4)


def to_hex(colour: Rgb) -> str:
    """``#rrggbb`` of red, green and blue between 0 and 1."""
    return "#" + "".join(f"{min(255, max(0, int(value * 255 + 0.5))):02x}" for value in colour)


def to_rgb(colour: str) -> Rgb:
    """Red, green and blue between 0 and 1 of ``#rrggbb``."""
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


@lru_cache(4096)
def mixed(one: str, other: str, much: float) -> str:
    """``one`` with a share ``much`` (0 to 1) of ``other``, channel by channel as SVG gradients do."""
    a, b = to_rgb(one), to_rgb(other)
    return to_hex((
        a[0] + (b[0] - a[0]) * much,
        a[1] + (b[1] - a[1]) * much,
        a[2] + (b[2] - a[2]) * much,
    ))


@lru_cache(4096)
def brightness(colour: str) -> float:
    """How light a colour looks, from 0 to 1 (luma, ITU-R BT.601)."""
    red, green, blue = to_rgb(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue


__all__ = ["NAMED", "brightness", "mixed", "parse_colour", "to_hex", "to_rgb"]
