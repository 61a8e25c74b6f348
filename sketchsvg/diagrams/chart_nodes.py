"""How the nodes and the frames of a flowchart are written, measured and drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.blocks.writing import TextBox, body_style, note_style, set_text, text_width, word_width
from sketchsvg.diagrams.chart import ChartEdge, ChartGroup, ChartNode, Dress
from sketchsvg.diagrams.figures import UNDER_SIGN, figure_named
from sketchsvg.errors import Source
from sketchsvg.frame import POINT, Frame, Setting, TextStyle
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import rectangle
from sketchsvg.icons.find import icon as find_icon
from sketchsvg.lettering.inline import plain_text
from sketchsvg.scene import Fill, Layer, Mark
from sketchsvg.theme.contrast import READABLE, contrast, laid_over, readable, soaked

#: Line pitch inside nodes, labels and titles, in em.
PITCH = 1.24
#: Words of labels are broken over this width, in em of the body.
LABEL_MEASURE = 11.0
#: The side of an icon over the words of a node, the white under it and beside it, in em.
ICON, UNDER_ICON, BESIDE_ICON = 1.7, 0.2, 0.35
#: How far the ground of a frame is tinted with ink.
TINT = 0.035
#: Dashes of dotted edges and dashed outlines, in mm.
DASH = (1.5, 1.3)
#: White around a frame's title, in mm.
TITLE_PAD = 1.6


class NodePart(Struct, frozen=True):
    """A node in its place."""

    node: ChartNode
    kind: ClassVar[str] = "node"
    percent: ClassVar[float | None] = None

    @property
    def label(self) -> str:
        """Its words."""
        return plain_text(self.node.words) or self.node.name

    @property
    def source(self) -> Source | None:
        """Where the author wrote it."""
        return self.node.source

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The ground, the outline and the inner lines."""
        theme, figure, dress = frame.setting.theme, figure_named(self.node.figure), self.node.dress
        depth, rect = Layer.PANEL + frame.setting.depth, figure.within(frame.rect)
        outline = figure.outline(rect)
        ink = theme.ink.text if dress.stroke in ("", "none") else dress.stroke
        weight = 0.0 if dress.stroke == "none" else theme.lines.card * min(2.5, max(0.5, dress.width))
        ground = (dress.fill or ink) if figure.solid else ground_of(dress, frame.setting)
        if ground and ground != "none" and not figure.bare:
            yield Mark(f"{frame.id}/ground", outline, "ruler", 0.0, ground, depth, fill=Fill("wash", ground))
        if not figure.bare:
            dash = DASH if dress.dashed else ()
            drawn = figure.drawn(rect) if figure.drawn is not None else outline
            yield Mark(f"{frame.id}/box", drawn, theme.pens.frame, weight, ink, Layer.LINE, dash=dash)
        if figure.inner is not None:
            pit = Fill("wash", ink) if figure.pit else None
            yield Mark(f"{frame.id}/inner", figure.inner(rect), theme.pens.frame, weight, ink, Layer.LINE, fill=pit)
        if isinstance(frame.detail, _Icons):
            x, y, side = frame.rect.x + frame.detail.x, frame.rect.y + frame.detail.y, frame.detail.side
            colour = frame.detail.colour
            for number, name in enumerate(self.node.icons):
                drawing = find_icon(name, self.node.source).curves.placed(x, y, side)
                key = f"{frame.id}/icon{number or ''}"
                yield Mark(key, drawing, theme.pens.icon, theme.lines.icon, colour, Layer.LINE)
                x += side + frame.detail.gap


class _Icons(Struct, frozen=True):
    """Where the icons of a node stand, from its corner, and how large, in mm."""

    x: float
    y: float
    side: float
    gap: float
    colour: str


class GroupPart(Struct, frozen=True):
    """A group's frame in its place."""

    group: ChartGroup
    kind: ClassVar[str] = "group"
    percent: ClassVar[float | None] = None

    @property
    def label(self) -> str:
        """Its title."""
        return plain_text(self.group.words) or self.group.name

    @property
    def source(self) -> Source | None:
        """Where the author wrote it."""
        return self.group.source

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """A tinted ground and a lighter line than those of nodes."""
        theme, dress = frame.setting.theme, self.group.dress
        outline = rectangle(frame.rect, theme.lines.card_radius)
        ink = theme.ink.note if dress.stroke in ("", "none") else dress.stroke
        tint = Fill("wash", theme.ink.text, TINT)
        fill = Fill("wash", soaked(dress.fill, theme.ink.panel)) if dress.fill not in ("", "none") else tint
        weight = 0.0 if dress.stroke == "none" else theme.lines.rule * min(3.0, max(0.5, dress.width))
        if dress.fill != "none":
            layer = Layer.PANEL + frame.setting.depth
            yield Mark(f"{frame.id}/ground", outline, "ruler", 0.0, fill.colour, layer, fill=fill)
        dash = DASH if dress.dashed else ()
        yield Mark(f"{frame.id}/frame", outline, theme.pens.frame, weight, ink, Layer.LINE, dash=dash)


class Written(Struct, frozen=True):
    """Words set for a node, a label or a title, and the size of all of it in mm."""

    box: TextBox | None
    width: float
    height: float


def ground_of(dress: Dress, setting: Setting) -> str:
    """The colour under a node's words; empty where the author wants none."""
    if dress.fill == "none":
        return ""
    panel = setting.theme.ink.panel
    return soaked(dress.fill, panel) if dress.fill else panel


