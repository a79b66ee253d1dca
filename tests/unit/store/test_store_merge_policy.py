"""Which segments a commit merges, over thousands of simulated commits."""

from __future__ import annotations

import random
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

import pytest

from indexer.store.engine import (
    LARGEST,
    MERGE_AT,
    MOST_MERGED,
    SETTLED,
    SMALLEST_CLASS,
    STALE_SHARE,
    to_merge,
)
from indexer.store.manifest import HeldSegment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COMMITS = 10_000
LIMIT = SMALLEST_CLASS
"""Records at which the smallest class ends."""


class Written(NamedTuple):
    """What a simulation ends with.

    Attributes:
        segments: Segments and how often the record in each that was rewritten most was.
        most: Most segments after any commit.
        records: Records written in commits.
        rewritten: Records written in merges.
    """

    segments: dict[HeldSegment, int]
    most: int
    records: int
    rewritten: int


def simulate(sizes: Iterable[int], *, settle: bool, deletes: Iterator[float] | None = None) -> Written:
    """Return what commits of so many records each leave, after deleting a share of one segment in each."""
    names = map(str, count())
    segments: dict[HeldSegment, int] = {}
    most = records = rewritten = 0
    chance = random.Random(1)  # noqa: S311 - steady
    for size in sizes:
        if deletes is not None and segments:
            segments = dict(delete(segments, chance.randrange(len(segments)), next(deletes)))
        segments[HeldSegment(name=next(names), records=size)] = 0
        records += size
        while chosen := to_merge(list(segments), settle=settle):
            times = max(segments.pop(held) for held in chosen) + 1
            left = sum(held.records - held.deleted for held in chosen)
            assert len(chosen) == 1 or left <= MOST_MERGED
            segments[HeldSegment(name=next(names), records=left)] = times
            rewritten += left
        most = max(most, len(segments))
        assert all(held.deleted <= STALE_SHARE * held.records for held in segments)
    return Written(segments, most, records, rewritten)


def delete(segments: dict[HeldSegment, int], nth: int, share: float) -> Iterator[tuple[HeldSegment, int]]:
    for place, (held, times) in enumerate(segments.items()):
        gone = held.deleted + int((held.records - held.deleted) * share) * (place == nth)
        if gone < held.records:
            yield HeldSegment(name=held.name, records=held.records, deleted=gone), times


def classes(records: int) -> int:
    """Return how many size classes there are up to segments of so many records."""
    found, limit = 1, LIMIT
    while records >= limit:
        found, limit = found + 1, limit * MERGE_AT
    return found


def most_rewrites(records: int, smallest: int, at: int) -> int:
    """Return how often a record is rewritten at most.

    Of the segments of a class that a merge takes, one may be what the last merge made, and one may be
    missing because what was merged of smaller ones counts as one. All others are new to it. So what merges
    make grows by so many of the smallest commit each time, or in a further class by so many eighths of its
    limit, until it leaves the class.
    """
    in_smallest = LIMIT // ((at - 1) * smallest) + 1
    in_further = -(-MERGE_AT // (at - 2))
    return in_smallest + in_further * (classes(records) - 1)


@pytest.mark.parametrize("settle", [False, True])
@pytest.mark.parametrize(("low", "high"), [(1, 1), (1, 400), (500, 500), (200, 20_000), (20_000, 90_000)])
def test_segments_stay_few_and_records_are_seldom_rewritten(low: int, high: int, *, settle: bool) -> None:
    chance = random.Random(low * high)  # noqa: S311 - steady
    end = simulate((chance.randint(low, high) for _ in range(COMMITS)), settle=settle)
    at = SETTLED if settle else MERGE_AT
    assert sum(held.records for held in end.segments) == end.records
    # what is large stays, and all else is few
    assert end.most <= (at - 1) * classes(LARGEST) + 1 + end.records // LARGEST
    bound = most_rewrites(end.records, low, at)
    assert max(end.segments.values()) <= bound
    assert end.rewritten <= bound * end.records


def test_twice_as_many_commits_cost_little_more_for_each_record() -> None:
    def cost(commits: int) -> float:
        end = simulate((SMALLEST_CLASS for _ in range(commits)), settle=False)
        return end.rewritten / end.records

    assert cost(16_000) - cost(2_000) <= 2  # one size class more


@pytest.mark.parametrize("settle", [False, True])
def test_what_is_deleted_is_not_kept_for_long(*, settle: bool) -> None:
    chance = random.Random(8)  # noqa: S311 - steady
    shares = iter(lambda: chance.choice([0.0, 0.01, 0.2, 0.5, 1.0]), None)
    end = simulate((chance.randint(1, 9_000) for _ in range(3_000)), settle=settle, deletes=shares)
    assert end.most <= MERGE_AT * classes(end.records)


def held(name: str, records: int, deleted: int = 0) -> HeldSegment:
    return HeldSegment(name=name, records=records, deleted=deleted)


@pytest.mark.parametrize("settle", [False, True])
@pytest.mark.parametrize(
    ("segments", "chosen"),
    [
        ([], ""),
        ([held("a", 100_000)], ""),
        ([held("a", 100_000, 25_000)], ""),
        ([held("a", 100_000, 25_001)], "a"),
        ([held("a", 100_000, 30_000), held("b", 5)], "a"),
        ([held("a", 100_000, 30_000), held("b", 900_000, 820_000)], "ab"),
        ([held("a", 100_000, 30_000), held("b", 9_000_000, 8_000_000)], "a"),
        ([held("a", 9_000_000, 8_000_000), held("b", 100_000, 30_000)], "a"),
    ],
)
def test_stale_segments_are_rewritten(segments: list[HeldSegment], chosen: str, *, settle: bool) -> None:
    assert "".join(one.name for one in to_merge(segments, settle=settle)) == chosen


@pytest.mark.parametrize(("number", "settle"), [(MERGE_AT, False), (SETTLED, True)])
def test_so_many_of_one_size_are_merged_and_one_less_are_not(number: int, *, settle: bool) -> None:
    several = [held(str(nth), 1_000) for nth in range(number)]
    large = held("large", LIMIT * MERGE_AT)
    assert to_merge([large, *several], settle=settle) == several
    assert to_merge([large, *several[1:]], settle=settle) == []


@pytest.mark.parametrize("settle", [False, True])
def test_large_segments_are_left_as_they_are(*, settle: bool) -> None:
    large = [held(str(number), LARGEST) for number in range(MERGE_AT * 2)]
    assert to_merge(large, settle=settle) == []


@pytest.mark.parametrize("settle", [False, True])
def test_no_more_is_merged_than_fits_into_memory(*, settle: bool) -> None:
    several = [held(str(number), LARGEST - 1 - number) for number in range(MERGE_AT * 2)]
    assert to_merge(several, settle=settle) == [several[0], several[-1]]
