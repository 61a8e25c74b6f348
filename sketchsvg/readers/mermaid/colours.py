"""Colours as style statements write them, as ``#rrggbb``."""

from __future__ import annotations

import re
from functools import cache

# The named colours of CSS Color Module Level 4, https://www.w3.org/TR/css-color-4/#named-colors
NAMES = """
aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4
black 000000 blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0
chartreuse 7fff00 chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff
darkblue 00008b darkcyan 008b8b darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9
darkkhaki bdb76b darkmagenta 8b008b darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred 8b0000
darksalmon e9967a darkseagreen 8fbc8f darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f
darkturquoise 00ced1 darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff dimgray 696969 dimgrey 696969
dodgerblue 1e90ff firebrick b22222 floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc
ghostwhite f8f8ff gold ffd700 goldenrod daa520 gray 808080 green 008000 greenyellow adff2f grey 808080
honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082 ivory fffff0 khaki f0e68c lavender e6e6fa
lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6 lightcoral f08080 lightcyan e0ffff
lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 lightpink ffb6c1
lightsalmon ffa07a lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899 lightslategrey 778899
lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6 magenta ff00ff maroon 800000
mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db mediumseagreen 3cb371
mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585 midnightblue 191970
mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 oldlace fdf5e6 olive 808000
olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98
paleturquoise afeeee palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd
powderblue b0e0e6 purple 800080 rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1
saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 seagreen 2e8b57 seashell fff5ee sienna a0522d silver c0c0c0
skyblue 87ceeb slateblue 6a5acd slategray 708090 slategrey 708090 snow fffafa springgreen 00ff7f steelblue 4682b4
tan d2b48c teal 008080 thistle d8bfd8 tomato ff6347 turquoise 40e0d0 violet ee82ee wheat f5deb3 white ffffff
whitesmoke f5f5f5 yellow ffff00 yellowgreen 9acd32
"""

HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
FUNCTION = re.compile(r"(rgb|hsl)a?\(([^()]*)\)")
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)")


@cache
def _names() -> dict[str, str]:
    words = NAMES.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def colour(value: str) -> str | None:
    """``#rrggbb``, ``"none"`` for none or transparent, or None for what is no colour or cannot be resolved.

    Understands hexadecimal with 3, 4, 6 or 8 digits, the named colours of CSS, ``rgb()`` and ``hsl()``. What is not
    opaque is mixed with white.
    """
    word = value.strip().lower()
    if word in ("none", "transparent"):
        return "none"
    if word in _names():
        return f"#{_names()[word]}"
    if digits := HEX.fullmatch(word):
        found = digits.group(1)
        if len(found) < 6:
            found = "".join(digit * 2 for digit in found)
        return f"#{found}" if len(found) == 6 else mixed(f"#{found[:6]}", int(found[6:], 16) / 255)
    if call := FUNCTION.fullmatch(word):
        return _from_function(call.group(1), call.group(2))
    return None


def _from_function(name: str, arguments: str) -> str | None:
    parts = re.split(r"[\s,/]+", arguments.strip())[:4]
    numbers = [NUMBER.match(part) for part in parts]
    if len(parts) < 3 or not all(numbers):
        return None
    values = [float(number.group()) for number in numbers if number]
    opacity = 1.0 if len(values) < 4 else values[3] / (100 if parts[3].endswith("%") else 1)
    if name == "rgb":
        pairs = zip(values[:3], parts[:3], strict=True)
        return mixed(_hex([value * 255 / 100 if part.endswith("%") else value for value, part in pairs]), opacity)
    return mixed(_from_hsl(values[0] % 360, values[1] / 100, values[2] / 100), opacity)


def mixed(opaque: str, opacity: float) -> str:
    """A colour laid over white; ``"none"`` where nothing of it is left."""
    if opacity >= 1:
        return opaque
    if opacity <= 0:
        return "none"
    return _hex([255 - (255 - int(opaque[at : at + 2], 16)) * opacity for at in (1, 3, 5)])


def _from_hsl(hue: float, saturation: float, lightness: float) -> str:
    # CSS Color Module Level 4, section 7.1.
    reach = saturation * min(lightness, 1 - lightness)

    def channel(offset: int) -> float:
        k = (offset + hue / 30) % 12
        return 255 * (lightness - reach * max(-1.0, min(k - 3, 9 - k, 1.0)))

    return _hex([channel(0), channel(8), channel(4)])


def _hex(channels: list[float]) -> str:
    return "#" + "".join(f"{min(255, max(0, round(channel))):02x}" for channel in channels)
