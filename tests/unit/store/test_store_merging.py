"""Merging is invisible: one segment of several says of every record what they said."""

from __future__ import annotations

import random
import struct
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from indexer.store import merged_postings, merged_terms, posting_lists
from indexer.store.arrays import SegmentArrays
from indexer.store.batch import Batch
from indexer.store.codec_records import RecordsReader
from indexer.store.codec_terms import TermsReader
from indexer.store.columns import ColumnWriter
from indexer.store.merging import merge
from indexer.store.segment import Segment
from indexer.store.terms import FIELDS, PASSAGE_FIELDS
from indexer.store.vocabulary import Vocabulary
from tests.unit.made_up import made_document, made_record

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from indexer.model import Record
    from indexer.store.terms import Row

Postings = dict[tuple[str, bytes], dict[str, tuple[int, list[int]]]]
"""For each term, by the record's id: how often it stands there, and where."""


class Folder:
    """A folder in which each segment gets a name of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._made = 0

    def next(self) -> Path:
        self._made += 1
        return self.path / f"segment{self._made}.par"

    def write(self, records: Iterable[Record], vocabulary: Vocabulary | None = None) -> Segment:
        path = self.next()
        batch = Batch(path, vocabulary or Vocabulary())
        for record in records:
            batch.add(record, f"/r/{record.source.path}", lambda text: ["note"] if "police" in text else [])
        batch.write()
        return Segment(path)

    def without(self, segment: Segment, numbers: Collection[int]) -> Segment:
        """Return a segment with records deleted, besides those that already are."""
        every = sorted({*numbers, *segment.deleted})
        gone = self.next().with_suffix(".gone")
        with ColumnWriter(gone) as writer:
            writer.column("gone", struct.pack(f"<{len(every)}I", *every), "<u4")
        return Segment(segment.file.path, gone)

    def merge(self, segments: Sequence[Segment]) -> Segment:
        path = self.next()
        count = merge(path, segments)
        found = Segment(path)
        found.file.check()
        assert (found.count, found.deleted) == (count, frozenset())
        return found


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def ids(segment: Segment) -> list[str]:
    return [segment.record(number).id for number in range(segment.count)]


def postings(segments: Iterable[Segment]) -> Postings:
    found: Postings = {}
    for segment in segments:
        names = ids(segment)
        reader = TermsReader(SegmentArrays(segment))
        for field, text in reader.terms():
            held = found.setdefault((field, text), {})
            for number, count, places in occurrences(reader, field, text):
                if number not in segment.deleted:
                    assert names[number] not in held
                    held[names[number]] = (count, places)
    return {term: held for term, held in found.items() if held}


def occurrences(reader: TermsReader, field: str, text: bytes) -> Iterator[tuple[int, int, list[int]]]:
    matcher = reader.matcher(field, text, None)
    while matcher.is_active():
        places = matcher.value_as("positions") if field in PASSAGE_FIELDS else []
        yield matcher.id(), int(matcher.weight()), places
        matcher.next()


class Said(NamedTuple):
    """What a segment says of a record apart from its terms."""

    record: Record
    row: Row
    section: tuple[str, ...]
    lengths: dict[str, int]


def records(segments: Iterable[Segment]) -> dict[str, Said]:
    found: dict[str, Said] = {}
    for segment in segments:
        reader = RecordsReader(SegmentArrays(segment))
        paths = SegmentArrays(segment).column("path").tolist()
        for number, name in enumerate(ids(segment)):
            if number not in segment.deleted:
                assert name not in found
                lengths = {field: reader.doc_field_length(number, field) for field in FIELDS}
                record = segment.record(number)
                found[name] = Said(record, segment.row(number), segment.sections[paths[number]], lengths)
    return found


def in_order(segment: Segment) -> list[str]:
    """Return the records in the order that their ranks give them."""
    ranks = SegmentArrays(segment).column("rank").tolist()
    assert sorted(ranks) == list(range(segment.count))
    names = ids(segment)
    return [names[number] for number in sorted(range(segment.count), key=ranks.__getitem__)]


def differences(found: Mapping[Any, Any], wanted: Mapping[Any, Any]) -> list[Any]:
    """Return the first keys with different values: of whole segments pytest's own list would take minutes."""
    keys = [key for key in {**found, **wanted} if found.get(key) != wanted.get(key)]
    return [(key, found.get(key), wanted.get(key)) for key in keys[:2]]


