"""Footnotes: the lines at the foot of a page that belong to a mark in the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from indexer.model import Page
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_MARK_LENGTH = 6  # characters that a typed mark has at most, its slash included
_NOTE_ROOM = 1.8  # of the distance between lines: so much stands above a note
_SHORTEST_RULE, _LONGEST_RULE = 30.0, 0.55  # points; of the breadth of the page
_STROKES = "_—–-"  # a rule that is typed
_RULE_LENGTH = 5  # strokes
_MARK_AND_TEXT = regex.compile(
    r"^(?P<mark>\d{1,3}(?=[\s\t]+(?:[^\p{Ll}\d]|https?:|www\.))|[a-z](?=\t)|[*∗\uf02a]{1,4}|[†‡§])[\s\t]*(?=\S)"
)
_DOTTED = regex.compile(r"^(?P<mark>\d{1,3})[.)][\s\t]+(?=\S)")
_NUMBERED = regex.compile(r"\d{1,4}\.[\s\t]")
_SLASHED = regex.compile(r"^(?P<mark>\d{1,3}|[a-z]|[*∗]{1,4})\s?/(?:[\s\t]+(?=\S)|(?=\p{Lu})(?!\p{Lu}+\.\d))")

_Rules = list[tuple[float, float, float]]
_height = itemgetter(2)


class Note:
    """A note as printed.

    Attributes:
        mark: Without brackets and slash.
        lines: The lines without the mark.
        page: The page it begins on.
        taken: Visible characters of the mark.
        at_end: Whether it stands among the notes at the end of the text.
    """

    __slots__ = ("at_end", "lines", "mark", "page", "taken")

    def __init__(self, mark: str, page: int, *, at_end: bool = False) -> None:
        self.mark = mark
        self.page = page
        self.at_end = at_end
        self.lines: list[str] = []
        self.taken = 0


def clean_mark(text: str) -> str:
    """Return a mark without brackets, slash, commas and spaces."""
    # the last one is of a symbol font
    return text.strip(" \t()[]/,.").replace("∗", "*").replace("\uf02a", "*")


def mark_start(item: Item, *, dotted: bool = False) -> tuple[str, int] | None:
    """Return the mark at the start of a line and the offset of the words behind it, None without a mark.

    Args:
        item: The line.
        dotted: Whether numbers with a stop are marks, as below the title of notes.
    """
    line = item.line
    if line.mark:
        return clean_mark(line.mark), 0
    if line.raised and line.raised[0][0] == 0:
        end = line.raised[0][1]
        end += line.text.startswith("/", end)
        mark = clean_mark(line.text[:end])
        if mark and line.text[end:].strip():
            return mark, end + len(line.text[end:]) - len(line.text[end:].lstrip())
    match = _SLASHED.match(line.text) or _MARK_AND_TEXT.match(line.text)
    match = match or (_DOTTED.match(line.text) if dotted else None)
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
        rules = _short_rules(page)
        for column in sorted({item.line.column for item in live}):
            part = [item for item in live if item.line.column == column]
            read_region(part[_region_start(part, measures, page, rules) :], notes)
        _read_known(live, notes)
        for item in live:
            if item.place == "" and is_rule(item):
                item.place = "furniture"  # the line that ends a text
    return notes


def _region_start(live: list[Item], measures: Measures, page: Page, rules: _Rules) -> int:
    """Return the position of the first footnote line of a page, its length without footnotes."""
    none = len(live)
    if not measures.paged or not page.height:
        return none
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
    below_rule = _below_typed_rule(live)
    return below_rule if below_rule < none else _same_size_region(live, measures, page, rules)


def _below_typed_rule(live: list[Item]) -> int:
    """Return where a typed rule stands with notes below it, and no numbered paragraph, else the length."""
    for at in range(len(live) - 1, -1, -1):
        item = live[at]
        if _NUMBERED.match(item.text):
            break
        if item.text.startswith("_") and is_rule(item):
            return at if any(map(mark_start, live[at + 1 :])) else len(live)
    return len(live)


def is_rule(item: Item) -> bool:
    """Whether a line is nothing but strokes, as those that part notes or end a text."""
    text = item.text.strip()
    return len(text) >= _RULE_LENGTH and not text.strip(_STROKES)


def is_small(item: Item, measures: Measures) -> bool:
    """Whether a line is set smaller than the text, as notes are, or is the rule above them."""
    return measures.is_smaller(item) or is_rule(item)


def _small_region(live: list[Item], tail: int, rules: _Rules) -> int:
    """Return where notes begin among the small lines at the end of a page.

    Small lines above the first mark belong to a note of the page before when a short rule sets them off.
    """
    first = next((i for i in range(tail, len(live)) if mark_start(live[i]) is not None), len(live))
    if first > tail and _rule_between(live, tail, rules):
        return tail
    return first


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
    return start if start < none else _long_note(live, measures, page, rules)


def _long_note(live: list[Item], measures: Measures, page: Page, rules: _Rules) -> int:
    """Return where a typed note begins that fills much of the page, its length without one.

    Room is left above it, and the text above that has its mark.
    """
    for at in range(1, len(live)):
        item = live[at]
        match = _SLASHED.match(item.text) if "/" in item.text[:_MARK_LENGTH] else None
        if (
            match
            and item.line.bottom > 0.2 * page.height
            and ((item.gap or 0.0) > _NOTE_ROOM * measures.leading or _rule_between(live, at, rules))
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
    raised = bool(item.line.raised) and item.line.raised[0][0] == 0
    low = page.number == 1 and item.line.bottom > 0.5 * page.height
    starred = item.text[:1] in "*∗" and (low or _rule_between(live, at, rules))
    return (
        raised or starred or bool(_SLASHED.match(item.text)) or (found[0] in marks and "\t" in item.text[:6])
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
        if not underline or (above is not None and left < above.left + 3 and y - above.bottom > 2.5):
            return True
    return False


def read_region(
    region: list[Item], notes: list[Note] | None = None, *, at_end: bool = False, dotted: bool = False
) -> list[Note]:
    """Set the place of lines that are all of notes, and return the notes, behind those given."""
    notes = [] if notes is None else notes
    for item in region:
        if item.line.role == "note":
            continue
        item.place = "note"
        if is_rule(item):
            item.place = "furniture"
            continue
        read_line(item, notes, at_end=at_end, dotted=dotted)
    return notes


def _read_known(live: list[Item], notes: list[Note]) -> None:
    """Read the lines that the format itself calls notes."""
    for item in live:
        if item.line.role == "note":
            item.place = "note"
            read_line(item, notes)


def _is_next(item: Item, mark: str, before: Note) -> bool:
    """Whether a number at a line start is a new mark: "9 January" in a note that is wrapped is none."""
    line = item.line
    if line.mark or (line.raised and line.raised[0][0] == 0) or not mark.isdigit():
        return True
    return before.page != item.page or not before.mark.isdigit() or int(mark) == int(before.mark) + 1


def read_line(item: Item, notes: list[Note], *, at_end: bool = False, dotted: bool = False) -> None:
    """Begin a note with a line, or carry on the last one."""
    found = mark_start(item, dotted=dotted)
    if found is not None and notes and not _is_next(item, found[0], notes[-1]):
        found = None
    if found is None and notes:
        notes[-1].lines.append(item.text)
        return
    note = Note(found[0] if found else "", item.page, at_end=at_end)
    offset = found[1] if found else 0
    note.lines.append(item.text[offset:])
    note.taken = sum(not ch.isspace() for ch in item.text[:offset])
    notes.append(note)
