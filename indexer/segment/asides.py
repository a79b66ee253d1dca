"""Notes that do not stand at the foot of a page: in the margin beside the text, and under tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.segment.cells import cells
from indexer.segment.items import by_page
from indexer.segment.notes import Note, mark_start, raised_marks, read_line

if TYPE_CHECKING:
    from indexer.segment.items import Item

_SAME = 0.6  # points: lines of one note differ by less
_NUMBERED = regex.compile(r"^(?P<mark>\d{1,3})\.[\s\t\u2009]*(?=\S)")


def mark_asides(items: list[Item]) -> list[Note]:
    """Set the place of the lines of notes beside the text and under tables, and return the notes in order.

    A margin is a second column without a first.
    """
    notes: list[Note] = []
    for live in by_page([item for item in items if item.place in ("", "title", "table")]).values():
        text = [item for item in live if item.place != "table"]
        margin = {item.line.column for item in text} == {0, 2}
        beside = [item for item in text if item.line.role == "aside" or (margin and item.line.column == 2)]
        if beside:
            _read_margin(text, beside, notes)
        _read_under_tables([item for item in live if item.place == "table"], notes)
    return notes


def _read_margin(live: list[Item], beside: list[Item], notes: list[Note]) -> None:
    """Read the notes in the margin: "7. See there." beside the text in which the mark 7 is raised."""
    marks = {mark for item in live if not item.line.column for mark in raised_marks(item.line)}
    note: Note | None = None
    for item in beside:
        match = _NUMBERED.match(item.text)
        if match is not None and match["mark"] in marks:
            note = Note(match["mark"], item.page)
            note.taken = match.end("mark") + 1
            notes.append(note)
        else:
            match = None
        if note is not None:
            item.place = "note"
            note.lines.append(item.text[match.end() if match else 0 :])


def _read_under_tables(lines: list[Item], notes: list[Note]) -> None:
    """Read the notes right under a table: small lines that begin with marks set in the cells above."""
    marks: set[str] = set()
    size = 0.0  # of the note that is read
    for item in lines:
        found = mark_start(item) if cells(item) == 1 else None
        if found is not None and found[0] in marks and found[0].isalpha():
            size = item.line.size
        elif cells(item) > 1 or abs(item.line.size - size) > _SAME:
            size = 0.0
            marks.update(raised_marks(item.line))
        if size:
            item.place = "note"
            read_line(item, notes)
