"""Which note belongs to which place in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

import regex

from indexer.segment.notes import clean_mark

if TYPE_CHECKING:
    from indexer.segment.items import Item
    from indexer.segment.notes import Note

_SPLIT = regex.compile(r"[\s,;]+")
_TYPED = regex.compile(
    r"(?<=[\p{L}\p{N}.,;:)\]”\"’'])\s?(?P<mark>\d{1,3}|[a-z]|\*{1,4})/(?=$|[\s.,;:)])"
    r"|^(?P<mark>\d{1,3})/(?=[.,;:)])"  # the line above had no room for it
)
_STARS = regex.compile(r"(?<=\S)\s?(?P<mark>[*∗]{1,4})(?=$|\s)")
_CLOSE = regex.compile(r"(?<=\p{Ll}{2}[.,;:?!”\"’'»)\]]{0,2})(?P<mark>\d{1,3})(?=$|[\s.,;:)])")
"""What may be a raised mark where nothing tells how it was set."""


class NoteFinder:
    """Finds the notes that marks in the text refer to, by page and mark.

    Args:
        notes: In order.
        raised: Whether marks are known to be raised.
    """

    def __init__(self, notes: list[Note], *, raised: bool = True) -> None:
        self._close = not raised and bool(notes)
        self._by_page: dict[int, dict[str, list[Note]]] = defaultdict(dict)
        self._at_end: dict[str, list[Note]] = defaultdict(list)
        for note in notes:
            if note.mark and note.at_end:
                self._at_end[note.mark].append(note)
            elif note.mark:
                self._by_page[note.page].setdefault(note.mark, []).append(note)
        self._pages: dict[str, list[int]] = defaultdict(list)
        for page in sorted(self._by_page):
            for mark in self._by_page[page]:
                self._pages[mark].append(page)
        self.bound: set[int] = set()

    def find(self, page: int, mark: str) -> Note | None:
        """Return the note of a mark on a page; a note pushed over the page end stands on the next one."""
        for number in (page, page + 1):
            notes = self._by_page.get(number, {}).get(mark, [])
            free = next((note for note in notes if id(note) not in self.bound), None)
            if free is not None or (notes and number == page):
                return free or notes[-1]  # marks may begin anew in a text without pages
        behind = self._at_end.get(mark, [])
        if behind:  # each chapter may have its own
            return next((note for note in behind if note.page >= page), behind[-1])
        return self._earlier(page, mark) if mark.isdigit() or mark.startswith("*") else None

    def _earlier(self, page: int, mark: str) -> Note | None:
        """Return the last note with that mark before a page.

        Texts refer to a note again without printing it again, but not to the stars of a masthead.
        """
        first = 0 if mark.isdigit() else 1
        pages = self._pages.get(mark, [])
        at = bisect_left(pages, page) - 1
        return self._by_page[pages[at]][mark][-1] if at >= 0 and pages[at] > first else None

    def marks_in(self, item: Item, offset: int) -> list[tuple[int, int, str]]:
        """Return start, end and mark of the references in a line, behind the given offset.

        Only marks that have a note count.
        """
        text, raised = item.text, item.line.raised
        typed = "/" in text or "*" in text or "∗" in text
        if not raised and not typed and not self._close:
            return []
        found: list[tuple[int, int, str]] = []
        for start, end in raised:
            if start >= offset:
                found.extend(self._raised(item.page, text, start, end))
            elif start > 0 and end <= offset:  # the mark of a number, which stands in no text
                found.extend(
                    (offset, offset, mark) for _, _, mark in self._raised(item.page, text, start, end)
                )
        taken = [(start, end) for start, end, _ in found]
        for pattern in (_TYPED, _STARS) if typed else ():
            for match in pattern.finditer(text, offset):
                mark = clean_mark(match["mark"])
                if self.find(item.page, mark) is None or any(
                    a < match.end() and match.start() < b for a, b in taken
                ):
                    continue
                found.append((match.start(), match.end(), mark))
        for match in _CLOSE.finditer(text, offset) if self._close else ():
            note = self.find(item.page, match["mark"])
            if note is not None and id(note) not in self.bound:
                found.append((*match.span(), match["mark"]))
        return sorted(found)

    def _raised(self, page: int, text: str, start: int, end: int) -> list[tuple[int, int, str]]:
        whole = clean_mark(text[start:end])
        marks = [mark for mark in (clean_mark(piece) for piece in _SPLIT.split(whole)) if mark]
        if len(marks) == 1 and self.find(page, marks[0]) is None:
            marks = _side_by_side(marks[0])
        if not marks or any(self.find(page, mark) is None for mark in marks):
            return []
        return [(start, end, marks[0]), *((end, end, mark) for mark in marks[1:])]

    def take(self, page: int, mark: str) -> Note | None:
        """Return the note of a mark and remember that it is bound."""
        note = self.find(page, mark)
        if note is not None:
            self.bound.add(id(note))
        return note


def _side_by_side(digits: str) -> list[str]:
    """Return the numbers that follow one another in a run of digits, none where it is no such run.

    >>> _side_by_side("67"), _side_by_side("91011"), _side_by_side("68")
    (['6', '7'], ['9', '10', '11'], [])
    """
    if not digits.isdecimal():
        return []
    for length in range(1, len(digits) // 2 + 1):
        marks = [digits[:length]]
        while sum(map(len, marks)) < len(digits):
            marks.append(str(int(marks[-1]) + 1))
        if "".join(marks) == digits:
            return marks
    return []
