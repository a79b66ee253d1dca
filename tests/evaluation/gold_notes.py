"""Records held against labelled notes: which mark belongs to which place in the text.

The labels lie in gold/notes/*.jsonl; gold/README.md says what they are and how they were made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import regex

from tests.evaluation.anchors import at_edge, place, plain
from tests.evaluation.gold import GOLD, Label, on_page, same_number
from tests.evaluation.outcome import Case, Outcome, squash

if TYPE_CHECKING:
    from indexer.model import Footnote, Record
    from tests.evaluation.reading import Reading

NOTES = GOLD / "notes"

Place = Literal["text", "table", "heading", "anywhere"]
"""Where a mark stands: in the text of a unit, in a table, in a title or heading, or where no rule names the
unit, so that only the words before the mark are asked."""

STAGES = (
    "no record has such a note",
    "the last words of the note are missing",
    "the note hangs on another record",
    "the mark is bound to another place",
    "the note stands in running text",
)
"""What is asked of a note, in this order, as it is said when it fails."""

RIGHT = len(STAGES)

_REST = regex.compile(r"[^\n]*")
"""What follows a mark in its block."""

_WORDS = 8
"""So many words of a note are looked for in running text."""

_FEW = 5
"""A note of fewer words may stand in the text as well: "Resolution 70/1."."""


class GoldNote(Label, frozen=True):
    """One place that refers to a note, and the note.

    Attributes:
        page: That of the mark.
        order: Place of the mark on the page, from 1.
        mark: As printed, without brackets and slash.
        place: Where the mark stands.
        number: Of the unit that refers to the note, or that follows the heading.
        opens: The first words of that unit, when it has no number.
        before: The words right before the mark; none where it stands at a number or in a heading.
        after: The words right behind it; none where its block ends, and in a table.
        note_page: The page the note begins on.
        first: The first words of the note.
        last: Its last words, of a note that goes on over the end of a page.
    """

    order: int
    mark: str
    place: Place
    number: str | None
    opens: str | None
    before: str
    after: str
    note_page: int
    first: str
    last: str | None


def check_notes(reading: Reading, labels: list[GoldNote]) -> Outcome:
    """Counts "notes" and "notes right".

    A label is right when one note of one record has its mark and begins with its words, the record is the
    unit that refers to it, the offset of the note parts the words before the mark from those behind it (with
    nothing left of the mark), and no record on these pages has the note in its text. In SCANS the words may
    differ by a slip in LETTERS_A_SLIP letters.
    """
    outcome = Outcome()
    records = reading.parsed.records if reading.parsed else ()
    for label in labels:
        outcome.counts["notes"] += 1
        found = ((record, note) for record in records for note in record.footnotes)
        reached = max((_reached(label, *pair, records) for pair in found), default=0)
        why = "" if reached == RIGHT else STAGES[reached]
        text = f"{label.mark} {why}: {label.first} | {label.before} ^ {label.after}"
        case = Case("notes", reading.key, label.page, text)
        outcome.judge("notes right", good=reached == RIGHT, case=case)
    return outcome


def _reached(label: GoldNote, record: Record, note: Footnote, records: tuple[Record, ...]) -> int:
    """How many of STAGES a note of a record passes."""
    slips = label.slips
    words = plain(note.text)
    if note.mark != label.mark or not _begins(label.first, words, slips):
        return 0
    ends = not label.last or at_edge(plain(label.last), words, slips, r"{}\Z")
    passed = (True, ends, _is_unit(label, record, slips), _at_mark(label, record, note, slips))
    if False in passed:
        return passed.index(False)
    return RIGHT if not _in_text(words, label, records) else RIGHT - 1


def _begins(anchor: str, words: str, slips: int) -> bool:
    return at_edge(plain(anchor), words, slips, r"\A{}\b")


def _is_unit(label: GoldNote, record: Record, slips: int) -> bool:
    """Whether the record is the unit that refers to the note."""
    if label.place != "heading" and not on_page(record, label.page):
        return False
    if label.place == "table":
        return record.kind == "table"
    if label.number is not None:
        return same_number(record.number, label.number)
    return label.opens is None or _begins(label.opens, plain(record.text), slips)


def _at_mark(label: GoldNote, record: Record, note: Footnote, slips: int) -> bool:
    """Whether the offset of a note is that of its mark; a heading stands in no record, so it has none.

    Every letter and digit counts, so that a mark left in the text is seen.
    """
    if label.place == "heading" or note.at is None:
        return label.place == "heading" and note.at is None
    before, behind = record.text[: note.at], record.text[note.at :]
    if slips:
        begins = _begins(label.after, plain(behind), slips) if label.after else True
        return begins and at_edge(plain(label.before), plain(before), slips, r"\b{}\Z")
    before = squash(before)
    if not (before.endswith(squash(label.before)) if label.before else not before):
        return False
    if label.after or label.place == "table":
        return squash(behind).startswith(squash(label.after))
    rest = _REST.match(behind)
    return rest is None or not squash(rest[0])


def _in_text(words: str, label: GoldNote, records: tuple[Record, ...]) -> bool:
    """Whether the words of a note stand in a record on its page or on that of its mark."""
    first = " ".join(words.split()[:_WORDS])
    if first.count(" ") + 1 < _FEW:
        return False
    near = (r for r in records if on_page(r, label.page) or on_page(r, label.note_page))
    return any(place(first, plain(record.text), 0) for record in near)
