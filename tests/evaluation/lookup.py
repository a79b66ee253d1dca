"""Every record is found again by its citation, and by nothing else."""

from __future__ import annotations

import shutil
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from tests.evaluation.cache import cache_folder, digest
from tests.evaluation.corpus import PROJECT, Corpus, family_of
from tests.evaluation.outcome import Case, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from indexer.model import Record


def built_index(corpus: Corpus, *, jobs: int = 2) -> Path:
    """The folder of an index of the whole corpus, built once for this state of the code."""
    from indexer.ingest import index_folder  # noqa: PLC0415  # loads the whole pipeline

    folder = cache_folder(f"index-{digest([PROJECT / 'indexer'])}")
    done = folder / "done"
    if not done.exists():
        shutil.rmtree(folder / "index", ignore_errors=True)
        index_folder([corpus.documents], index=folder / "index", jobs=jobs)
        done.touch()
    return folder / "index"


def look_up(index: Any, records: list[Record]) -> Iterator[tuple[str, Outcome]]:
    """For each record its source's key and whether its id and its citation give exactly it.

    Records that carry one citation (language versions, copies) must all come, and nothing else.
    """
    cited: dict[tuple[str, int], str] = {}
    sharing: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    misses: list[tuple[Record, str]] = []
    for record in records:
        found = [r for r in index.show(record.id).records if r.copy == record.copy]
        if [r.id for r in found] != [record.id]:
            misses.append((record, f"id {record.id} gives {[r.id for r in found][:5]}"))
            continue
        citation = str(found[0].citation)
        cited[record.id, record.copy] = citation
        sharing[citation].add((record.id, record.copy))
    for record, text in misses:
        yield record.source.path, _outcome(record, text)
    for record in records:
        citation = cited.get((record.id, record.copy), "")
        if citation:
            got = {(r.id, r.copy) for r in index.show(citation).records}
            right = got == sharing[citation] and len(Counter(i.split("#")[1] for i, _ in got)) == 1
            text = "" if right else f"{citation} of {record.id} gives {sorted(got)[:5]}"
            yield record.source.path, _outcome(record, text)


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
    from indexer.query import open_index  # noqa: PLC0415  # loads the engine
    from indexer.store import open_store  # noqa: PLC0415  # as above

    folder = built_index(corpus, jobs=jobs)
    with open_store(folder).reader() as reader:
        records = [r for r in reader.records() if family is None or family_of(r.source.path) == family]
    with open_index(folder) as index:
        yield from look_up(index, records)
