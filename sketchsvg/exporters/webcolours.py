"""Colours of an SVG that depend on where it is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sketchsvg.exporters.painting import Painting

#: How much each channel adds to how light a colour looks (ITU-R BT.709), and the lightness of dark paper and of light
#: ink: neither is the utmost, as white on black glares.
_WEIGHTS = (0.2126, 0.7152, 0.0722)
_DARKEST, _LIGHTEST = 0.11, 0.93


def ink_colour(painting: Painting) -> str:
    """The colour that most of the writing has, measured in points; of all lines where nothing is written."""
    points: Counter[str] = Counter()
    for wanted in ("text", ""):
        for element in painting.elements:
            if element.width != "0" and (element.label == wanted or not wanted):
                starts = painting.curves.starts
                points[element.colour] += int(starts[element.last] - starts[element.first])
        if points:
            break
    return max(points, key=lambda colour: (points[colour], colour), default="")


def dark_colour(colour: str) -> str:
    """The colour ``#rrggbb`` as it should be on dark paper: as light as it was dark, in the same hue."""
    channels = _channels(colour)
    light = _lightness(channels)
    turned = _LIGHTEST - light * (_LIGHTEST - _DARKEST)
    mixed = (min(max(turned + channel - light, 0.0), 1.0) for channel in channels)
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in mixed)


def dark_style(painting: Painting, scope: str, spared: Sequence[str] = ()) -> str:
    """A style sheet that gives elements inside the id ``scope``, and nothing else, their colours on dark pages.

    Empty where the ink is light, since then the paper is dark already. It holds nothing that XML or HTML would have to
    escape.
    """
    ink = ink_colour(painting)
    if ink and _lightness(_channels(ink)) > 0.5:
        return ""
    paints = {("fill" if element.width == "0" else "stroke", element.colour): None for element in painting.elements}
    rules = "".join(
        f"#{scope} [{kind}='{colour}']{{{kind}:{dark_colour(colour)}}}"
        for kind, colour in paints if colour not in spared
    )  # fmt: skip
    if any(element.multiplied for element in painting.elements):
        # On dark paper clear ink would not show.
        rules += f"#{scope} [style]{{mix-blend-mode:normal!important}}"
    return f"@media (prefers-color-scheme:dark){{{rules}}}"


def _channels(colour: str) -> list[float]:
    """Red, green and blue of ``#rrggbb``, from 0 to 1."""
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def _lightness(channels: Sequence[float]) -> float:
    return sum(weight * channel for weight, channel in zip(_WEIGHTS, channels, strict=True))
