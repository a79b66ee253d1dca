"""Lines on the pages of a file without lines: where each of them stands, and what is drawn around it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from indexer.extract.docx_package import attribute, child, points
from indexer.model import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import Line

_STEP = 14.0
"""Points from one line of a running head to the next."""

_ADVANCE = 0.5
"""Width of a character against its size, the mean of book faces: to estimate how many rows a text takes."""


class Sheet(NamedTuple):
    """Size of the pages and their margins, in points."""

    width: float = 595.0
    height: float = 842.0
    left: float = 72.0
    right: float = 72.0
    top: float = 72.0


def read_sheet(section: Any | None) -> Sheet:
    """The page of a section; A4 with an inch of margin where it says nothing."""
    usual = Sheet()
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    found = [points(attribute(size, "w")), points(attribute(size, "h"))]
    found += [points(attribute(margins, side)) for side in ("left", "right", "top")]
    return Sheet(
        *(value if value and value > 0 else default for value, default in zip(found, usual, strict=True))
    )


class Sheets:
    """Pages on which lines are put, one below the other.

    Args:
        sheet: Size and margins.

    Attributes:
        top: Where the next line stands on the last page.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.top = sheet.top
        self._pages: list[list[Line]] = [[]]
        self._panels: dict[int, list[tuple[float, float, float, float]]] = defaultdict(list)
        self._rules: dict[int, list[tuple[float, float, float]]] = defaultdict(list)

    @property
    def number(self) -> int:
        """Of the last page."""
        return len(self._pages)

    def add(self, line: Line, share: float = 0.0, *, underlined: bool = False) -> None:
        """Put a line below the others, as high as its text would be.

        Args:
            line: With the left and the right edge that it may have.
            share: Of the room that it leaves, how much stands before it.
            underlined: Whether it has a rule below it.
        """
        line = self._place(line, share)
        self._pages[-1].append(line)
        if underlined:
            self._rules[self.number].append((line.left, line.right, line.bottom + 1.0))

    def turn(self) -> None:
        """Begin a new page."""
        self._pages.append([])
        self.top = self.sheet.top

    def frame(self, first: int, top: float) -> None:
        """Draw a frame around all that stands below a height of a page, also on the pages behind it."""
        left, right = self.sheet.left, self.sheet.width - self.sheet.right
        for number, lines in enumerate(self._pages[first - 1 :], start=first):
            bottom = lines[-1].bottom if lines else top
            self._panels[number].append((left, top, right, bottom))
            top = 0.0

    def _place(self, line: Line, share: float = 0.0) -> Line:
        """The line below what stands on the page."""
        edge = line.right or self.sheet.width - self.sheet.right
        width, taken = max(72.0, edge - line.text_left), len(line.text) * _ADVANCE * line.size
        rows = max(1, -(-int(taken) // int(width)))
        # there is room between paragraphs, and none between the lines of one
        room = line.size / 2 if line.starts_block and self.top > self.sheet.top else 0.0
        top, leading = self.top + room, 1.2 * line.size
        self.top = top + leading * rows
        before = share * (width - taken) if rows == 1 else 0.0
        return msgspec.structs.replace(
            line,
            left=line.left + before,
            text_left=line.text_left + before,
            top=top,
            bottom=top + leading * rows,
            right=max(line.left, edge if rows > 1 else line.text_left + before + taken),
        )

    def finish(self, headers: Sequence[Line], footers: Sequence[Line]) -> list[Page]:
        """The pages, with running heads and feet on the first one."""
        left, first = self.sheet.left, self._pages[0]
        first[:0] = [
            _moved(line, left, max(4.0, self.sheet.top / 2) + _STEP * index)
            for index, line in enumerate(headers)
        ]
        bottom = max([self.sheet.height - 40, *(line.bottom + _STEP for line in first)])
        first += [_moved(line, left, bottom + _STEP * index) for index, line in enumerate(footers)]
        return [
            Page(
                number=number,
                width=self.sheet.width,
                height=max([self.sheet.height, *(line.bottom + _STEP for line in lines)]),
                lines=tuple(lines),
                rules=tuple(self._rules.get(number, ())),
                panels=tuple(self._panels.get(number, ())),
            )
            for number, lines in enumerate(self._pages, start=1)
        ]


def _moved(line: Line, left: float, top: float) -> Line:
    return msgspec.structs.replace(line, left=left, text_left=left, top=top, bottom=top + line.size)
