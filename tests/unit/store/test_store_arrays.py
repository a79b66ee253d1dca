"""Arrays that a segment keeps: never more than it may, and written by nobody."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np
import pytest

from indexer.store.arrays import SegmentArrays
from indexer.store.budget import Budget
from tests.unit.made_up import made_document, made_store

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.store.ascending import Numbers

ROOM = 60_000


@pytest.fixture
def segment(tmp_path: Path) -> SegmentArrays:
    chance = random.Random(5)  # noqa: S311 - the same texts every time
    documents = [made_document(chance, f"A/{nth}", 30) for nth in range(4)]
    with made_store(tmp_path / ".indexer", [documents]).reader() as reader:
        return SegmentArrays(reader.segments[0], Budget(ROOM))


def bytes_held(segment: SegmentArrays) -> int:
    """Return the bytes of all arrays that are kept, as often as they are."""
    found = segment.held.values()
    return sum(sum(map(held_by, one)) if isinstance(one, tuple) else held_by(one) for one in found)


def held_by(array: Numbers) -> int:
    return array.nbytes


def test_what_is_kept_stays_within_its_bounds(segment: SegmentArrays) -> None:
    terms = [entry for _, entry in segment.segment.terms("text")]
    for _ in range(5):
        for entry in terms:
            segment.occurrences(entry)
            assert 0 <= bytes_held(segment) <= segment._budget._spent <= ROOM
    assert len(segment.held) < 2 * len(terms)  # so that there was something to let go


def test_empty_arrays_take_room_too(segment: SegmentArrays) -> None:
    for nth in range(ROOM):
        segment.kept(("none", nth), lambda: np.zeros(0))
    assert 0 < len(segment.held) < ROOM // 100
    segment.kept(("many", tuple(map(str, range(ROOM)))), lambda: np.zeros(0))
    assert all(key[0] == "none" for key in segment.held)


def test_nobody_writes_to_what_is_kept(segment: SegmentArrays) -> None:
    entry = next(entry for _, entry in segment.segment.terms("text"))
    made = segment.kept(("made",), lambda: np.zeros(3))
    pair = segment.kept(("pair",), lambda: (np.zeros(3), np.zeros(3)))
    for array in (made, *pair, *segment.occurrences(entry)):
        with pytest.raises(ValueError, match="read-only"):
            array[:1] = 1