def assert_same(merged: Segment, parts: Sequence[Segment]) -> None:
    said = records(parts)
    assert differences(records([merged]), said) == []
    assert differences(postings([merged]), postings(parts)) == []
    assert in_order(merged) == sorted(said, key=lambda name: said[name].row.newest)
    for field in FIELDS:
        total = RecordsReader(SegmentArrays(merged)).field_length(field)
        assert total == sum(one.lengths[field] for one in said.values())


def made_segments(folder: Folder, chance: random.Random, shares: Sequence[float]) -> list[Segment]:
    """Return segments of which so many records are deleted, but never all."""
    segments = []
    vocabulary = Vocabulary()
    for nth, share in enumerate(shares):
        documents = [
            made_document(chance, f"A/{nth}/{number}", chance.randint(1, 7))
            for number in range(chance.randint(1, 5))
        ]
        if chance.random() < 0.3:
            vocabulary = Vocabulary()
        segment = folder.write([record for document in documents for record in document], vocabulary)
        dead = [number for number in range(segment.count) if chance.random() < share]
        dead = dead[: segment.count - 1]
        segments.append(folder.without(segment, dead) if dead else segment)
    return segments


SHARES = st.lists(st.sampled_from([0.0, 0.0, 0.2, 0.6, 1.0]), min_size=1, max_size=5)
SEEDS = st.integers(0, 100_000)
MANY = settings(
    max_examples=14,
    phases=[Phase.generate],  # a smaller seed makes no smaller index
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
FEW = settings(MANY, max_examples=5)


@MANY
@given(seed=SEEDS, shares=SHARES)
def test_a_merged_segment_says_what_its_parts_say(folder: Folder, seed: int, shares: list[float]) -> None:
    parts = made_segments(folder, random.Random(seed), shares)  # noqa: S311 - steady
    assert_same(folder.merge(parts), parts)


@FEW
@given(seed=SEEDS, shares=SHARES)
def test_merging_slice_by_slice_says_the_same(folder: Folder, seed: int, shares: list[float]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(merged_postings, "_SLICE", 40)
        patch.setattr(merged_terms, "_TERMS", 7)
        patch.setattr(posting_lists, "_SLICE", 30)
        sliced = made_segments(folder, random.Random(seed), shares)  # noqa: S311 - steady
        merged = folder.merge(sliced)
    parts = made_segments(folder, random.Random(seed), shares)  # noqa: S311 - steady
    assert differences(postings(sliced), postings(parts)) == []
    assert_same(merged, parts)


@FEW
@given(seed=SEEDS, left=SHARES, right=SHARES)
def test_a_merge_merged_again_is_as_if_merged_at_once(
    folder: Folder, seed: int, left: list[float], right: list[float]
) -> None:
    parts = made_segments(folder, random.Random(seed), left + right)  # noqa: S311 - steady
    first, second = parts[: len(left)], parts[len(left) :]
    again = folder.merge([folder.merge(first), *second])
    assert_same(again, parts)
    assert_same(folder.merge([again]), parts)
    assert_same(folder.merge([*second, folder.merge(first)]), parts)


@FEW
@given(seed=SEEDS, shares=SHARES)
def test_what_is_deleted_from_a_merge_goes_with_the_next(
    folder: Folder, seed: int, shares: list[float]
) -> None:
    chance = random.Random(seed)  # noqa: S311 - steady
    merged = folder.merge(made_segments(folder, chance, shares))
    dead = chance.sample(range(merged.count), chance.randint(0, merged.count - 1))
    parts = [folder.without(merged, dead), *made_segments(folder, random.Random(0), [0.0])]  # noqa: S311 - as above
    parts[1:] = [folder.write(made_document(chance, "B/1", 3))]
    assert_same(folder.merge(parts), parts)


def test_all_but_one_deleted(folder: Folder) -> None:
    chance = random.Random(5)  # noqa: S311 - steady
    whole = folder.write(record for number in range(30) for record in made_document(chance, f"A/{number}", 5))
    for survivor in (0, 77, whole.count - 1):
        part = folder.without(whole, set(range(whole.count)) - {survivor})
        merged = folder.merge([part])
        assert [merged.record(0)] == [whole.record(survivor)]
        assert_same(merged, [part])
        assert_same(folder.merge([part, merged][:1]), [part])
        assert len(merged.sections) == 1
        assert len(merged.rows) == 1


TEXTS = [
    ("créée crée", "créée", "fr"),  # a list with a variant that is found under another stem only
    ("créée", "crée créées", "fr"),
    ("I.E.S. IES ies", "ies IES", "en"),  # one form under two stems
    ("police-s polices", "Police-s", "en"),  # a stem twice at one position
    ("", "police", "en"),
    ("?!", "…", "en"),
    ("A/POLICIES/9 policies", "A/policies/9", "en"),
    ("人权", "人 权", "zh"),
    ("ﬁn fin FIN", "ﬁn", "fr"),
]


@pytest.mark.parametrize(("one", "other", "language"), TEXTS)
@pytest.mark.parametrize("dead", [None, 0, 1])
def test_words_that_share_stems_stay_apart(
    folder: Folder, one: str, other: str, language: str, dead: int | None
) -> None:
    parts = [
        folder.write(
            [made_record("A/1", 1, one, language=language), made_record("A/1", 2, "police", title=other)]
        ),
        folder.write(
            [made_record("A/2", 1, other, language=language), made_record("A/2", 2, one, section=(one,))]
        ),
    ]
    if dead is not None:
        parts[dead] = folder.without(parts[dead], {0})
    merged = folder.merge(parts)
    assert_same(merged, parts)
    together = folder.write(
        [
            made_record("A/1", 1, one, language=language), made_record("A/1", 2, "police", title=other),
            made_record("A/2", 1, other, language=language), made_record("A/2", 2, one, section=(one,)),
        ]
    )  # fmt: skip
    if dead is None:
        assert differences(postings([merged]), postings([together])) == []


def test_a_word_that_is_left_alone_of_several_is_still_found(folder: Folder) -> None:
    part = folder.write([made_record("A/1", nth, text) for nth, text in enumerate(["policies", "policy"])])
    merged = folder.merge([folder.without(part, {0})])
    again = folder.merge([merged])
    assert postings([again])["text", b"=policy"] == {"A/1@en#p1": (1, [0])}
    assert_same(again, [merged])


def test_long_texts_keep_their_positions(folder: Folder) -> None:
    long = "police " * 70_000 + "Rare who " * 3 + "end"
    other = " ".join(f"word{number % 400}" for number in range(71_000)) + " Rare"
    parts = [
        folder.write([made_record("A/1", 1, "Rare police"), made_record("A/1", 2, long)]),
        folder.write([made_record("A/2", 1, other, section=("police " * 300,))]),
    ]
    merged = folder.merge([folder.merge(parts[:1]), folder.without(parts[1], ())])
    assert_same(merged, parts)
    found = postings([merged])
    assert found["text", b"^Rare"]["A/1@en#p2"] == (3, [70_000, 70_002, 70_004])
    assert found["text", b"^Rare"]["A/2@en#p1"] == (1, [71_000])
    assert found["text", b"en:polic"]["A/1@en#p2"][0] == 70_000
    assert found["text", b"=end"]["A/1@en#p2"] == (1, [70_006])


def test_texts_that_records_share_are_counted_for_each(folder: Folder) -> None:
    shared: dict[str, Any] = {"title": "The police of the State", "section": ("Police", "Rights")}
    parts = [
        folder.write([made_record(f"A/{nth}", one, "x", **shared) for one in (1, 2, 3)]) for nth in (1, 2)
    ]
    parts[0] = folder.without(parts[0], {1})
    merged = folder.merge(parts)
    assert_same(merged, parts)
    assert len(postings([merged])["title", b"en:polic"]) == 5
    assert RecordsReader(SegmentArrays(merged)).field_length("title") == 5 * 5
