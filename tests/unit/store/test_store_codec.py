"""A plain Whoosh program on our index finds and scores as our own search does, and as a plain count."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
import pytest
import whoosh.index
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query
from whoosh.matching import AndNotMatcher, IntersectionMatcher, ListMatcher, NullMatcher, UnionMatcher
from whoosh.qparser import QueryParser
from whoosh.query.spans import SpanNear2
from whoosh.util import make_binary_tree

from indexer.grammar.gazetteer import Gazetteer
from indexer.model import Record
from indexer.query import of_document, open_index
from indexer.query.collect import matches
from indexer.query.collection import Collection
from indexer.query.combined import And, AnyOf, Without
from indexer.query.listed import AnyTerm, Listed, Term
from indexer.query.together import Side, Within
from indexer.query.weighting import ParagraphWeighting
from indexer.store.analysis import GAP, stem_terms, word_terms, words
from indexer.store.terms import (
    COUNT_FIELDS,
    FIELDS,
    PASSAGE_FIELDS,
    SET_FIELDS,
    cite_terms,
    number_key,
    symbol_terms,
)
from tests.unit.made_up import made_document, made_store, remove_documents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from indexer.query.plan import Plan
    from indexer.store import StoreReader

COMMITS = 10
"""The first eight are merged into one segment."""


class Opened:
    """One index, opened both ways.

    Attributes:
        directory: Where it is.
        reader: Of our own.
        whole: As our queries see it.
        index: As Whoosh opens it.
        searcher: Of Whoosh.
        records: All records by number, deleted ones included.
        deleted: The numbers of these.
    """

    def __init__(self, directory: Path, reader: StoreReader, index: Any, searcher: Any) -> None:
        self.directory = directory
        self.reader = reader
        self.whole = Collection(reader)
        self.index = index
        self.searcher = searcher
        numbered = list(zip(reader.segments, reader.offsets, strict=True))
        self.records = [segment.record(number) for segment, _ in numbered for number in range(segment.count)]
        self.deleted = {offset + number for segment, offset in numbered for number in segment.deleted}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    chance = random.Random(11)  # noqa: S311 - the same documents every time
    commits = [
        [made_document(chance, f"A/{nth}/{document}", chance.randint(1, 8)) for document in range(4)]
        for nth in range(COMMITS)
    ]
    store = made_store(tmp_path_factory.mktemp("codec") / ".indexer", commits)
    remove_documents(store, "A/0/1", "A/3/0", "A/9/2")
    index = whoosh.index.open_dir(str(store.directory / "engine"))
    with store.reader() as reader, index.searcher(weighting=ParagraphWeighting()) as searcher:
        assert [bool(segment.deleted) for segment in reader.segments] == [True, False, True]
        yield Opened(store.directory, reader, index, searcher)


Scores = dict[int, float]
Asked = tuple[Any, ...]
"""A query as a tuple: a kind, and what it takes."""


# -- our side


def plan_of(opened: Opened, asked: Asked) -> Plan:
    kind, *rest = asked
    if kind == "term":
        field, text = rest
        return Listed(field, [text]) if field in SET_FIELDS else Term(field, text)
    if kind in {"prefix", "range"}:
        field, texts = rest[0], texts_of(opened, asked)
        return (
            AnyOf([Listed(field, [text]) for text in texts]) if field in SET_FIELDS else AnyTerm(field, texts)
        )
    if kind == "phrase":
        return Side([Term(rest[0], text) for text in rest[1]])
    if kind == "near":
        field, left, right, distance = rest
        return Within(Term(field, left), Term(field, right), distance)
    children = [plan_of(opened, child) for child in rest]
    if kind == "not":
        return Without(*children)
    return And(children) if kind == "and" else AnyOf(children)


def ours(opened: Opened, asked: Asked) -> Scores:
    plan = plan_of(opened, asked)
    found: Scores = {}
    for nth, records in enumerate(matches(opened.whole, plan)):
        scores = plan.score(opened.whole, nth, records)
        numbers = (records + opened.reader.offsets[nth]).tolist()
        found.update(zip(numbers, scores.tolist(), strict=True))
    return found


# -- Whoosh's side, by its matchers: its Or and AndNot leave some records out or in, its prefixes do not score


class Except(AndNotMatcher):  # type: ignore[misc]  # whoosh has no types
    """Whoosh's own lets its first record through where the unwanted matcher stands before it."""

    def _find_first(self) -> None:
        if self.a.is_active():
            self._find_next()


