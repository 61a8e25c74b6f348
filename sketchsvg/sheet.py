"""The sheet: what the author said, whole: blocks, page, theme and seed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import field
from msgspec.structs import force_setattr, replace

from sketchsvg.authored import Authored
from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller
from sketchsvg.errors import SheetError, Source
from sketchsvg.page import Page, page_named

if TYPE_CHECKING:
    from sketchsvg.blocks.arrows import Arrow
    from sketchsvg.web import Web


class Sheet(Authored, frozen=True):
    """One page: a block (an arrangement of blocks), a theme, a page and a seed.

    ``page`` is a name (``"A4"``, ``"A5 landscape"``, ``"120x80"`` in mm) or a ``Page``; ``theme`` a theme's name or a
    path; ``seed`` any whole number: another seed is the same page written another time. ``arrows`` lead the eye from
    block to block by their names: ``"proprietary -> open-weights"``. ``title``, ``author``, ``subject``,
    ``keywords``, ``language`` and ``description`` describe the page to programs and to those who cannot see it.
    ``hand`` is the name of a hand or a path (empty: the theme's own). ``lenient`` draws a box for a character that
    neither the hand nor a font has, and warns; else it is an error.
    """

    root: Block
    theme: str = "nano-banana"
    page: str | Page = "A4"
    seed: int = 0
    arrows: tuple[str | Arrow, ...] = ()
    title: str = ""
    author: str = ""
    language: str = "en"
    description: str = ""
    hand: str = ""
    lenient: bool = False
    subject: str = ""
    keywords: tuple[str, ...] = ()
    source: Source | None = field(default_factory=caller)

    def __post_init__(self) -> None:
        if not isinstance(self.root, Block):
            raise SheetError(
                f"A sheet holds a block, not {type(self.root).__name__}.",
                where=self.source,
                mend="Put blocks above each other with / and beside each other with |.",
            )
        if isinstance(self.seed, bool) or not isinstance(self.seed, int):
            raise SheetError(f"The seed must be a whole number, not {self.seed!r}.", where=self.source, mend="seed=23")
        if not isinstance(self.theme, str):
            raise SheetError(
                f"The theme is a name, not {type(self.theme).__name__}.", where=self.source, mend='theme="kraft"'
            )
        if not isinstance(self.hand, str):
            raise SheetError(
                f"The hand is a name, not {type(self.hand).__name__}.", where=self.source, mend='hand="neat"'
            )
        force_setattr(self, "page", page_named(self.page, self.source))
        force_setattr(self, "arrows", tuple(self.arrows))
        if isinstance(self.keywords, str):
            raise SheetError(
                "Keywords are several texts, not one.", where=self.source, mend='keywords=("notes", "models")'
            )
        force_setattr(self, "keywords", tuple(self.keywords))

    @property
    def paper_size(self) -> Page:
        """The page as a ``Page``."""
        assert isinstance(self.page, Page)
        return self.page

    def changed(self, **fields: Any) -> Sheet:
        """The same sheet with other fields: ``sheet.changed(theme="night")``. ``SheetError`` for an unknown field."""
        try:
            return replace(self, **fields)
        except TypeError as error:
            raise SheetError(str(error), where=self.source, mend="Fields are those of Sheet.") from None

    def to_svg(self, web: Web | None = None) -> str:
        """The page as SVG text, prepared for where it is shown by ``web``."""
        from sketchsvg.pipeline import render

        return render(self, "svg", web=web).decode()

    def to_pdf(self) -> bytes:
        """The page as PDF bytes."""
        from sketchsvg.pipeline import render

        return render(self, "pdf")

    def to_png(self, ppi: float = 300) -> bytes:
        """The page as PNG bytes at ``ppi`` pixels an inch."""
        from sketchsvg.pipeline import render

        return render(self, "png", ppi=ppi)

    def to_json(self) -> str:
        """The sheet as JSON that people can read, too; ``SheetError`` for a block that has no form there."""
        from sketchsvg.readers.json.encoding import encoded

        return encoded(self)

    @classmethod
    def from_json(cls, text: str | bytes) -> Sheet:
        """The sheet that ``text`` says in JSON; a ``SketchError`` names the path of what is wrong in it."""
        from sketchsvg.readers.json.reader import sheet_of

        return sheet_of(text, author=caller())

    def _repr_svg_(self) -> str:
        """What a notebook shows."""
        return self.to_svg()
