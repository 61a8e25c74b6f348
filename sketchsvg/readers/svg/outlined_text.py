"""Text that was turned into outlines by matplotlib, which leaves the words in a comment beside them."""

from __future__ import annotations

import re

from msgspec.structs import replace

from sketchsvg.lettering.skeleton import is_writable
from sketchsvg.readers.svg.affine import transform_of
from sketchsvg.readers.svg.context import Context, Reading
from sketchsvg.readers.svg.items import Lettering
from sketchsvg.readers.svg.paints import colour_of, paint_of
from sketchsvg.readers.svg.parse import Node

_GROUP = re.compile(r"text_[0-9]+")
#: Glyphs are drawn at 100 units an em.
_UNITS = 100.0
_MATHS = {
    "times": "×", "cdot": "·", "pm": "±", "leq": "≤", "geq": "≥", "neq": "≠", "approx": "≈", "infty": "∞",
    "rightarrow": "→", "to": "→", "degree": "°", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "Delta": "Δ",
    "epsilon": "ε", "theta": "θ", "lambda": "λ", "mu": "μ", "pi": "π", "rho": "ρ", "sigma": "σ", "Sigma": "Σ",
    "tau": "τ", "phi": "φ", "omega": "ω", "Omega": "Ω", "sum": "Σ", "sqrt": "√",
}  # fmt: skip
_NAMED = re.compile(r"\\([A-Za-z]+)\s*")
_RAISED = re.compile(r"\^(?:\{([^{}]*)\}|(.))")
_SUPERSCRIPTS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def read_outlined_text(group: Node, context: Context, reading: Reading) -> bool:
    """List the words of a group of outlined text; False, with nothing done, for any other group."""
    if not _GROUP.fullmatch(group.get("id")):
        return False
    glyphs = [child for child in group.children if child.tag == "g"]
    if len(glyphs) != 1 or not glyphs[0].comment:
        return False
    text = _plain(glyphs[0].comment.strip())
    if text is None:
        return False
    holder = glyphs[0]
    inner = context.inside(holder, reading)
    lines = text.split("\n")
    uses = [child for child in holder.children if child.tag == "use"]
    if len(lines) > 1 or not uses:
        return False
    end = 0.0
    for use in uses:
        place = transform_of(use, use.get("transform"))
        end = max(end, place[4] + 60.0 * place[0])
    style = inner.style
    opacity = style.share("fill-opacity") * inner.opacity
    colour = colour_of(paint_of(style["fill"] or "black", opacity, inner, (0.0, 0.0, 1.0, 1.0), reading))
    reading.budget.characters(len(text), group.where)
    if colour is not None:
        em = inner.moved((_UNITS, 0.0, 0.0, -_UNITS, 0.0, 0.0))
        item = Lettering(
            inner.key, text, em.matrix, end / _UNITS, colour.colour, colour.opacity, fixed=True, clips=context.clips
        )
        reading.items.append(replace(item, key=f"{inner.key}/text"))
    return True


def _plain(text: str) -> str | None:
    """Words without TeX's marks; None for what the hand cannot write in a line."""
    text = text.replace("- -", "--")
    if "$" in text:
        text = text.replace("$", "")
        text = re.sub(r"\\math[a-z]+\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}", r"\1", text)
        text = _RAISED.sub(lambda match: (match[1] or match[2] or "").translate(_SUPERSCRIPTS), text)
        text = _NAMED.sub(lambda match: _MATHS.get(match[1], match[1]), text)
        if any(sign in text for sign in "{}_\\"):
            return None
    return text if text and all(char in " \n" or is_writable(char) for char in text) else None
