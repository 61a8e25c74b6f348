"""How well a colour reads on another, and the nearest colour that does."""

from __future__ import annotations

from functools import lru_cache

#: Colours lighter than this are tints, chosen for white paper; papers darker than that are written on with light ink.
PALE, DARK = 0.45, 0.25
#: How much of its hue a tint leaves on dark paper.
TINGE = 0.34
#: The contrast that WCAG 2.2, success criterion 1.4.3, asks of text.
READABLE = 4.5


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue (0 to 255) of ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@lru_cache(maxsize=1024)
def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    linear = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (channel / 255 for channel in channels(colour))
    ]
    # Rounded, so that the last digit of a platform's power function can never choose a colour.
    return round(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2], 9)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, from 1 (none) to 21 (black on white)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def laid_over(ground: str, colour: str, opacity: float) -> str:
    """``colour`` at ``opacity`` (0 to 1) on ``ground``, as one opaque colour."""
    pairs = zip(channels(ground), channels(colour), strict=True)
    mixed = [round(below + (above - below) * opacity) for below, above in pairs]
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def soaked(colour: str, ground: str) -> str:
    """A tint that was chosen for white paper, as it looks on ``ground``; strong colours stay what they are.

    Light paper shines through it (the channels are multiplied, as inks are); dark paper takes a tinge of its hue.
    """
    if luminance(colour) < PALE:
        return colour
    if luminance(ground) >= DARK:
        mixed = [round(one * other / 255) for one, other in zip(channels(colour), channels(ground), strict=True)]
        return "#{:02x}{:02x}{:02x}".format(*mixed)
    # The hue without the white in it.
    least, most = min(channels(colour)), max(channels(colour))
    pure = [round(255 * (channel - least) / (most - least)) if most > least else 160 for channel in channels(colour)]
    return laid_over(ground, "#{:02x}{:02x}{:02x}".format(*pure), TINGE)


def readable(colour: str, grounds: tuple[str, ...], ink: str) -> str:
    """``colour``, darkened or lightened in small steps until it reads on every one of ``grounds``.

    Goes the way of ``ink``, the colour of plain text: darker where ink is dark, by taking the same from every channel
    (so orange turns deep orange and not brown); where ink is light, towards white. Ends at black or white if nothing
    before reads.
    """
    darker = luminance(ink) < luminance(grounds[0])
    for step in range(0, 256, 3):
        if darker:
            mixed = [max(0, channel - step) for channel in channels(colour)]
        else:
            mixed = [channel + (255 - channel) * step // 255 for channel in channels(colour)]
        candidate = "#{:02x}{:02x}{:02x}".format(*mixed)
        if all(contrast(candidate, ground) >= READABLE for ground in grounds):
            break
    return candidate
