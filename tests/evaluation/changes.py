"""`python -m tests.evaluation.changes`: what a change of the program does to the records of real documents.

Save the records before the change, and hold those after it against them: `--save FILE`, `--against FILE`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from indexer.model import Extraction, Record, Source
from tests.evaluation.cache import readings
from tests.evaluation.corpus import absent, find_corpus, keys_of
from tests.output import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tests.evaluation.reading import Reading

_NO_SOURCE = Source(path="", sha256="", media_type="")
_WIDTH = 120  # characters of a text shown


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """What was read of a document.

    Attributes:
        state: "read", or why there are no records.
        records: In their order.
    """

    state: str
    records: tuple[Record, ...] = ()


def saved(reading: Reading) -> Saved:
    """What is kept of a reading."""
    return Saved(
        state=f"{reading.state} {reading.code}".strip(),
        records=reading.parsed.records if reading.parsed else (),
    )


def save(states: Mapping[str, Saved], path: Path) -> None:
    """Write what was read of all documents."""
    path.write_bytes(msgspec.msgpack.encode(states))


def load(path: Path) -> dict[str, Saved]:
    """What was read of all documents when it was saved."""
    return msgspec.msgpack.decode(path.read_bytes(), type=dict[str, Saved])


def beyond(
    some: Iterable[Record], others: Iterable[Record], aspects: Callable[[Record], object]
) -> Iterator[Record]:
    """The records that others do not hold, or hold less often, by some of their aspects."""
    left = Counter(map(aspects, others))
    for record in some:
        seen = aspects(record)
        if left[seen]:
            left[seen] -= 1
        else:
            yield record


def alone(record: Record) -> Record:
    """A record without what changes with other records, or with its places alone."""
    return msgspec.structs.replace(record, order=0, boxes=(), source=_NO_SOURCE, extraction=Extraction())


def told(key: str, before: Saved, after: Saved) -> Iterator[str]:
    """Lines about a document; none where nothing differs."""
    gone = list(beyond(before.records, after.records, alone))
    come = list(beyond(after.records, before.records, alone))
    what = [f"{len(before.records)} -> {len(after.records)} records, {len(gone)} gone, {len(come)} come"]
    if before.state != after.state:
        what.append(f"{before.state} -> {after.state}")
    elif not gone and not come:
        if list(map(alone, before.records)) == list(map(alone, after.records)):
            return
        what.append("in another order")
    yield f"{key}: {'; '.join(what)}"
    for sign, records in (("-", gone), ("+", come)):
        yield from (f"  {sign} {line_of(record)}" for record in records)


def line_of(record: Record) -> str:
    """A record on a line: address, kind, page, the heading above it, and both ends of its text."""
    text = " ".join(record.text.split())
    text = text if len(text) <= _WIDTH else f"{text[: _WIDTH // 2]} … {text[-_WIDTH // 2 :]}"
    section = " > ".join(record.section)[-60:]
    number = "" if record.number is None else f" {record.number}"
    return f"{record.address} {record.kind}{number} p. {record.page} | {section} | {text}"


def compared(before: Mapping[str, Saved], after: Mapping[str, Saved]) -> tuple[list[str], int]:
    """Lines about all documents, and how many of them differ. Documents that only one state has are named."""
    lines, different = [], 0
    for key in sorted(before.keys() | after.keys()):
        none = Saved(state="not there")
        about = list(told(key, before.get(key, none), after.get(key, none)))
        different += bool(about)
        lines += about
    return lines, different


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when nothing differs, or when there is nothing to compare; 1 when something does."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.changes", description=__doc__)
    parser.add_argument("--save", type=Path, metavar="FILE", help="write the records to this file")
    parser.add_argument("--against", type=Path, metavar="FILE", help="compare the records with this file")
    parser.add_argument("--folder", type=Path, help="of the documents; otherwise the real documents")
    parser.add_argument("--jobs", type=int, default=2, help="processes that read")
    wanted = parser.parse_args(arguments)
    if not wanted.save and not wanted.against:
        parser.error("--save FILE or --against FILE is needed")
    corpus = find_corpus()
    if wanted.folder is None and corpus is None:
        say(f"skipped: {absent()}")
        return 0
    folder = wanted.folder or (corpus.documents if corpus else Path())
    before = load(wanted.against) if wanted.against else None
    after = {each.key: saved(each) for each in readings(folder, keys_of(folder), jobs=wanted.jobs)}
    if wanted.save:
        save(after, wanted.save)
    lines, different = compared(before, after) if before is not None else ([], 0)
    records = sum(len(state.records) for state in after.values())
    say(*lines, f"{len(after)} documents, {records} records; {different} documents differ")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
