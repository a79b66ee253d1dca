"""What was read of a report beside what was written."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.discover import source_file
from indexer.extract import extract
from indexer.segment import segment
from tests.evaluation.layouts.report import FACE, NOTE

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.model import ParsedDocument, Record
    from tests.evaluation.layouts.report import Report, Unit

ASPECTS = ("text", "number", "kind", "section", "notes", "page", "address")
"""What of a unit may be right: the whole text and nothing else, and then each of the others."""

_KINDS = {"operative": "paragraph", "preamble": "text"}  # texts of resolutions are written as any other
_SIGNS = regex.compile(r"[•·\u00ad\uf0b7]")
# what prints Chinese sets numbers and Latin words apart, and the file may say so or not
_SET_APART = regex.compile(r"(?<=\p{Han})\s+(?=[\p{Latin}\p{N}$])|(?<=[\p{Latin}\p{N}])\s+(?=\p{Han})")


class Outcome(NamedTuple):
    """What became of a unit.

    Attributes:
        unit: As written.
        wrong: Aspects that are not right.
        found: The record that holds it, or that has its first words; None where none has.
    """

    unit: Unit
    wrong: frozenset[str]
    found: Record | None


class Comparison(NamedTuple):
    """A report in one format.

    Attributes:
        outcomes: Of its units.
        lost: Words of units that no record holds.
        foreign: Words that records hold once too often, or that belong in none.
    """

    outcomes: tuple[Outcome, ...]
    lost: Counter[str]
    foreign: Counter[str]


def parse(path: Path) -> ParsedDocument:
    """What is read of a file."""
    return segment(extract(source_file(path)))


def plain(text: str) -> str:
    """A text without signs of bullets, marks of notes and room to spare."""
    return _SET_APART.sub("", " ".join(_SIGNS.sub(" ", NOTE.sub("", text)).split()))


def compare(
    report: Report, parsed: ParsedDocument, pages: dict[int, tuple[int, int]] | None = None
) -> Comparison:
    """Hold what was read against what was written.

    Args:
        report: As written.
        parsed: As read.
        pages: First and last page of each unit, None where they are not known.
    """
    texts = [plain(record.text) for record in parsed.records]
    free = set(range(len(texts)))
    outcomes = []
    for at, unit in enumerate(report.units):
        text = plain(unit.text)
        same = [place for place in sorted(free) if texts[place] == text]
        place = min(same, key=lambda place: parsed.records[place].number != unit.number, default=None)
        if place is None:
            begins = (n for n, other in enumerate(texts) if text[:40] in other)
            found = next(begins, None)
            record = None if found is None else parsed.records[found]
            outcomes.append(Outcome(unit, frozenset(["text"]), record))
            continue
        free.discard(place)
        record = parsed.records[place]
        wrong = _wrong(report, unit, record, pages.get(at) if pages else None)
        outcomes.append(Outcome(unit, wrong, record))
    lost, foreign = _words(report, parsed)
    return Comparison(tuple(outcomes), lost, foreign)


def _wrong(report: Report, unit: Unit, record: Record, pages: tuple[int, int] | None) -> frozenset[str]:
    notes = [plain(report.notes[at]) for at in unit.notes]
    # where no cover has it alone, the title of the whole may head the path
    titled = record.section[:1] == (report.title,)
    sections = {plain(" ".join(record.section[start:])) for start in range(1 + titled)}
    right = {
        "number": record.number == unit.number,
        "kind": _KINDS.get(record.kind, record.kind) == unit.kind,
        "section": plain(" ".join(unit.section)) in sections,
        "notes": [plain(note.text) for note in record.footnotes] == notes,
        "page": pages is None or (record.page, record.page_end) == pages,
        "address": unit.address in (None, record.address),
    }
    return frozenset(aspect for aspect, holds in right.items() if not holds)


def _words(report: Report, parsed: ParsedDocument) -> tuple[Counter[str], Counter[str]]:
    """Words of units that are in no record, and words in records that are in no unit."""
    written = Counter(word for unit in report.units for word in plain(unit.text).split())
    read = Counter(word for record in parsed.records for word in plain(record.text).split())
    # what letters and first pages hold beside units may be text or not
    other = Counter(
        word
        for block in report.blocks
        if block.kind in ("masthead", "line", "title", "signature")
        for text in (
            FACE.sub("", block.text),
            *(cell for row in block.rows for cell in row),
        )
        for word in text.split()
    )
    return written - read, read - written - other
