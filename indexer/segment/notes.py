"""Notes: their marks, and lines that are all of notes read one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Collection

    from indexer.model import Line
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_STROKES = "_—–-"  # a rule that is typed
_RULE_LENGTH = 5  # strokes
_MARK_AND_TEXT = regex.compile(
    r"^(?P<mark>\d{1,3}(?=[\s\t]+(?:[^\p{Ll}\d]|https?:|www\.))|"
    r"\d{3}(?=[“\"‘]?\p{Lu}\p{L})|"  # where the words hang below each other, it may fill its room: "102See"
    r"[a-z](?=\t)|[*∗\uf02a]{1,4}|[†‡§])[\s\t]*(?=\S)"
)
_DOTTED = regex.compile(r"^(?P<mark>\d{1,3})[.)][\s\t]+(?=\S)")
SLASHED = regex.compile(
    r"^(?P<mark>\d{1,3}|[a-z]|[*∗]{1,4})\s?/(?:[\s\t]+(?=\S)|(?=\p{Lu})(?!\p{Lu}+[./]\d))"
)
"""A typed mark with a slash, at the start of a note."""


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


def raised_marks(line: Line) -> list[str]:
    """Return the marks that are raised in a line."""
    return [clean_mark(line.text[start:end]) for start, end in line.raised]


def mark_start(item: Item, *, dotted: bool = False) -> tuple[str, int] | None:
    """Return the mark at the start of a line and the offset of the words behind it, None without a mark.

    Args:
        item: The line.
        dotted: Whether numbers with a stop are marks, as below the title of notes.
    """
    line = item.line
    if line.mark:
        return clean_mark(line.mark), 0
    if item.opens_with_mark():
        end = line.raised[0][1]
        end += line.text.startswith("/", end)
        mark = clean_mark(line.text[:end])
        if mark and line.text[end:].strip():
            return mark, end + len(line.text[end:]) - len(line.text[end:].lstrip())
    if line.text[:2].isalpha():
        return None  # most lines
    match = SLASHED.match(line.text) or _MARK_AND_TEXT.match(line.text)
    match = match or (_DOTTED.match(line.text) if dotted else None)
    return (clean_mark(match["mark"]), match.end()) if match else None


def is_rule(item: Item) -> bool:
    """Whether a line is nothing but strokes, as those that part notes or end a text."""
    text = item.text.strip()
    return len(text) >= _RULE_LENGTH and not text.strip(_STROKES)


def is_small(item: Item, measures: Measures) -> bool:
    """Whether a line is set smaller than the text, as notes are, or is the rule above them."""
    return measures.is_smaller(item) or is_rule(item)


def read_region(
    region: list[Item], notes: list[Note] | None = None, *, at_end: bool = False, dotted: bool = False
) -> list[Note]:
    """Set the place of lines that are all of notes, and return the notes, behind those given."""
    notes = [] if notes is None else notes
    raised = {
        (item.page, mark[0]) for item in region if item.opens_with_mark() and (mark := mark_start(item))
    }
    for item in region:
        if item.line.role == "note":
            continue
        item.place = "note"
        if is_rule(item):
            item.place = "furniture"
            continue
        read_line(item, notes, at_end=at_end, dotted=dotted, raised=raised)
    return notes


def _is_next(item: Item, mark: str, before: Note) -> bool:
    """Whether a number at a line start is a new mark: "9 January" in a note that is wrapped is none."""
    line = item.line
    if line.mark or item.opens_with_mark() or not mark.isdigit():
        return True
    return before.page != item.page or not before.mark.isdigit() or int(mark) == int(before.mark) + 1


def read_line(
    item: Item,
    notes: list[Note],
    *,
    at_end: bool = False,
    dotted: bool = False,
    raised: Collection[tuple[int, str]] = (),
) -> None:
    """Begin a note with a line, or carry on the last one.

    Args:
        item: The line.
        notes: Those above it.
        at_end: Whether they stand behind the text.
        dotted: Whether numbers with a stop are marks.
        raised: The raised marks of notes, each with its page: "16 March" is none where one of them is 16.
    """
    found = mark_start(item, dotted=dotted)
    if found is not None and notes:
        taken = (item.page, found[0]) in raised and not (item.line.mark or item.opens_with_mark())
        found = None if taken or not _is_next(item, found[0], notes[-1]) else found
    if found is None and notes:
        notes[-1].lines.append(item.text)
        return
    note = Note(found[0] if found else "", item.page, at_end=at_end)
    offset = found[1] if found else 0
    note.lines.append(item.text[offset:])
    note.taken = sum(not ch.isspace() for ch in item.text[:offset])
    notes.append(note)