def texts_of(opened: Opened, asked: Asked) -> list[str]:
    """Return the terms that a prefix or a range stands for."""
    kind, field, *rest = asked
    lexicon = [text.decode() for text in opened.searcher.reader().lexicon(field)]
    if kind == "prefix":
        return [text for text in lexicon if text.startswith(rest[0])]
    return [text for text in lexicon if rest[0] <= text <= rest[1]]


def tree(kind: Any, several: list[Any]) -> Any:
    return make_binary_tree(kind, several) if several else NullMatcher()


def one_of(opened: Opened, leaf: Any, field: str, texts: list[str]) -> Any:
    """Return what finds any of some terms, and scores them as if they were one."""
    if field in SET_FIELDS:
        several = [query.Term(field, text).matcher(leaf) for text in texts]
        return tree(UnionMatcher, [one for one in several if one.is_active()])
    counted = {}
    for searcher, _ in opened.searcher.leaf_searchers():
        counts: Counter[int] = Counter()
        for text in texts:
            if (field, text.encode()) in searcher.reader()._terms:
                matcher = searcher.reader()._terms.matcher(field, text.encode(), None)  # deleted ones too
                while matcher.is_active():
                    counts[matcher.id()] = max(counts[matcher.id()], int(matcher.weight()))
                    matcher.next()
        counted[searcher] = counts
    holding = sum(map(len, counted.values()))
    occurrences = sum(counts.total() for counts in counted.values())
    scorer = ParagraphWeighting().scorer_of(leaf, field, holding, occurrences, 1.0)
    numbers = [number for number in sorted(counted[leaf]) if not leaf.reader().is_deleted(number)]
    return ListMatcher(numbers, [float(counted[leaf][number]) for number in numbers], scorer=scorer)


def matcher_of(opened: Opened, leaf: Any, asked: Asked) -> Any:
    kind, *rest = asked
    if kind == "term":
        return query.Term(*rest).matcher(leaf)
    if kind in {"prefix", "range"}:
        return one_of(opened, leaf, rest[0], texts_of(opened, asked))
    if kind == "phrase":
        return SpanNear2([query.Term(rest[0], text) for text in rest[1]]).matcher(leaf)
    if kind == "near":
        field, left, right, distance = rest
        terms = [query.Term(field, left), query.Term(field, right)]
        return SpanNear2(terms, slop=distance, ordered=False).matcher(leaf)
    several = [matcher_of(opened, leaf, child) for child in rest]
    if kind == "and":
        return (
            tree(IntersectionMatcher, several) if all(one.is_active() for one in several) else NullMatcher()
        )
    if kind == "or":
        return tree(UnionMatcher, [one for one in several if one.is_active()])
    wanted, unwanted = several
    return Except(wanted, unwanted) if unwanted.is_active() else wanted


def theirs(opened: Opened, asked: Asked) -> Scores:
    found: Scores = {}
    for leaf, offset in opened.searcher.leaf_searchers():
        matcher = matcher_of(opened, leaf, asked)
        while matcher.is_active():
            assert matcher.id() + offset not in found
            found[matcher.id() + offset] = matcher.score()
            matcher.next()
    return found


# -- the same queries on both sides

