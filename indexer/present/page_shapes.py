"""What is to be drawn over a page: the boxes of its records, and the lines that no record holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from indexer.model import Line, Page, ParsedDocument, Record

LOOKS = {
    "paragraph": "paragraph",
    "operative": "operative, preamble",
    "preamble": "operative, preamble",
    "recommendation": "recommendation, item",
    "item": "recommendation, item",
    "text": "text",
    "table": "table",
    "speech": "speech",
}
"""How each kind of record is drawn, by the name that the legend has for it."""

ASIDE = "in no record"
"""How lines are drawn that no record holds."""


class Shape(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A box to be drawn: edges in points, a name of the legend, and what is written beside it."""

    left: float
    top: float
    right: float
    bottom: float
    look: str
    label: str = ""

    def holds(self, x: float, y: float) -> bool:
        """Whether a place lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def page_shapes(page: Page, parsed: ParsedDocument) -> list[Shape]:
    """Return the boxes of records on a page in their order, then those of lines outside all of them."""
    shapes = list(_record_shapes(parsed.records, page.number))
    return [*shapes, *_aside_shapes(page, parsed, shapes)]


def _record_shapes(records: Iterable[Record], page: int) -> Iterator[Shape]:
    for record in records:
        for number, left, top, right, bottom in record.boxes:
            if number == page:
                yield Shape(
                    left=left,
                    top=top,
                    right=right,
                    bottom=bottom,
                    look=LOOKS[record.kind],
                    label=_label(record, page),
                )


def _label(record: Record, page: int) -> str:
    """The address, with what is printed where that is another number, and dots where the record goes on."""
    number = record.number or ""
    said = ""
    if record.number_inferred and record.number_inferred == number:
        said = " (inferred)"
    elif record.number_inferred:
        said = f" (printed {number})" if number else " (no number)"
    elif not record.address.endswith("".join(number.split())):
        said = f" ({number})"
    if not said.isascii():  # the font of the picture need not have these digits
        said = ""
    before = "... " if record.page is not None and record.page < page else ""
    behind = " ..." if record.page_end is not None and record.page_end > page else ""
    return f"{before}{record.address}{said}{behind}"


def _aside_shapes(page: Page, parsed: ParsedDocument, records: list[Shape]) -> Iterator[Shape]:
    """One shape for each run of lines outside that are the same thing."""
    names = _Names(page.number, parsed)
    last: tuple[Shape, int] | None = None
    for line in page.lines:
        x, y = (line.left + line.right) / 2, (line.top + line.bottom) / 2
        if any(shape.holds(x, y) for shape in records):
            continue
        shape = Shape(
            left=line.left,
            top=line.top,
            right=line.right,
            bottom=line.bottom + 0.25 * line.size,
            look=ASIDE,
            label=names.of(line),
        )
        if last is not None and last[1] == line.column and _goes_on(last[0], shape, line.size):
            shape = _joined(last[0], shape)
        elif last is not None:
            yield last[0]
        last = shape, line.column
    if last is not None:
        yield last[0]


def _goes_on(above: Shape, below: Shape, size: float) -> bool:
    return above.label == below.label and -0.5 * size < below.top - above.bottom < size


def _joined(one: Shape, other: Shape) -> Shape:
    return msgspec.structs.replace(
        one,
        left=min(one.left, other.left),
        top=min(one.top, other.top),
        right=max(one.right, other.right),
        bottom=max(one.bottom, other.bottom),
    )


class _Names:
    """What the lines of a page are that no record holds, told by their words: places are not kept of them."""

    def __init__(self, page: int, parsed: ParsedDocument) -> None:
        self._furniture = frozenset(map(_bare, parsed.furniture))
        self._headings = [_bare(heading.text) for heading in parsed.headings if heading.page == page]
        self._notes = [
            _bare(note.mark + note.text)
            for record in parsed.records
            for note in record.footnotes
            if note.page in (page - 1, page)  # a note may go on over the edge of a page
        ]

    def of(self, line: Line) -> str:
        """Return a word for the line, empty where none is known: titles, contents tables."""
        words = _bare(line.text)
        if words in self._furniture:
            return "furniture"
        if not words:
            return ""
        if any(words in heading for heading in self._headings):
            return "heading"
        return "note" if any(words in note for note in self._notes) else ""


def _bare(text: str) -> str:
    """Letters and digits alone: spaces, hyphens and marks differ between a line and what was made of it."""
    return "".join(filter(str.isalnum, text))