def words_colour(dress: Dress, ground: str, setting: Setting) -> str:
    """The colour of words: the author's, or ink, as long as it reads on the ground."""
    theme = setting.theme
    ground = ground or theme.paper.colour
    if dress.words:
        return readable(dress.words, (ground,), theme.ink.text)
    if contrast(theme.ink.text, ground) >= READABLE:
        return theme.ink.text
    return max(("#ffffff", "#111111"), key=lambda colour: contrast(colour, ground))


def node_style(node: ChartNode, setting: Setting) -> TextStyle:
    """How a node's words are written."""
    dress = node.dress
    colour = words_colour(dress, ground_of(dress, setting), setting)
    style = body_style(setting, align="centre").scaled(1.0, PITCH, colour=colour)
    # On a ground of the author's, links and signs have the colour that can be read on it.
    return replace(style, toned=not dress.words and dress.fill in ("", "none"))


def write_node(node: ChartNode, measure: float, setting: Setting) -> Written:
    """A node's words in lines of at most ``measure`` em, and the size of the node around them."""
    figure = figure_named(node.figure)
    style = node_style(node, setting)
    inner = _inner(node.words, measure / figure.wide, style, setting)
    box = set_text(node.words, inner, style, setting, node.source) if node.words.strip() else None
    width, height = _icons_size(node, setting)
    if box:
        height += box.height
    return Written(box, *figure.around(max(inner, width), height))


def _icons_size(node: ChartNode, setting: Setting) -> tuple[float, float]:
    """Width and height in mm of a node's icons, the white under them included."""
    count, em = len(node.icons), setting.body * POINT
    if not count:
        return 0.0, 0.0
    under = UNDER_ICON if node.words.strip() else 0.0
    return (count * ICON + (count - 1) * BESIDE_ICON) * em, (ICON + under) * em


def place_node(node: ChartNode, written: Written, rect: Rect, depth: int, setting: Setting) -> Frame:
    """A node in its rectangle, its words in the middle of what the figure leaves them."""
    figure = figure_named(node.figure)
    box = written.box
    icons_width, icons_height = _icons_size(node, setting)
    words = box.height if box else 0.0
    y = (rect.height - words - icons_height) / 2 * (1 + figure.down)
    if figure.sign is not None:
        y = rect.height / 2 + figure.sign[1] / 2 + UNDER_SIGN
    shift = figure.aside + figure.hollow * rect.height
    icons = None
    if node.icons:
        em = setting.body * POINT
        x = (rect.width - icons_width) / 2 + shift
        colour = words_colour(node.dress, ground_of(node.dress, setting), setting)
        icons = _Icons(x, y, ICON * em, BESIDE_ICON * em, colour)
    lines = box.moved((rect.width - box.width) / 2 + shift, y + icons_height) if box else ()
    return Frame(NodePart(node), rect, setting.within(boxes=depth), lines=lines, detail=icons)


def label_style(edge: ChartEdge, setting: Setting) -> TextStyle:
    """How the words on an edge are written."""
    theme = setting.theme
    colour = readable(edge.dress.words, (theme.paper.colour,), theme.ink.text) if edge.dress.words else theme.ink.text
    return note_style(setting, align="centre").scaled(1.0, PITCH, colour=colour)


def write_label(edge: ChartEdge, setting: Setting) -> Written:
    """The words on an edge."""
    style = label_style(edge, setting)
    inner = _inner(edge.words, LABEL_MEASURE, style, setting)
    box = set_text(edge.words, inner, style, setting, edge.source)
    return Written(box, box.width + 0.8, box.height)


def title_style(group: ChartGroup, setting: Setting) -> TextStyle:
    """How a frame's title is written."""
    theme = setting.theme
    filled = group.dress.fill not in ("", "none")
    ground = soaked(group.dress.fill, theme.ink.panel) if filled else theme.paper.colour
    ground = ground if group.dress.fill else laid_over(ground, theme.ink.text, TINT)
    colour = words_colour(group.dress, ground, setting) if group.dress.words or group.dress.fill else theme.ink.note
    return note_style(setting).scaled(1.0, PITCH, theme.type.bold, colour)


def write_title(group: ChartGroup, setting: Setting) -> Written:
    """A frame's title, empty where it has none."""
    if not group.words.strip():
        return Written(None, 0.0, 0.0)
    style = title_style(group, setting)
    inner = _inner(group.words, 2 * LABEL_MEASURE, style, setting)
    box = set_text(group.words, inner, style, setting, group.source)
    return Written(box, box.width, box.height)


def _inner(words: str, measure: float, style: TextStyle, setting: Setting) -> float:
    """The width in mm that words take in lines of at most ``measure`` em; longer than that only for one long word."""
    if not words.strip():
        return 0.0
    full = text_width(words, style, setting)
    most = max(measure * style.size * POINT, word_width(words, style, setting))
    if full <= most:
        return full + 1e-6
    # As narrow as the same number of lines allows: lines of about equal length.
    count = len(set_text(words, most, style, setting).lines)
    low, high = word_width(words, style, setting), most
    for _ in range(7):
        middle = (low + high) / 2
        if len(set_text(words, middle, style, setting).lines) <= count:
            high = middle
        else:
            low = middle
    box = set_text(words, high, style, setting)
    return min(high, max(line.rect.width for line in box.lines) + 1e-6)
