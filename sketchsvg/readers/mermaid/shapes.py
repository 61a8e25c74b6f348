"""The shapes a node can have: brackets, the names of ``@{shape: …}`` with their aliases, and which of them are one."""

from __future__ import annotations

# Canonical short name: every other name that mermaid documents for the same shape.
NAMED: dict[str, tuple[str, ...]] = {
    "bang": (),
    "bolt": ("com-link", "lightning-bolt"),
    "bow-rect": ("bow-tie-rectangle", "stored-data"),
    "brace": ("brace-l", "comment"),
    "brace-r": (),
    "braces": (),
    "circle": ("circ",),
    "cloud": (),
    "cross-circ": ("crossed-circle", "summary"),
    "curv-trap": ("curved-trapezoid", "display"),
    "cyl": ("cylinder", "database", "db"),
    "datastore": ("data-store",),
    "dbl-circ": ("double-circle", "doublecircle"),
    "delay": ("half-rounded-rectangle",),
    "diam": ("decision", "diamond", "question"),
    "div-rect": ("div-proc", "divided-process", "divided-rectangle"),
    "doc": ("document",),
    "docs": ("documents", "st-doc", "stacked-document"),
    "f-circ": ("filled-circle", "junction"),
    "flag": ("paper-tape",),
    "flip-tri": ("flipped-triangle", "manual-file"),
    "fork": ("join",),
    "fr-circ": ("framed-circle", "stop"),
    "fr-rect": ("framed-rectangle", "subproc", "subprocess", "subroutine"),
    "h-cyl": ("das", "horizontal-cylinder"),
    "hex": ("hexagon", "prepare"),
    "hourglass": ("collate",),
    "lean-l": ("lean-left", "out-in"),
    "lean-r": ("in-out", "lean-right"),
    "lin-cyl": ("disk", "lined-cylinder"),
    "lin-doc": ("lined-document",),
    "lin-rect": ("lin-proc", "lined-process", "lined-rectangle", "shaded-process"),
    "notch-pent": ("loop-limit", "notched-pentagon"),
    "notch-rect": ("card", "notched-rectangle"),
    "odd": (),
    "rect": ("proc", "process", "rectangle"),
    "rounded": ("event",),
    "sl-rect": ("manual-input", "sloped-rectangle"),
    "sm-circ": ("small-circle", "start"),
    "st-rect": ("processes", "procs", "stacked-rectangle"),
    "stadium": ("pill", "terminal"),
    "tag-doc": ("tag-document", "tagged-document"),
    "tag-rect": ("tag-proc", "tagged-process", "tagged-rectangle"),
    "text": (),
    "trap-b": ("priority", "trapezoid", "trapezoid-bottom"),
    "trap-t": ("inv-trapezoid", "manual", "trapezoid-top"),
    "tri": ("extract", "triangle"),
    "win-pane": ("internal-storage", "window-pane"),
    # Known to mermaid, but not in its table of shapes.
    "ellipse": (),
    "note": (),
    "choice": (),
    "state": (),
    "anchor": (),
    "icon": (),
}

CANONICAL: dict[str, str] = {alias: short for short, names in NAMED.items() for alias in (short, *names)}

# The brackets' names as mermaid stores them, and the shape of the table that is the same.
BRACKET_FIGURES: dict[str, str] = {
    "square": "rect",
    "round": "rounded",
    "diamond": "diam",
    "stadium": "stadium",
    "cylinder": "cyl",
    "subroutine": "fr-rect",
    "circle": "circle",
    "doublecircle": "dbl-circ",
    "ellipse": "ellipse",
    "odd": "odd",
    "hexagon": "hex",
    "lean_right": "lean-r",
    "lean_left": "lean-l",
    "trapezoid": "trap-b",
    "inv_trapezoid": "trap-t",
    "rect": "rect",
}


def figure_of(shape: str | None) -> str:
    """The canonical short name of a shape, however it was said; a plain box where nothing was said."""
    if shape is None:
        return "rect"
    return CANONICAL.get(shape) or BRACKET_FIGURES.get(shape, "rect")
