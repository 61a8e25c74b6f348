"""Many pages: sections flow through columns and pages at the theme's own size, and heads stay with what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle, islice

from msgspec import Struct, field
from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.heading import Heading, compose_heading
from sketchsvg.blocks.leaf import HEADER, Leaf, Room, room_for
from sketchsvg.blocks.section import Section
from sketchsvg.blocks.subhead import Subhead
from sketchsvg.errors import LayoutError
from sketchsvg.frame import Setting
from sketchsvg.readers.markdown.breaks import breaks, keeps_next, rows_of
from sketchsvg.theme.theme import HUES

#: A section that would fit whole into the next column goes there when less than this part of the column is left.
KEPT_TOGETHER = 0.3
#: The least that may stand of a broken section at the foot of a column, in mm; what a head over sections needs below.
LEAST_BEGUN, UNDER_HEAD = 28.0, 45.0
#: No row is less high than this, in mm.
ROW = 2.5
#: So many ways to break a block are looked at first.
FIRST_WAYS = 16
#: A break at a good place may leave this part of the fullest column's height.
GOOD = 0.82
#: How often the height of the columns of the last page is halved to find the least.
BALANCING = 7
#: More pages than this are no notes.
MOST_PAGES = 400


class Pages(Struct):
    """Pages being filled, column by column."""

    room: Room
    count: int
    setting: Setting
    continued: str
    top: float = 0.0
    pages: list[list[list[Block]]] = field(default_factory=lambda: [[[]]])
    used: float = 0.0
    #: What was still to be put where the last page began.
    rest: list[Block] = field(default_factory=list)

    @property
    def full(self) -> float:
        """The height of the column that is being filled, in mm."""
        return self.room.height - (self.top if len(self.pages) == 1 else 0.0)

    @property
    def left(self) -> float:
        """What is left of it."""
        return self.full - self.used - (self.room.gutter * 0.8 if self.used else 0.0)

    def height(self, block: Block) -> float:
        """The height of a block in a column; of a very long one, at least so much."""
        least = rows_of(block) * ROW
        return least if least > self.room.height else block.composed(self.room.column, self.setting).height

    def put(self, block: Block) -> None:
        """Puts a block under the last one."""
        self.used += self.height(block) + (self.room.gutter * 0.8 if self.used else 0.0)
        self.pages[-1][-1].append(block)

    def go_on(self) -> None:
        """Begins the next column."""
        if len(self.pages[-1]) < self.count:
            self.pages[-1].append([])
        else:
            self.pages.append([[]])
        self.used = 0.0

    def fill(self, blocks: Sequence[Block]) -> None:
        """Puts all blocks, one after the other, and remembers where the last page began."""
        self.rest = list(blocks)
        for number, block in enumerate(blocks):
            for rest in self._flow(block):
                self.rest = [rest, *blocks[number + 1 :]]
            if len(self.pages) > MOST_PAGES:
                what = f"The notes take more than {MOST_PAGES} pages."
                raise LayoutError(what, where=block.source, mend="Divide them.")

    def _flow(self, block: Block) -> Iterator[Block]:
        """Puts a block where there is room for it, broken where it has to be; yields what is left at each new page."""
        rest: Block | None = block
        while rest is not None:
            high = self.height(rest)
            needed = high + (UNDER_HEAD if keeps_next(rest) else 0.0)
            if needed <= self.left or (high <= self.left and not self.used):
                self.put(rest)
                return
            whole_later = high <= self.room.height and self.left < KEPT_TOGETHER * self.full
            parts = None if whole_later and self.used else self._broken(rest)
            if parts is not None:
                self.put(parts[0])
                rest = parts[1]
            elif not self.used and self.full >= self.room.height:
                raise _too_high(rest, high - self.full)
            before = len(self.pages)
            self.go_on()
            if len(self.pages) > before:
                yield rest

    def _broken(self, block: Block) -> tuple[Block, Block] | None:
        """The block in two, the first part as high as there is room for; None where none of it goes there well."""
        if keeps_next(block):
            return None
        ways: list[tuple[Block, Block]] = []
        every = breaks(block, self.continued)
        # Of a long list only the beginning is broken in all ways: what fits, and about as much again.
        while more := list(islice(every, max(FIRST_WAYS, len(ways)))):
            ways += more
            if self.height(ways[-1][0]) > self.left:
                break
        low, high = 0, len(ways)
        while low < high:
            middle = (low + high) // 2
            if self.height(ways[middle][0]) <= self.left:
                low = middle + 1
            else:
                high = middle
        if not low:
            return None
        if self.used and self.height(ways[low - 1][0]) < LEAST_BEGUN:
            return None
        return self._best(ways[:low])

    def _best(self, ways: list[tuple[Block, Block]]) -> tuple[Block, Block]:
        """Of the ways that fit, the fullest that breaks before a head and leaves enough, if one is full enough."""
        least = GOOD * self.height(ways[-1][0])
        for test in (_before_head, _between_blocks):
            for first, rest in reversed(ways):
                if self.height(first) < least:
                    break
                if test(first, rest) and self.height(rest) > LEAST_BEGUN:
                    return first, rest
        return ways[-1]


def flowed(
    banner: Sequence[Block], blocks: Sequence[Block], size: tuple[float, float], columns: int, setting: Setting, *,
    header: str, continued: str,
) -> list[Leaf]:
    """The blocks on as many leaves as they need; ``size`` is that of the page's content in mm.

    ``banner`` stands over the whole width of the first. The columns of the last page are of about one height.
    ``LayoutError`` for a block that is higher than a page and cannot be broken.
    """
    room = room_for(*size, columns, setting)
    wide = size[0] - room.gutter
    top = sum(block.composed(wide, setting).height + room.gutter for block in banner) - HEADER

    pages = Pages(room, columns, setting, continued, top)
    pages.fill(blocks)
    several = len(pages.pages) > 1
    if columns > 1:
        _balance(pages)
    return [
        Leaf(
            columns=tuple(tuple(column) for column in (*page, *[[]] * (columns - len(page)))),
            banner=tuple(banner) if number == 1 else (),
            header=header if number > 1 else "", number=f"– {number} –" if several else "",
            source=next((block.source for column in page for block in column), None),
        )
        for number, page in enumerate(pages.pages, 1)
    ]  # fmt: skip


def _balance(pages: Pages) -> None:
    """Makes the columns of the last page as low as they can be without another page."""
    top = pages.top if len(pages.pages) == 1 else 0.0
    low, high = max(0.0, top), pages.room.height
    for _ in range(BALANCING):
        middle = (low + high) / 2
        tried = Pages(replace(pages.room, height=middle), pages.count, pages.setting, pages.continued, top)
        try:
            tried.fill(pages.rest)
        except LayoutError:
            low = middle
            continue
        if len(tried.pages) == 1:
            pages.pages[-1], high = tried.pages[0], middle
        else:
            low = middle


def coloured(blocks: Sequence[Block], page_height: float, room: Room, setting: Setting) -> Iterator[Block]:
    """The sections in the hues of the theme in turn; those that are longer than a page and a half are divided.

    A divided section becomes a head over sections, one for each of its subheads.
    """
    hues = cycle(hue for hue in HUES if hue != "banana")
    for block in blocks:
        if not isinstance(block, Section):
            yield block
            continue
        if not head_fits(block, room.column, setting):
            yield from unframed(block)
            continue
        long = block.composed(room.column, setting).height > 1.2 * page_height
        heads = [one for one in block.blocks if isinstance(one, Subhead) and one.rank == 1]
        if long and len(heads) > 1:
            yield from _divided(block, hues)
        else:
            yield _with(block, accent=block.accent or next(hues))


def head_fits(block: Section, width: float, setting: Setting) -> bool:
    """Whether the head of a section goes on one line of a frame ``width`` mm wide."""
    heading = Heading(block.head, block.icon, block.aside, block.source)
    try:
        compose_heading(heading, width - 2 * setting.padding - setting.theme.lines.section, setting)
    except LayoutError:
        return False
    return True


def unframed(block: Section) -> tuple[Block, ...]:
    """A section whose head is too long for a frame: its head over several lines, then its blocks."""
    head = Subhead(words=block.head, rank=1, icon=block.icon, name=block.name, source=block.source)
    lower = (_with(one, rank=min(3, one.rank + 1)) if isinstance(one, Subhead) else one for one in block.blocks)
    return (head, *lower)


def _divided(block: Section, hues: Iterator[str]) -> Iterator[Block]:
    yield Subhead(words=block.head, rank=0, icon=block.icon, name=block.name, source=block.source)
    head: Subhead | None = None
    inside: list[Block] = []
    for one in (*block.blocks, None):
        if one is None or (isinstance(one, Subhead) and one.rank == 1):
            if head is not None and inside:
                yield Section(
                    head=head.words, blocks=tuple(inside), icon=head.icon, accent=next(hues), source=head.source
                )
            elif head is not None:
                yield head
            else:
                yield from inside
            head, inside = one, []
        else:
            inside.append(_with(one, rank=one.rank - 1) if isinstance(one, Subhead) else one)


def _before_head(first: Block, rest: Block) -> bool:
    return isinstance(rest, Section) and isinstance(rest.blocks[0], Subhead)


def _between_blocks(first: Block, rest: Block) -> bool:
    """Whether a section is broken between its blocks, none of which is broken itself."""
    if not isinstance(first, Section) or not isinstance(rest, Section):
        return False
    return type(first.blocks[-1]) is not type(rest.blocks[0])


def _with(block: Block, **fields: object) -> Block:
    return replace(block, **fields)


def _too_high(block: Block, missing: float) -> LayoutError:
    called = f" “{block.label}”" if block.label else ""
    return LayoutError(
        f"The {block.kind}{called} is {missing:.0f} mm higher than a page.", where=block.source,
        mend="Divide it, or take a larger page.", missing_mm=missing,
    )  # fmt: skip
