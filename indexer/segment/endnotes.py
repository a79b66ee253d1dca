"""Notes that stand together behind the text, or behind a chapter of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.segment.emphasis import BOLD
from indexer.segment.notes import clean_mark, is_small, mark_start, raised_marks, read_region
from indexer.segment.scopes import read_scope

if TYPE_CHECKING:
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures
    from indexer.segment.notes import Note

_TITLE = regex.compile(
    r"^(?:end|foot)?notes?(?: and references)?$|^r[ée]f[ée]rences$|^notas?$|^примечани[ея]$|^注$|^الحواشي$",
    regex.I,
)
_TITLE_LENGTH = 30  # characters, spaces included: no title of notes is longer
_LARGER = 0.7  # points: text is so much larger than the notes


def mark_endnotes(items: list[Item], measures: Measures) -> list[Note]:
    """Set the place of the notes that stand together behind the text, and return them.

    They begin under a short line "Notes" with the note 1, or with the one that is due behind those of the
    chapter before; or without that line at the end of the document.
    """
    live = [item for item in items if not item.place]
    called: dict[str, int] = {}
    for at, item in enumerate(live):
        for mark in raised_marks(item.line) if item.line.raised else ():
            called.setdefault(mark, at)
    notes: list[Note] = []
    at = 0
    while at < len(live) - 1:
        titled = _is_title(live[at])
        first = _first_of(live[at + 1], notes) if titled else ""
        # numbered paragraphs may stand below such a title as well, where nothing above it refers to a note
        number = _first_of(live[at + 1], notes, dotted=True) if titled and not first else ""
        dotted = number != "" and called.get(number, at) < at
        end = _end(live, at) if dotted or first else 0
        # a title in small type with text below its notes is that of the notes of a table
        if end == len(live) or (end and not (measures.paged and is_small(live[at], measures))):
            live[at].place = "furniture"
            notes += read_region(live[at + 1 : end], at_end=True, dotted=dotted)
        at = max(end, at + 1)
    return notes or read_region(live[_untitled(live, measures) :], at_end=True)


def _is_title(item: Item) -> bool:
    return len(item.text) <= _TITLE_LENGTH and _TITLE.match(item.text.strip()) is not None


def _first_of(item: Item, before: list[Note] | None = None, *, dotted: bool = False) -> str:
    """Return the mark of a note that others follow: 1, or the one behind the last note; "" without one."""
    found = mark_start(item, dotted=dotted)
    last = before[-1].mark if before else ""
    due = ("1", str(int(last) + 1)) if last.isdecimal() else ("1",)
    return found[0] if found is not None and found[0] in due else ""


def _end(live: list[Item], title: int) -> int:
    """Return where the notes below a title end: with the document, at an annex, or where the text goes on.

    The names of chapters above their notes do not end them.
    """
    head, first = live[title].line, live[title + 1].line
    for at in range(title + 2, len(live)):
        line = live[at].line
        scope = read_scope(live[at].text)
        if scope and scope.slug.startswith(("annex", "appendix")) and line.size >= head.size:
            return at
        bold = line.bold >= BOLD and (head.bold >= BOLD or line.starts_block)
        alike = line.size >= head.size and bold and mark_start(live[at]) is None
        headed = head.role == line.role == "heading" and line.level <= head.level
        if (line.size > first.size + _LARGER or alike or headed) and not (
            at + 1 < len(live) and _first_of(live[at + 1]) and live[at + 1].line.size < first.size + _LARGER
        ):
            return at
    return len(live)


def _untitled(live: list[Item], measures: Measures) -> int:
    """Return where small notes begin that end the document, its length without them.

    An earlier page refers to the first of them, which no foot of a page has.
    """
    none = len(live)
    tail = none
    while measures.paged and tail and is_small(live[tail - 1], measures):
        tail -= 1
    start = next((at for at in range(tail, none) if _first_of(live[at])), none)
    marks = [
        (item.page, a)
        for item in live[:start]
        for a, b in item.line.raised
        if clean_mark(item.text[a:b]) == "1"
    ]
    if start == none or not marks or marks[0][0] >= live[start].page or any(a == 0 for _, a in marks):
        return none
    return start