TEXTS = {
    "text": [
        "en:polici", "en:polic", "en:right", "en:who", "fr:cre", "fr:march", "ru:прав", "zh:人",
        "=police", "=policies", "=who", "=cree", "=a/hrc/9/8", "=hrc", "=1000", "=un", "=1",
        "es:recomend", "=selfdetermination",
        "^WHO", "^Police", "^who", "^U.N.", "^UN", "^créée", "=absent", "en:absent", "=права",
    ],
    "title": ["en:polic", "=police", "^The", "=rights", "en:polici", "fr:polic"],
    "section": ["en:who", "=police", "=b", "^B", "en:polici", "=absent"],
    "entity": ["ilo", "who", "unesco", "absent"],
    "symbol": ["a", "a/0", "=a/1/2", "=a/0/1"],
    "year": ["2004", "2008"],
    "lang": ["en", "fr", "zh"],
    "address": ["p1", "p3"],
    "cites": ["a/hrc/9/8", "a/hrc/9/8#p10.a", "a/60/251#p1"],
    "kind": ["paragraph", "operative"],
    "position": ["supported", "noted"],
    "body": ["hrc"],
    "page": ["1", "2"],
    "number": ["2"],
    "document": ["A/1/2@en"],
}  # fmt: skip
TERM: st.SearchStrategy[Asked] = st.sampled_from(
    [("term", field, text) for field, texts in TEXTS.items() for text in texts]
)
PASSAGE = st.sampled_from(PASSAGE_FIELDS)


def text_in(field: str) -> st.SearchStrategy[str]:
    return st.sampled_from(TEXTS[field])


PHRASE: st.SearchStrategy[Asked] = PASSAGE.flatmap(
    lambda field: st.lists(text_in(field), min_size=2, max_size=3).map(lambda texts: ("phrase", field, texts))
)
NEAR: st.SearchStrategy[Asked] = PASSAGE.flatmap(
    lambda field: st.tuples(
        st.just("near"), st.just(field), text_in(field), text_in(field), st.integers(1, 8)
    )
)
PREFIX: st.SearchStrategy[Asked] = st.sampled_from(
    [
        ("prefix", field, text)
        for field, texts in {
            "text": ["=pol", "en:", "^", "=absent", "=r", "fr:c"],
            "title": ["=", "en:p"],
            "section": ["=", "^B"],
            "entity": ["u", ""],
            "symbol": ["a/1", "=a/"],
            "id": ["A/2/"],
        }.items()
        for text in texts
    ]
    + [
        ("range", "year", "2000", "2005"),
        ("range", "date", "2004-01-02", "2008-01-03"),
        ("range", "text", "=a", "=d"),
        ("range", "title", "=a", "=q"),
        ("range", "address", "p2", "p4"),
    ]
)


def grow(asked: st.SearchStrategy[Asked]) -> st.SearchStrategy[Asked]:
    several = st.lists(asked, min_size=2, max_size=3)
    return st.one_of(
        several.map(lambda some: ("and", *some)),
        several.map(lambda some: ("or", *some)),
        st.tuples(st.just("not"), asked, asked),
    )


def assert_same(found: Scores, wanted: Scores) -> None:
    assert sorted(found) == sorted(wanted)
    assert found == pytest.approx(wanted, abs=5e-7)


@pytest.mark.parametrize("field", TEXTS)
def test_each_term_is_found_and_scored_the_same(opened: Opened, field: str) -> None:
    found = 0
    for text in [*TEXTS[field], *(held.decode() for held in opened.searcher.reader().lexicon(field))]:
        asked = ("term", field, text)
        assert_same(ours(opened, asked), theirs(opened, asked))
        found += len(ours(opened, asked))
    assert found


@settings(max_examples=80)
@given(asked=st.one_of(PHRASE, NEAR, PREFIX))
def test_places_and_prefixes_are_found_and_scored_the_same(opened: Opened, asked: Asked) -> None:
    assert_same(ours(opened, asked), theirs(opened, asked))


