"""What settings can say about the colours of a flowchart."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: The theme variables that a flowchart has a use for; of several that say one thing the first counts.
VARIABLES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "node": ("mainBkg", "nodeBkg", "primaryColor"),
    "border": ("nodeBorder", "primaryBorderColor"),
    "words": ("nodeTextColor", "primaryTextColor", "textColor"),
    "line": ("defaultLinkColor", "lineColor"),
    "label": ("textColor",),
    "frame": ("clusterBkg", "tertiaryColor"),
    "frame_border": ("clusterBorder", "tertiaryBorderColor"),
    "title": ("titleColor", "tertiaryTextColor"),
})  # fmt: skip
#: mermaid's own themes, as far as they are colours of a flowchart. The usual one is left to the page.
THEMES: Mapping[str, Mapping[str, str]] = MappingProxyType({
    "forest": {"mainBkg": "#cde498", "nodeBorder": "#13540c", "clusterBkg": "#cdffb2", "clusterBorder": "#6eaa49"},
    "neutral": {"mainBkg": "#eeeeee", "nodeBorder": "#999999", "lineColor": "#666666", "clusterBorder": "#707070"},
})  # fmt: skip
