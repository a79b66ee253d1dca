"""What was read held against what was printed, record by record.

A golden file has a line about the document, then a line for each record, in order: address, kind, number,
first and last page (null where the format has none), headings, first and last words, marks of its notes,
addresses of its parts. The words were typed by hand in sample_corpus/.source, the pages come from the press
that printed them there; none of it was read back by the parser.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import regex

from indexer import discover, extract, segment

if TYPE_CHECKING:
    from indexer.model import ParsedDocument, Record

FOLDER = Path(__file__).parent

WORDS = regex.compile(r"\w+")


class Unit(msgspec.Struct, kw_only=True):
    """A record as a golden file has it; an empty address, first or last is not compared."""

    address: str
    kind: str
    number: str | None
    page: int | None
    page_end: int | None
    section: list[str]
    first: str
    last: str
    notes: list[str]
    parts: list[str]


class Head(msgspec.Struct):
    """The first line of a golden file."""

    file: str
    symbol: str
    language: str


def names() -> list[str]:
    """The sample files for which there are golden ones."""
    return sorted(path.stem for path in FOLDER.glob("*.jsonl"))


def load(name: str) -> tuple[Head, list[Unit]]:
    """What must be read out of a sample."""
    head, *units = (FOLDER / f"{name}.jsonl").read_bytes().splitlines()
    return msgspec.json.decode(head, type=Head), [msgspec.json.decode(unit, type=Unit) for unit in units]


def save(name: str, head: Head, units: list[Unit]) -> None:
    """Write a golden file."""
    (FOLDER / f"{name}.jsonl").write_bytes(msgspec.json.Encoder().encode_lines([head, *units]))


def parsed(path: Path) -> ParsedDocument:
    """A sample as the rooms read it."""
    return segment.segment(extract.extract(discover.source_file(path, path.parent)))


def unit_of(record: Record) -> Unit:
    """A record in the form of a golden file."""
    words = record.text.split()
    return Unit(
        address=record.address,
        kind=record.kind,
        number=record.number,
        page=record.page,
        page_end=record.page_end,
        section=list(record.section),
        first=" ".join(words[:5]),
        last=" ".join(words[-4:]),
        notes=[note.mark for note in record.footnotes],
        parts=[part.address for part in record.parts],
    )


def words(text: str) -> list[str]:
    """The words alone: spacing and punctuation of a join do not count."""
    return [match[0].lower() for match in WORDS.finditer(text)]


def answers(record: Record, unit: Unit) -> bool:
    """Whether an unnumbered record is the one that a golden line without address means."""
    return record.kind == unit.kind and words(record.text)[: len(words(unit.first))] == words(unit.first)


def differences(record: Record, unit: Unit) -> dict[str, tuple[Any, Any]]:
    """What was read and what was printed, by field, where they differ."""
    read, wanted = msgspec.structs.asdict(unit_of(record)), msgspec.structs.asdict(unit)
    text, first, last = words(record.text), words(unit.first), words(unit.last)
    found = {
        field: (read[field], wanted[field])
        for field in ("kind", "number", "page", "page_end", "notes", "parts")
        if read[field] != wanted[field]
    }
    if words(" ".join(record.section)) != words(" ".join(unit.section)):
        found["section"] = (read["section"], wanted["section"])
    if first and text[: len(first)] != first:
        found["first"] = (read["first"], unit.first)
    if last and text[-len(last) :] != last:
        found["last"] = (read["last"], unit.last)
    return found
