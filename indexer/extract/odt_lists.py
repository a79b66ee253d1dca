"""The lists of an OpenDocument text -> numbers, counted as those of Word files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import regex

from indexer.extract.docx_numbering import LEVELS, Level, Numbering
from indexer.extract.odt_package import EXTENSION, STYLE, TEXT, XML, whole

if TYPE_CHECKING:
    from indexer.extract.odt_styles import OdtStyles

_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
            "": "none", "1st": "ordinal"}  # fmt: skip
_PLACE = regex.compile(r"%(\d{1,2})%")
_OUTLINE = "outline"


class ListPlace(NamedTuple):
    """A place in a list.

    Attributes:
        series: The numbers that it goes on with.
        style: How they are printed.
        list_style: The same for the lists inside, which an item of another style hands on.
        level: From 0.
        start: The number that it is given itself.
        numbered: Whether a number stands before it.
    """

    series: str
    style: str
    list_style: str
    level: int = 0
    start: int | None = None
    numbered: bool = True


class OdtLists:
    """Follows lists through a text; paragraphs must be asked for in their order.

    Args:
        styles: The styles of the text.
    """

    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self.numbering = Numbering(None, {})
        self._series: dict[str, str] = {}
        self._latest: dict[str, str] = {}
        self._defined: set[str] = set()
        if styles.outline is not None:
            self.numbering.define(_OUTLINE, _OUTLINE, _levels(styles.outline))

    def begin(self, element: Any, style: str) -> str:
        """The series of numbers that an outermost list begins or goes on with."""
        series = self._series.get(element.get(TEXT + "continue-list", ""))
        if series is None and element.get(TEXT + "continue-numbering") == "true":
            series = self._latest.get(style)
        if series is None:
            series = str(len(self._series))
        self._latest[style] = series
        self._series[element.get(XML + "id") or f"list {len(self._series)}"] = series
        return series

    def label(self, place: ListPlace) -> str:
        """The number of the next paragraph at a place in a list; it counts the paragraph."""
        name = f"{place.style} ({place.series})"
        if name not in self._defined:
            self._defined.add(name)
            found = self._styles.lists.get(place.style)
            self.numbering.define(name, place.series, _levels(found) if found is not None else {})
        return self.numbering.label(name, min(place.level, LEVELS - 1), place.start)

    def outline_label(self, heading: Any, level: int) -> str:
        """The number of a heading outside of lists."""
        if self._styles.outline is None or heading.get(TEXT + "is-list-header") == "true":
            return ""
        start = heading.get(TEXT + "restart-numbering") == "true"
        return self.numbering.label(
            _OUTLINE, min(level, LEVELS) - 1, whole(heading, TEXT + "start-value", 1) if start else None
        )


def _levels(style: Any) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in style:
        index = whole(element, TEXT + "level", 0) - 1
        if not 0 <= index < LEVELS:
            continue
        if element.tag.endswith(("bullet", "image")):
            levels[index] = Level(fmt="bullet", text=element.get(TEXT + "bullet-char", "•"))
            continue
        pattern = element.get(STYLE + "num-format", "")
        levels[index] = Level(
            start=whole(element, TEXT + "start-value", 1),
            fmt=_FORMATS.get(pattern, f"custom:{pattern}"),
            text=_text(element, index, levels),
        )
    return levels


def _text(element: Any, index: int, above: dict[int, Level]) -> str:
    """What is printed, with %1 to %9 for the counters; levels above that print no number are passed over."""
    written = element.get(EXTENSION + "num-list-format")
    if written is not None:
        return str(_PLACE.sub(lambda match: f"%{match[1]}", written))
    first = index + 1 - whole(element, TEXT + "display-levels", 1)
    counted = (place for place in range(max(first, 0), index) if place in above)
    numbered = [place for place in counted if above[place].fmt not in ("none", "bullet")]
    chain = ".".join(f"%{place + 1}" for place in [*numbered, index])
    return f"{element.get(STYLE + 'num-prefix', '')}{chain}{element.get(STYLE + 'num-suffix', '')}"
