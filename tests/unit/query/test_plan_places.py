"""Places, rows of numbers and ranking against plain loops over them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.query import open_index
from indexer.query.collect import matches, ranked
from indexer.query.collection import Collection
from indexer.query.places import BITS, Spans, joined_places, joined_spans, near, near_units, shared
from indexer.query.plan import Plan
from indexer.store.ascending import intersect, is_in, union
from tests.unit.made_up import made_document, made_record, made_store, remove_documents

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from indexer.store import StoreReader
    from indexer.store.ascending import Numbers

Stretches = list[tuple[int, int]]

PLACE = st.builds(lambda unit, position: (unit << BITS) + position, st.integers(0, 3), st.integers(0, 14))
PLACES = st.lists(PLACE, max_size=16).map(sorted)
"""With repeats: a word in parts may have the stem of its first part ("police-s")."""

STRETCHES = st.lists(st.tuples(PLACE, st.integers(0, 3)), max_size=10).map(
    lambda pairs: sorted((first, first + more) for first, more in pairs)
)


def spans_of(stretches: Stretches) -> Spans:
    row = np.array(stretches, np.int64).reshape(-1, 2)
    return Spans(row[:, 0], row[:, 1])


def words_of(places: list[int]) -> Spans:
    row = np.array(places, np.int64)
    return Spans(row, row)


def stretches_of(spans: Spans) -> Stretches:
    return list(zip(spans.first.tolist(), spans.last.tolist(), strict=True))


def near_by_loops(left: Stretches, right: Stretches, distance: int) -> Stretches:
    return sorted(
        {
            (min(one[0], other[0]), max(one[1], other[1]))
            for one in left
            for other in right
            if 1 <= max(other[0] - one[1], one[0] - other[1]) <= distance
        }
    )


def units_of(stretches: Stretches) -> list[int]:
    return sorted({first >> BITS for first, _ in stretches})


@given(PLACES, PLACES, st.integers(1, 40))
def test_shared_is_what_sets_share(left: list[int], right: list[int], times: int) -> None:
    longer = sorted([*left, *range(10**9, 10**9 + times * len(left))])
    for one, other in ((left, right), (longer, right), (right, longer)):
        found = shared(np.array(one, np.int64), np.array(other, np.int64))
        assert found.tolist() == sorted(set(one) & set(other))


@given(STRETCHES, STRETCHES, st.integers(1, 6))
def test_near_is_what_a_double_loop_finds(left: Stretches, right: Stretches, distance: int) -> None:
    wanted = near_by_loops(left, right, distance)
    assert stretches_of(near(spans_of(left), spans_of(right), distance)) == wanted
    assert near_units(spans_of(left), spans_of(right), distance).tolist() == units_of(wanted)


@given(PLACES, PLACES, st.integers(1, 6))
def test_words_are_near_as_a_double_loop_finds(left: list[int], right: list[int], distance: int) -> None:
    wanted = near_by_loops([(at, at) for at in left], [(at, at) for at in right], distance)
    assert stretches_of(near(words_of(left), words_of(right), distance)) == wanted
    assert near_units(words_of(left), words_of(right), distance).tolist() == units_of(wanted)


@given(PLACES, STRETCHES, st.integers(1, 6))
def test_words_and_stretches_are_near_on_either_side(
    words: list[int], stretches: Stretches, distance: int
) -> None:
    wanted = near_by_loops([(at, at) for at in words], stretches, distance)
    for one, other in ((words_of(words), spans_of(stretches)), (spans_of(stretches), words_of(words))):
        assert stretches_of(near(one, other, distance)) == wanted
        assert near_units(one, other, distance).tolist() == units_of(wanted)


@given(st.lists(STRETCHES, min_size=1, max_size=4))
def test_stretches_join_without_repeats(several: list[Stretches]) -> None:
    joined = stretches_of(joined_spans([spans_of(one) for one in several]))
    assert sorted(set(joined)) == sorted({pair for one in several for pair in one})
    places = joined_places([spans_of(one).first for one in several])
    assert sorted(set(places.tolist())) == sorted({first for one in several for first, _ in one})


def test_a_word_whose_parts_have_one_stem_is_not_near_itself(tmp_path: Path) -> None:
    texts = ["polic-e-s here", "police police"]  # the joined form stands at the first and the last position
    store = made_store(
        tmp_path / ".indexer", [[[made_record("A/1", nth, text) for nth, text in enumerate(texts, 1)]]]
    )
    index = open_index(store.directory)
    assert {hit.address for hit in index.search("police").hits} == {"p1", "p2"}
    assert [hit.address for hit in index.search("police NEAR/1 police").hits] == ["p2"]


# -- rows of numbers

SIZE = 400
ROW = st.one_of(
    st.sets(st.integers(0, SIZE - 1), max_size=8),
    st.sets(st.integers(0, SIZE - 1), max_size=300),
    st.builds(lambda first: set(range(first, SIZE)), st.integers(0, SIZE)),
)


def row_of(numbers: set[int]) -> Numbers:
    return np.array(sorted(numbers), np.intp)


@given(ROW, ROW)
def test_rows_are_intersected_as_sets(left: set[int], right: set[int]) -> None:
    assert intersect(row_of(left), row_of(right), SIZE).tolist() == sorted(left & right)


@given(st.lists(ROW, min_size=1, max_size=4))
def test_rows_are_united_as_sets(rows: list[set[int]]) -> None:
    assert union([row_of(row) for row in rows], SIZE).tolist() == sorted(set().union(*rows))


@given(ROW, ROW)
def test_numbers_are_found_among_others(numbers: set[int], others: set[int]) -> None:
    found = is_in(row_of(numbers), row_of(others), SIZE)
    assert found.tolist() == [number in others for number in sorted(numbers)]


# -- the best of an answer


class Given(Plan):
    """A node that matches given records with given scores."""

    def __init__(self, scores: list[dict[int, float]]) -> None:
        super().__init__()
        self._scores = scores

    def _match(self, whole: Collection, nth: int) -> Numbers:
        del whole
        return row_of(set(self._scores[nth]))

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        del whole
        return np.array([self._scores[nth][number] for number in records.tolist()], float)

    def size(self, whole: Collection) -> int:
        del whole
        return sum(map(len, self._scores))


COUNTS = ((400, 250), (90, 60, 9), (1, 2, 3))
"""Records of each document of each segment."""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreReader]:
    """Three segments; the documents of one stand before, between and behind those of another."""
    chance = random.Random(3)  # noqa: S311 - the same documents every time
    names = iter(
        ["A/HRC/9/8", "A/HRC/10/1", "A/60/251", "E/CN.4/2004/87", "A/HRC/9/7", "A/C.3/1", "Z/1", "A/9"]
    )
    commits = [
        [chance.sample(made_document(chance, next(names), count, most=2), count) for count in counts]
        for counts in COUNTS
    ]
    store = made_store(tmp_path_factory.mktemp("ranked") / ".indexer", commits)
    remove_documents(store, "A/HRC/9/7")
    with store.reader() as reader:
        assert [len(segment.deleted) for segment in reader.segments] == [0, 9, 0]
        yield reader


@pytest.fixture(scope="module")
def whole(reader: StoreReader) -> Collection:
    return Collection(reader)


def scores_at_random(chance: random.Random, whole: Collection) -> list[dict[int, float]]:
    """Return scores for some records of each segment: many ties, some apart in the tenth decimal only."""
    levels = [chance.choice([0.0, 0.5, 1.0, chance.random() * 9]) for _ in range(chance.randint(1, 12))]
    share = chance.choice([0.02, 0.5, 1.0])
    return [
        {
            number: chance.choice(levels) + chance.choice([0.0, 0.0, 3e-10])
            for number in range(segment.count)
            if chance.random() < share
        }
        for segment in whole.segments
    ]


@settings(max_examples=60)
@given(seed=st.integers(0, 10_000), limit=st.one_of(st.none(), st.integers(0, 12), st.integers(0, 1000)))
def test_the_best_are_the_first_of_a_full_sort(
    reader: StoreReader, whole: Collection, seed: int, limit: int | None
) -> None:
    scores = scores_at_random(random.Random(seed), whole)  # noqa: S311 - steady
    plan = Given(scores)
    found = matches(whole, plan)
    alive = [
        (-round(score, 6), reader.row_at(number + offset).newest, number + offset)
        for segment, offset, held in zip(reader.segments, reader.offsets, scores, strict=True)
        for number, score in held.items()
        if number not in segment.deleted
    ]
    wanted = [(number, -score) for score, _, number in sorted(alive)][:limit]
    best = ranked(whole, plan, found, limit)
    assert [number for number, _ in best] == [number for number, _ in wanted]
    assert [score for _, score in best] == pytest.approx([score for _, score in wanted])


@pytest.mark.parametrize("limit", [None, 0, 1, 2, 4, 9])
def test_equals_of_one_document_stand_in_its_order_whatever_their_kind(
    tmp_path: Path, limit: int | None
) -> None:
    kinds: list[Any] = ["recommendation", "paragraph", "recommendation", "operative"]
    records = [made_record("A/1", nth, "police", kind=kind) for nth, kind in enumerate(kinds, 1)]
    index = open_index(made_store(tmp_path / ".indexer", [[records]]).directory)
    addresses = [hit.address for hit in index.search("police", limit=limit).hits]
    assert addresses == ["p1", "p2", "p3", "p4"][:limit]