@settings(max_examples=150)
@given(asked=st.recursive(st.one_of(TERM, TERM, PHRASE, NEAR, PREFIX), grow, max_leaves=6))
def test_queries_are_answered_and_scored_the_same(opened: Opened, asked: Asked) -> None:
    assert_same(ours(opened, asked), theirs(opened, asked))


WORDS_ASKED = {"police", "rights", "who"}
SEARCHES: list[tuple[str, Asked]] = [
    ("police", ("term", "text", "=police")),
    ("police rights", ("and", ("term", "text", "=police"), ("term", "text", "=rights"))),
    ("police OR rights", ("or", ("term", "text", "=police"), ("term", "text", "=rights"))),
    ("police NOT rights", ("not", ("term", "text", "=police"), ("term", "text", "=rights"))),
    ('"police rights"', ("phrase", "text", ["=police", "=rights"])),
    ("=WHO", ("term", "text", "^WHO")),
    ("polic*", ("prefix", "text", "=polic")),
    ("police NEAR/4 rights", ("near", "text", "=police", "=rights", 4)),
    ("title:police", ("term", "title", "=police")),
    ("section:who police", ("and", ("term", "section", "=who"), ("term", "text", "=police"))),
]


@pytest.mark.parametrize(("text", "asked"), SEARCHES)
def test_our_search_answers_as_whoosh_does(
    opened: Opened, text: str, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_document, "DOCUMENT_WEIGHT", 0.0)  # what no single record can tell
    results = open_index(opened.directory).search(text, exact=True, expand=False, limit=None)
    wanted = {opened.records[number].id: score for number, score in theirs(opened, asked).items()}
    found = {hit.id: hit.score for hit in results.hits}
    assert wanted
    assert found.keys() == wanted.keys()
    assert all(found[name] >= wanted[name] - 1.1e-6 for name in found)
    plain = {  # title and headings add nothing where they hold none of the words
        hit.id
        for hit in results.hits
        if not WORDS_ASKED & {word.form for one in (hit.title, *hit.section) for word in words(one)}
    }
    assert {name: found[name] for name in plain} == pytest.approx(
        {name: wanted[name] for name in plain}, abs=1.1e-6
    )


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("police policies", ("and", ("term", "text", "=police"), ("term", "text", "=policies"))),
        ("Police OR rights", ("or", ("term", "text", "=police"), ("term", "text", "=rights"))),
        ('"police policies"', ("phrase", "text", ["=police", "=policies"])),
        ("title:Police", ("term", "title", "=police")),
        ("A/HRC/9/8", ("term", "text", "=a/hrc/9/8")),
    ],
)
def test_the_parser_of_whoosh_makes_queries_that_are_answered(
    opened: Opened, text: str, asked: Asked
) -> None:
    parsed = QueryParser("text", opened.index.schema).parse(text)
    found = opened.searcher.search(parsed, limit=None)
    assert len(found) > 0
    assert_same({hit.docnum: hit.score for hit in found}, ours(opened, asked))


def test_a_prefix_and_a_range_of_whoosh(opened: Opened) -> None:
    for parsed, asked in (
        (query.Prefix("text", "=polic"), ("prefix", "text", "=polic")),
        (query.TermRange("year", "2000", "2005"), ("range", "year", "2000", "2005")),
        (query.Every(), ("prefix", "lang", "")),
    ):
        found = opened.searcher.search(parsed, limit=None)
        assert sorted(hit.docnum for hit in found) == sorted(ours(opened, asked))


# -- against a plain reading of the records


def texts(record: Record, field: str) -> tuple[str, ...]:
    if field == "text":
        return (record.text, *(note.text for note in record.footnotes))
    return (record.title,) if field == "title" else record.section


