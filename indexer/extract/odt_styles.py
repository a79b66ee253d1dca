"""What the styles of an OpenDocument text say, inherited properties included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from indexer.extract.docx_package import points
from indexer.extract.docx_sheets import Sheet
from indexer.extract.odt_package import FO, STYLE, TEXT
from indexer.extract.paragraph_styles import SHARES, ParagraphStyle, Placing, RunStyle
from indexer.extract.style_names import named_level, named_role

if TYPE_CHECKING:
    from collections.abc import Iterable

_DEPTH = 50
"""Styles that a style is followed through at most."""

_SHEET = ("page-width", "page-height", "margin-left", "margin-right", "margin-top")


class OdtStyles:
    """The styles of a text, those of its content and those with a name.

    Args:
        roots: The parts with styles; an earlier one goes before a later.

    Attributes:
        lists: The list styles by name.
        outline: How headings are numbered, None where they are not.
        masters: The master pages, which have the running heads.
    """

    def __init__(self, roots: Iterable[Any]) -> None:
        self._elements: dict[tuple[str, str], Any] = {}
        self._known: dict[tuple[str, str], ParagraphStyle] = {}
        self.lists: dict[str, Any] = {}
        self.outline: Any = None
        self._layouts: dict[str, Any] = {}
        self.masters: list[Any] = []
        for root in roots:
            for element in root.iter(STYLE + "style", STYLE + "default-style"):
                key = element.get(STYLE + "family", ""), element.get(STYLE + "name", "")
                self._elements.setdefault(key, element)
            for element in root.iter(TEXT + "list-style"):
                self.lists.setdefault(element.get(STYLE + "name", ""), element)
            for element in root.iter(STYLE + "page-layout"):
                self._layouts.setdefault(element.get(STYLE + "name", ""), element)
            self.outline = next(root.iter(TEXT + "outline-style"), self.outline)
            self.masters.extend(root.iter(STYLE + "master-page"))

    def paragraph(self, name: str) -> ParagraphStyle:
        """A paragraph style; num is the list style that it carries."""
        return self._resolved("paragraph", name)

    def run(self, paragraph: ParagraphStyle, name: str | None, around: RunStyle) -> RunStyle:
        """How characters come out in a text style, inside of others."""
        own = self._resolved("text", name).run if name else RunStyle()
        return own.over(around).over(paragraph.run)

    @property
    def sheet(self) -> Sheet:
        """The page of the first master."""
        name = self.masters[0].get(STYLE + "page-layout-name", "") if self.masters else ""
        layout = self._layouts.get(name)
        properties = layout.find(STYLE + "page-layout-properties") if layout is not None else None
        usual = Sheet()
        found = [points(properties.get(FO + side)) if properties is not None else None for side in _SHEET]
        return Sheet(
            *(value if value and value > 0 else own for value, own in zip(found, usual, strict=True))
        )

    def _chain(self, family: str, name: str) -> list[Any]:
        chain: list[Any] = []
        while (family, name) in self._elements and len(chain) < _DEPTH and name:
            chain.append(self._elements[family, name])
            name = chain[-1].get(STYLE + "parent-style-name", "")
        default = self._elements.get((family, ""))
        return [*chain, default] if default is not None else chain

    def _resolved(self, family: str, name: str) -> ParagraphStyle:
        key = family, name
        if key not in self._known:
            run, placing, num, outline, role = RunStyle(), Placing(), None, None, ""
            for element in self._chain(family, name):
                run = run.over(_read_run(element.find(STYLE + "text-properties")))
                placing = placing.over(_read_placing(element.find(STYLE + "paragraph-properties")))
                num = num if num is not None else element.get(STYLE + "list-style-name")
                shown = element.get(STYLE + "display-name") or element.get(STYLE + "name", "")
                shown = shown.replace("_20_", " ")
                role = role or named_role(shown)
                outline = outline if outline is not None else named_level(shown)
            self._known[key] = ParagraphStyle(
                id=name,
                num=num,
                outline=None if role else outline,
                placing=placing,
                role=role,
                run=run,
            )
        return self._known[key]


def _read_placing(properties: Any | None) -> Placing:
    if properties is None:
        return Placing()
    side = properties.get(FO + "text-align")
    share = None if side is None else SHARES.get(side, 0.0)
    names = ("margin-left", "text-indent", "margin-right")
    left, first, right = (points(properties.get(FO + name)) for name in names)
    return Placing(left, first, right, share)


def _read_run(properties: Any | None) -> RunStyle:
    if properties is None:
        return RunStyle()
    weight, slant = properties.get(FO + "font-weight"), properties.get(FO + "font-style")
    position, shown = properties.get(STYLE + "text-position"), properties.get(TEXT + "display")
    size = properties.get(FO + "font-size", "")
    cases = [properties.get(FO + name) for name in ("text-transform", "font-variant")]
    underline = properties.get(STYLE + "text-underline-style")
    return RunStyle(
        bold=None if weight is None else weight in ("bold", "600", "700", "800", "900"),
        italic=None if slant is None else slant in ("italic", "oblique"),
        # a share of the size around it is no size
        size=points(size) if size.endswith(("pt", "in", "cm", "mm")) else None,
        raised=None if position is None else _is_raised(position),
        capitals=None if cases == [None, None] else "uppercase" in cases or "small-caps" in cases,
        underlined=None if underline is None else underline != "none",
        hidden=None if shown is None else shown == "none",
    )


def _is_raised(position: str) -> bool:
    """Whether "super 58%" or "33% 58%" stands above the line."""
    height = position.partition(" ")[0]
    return height == "super" or (height.endswith("%") and not height.startswith(("-", "0%")))
