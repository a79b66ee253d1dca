"""Every record is found again by its citation, and by nothing else."""

from __future__ import annotations

import contextlib
import functools
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from indexer.errors import IndexerError
from tests.evaluation.cache import cache_folder, digest
from tests.evaluation.corpus import PROJECT, Corpus, family_of
from tests.evaluation.outcome import Case, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.model import Record
    from indexer.query import ShowResult


class Show(Protocol):
    """The pinpoint look-up over one index."""

    def __call__(self, reference: str, *, lang: str | None = None) -> ShowResult:
        """What a reference points to."""


def built_index(corpus: Corpus, *, jobs: int = 2) -> Path:
    """The folder of an index of the whole corpus, built once for this state of the code."""
    from indexer.ingest import index_folder  # noqa: PLC0415  # loads the whole pipeline

    folder = cache_folder(f"index-{digest([PROJECT / 'indexer'])}")
    index = folder / "index"
    if not index.exists():
        # two runs may build it at once: each for itself, and the first that is done stays
        with tempfile.TemporaryDirectory(dir=folder) as building:
            index_folder([corpus.documents], index=Path(building) / "index", jobs=jobs)
            with contextlib.suppress(OSError):
                (Path(building) / "index").rename(index)
    return index


def look_up(show: Show, records: list[Record]) -> Iterator[tuple[str, Outcome]]:
    """For each record its source's key and whether its id and its citation give exactly it.

    The citation is asked for in the language of the record. Further copies of a record may come with it; a
    record at another address may not.
    """
    cited: dict[tuple[str, int], str] = {}
    for record in records:
        shown = _shown(show, record.id)
        found = [
            citation
            for each, citation in zip(shown.records, shown.citations, strict=True)
            if (each.id, each.copy) == (record.id, record.copy)
        ]
        if len(found) == 1 and {each.id for each in shown.records} == {record.id}:
            cited[record.id, record.copy] = found[0]
        else:
            text = f"id {record.id} gives {[each.id for each in shown.records][:5]} {shown.misses[:1]}"
            yield record.source.path, _outcome(record, text)
    for record in records:
        citation = cited.get((record.id, record.copy))
        if citation is not None:
            version = record.id.rpartition("#")[0].rpartition("@")[2]
            shown = _shown(show, citation, lang=version)
            got = {(each.id, each.copy) for each in shown.records}
            right = (record.id, record.copy) in got and {identity for identity, _ in got} == {record.id}
            text = "" if right else f"{citation} of {record.id} gives {sorted(got)[:5]} {shown.misses[:1]}"
            yield record.source.path, _outcome(record, text)


def _shown(show: Show, reference: str, *, lang: str | None = None) -> ShowResult:
    """What the index shows; a reference that it cannot read gives nothing, and the error as a miss."""
    from indexer.query import ShowResult  # noqa: PLC0415  # loads the engine

    try:
        return show(reference, lang=lang)
    except IndexerError as error:
        return ShowResult(reference=reference, misses=(str(error),))


def _outcome(record: Record, problem: str) -> Outcome:
    """Counts "looked up" and "looked up right"."""
    outcome = Outcome()
    outcome.counts["looked up"] += 1
    case = Case("lookup", record.source.path, record.page, problem)
    outcome.judge("looked up right", good=not problem, case=case)
    return outcome


def check_lookup(
    corpus: Corpus, *, jobs: int = 2, family: str | None = None
) -> Iterator[tuple[str, Outcome]]:
    """The look-up of every record of the corpus in an index of it, by document."""
    from indexer.query.pinpoint import show  # noqa: PLC0415  # loads the engine
    from indexer.store import open_store  # noqa: PLC0415  # as above

    folder = built_index(corpus, jobs=jobs)
    with open_store(folder).reader() as reader:
        every = [r for entry in reader.documents() for r in reader.records(entry.document, entry.copy)]
        records = [record for record in every if family in (None, family_of(record.source.path))]
        # one reader for all: Index.show opens one for each call
        yield from look_up(functools.partial(show, reader), records)