def plain_places(record: Record, field: str) -> tuple[dict[str, set[int]], int]:
    """Return where the terms of a field of running text stand in a record, and how many stems do."""
    found: dict[str, set[int]] = {}
    stems: set[tuple[str, str, str, int]] = set()
    base = 0
    for text in texts(record, field):
        last = base
        for word in words(text):
            last = base + word.position
            for term in word_terms(word, record.language):
                found.setdefault(term, set()).add(last)
            stems.update((stem, word.form, word.typed, last) for stem in stem_terms(word, record.language))
        base = last + GAP
    return found, len(stems)


def plain_entities(record: Record) -> Counter[str]:
    found = Counter(mention.entity for mention in record.mentions)
    for note in record.footnotes:
        found.update(mention.entity for mention in Gazetteer.load().find(note.text))
    return found


FACTS: dict[str, Callable[[Record], list[str]]] = {
    "id": lambda record: [record.id],
    "document": lambda record: [record.id.rpartition("#")[0]],
    "address": lambda record: [record.address],
    "kind": lambda record: [record.kind],
    "position": lambda record: [record.position] if record.position else [],
    "lang": lambda record: [record.language],
    "year": lambda record: [str(record.year)] if record.year else [],
    "date": lambda record: [record.date] if record.date else [],
    "body": lambda record: [record.body.lower()] if record.body else [],
    "symbol": lambda record: symbol_terms(str(record.symbol)),
    "number": lambda record: [number_key(str(record.number))],
    "page": lambda record: [str(page) for page in range(record.page or 0, (record.page_end or 0) + 1)],
    "file": lambda record: [f"/r/{record.source.path}", f"path:{record.source.path}"],
    "cites": lambda record: [
        term for one in record.references for term in cite_terms(one.target, one.address)
    ],
}


def plain_records(opened: Opened, field: str) -> dict[str, set[int]]:
    """Return the records that hold each term of a field, deleted ones included."""
    found: dict[str, set[int]] = {}
    for number, record in enumerate(opened.records):
        if field in PASSAGE_FIELDS:
            terms = list(plain_places(record, field)[0])
        else:
            terms = list(plain_entities(record)) if field in COUNT_FIELDS else FACTS[field](record)
        for term in terms:
            found.setdefault(term, set()).add(number)
    return found


def test_every_record_is_stored(opened: Opened) -> None:
    reader = opened.searcher.reader()
    for number, record in enumerate(opened.records):
        stored = reader.stored_fields(number)["record"]
        assert msgspec.json.decode(stored, type=Record) == record
        assert stored == msgspec.json.encode(record)
        assert reader.is_deleted(number) == (number in opened.deleted)
    alive = [record.id for number, record in enumerate(opened.records) if number not in opened.deleted]
    assert [
        msgspec.json.decode(fields["record"], type=Record).id for _, fields in reader.iter_docs()
    ] == alive


