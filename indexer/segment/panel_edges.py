"""The edges of panels: a text of its own begins, or ends and the report goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.segment.items import COLONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from indexer.segment.items import Item
    from indexer.segment.unit_maker import UnitMaker


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
            self._maker.leave_panel(runs_on=True)
        elif torn:
            joined = True
            self._maker.join_panel()
        else:
            joined = False
            self._maker.leave_panel(runs_on=False)
        self._panel, self._apart = panel, panel > 0 and not joined
        if self._apart:
            self._maker.enter_panel()
            self._above = last
        return last
