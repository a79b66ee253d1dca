"""Panels: boxes with a text of their own, around which the report goes on."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from indexer.segment.emphasis import ITALIC
from indexer.segment.items import COLONS, by_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from indexer.model import Page
    from indexer.segment.heading_ranks import Title
    from indexer.segment.items import Item
    from indexer.segment.unit import Unit
    from indexer.segment.unit_maker import UnitMaker

_EDGE = 3.0  # points: lines reach no further beyond the edge of their panel


def find_boxed(items: Iterable[Item], pages: Iterable[Page]) -> dict[int, int]:
    """Return the number of the panel that a line stands in, by the index of the line.

    Panels with no line of running text, as the ground of a heading, do not count, nor do those of tables and
    charts, nor those beside which their column has text. A panel that goes on at the top of the next page or
    column is one with it.
    """
    panels = {page.number: page.panels for page in pages if page.panels}
    if not panels:
        return {}  # most documents
    boxed: dict[int, int] = {}
    number = 0
    last: Item | None = None
    for page, live in by_page([item for item in items if item.page in panels]).items():
        down = sorted(live, key=lambda item: item.line.bottom)
        heights = [item.line.bottom for item in down]
        for left, top, right, bottom in panels[page]:
            level = down[bisect_right(heights, top) : bisect_right(heights, bottom + _EDGE)]
            inside = [
                item
                for item in level
                if left - _EDGE < item.printed.left and item.printed.right < right + _EDGE
            ]
            tabled = sum(item.place == "table" for item in inside)
            prose = any(not item.place and item.is_prose() for item in inside)
            columns = {item.line.column for item in inside}
            level = [item for item in level if item.line.column in columns]
            if len(inside) < len(level) or not prose or 2 * tabled > len(inside):
                continue
            number += 1
            boxed.update((item.index, number) for item in inside)
        for item in live:
            if item.place in ("", "table"):
                panel = boxed.get(item.index, 0)
                if panel and last is not None and last.index in boxed and _goes_on(last, item):
                    joined = [other.index for other in live if boxed.get(other.index) == panel]
                    boxed.update(dict.fromkeys(joined, boxed[last.index]))
                last = item
    return boxed


def _goes_on(last: Item, item: Item) -> bool:
    """Whether a line stands in the next column or on the next page."""
    if item.page == last.page:
        return item.line.column > last.line.column
    return item.page == last.page + 1


class PanelEdges:
    """Sets the texts of panels apart, line by line: what stands around one goes on behind it.

    A sentence that runs over the edge of a panel, or leads to it with a colon, has no edge there.
    """

    def __init__(self, boxed: Mapping[int, int], maker: UnitMaker) -> None:
        """Take the panels that some lines stand in, by the index of the line, and what makes units."""
        self._boxed = boxed
        self._maker = maker
        self._panel = 0
        self._apart = False  # whether the panel has a text of its own
        self._above: Item | None = None  # the last line before it
        self._around: tuple[tuple[Title, ...], Unit | None] = (), None  # where the report stood there

    def cross(self, item: Item, last: Item | None) -> Item | None:
        """Return the line that a line stands below: the last one, or that before the panel that has ended."""
        panel, unit = self._boxed.get(item.index, 0), self._maker.open
        if panel == self._panel or (item.place == "table" and unit is not None and unit.kind == "table"):
            return last
        torn = last is not None and item.page != last.page and not last.ends_sentence()
        if not self._apart:
            leads = last is not None and last.ends_in(COLONS)
            joined = unit is not None and (torn or leads)
        elif self._above is not None and not self._above.ends_sentence() and item.opens_lower():
            joined, last = False, self._above
            self._leave(item, runs_on=True)
        elif torn:
            joined = True
            self._maker.outside = ()  # what begins in it goes on behind it
        else:
            joined = False
            self._leave(item, runs_on=False)
        self._panel, self._apart = panel, panel > 0 and not joined
        if self._apart:
            self._enter()
            self._above = last
        return last

    def _enter(self) -> None:
        """Remember where the report stands: a panel has texts and headings of its own."""
        maker = self._maker
        self._around = maker.path, maker.open
        maker.outside, maker.open = maker.path, None

    def _leave(self, below: Item, *, runs_on: bool) -> None:
        """Go on where the report stood, but below the headings that a panel ends with.

        A numbered paragraph may have more blocks, and any other goes on where a sentence runs on; what stands
        in italics below the panel says something of that.
        """
        maker = self._maker
        maker.outside = ()
        if maker.is_bare():
            return
        maker.path, unit = self._around
        apart = unit is None or unit.number is None or below.line.italic >= ITALIC > unit.last.line.italic
        maker.open = None if apart and not runs_on else unit
