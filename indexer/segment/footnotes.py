"""Which lines at the foot of a page are notes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

import regex

from indexer.segment.items import by_page
from indexer.segment.notes import (
    SLASHED,
    Note,
    clean_mark,
    is_rule,
    is_small,
    mark_start,
    raised_marks,
    read_line,
    read_region,
)

if TYPE_CHECKING:
    from indexer.model import Page
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_MARK_LENGTH = 6  # characters that a typed mark has at most, its slash included
_NOTE_ROOM = 1.8  # of the distance between lines: so much stands above a note
_SHORTEST_RULE, _LONGEST_RULE = 30.0, 0.55  # points; of the breadth of the page
_NOTE_END = 11  # lines of a note from the page before at most
_NUMBERED = regex.compile(r"\d{1,4}\.[\s\t]")
_Rules = list[tuple[float, float, float]]
_height = itemgetter(2)


def mark_notes(items: list[Item], measures: Measures, pages: tuple[Page, ...]) -> list[Note]:
    """Set the place of footnote lines and return the notes in order."""
    found = by_page([item for item in items if item.place in ("", "title")])
    notes: list[Note] = []
    for page in pages:
        live = found.get(page.number, [])
        rules = _short_rules(page)
        for column in sorted({item.line.column for item in live}):
            part = [item for item in live if item.line.column == column]
            read_region(part[_region_start(part, measures, page, rules) :], notes)
        _read_known(live, notes)
        if not measures.paged:
            _read_raised(live, notes)
        for item in live:
            if item.place == "" and is_rule(item):
                item.place = "furniture"  # the line that ends a text
    return notes


def _region_start(live: list[Item], measures: Measures, page: Page, rules: _Rules) -> int:
    """Return the position of the first footnote line of a page, its length without footnotes."""
    none = len(live)
    if not measures.paged or not page.height:
        return _below_typed_rule(live, paged=False)
    tail = none
    while tail and is_small(live[tail - 1], measures) and live[tail - 1].line.bottom > 0.2 * page.height:
        tail -= 1
    separator = next((i for i in range(max(0, tail - 12), none) if is_rule(live[i])), None)
    if (
        separator is not None
        and separator + 1 < none
        and (separator + 1 >= tail or mark_start(live[separator + 1]))
    ):
        return separator
    if tail < none:
        return _small_region(live, tail, rules)
    below_rule = _below_typed_rule(live, paged=True)
    return below_rule if below_rule < none else _same_size_region(live, measures, page, rules)


def _below_typed_rule(live: list[Item], *, paged: bool) -> int:
    """Return where a typed rule stands with notes below it, and no numbered paragraph, else the length.

    The end of one from the page before may stand above the first mark; formats that flow have no such ends.
    """
    for at in range(len(live) - 1, -1, -1):
        item = live[at]
        if item.text[:1].isdigit() and _NUMBERED.match(item.text):
            break
        if item.text.startswith("_") and is_rule(item):
            above_mark = _NOTE_END if paged else 0
            return at if any(map(mark_start, live[at + 1 : at + 2 + above_mark])) else len(live)
    return len(live)


def _small_region(live: list[Item], tail: int, rules: _Rules) -> int:
    """Return where notes begin among the small lines at the end of a page.

    Small lines above the first mark belong to a note of the page before when a short rule sets them off, from
    a quotation in small type as well.
    """
    first = next((i for i in range(tail, len(live)) if mark_start(live[i]) is not None), len(live))
    return next((i for i in range(tail, first) if _rule_between(live, i, rules)), first)


def _same_size_region(live: list[Item], measures: Measures, page: Page, rules: _Rules) -> int:
    """Return where notes begin that are set in the size of the text.

    As typewriters and early word processors did.
    """
    start = none = len(live)
    i = none - 1
    plain = 0
    marks = frozenset(clean_mark(item.text[a:b]) for item in live for a, b in item.line.raised if a > 0)
    while i >= 0 and live[i].line.bottom > 0.2 * page.height and plain < 12 and live[i].line.role != "row":
        if _opens_same_size(live, i, page, rules, marks):
            start, plain = i, 0
            if _rule_between(live, i, rules):
                break
        else:
            plain += 1
            gap = live[i + 1].gap if i + 1 < none else None
            if gap is not None and gap > 2.4 * measures.leading and start == none:
                break
        i -= 1
    return start if start < none else _long_note(live, measures, page)


def _long_note(live: list[Item], measures: Measures, page: Page) -> int:
    """Return where a typed note begins that fills much of the page, its length without one.

    Room is left above it, and the text above that has its mark.
    """
    for at in range(1, len(live)):
        item = live[at]
        match = SLASHED.match(item.text) if "/" in item.text[:_MARK_LENGTH] else None
        if (
            match
            and item.line.bottom > 0.2 * page.height
            and (item.gap or 0.0) > _NOTE_ROOM * measures.leading
            and any(_refers(above.text, match["mark"]) for above in live[:at])
        ):
            return at
    return len(live)


def _refers(text: str, mark: str) -> bool:
    """Whether a typed mark of a note stands behind a word: "the lights 1/."."""
    at = text.find(f"{mark}/", 1)
    return (
        at > 0 and not text[at - 1].isalnum() and not text[at + len(mark) + 1 : at + len(mark) + 2].isalnum()
    )


def _opens_same_size(live: list[Item], at: int, page: Page, rules: _Rules, marks: frozenset[str]) -> bool:
    item = live[at]
    found = mark_start(item)
    if found is None:
        return False
    low = page.number == 1 and item.line.bottom > 0.5 * page.height
    starred = item.text[:1] in "*∗" and (low or _rule_between(live, at, rules))
    return (
        item.opens_with_mark()
        or starred
        or bool(SLASHED.match(item.text))
        or (found[0] in marks and "\t" in item.text[:6])
    )


def _short_rules(page: Page) -> _Rules:
    """Return the ruled lines of a page that may stand above notes, from its top to its foot."""
    short = [rule for rule in page.rules if _SHORTEST_RULE <= rule[1] - rule[0] <= _LONGEST_RULE * page.width]
    return sorted(short, key=_height)


def _rule_between(live: list[Item], below: int, rules: _Rules) -> bool:
    """Whether a short ruled line stands right above a line; one that hugs the words above underlines them."""
    above = live[below - 1].line if below else None
    top = above.bottom if above is not None else 0.0
    bottom = live[below].line.bottom
    between = bisect_right(rules, top, key=_height), bisect_left(rules, bottom, key=_height)
    for left, right, y in rules[slice(*between)]:
        underline = (
            above is not None and y - above.bottom < 3.5 and left > above.left - 3 and right < above.right + 3
        )
        if not underline:
            return True
    return False


def _read_known(live: list[Item], notes: list[Note]) -> None:
    """Read the lines that the format itself calls notes."""
    for item in live:
        if item.line.role == "note":
            item.place = "note"
            read_line(item, notes)


def _read_raised(live: list[Item], notes: list[Note]) -> None:
    """Read the paragraphs that begin with a raised mark to which the text above refers.

    In formats without pages they may stand anywhere behind it. A paragraph that begins with a mark refers to
    none by it: its number may be raised.
    """
    called: set[str] = set()
    goes_on = False
    for item in live:
        if item.place:
            continue
        line, marks = item.line, raised_marks(item.line)
        leads = item.opens_with_mark() and line.starts_block is True
        begins = leads and marks[0] in called
        goes_on = begins or (goes_on and line.starts_block is False)
        if goes_on:
            item.place = "note"
            read_line(item, notes)
            called.difference_update(marks[:1])  # those that begin anew are called again
        else:
            called.update(marks[leads:])
