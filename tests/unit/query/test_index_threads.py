"""Searches while another thread commits: each answer is that of one whole commit."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from indexer.query import Index, open_index
from indexer.store import Store, open_store
from tests.unit.made_up import made_record, parsed_of, source_of

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.model import Record
    from indexer.query import Sort

DOCUMENTS, RECORDS = 6, 4
COMMITS, THREADS = 12, 8
PAUSE = 0.02
"""Seconds between two questions of a thread, so that commits get their turn."""
QUERIES = ["police", '"police who"', "pol* who", "police NEAR/3 cooperate", "police NOT absent", "coop*"]


def commit(store: Store, version: int, *documents: int) -> None:
    """Replace documents in one commit; each record says which commit it is of."""
    with store.writer() as writer:
        for document in documents:
            records = [
                made_record(f"A/{document}", nth, f"police who cooperate, version{version}")
                for nth in range(1, RECORDS + 1)
            ]
            writer.replace(source_of(records, str(version)), parsed_of(records))
        writer.commit(settle=version % 4 == 0)


def versions_after(commits: int) -> dict[str, int]:
    """Return the version of every document after so many commits, which replace one after the other."""
    versions = dict.fromkeys((f"A/{document}" for document in range(DOCUMENTS)), 0)
    versions.update((f"A/{version % DOCUMENTS}", version) for version in range(1, commits + 1))
    return versions


def version_of(record: Record) -> int:
    return int(record.text.rpartition("version")[2])


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = open_store(tmp_path / ".indexer", create=True)
    commit(store, 0, *range(DOCUMENTS))
    return store


def wrong_in_search(index: Index, query: str, sort: Sort) -> str:
    """Return what is wrong with the answer to a query that every record answers."""
    results = index.search(query, limit=None, sort=sort, facets=("lang",))
    found = {(str(hit.symbol), version_of(hit)) for hit in results.hits}
    if found != versions_after(max(version for _, version in found)).items():
        return f"{query}: {sorted(found)}"
    counts = (
        results.total,
        len(results.hits),
        len({hit.id for hit in results.hits}),
        results.facets["lang"]["en"],
    )
    if set(counts) != {DOCUMENTS * RECORDS} or results.documents != DOCUMENTS:
        return f"{query}: {counts} records of {results.documents} documents"
    if len({hit.score for hit in results.hits}) != 1:
        return f"{query}: records that are alike have different scores"
    return ""


def wrong_in_show(index: Index, symbol: str) -> str:
    """Return what is wrong with the records shown of a document."""
    texts = [record.text for record in index.show(symbol).records]
    return "" if len(texts) == RECORDS and len(set(texts)) == 1 else f"{symbol}: {texts}"


def test_every_answer_is_that_of_one_whole_commit(store: Store) -> None:
    index = open_index(store.directory)
    problems: list[str] = []
    is_over = threading.Event()

    def ask(nth: int) -> None:
        try:
            while not is_over.wait(PAUSE):
                nth += 1
                problems.append(
                    wrong_in_search(index, QUERIES[nth % len(QUERIES)], "rank" if nth % 2 else "symbol")
                )
                problems.append(wrong_in_show(index, f"A/{nth % DOCUMENTS}"))
        except Exception as error:  # noqa: BLE001 - whatever it is, the test shows it
            problems.append(repr(error))

    threads = [threading.Thread(target=ask, args=(nth,)) for nth in range(THREADS)]
    for thread in threads:
        thread.start()
    try:
        for version in range(1, COMMITS + 1):
            commit(store, version, version % DOCUMENTS)
    finally:
        is_over.set()
        for thread in threads:
            thread.join()
    assert len(problems) > THREADS
    assert set(problems) == {""}
    assert wrong_in_search(index, "police", "rank") == ""
    assert index.search(f"version{COMMITS}").total == RECORDS


def test_a_reader_keeps_its_generation_while_others_commit(store: Store) -> None:
    commit(store, 1, 1)
    with store.reader() as reader:
        for version in range(2, 9):
            commit(store, version, version % DOCUMENTS)
        found = {
            (str(record.symbol), version_of(record))
            for document in range(DOCUMENTS)
            for record in reader.records(f"A/{document}@en")
        }
        assert found == versions_after(1).items()
        assert reader.counts("lang") == {"en": DOCUMENTS * RECORDS}
    assert wrong_in_search(open_index(store.directory), "police", "rank") == ""
