"""The first of an answer and its documents, cut from arrays, against a sort of everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from indexer.query import open_index
from indexer.query.order import _by_document, _first, _Keys, _ranks
from indexer.query.request import make_request
from indexer.query.tree import Or, Query
from indexer.store.segment import Segment
from tests.unit.made_up import made_record, made_store

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from indexer.model import Record

MATCHES = st.lists(
    st.tuples(st.integers(-3, 3), st.integers(0, 4)), min_size=1, max_size=40
)  # first key and document; few of each, so that many are equal


def keys_of(matches: list[tuple[int, int]], chance: list[int]) -> tuple[_Keys, np.ndarray]:
    """Return keys whose places are in no order, and the documents."""
    first, documents = (np.array(column, np.int64) for column in zip(*matches, strict=True))
    places = np.array(chance[: len(matches)], np.int64)
    return _Keys(np.arange(len(matches)) + 100, first, places), documents


PLACES = st.permutations(list(range(40)))


@given(MATCHES, PLACES, st.one_of(st.none(), st.integers(1, 45)))
def test_the_first_are_those_of_a_full_sort(
    matches: list[tuple[int, int]], chance: list[int], end: int | None
) -> None:
    keys, _ = keys_of(matches, chance)
    everything = sorted(range(len(matches)), key=lambda nth: (keys.first[nth], keys.places[nth]))
    assert _first(keys, end).tolist() == everything[:end]


@given(
    MATCHES,
    PLACES,
    st.integers(0, 6),
    st.one_of(st.none(), st.integers(1, 6)),
    st.one_of(st.none(), st.integers(1, 4)),
)
def test_documents_are_those_of_a_full_sort(
    matches: list[tuple[int, int]], chance: list[int], offset: int, limit: int | None, most: int | None
) -> None:
    keys, documents = keys_of(matches, chance)
    everything = sorted(range(len(matches)), key=lambda nth: (keys.first[nth], keys.places[nth]))
    by_document: dict[int, list[int]] = {}
    for nth in everything:
        by_document.setdefault(int(documents[nth]), []).append(nth)
    page = list(by_document.values())[offset : None if limit is None else offset + limit]
    request = make_request(
        Query(text="", root=Or(())), offset=offset, limit=limit, group="doc", per_document=most
    )
    shown, held = _by_document(keys, documents, 5, request)
    assert shown.tolist() == [nth for group in page for nth in group[:most]]
    assert held == [len(group) for group in page for _ in group[:most]]
    assert _ranks(keys, shown) == [everything.index(nth) + 1 for nth in shown.tolist()]


def test_only_what_is_shown_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made_store(
        tmp_path, [[[made_record(f"A/{name}", number, "police") for number in range(1, 9)]] for name in "123"]
    )
    read: list[int] = []
    record = Segment.record

    def reading(self: Segment, number: int) -> Record:
        read.append(number)
        return record(self, number)

    monkeypatch.setattr(Segment, "record", reading)
    for options, expected in (
        ({"sort": "date"}, 2),
        ({"sort": "symbol"}, 2),
        ({"sort": "rank"}, 2),
        ({"group": "doc", "per_document": 3}, 6),
        ({"group": "doc", "per_document": 1, "sort": "oldest", "facets": ["document", "section"]}, 2),
        ({"context": 1, "sort": "symbol"}, 3),
        ({"count_only": True, "group": "doc"}, 0),
    ):
        read.clear()
        results = open_index(tmp_path).search("police", limit=2, **options)  # which remembers nothing yet
        assert (len(read), results.total, results.documents) == (expected, 24, 3)