@pytest.mark.parametrize("field", FIELDS)
def test_the_lexicon_is_sorted_and_complete(opened: Opened, field: str) -> None:
    wanted = plain_records(opened, field)
    reader = opened.searcher.reader()
    found = [text.decode() for text in reader.lexicon(field)]
    assert found == sorted(wanted)
    assert [text for name, text in reader.all_terms() if name == field] == [text.encode() for text in found]
    middle = found[len(found) // 2]
    assert [text.decode() for _, text in reader.terms_from(field, middle)][:1] == [middle]
    assert [text.decode() for text in reader.expand_prefix(field, middle[:2])] == [
        text for text in found if text.startswith(middle[:2])
    ]
    assert (field, middle) in reader
    assert (field, middle + "\U0010ffff") not in reader


@pytest.mark.parametrize("field", FIELDS)
def test_postings_and_what_is_known_of_terms_agree_with_a_plain_count(opened: Opened, field: str) -> None:
    reader = opened.searcher.reader()
    for term, numbers in plain_records(opened, field).items():
        found = list(reader.postings(field, term).all_ids())
        assert found == sorted(numbers - opened.deleted)
        known = reader.term_info(field, term)
        assert known.doc_frequency() == reader.doc_frequency(field, term) == len(numbers)
        assert (known.min_id(), known.max_id()) == (min(numbers), max(numbers))


@pytest.mark.parametrize("field", PASSAGE_FIELDS)
def test_positions_and_lengths_agree_with_a_plain_reading(opened: Opened, field: str) -> None:
    reader = opened.searcher.reader()
    plain = [plain_places(record, field) for record in opened.records]
    lengths = [length for _, length in plain]
    assert [reader.doc_field_length(number, field) for number in range(len(plain))] == lengths
    assert reader.field_length(field) == sum(lengths)
    assert (reader.min_field_length(field), reader.max_field_length(field)) == (min(lengths), max(lengths))
    for term, numbers in plain_records(opened, field).items():
        matcher = reader.postings(field, term)
        while matcher.is_active():
            places = matcher.value_as("positions")
            assert places == sorted(places)
            assert set(places) == plain[matcher.id()][0][term]
            assert matcher.weight() == matcher.value_as("frequency") == len(places)
            matcher.next()
        held = [lengths[number] for number in numbers]
        known = reader.term_info(field, term)
        assert (known.min_length(), known.max_length()) == (min(held), max(held))


def test_entities_are_counted(opened: Opened) -> None:
    reader = opened.searcher.reader()
    plain = [plain_entities(record) for record in opened.records]
    lengths = [counts.total() for counts in plain]
    assert [reader.doc_field_length(number, "entity") for number in range(len(plain))] == lengths
    assert reader.field_length("entity") == sum(lengths)
    for entity in ("ilo", "who"):
        matcher = reader.postings("entity", entity)
        counts = {}
        while matcher.is_active():
            counts[matcher.id()] = matcher.weight()
            matcher.next()
        assert counts == {
            number: held[entity]
            for number, held in enumerate(plain)
            if held[entity] and number not in opened.deleted
        }
        known = reader.term_info("entity", entity)
        assert known.weight() == sum(held[entity] for held in plain)
        assert known.max_weight() == max(held[entity] for held in plain)


def test_records_are_counted(opened: Opened) -> None:
    reader = opened.searcher.reader()
    alive = len(opened.records) - len(opened.deleted)
    assert (reader.doc_count(), reader.doc_count_all()) == (alive, len(opened.records))
    assert (opened.index.doc_count(), opened.index.doc_count_all()) == (alive, len(opened.records))
    assert reader.has_deletions()
    assert set(reader.indexed_field_names()) == set(FIELDS)


def test_rows_are_a_column(opened: Opened) -> None:
    column = opened.searcher.reader().column_reader("row")
    for number in range(0, len(opened.records), 7):
        row = msgspec.json.decode(column[number])
        assert row == msgspec.json.decode(msgspec.json.encode(opened.reader.row_at(number)))


def test_matchers_skip_and_copy(opened: Opened) -> None:
    for leaf, _ in opened.searcher.leaf_searchers():
        wanted = np.array(list(leaf.reader().postings("text", "=police").all_ids()))
        for target in range(0, int(wanted[-1]) + 1, 3):
            matcher = leaf.reader().postings("text", "=police")
            matcher.skip_to(target)
            copy = matcher.copy()
            assert matcher.id() == wanted[wanted >= target][0]
            matcher.next()
            assert copy.id() == wanted[wanted >= target][0]
            assert copy.spans()[0].start == copy.value_as("positions")[0]


def test_an_empty_index_is_opened(tmp_path: Path) -> None:
    store = made_store(tmp_path / ".indexer", [])
    index = whoosh.index.open_dir(str(store.directory / "engine"))
    assert index.doc_count() == 0
    with index.searcher(weighting=ParagraphWeighting()) as searcher:
        assert len(searcher.search(QueryParser("text", index.schema).parse("police"))) == 0
