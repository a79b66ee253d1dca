"""Footnotes: the lines at the foot of a page that belong to a mark in the text."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from indexer.model import Page
    from indexer.segment.items import Item, Measures

_SEPARATOR = regex.compile(r"^[_—–-]{5,}$")
_MARK_AND_TEXT = regex.compile(r"^(?P<mark>\d{1,3}|[a-z]{1,2}|[*∗]{1,4}|[†‡§])(?P<slash>/)?[\s\t]+(?=\S)")
_SLASHED = regex.compile(r"^(?P<mark>\d{1,3}|[a-z]|[*∗]{1,4})\s?/[\s\t]*(?=\S)")


class Note:
    """A note as printed: its mark, its lines without the mark, the page it begins on, and how much the mark took."""

    __slots__ = ("lines", "mark", "page", "taken")

    def __init__(self, mark: str, page: int) -> None:
        self.mark = mark
        self.page = page
        self.lines: list[str] = []
        self.taken = 0


def clean_mark(text: str) -> str:
    """Return a mark without brackets, slash, commas and spaces."""
    return text.strip(" \t()/,.").replace("∗", "*")


def mark_start(item: Item) -> tuple[str, int] | None:
    """Return the mark at the start of a line and the offset of the words behind it, None without a mark."""
    line = item.line
    if line.mark:
        return clean_mark(line.mark), 0
    if line.raised and line.raised[0][0] == 0:
        end = line.raised[0][1]
        mark = clean_mark(line.text[:end])
        if mark and line.text[end:].strip():
            return mark, end + len(line.text[end:]) - len(line.text[end:].lstrip())
    match = _SLASHED.match(line.text) or _MARK_AND_TEXT.match(line.text)
    return (clean_mark(match["mark"]), match.end()) if match else None


def mark_notes(items: list[Item], measures: Measures, pages: tuple[Page, ...]) -> list[Note]:
    """Set the place of footnote lines and return the notes in order."""
    by_page: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        if item.place in ("", "title"):
            by_page[item.page].append(item)
    notes: list[Note] = []
    for page in pages:
        live = by_page.get(page.number, [])
        for column in sorted({item.line.column for item in live}):
            part = [item for item in live if item.line.column == column]
            _read_region(part[_region_start(part, measures, page) :], notes)
        _read_known(live, notes)
    return notes


def _region_start(live: list[Item], measures: Measures, page: Page) -> int:
    """Return the position of the first footnote line of a page, its length without footnotes."""
    none = len(live)
    if not measures.paged or not page.height:
        return none
    separator = next(
        (i for i in range(none - 1, -1, -1) if _SEPARATOR.match(live[i].text.strip()) and live[i].line.bottom > 0.25 * page.height),
        None,
    )
    if separator is not None and separator + 1 < none and _small_or_marked(live[separator + 1 :], measures):
        return separator
    start = none
    for i in range(none - 1, -1, -1):
        item = live[i]
        if item.line.bottom < 0.2 * page.height or item.line.role == "row":
            break
        marked = mark_start(item)
        small = item.line.size <= measures.size - 0.7
        raised = bool(item.line.raised) and item.line.raised[0][0] == 0
        slashed = bool(_SLASHED.match(item.text))
        starred = page.number == 1 and item.text[:1] in "*∗" and item.line.bottom > 0.5 * page.height
        if marked and (small or raised or slashed or starred):
            start = i
        elif not small and start < none and _rule_between(live, i, start, page, measures):
            break
        elif not small and (start == none and none - i > 14):
            break
    if start == none:
        return _continued(live, measures, page)
    first = live[start]
    sized = all(item.line.size <= measures.size - 0.7 for item in live[start:])
    typewriter = first.text[:1] in "*∗" or bool(_SLASHED.match(first.text)) or (bool(first.line.raised) and first.line.raised[0][0] == 0)
    if sized or typewriter:
        # small lines without a mark above the first mark go on a note of the page before
        while start and sized and live[start - 1].line.size <= measures.size - 0.7 and _rule_between(live, start - 2, start - 1, page, measures):
            start -= 1
        return start
    return none


def _small_or_marked(lines: list[Item], measures: Measures) -> bool:
    return bool(lines) and (mark_start(lines[0]) is not None or all(item.line.size <= measures.size - 0.7 for item in lines))


def _rule_between(live: list[Item], above: int, below: int, page: Page, measures: Measures) -> bool:
    """Whether a short ruled line, or clear space, stands between two lines."""
    top = live[above].line.bottom if above >= 0 else 0.0
    bottom = live[below].line.bottom
    for left, right, y in page.rules:
        if top < y < bottom and 30 <= right - left <= 0.55 * page.width:
            return True
    return bottom - top > 1.5 * measures.leading


def _continued(live: list[Item], measures: Measures, page: Page) -> int:
    """Return where small lines under a short rule begin: a note that goes on from the page before."""
    start = len(live)
    while start and live[start - 1].line.size <= measures.size - 0.7 and live[start - 1].line.bottom > 0.5 * page.height:
        start -= 1
    if 0 < start < len(live):
        top, bottom = live[start - 1].line.bottom, live[start].line.bottom
        if any(top < y < bottom and 30 <= right - left <= 0.4 * page.width for left, right, y in page.rules):
            return start
    return len(live)


def _read_region(region: list[Item], notes: list[Note]) -> None:
    for item in region:
        if item.line.role == "note":
            continue
        item.place = "note"
        if _SEPARATOR.match(item.text.strip()):
            item.place = "furniture"
            continue
        _read_line(item, notes)


def _read_known(live: list[Item], notes: list[Note]) -> None:
    """Read the lines that the format itself calls notes."""
    for item in live:
        if item.line.role == "note":
            item.place = "note"
            _read_line(item, notes)


def _read_line(item: Item, notes: list[Note]) -> None:
    found = mark_start(item)
    if found is None and notes:
        notes[-1].lines.append(item.text)
        return
    note = Note(found[0] if found else "", item.page)
    offset = found[1] if found else 0
    note.lines.append(item.text[offset:])
    note.taken = sum(not ch.isspace() for ch in item.text[:offset])
    notes.append(note)
