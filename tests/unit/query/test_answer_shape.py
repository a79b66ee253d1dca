"""Order, groups, pages, counts, neighbours and concordances, against plain reckoning with all hits."""

from __future__ import annotations

import random
from collections import Counter
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any, get_args

import pytest

from indexer.errors import NotFoundError, UsageError
from indexer.grammar.gazetteer import Gazetteer
from indexer.model import Footnote, Source
from indexer.query import FACETS, Sort, open_index
from indexer.store import open_store
from indexer.store.terms import natural_key
from tests.unit.made_up import (
    made_document,
    made_record,
    made_store,
    parsed_of,
    remove_documents,
    source_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from indexer.model import Hit, Mention, Record
    from indexer.query import Index, SearchResults

QUERIES = [
    "police",
    "the OR who",
    "police NOT rights",
    '"the police"',
    "kind:paragraph",
    "section:police who",
]
SORTS: tuple[Sort, ...] = get_args(Sort)
SYMBOLS = [f"A/HRC/{number}/{number % 7}" for number in range(1, 30)]


def made_index(directory: Path) -> Index:
    """Return an index in several segments, a few documents deleted and one replaced."""
    chance = random.Random(5)  # noqa: S311  # made-up documents
    documents = [made_document(chance, symbol, chance.randint(1, 9)) for symbol in SYMBOLS]
    store = made_store(directory, [documents[:9], documents[9:20], documents[20:]])
    remove_documents(store, SYMBOLS[3], SYMBOLS[15])
    copies = [
        made_record(
            SYMBOLS[0],
            number,
            "The police, again.",
            copy=2,
            source=Source(path="copy.txt", sha256="copy", media_type="text/plain"),
        )
        for number in (1, 2)
    ]
    with store.writer() as writer:
        writer.replace(source_of(copies), parsed_of(copies))
        writer.commit()
    return open_index(directory)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return made_index(tmp_path_factory.mktemp("shape") / "index")


def everything(index: Index, query: str, **options: Any) -> tuple[Hit, ...]:
    return index.search(query, limit=None, **options).hits


def place(record: Record) -> tuple[str, int, int]:
    return (natural_key(document(record)), record.copy, record.order)


def document(record: Record) -> str:
    return record.id.rpartition("#")[0]


def day(record: Record) -> int:
    return int(record.date.replace("-", "")) if record.date else 0


KEYS: dict[Sort, Callable[[Hit], Any]] = {
    "rank": lambda hit: (-hit.score, -(day(hit) or (hit.year or 0) * 10_000), place(hit)),
    "date": lambda hit: (-day(hit), place(hit)),
    "oldest": lambda hit: (day(hit) or 10**9, place(hit)),
    "symbol": place,
}


def identity(hits: tuple[Hit, ...]) -> list[tuple[str, int]]:
    return [(hit.id, hit.copy) for hit in hits]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("sort", SORTS)
def test_order(index: Index, query: str, sort: Sort) -> None:
    hits = everything(index, query, sort=sort)
    assert len(hits) > 5
    assert identity(hits) == identity(tuple(sorted(hits, key=KEYS[sort])))
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))


@pytest.mark.parametrize("query", QUERIES)
def test_a_hit_is_the_same_however_it_is_sorted_and_grouped(index: Index, query: str) -> None:
    scores = {(hit.id, hit.copy): hit.score for hit in everything(index, query)}
    for sort in SORTS:
        for group in ("none", "doc"):
            hits = everything(index, query, sort=sort, group=group, per_document=100)
            assert {(hit.id, hit.copy): hit.score for hit in hits} == scores


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("most", [1, 2, None])
def test_groups(index: Index, query: str, sort: Sort, most: int | None) -> None:
    hits = everything(index, query, sort=sort)
    by_document: dict[str, list[Hit]] = {}
    for hit in hits:
        by_document.setdefault(document(hit), []).append(hit)
    results = index.search(query, limit=None, sort=sort, group="doc", per_document=most)
    assert results.documents == len(results.groups) == len(by_document)
    assert results.total == len(hits) == sum(group.total or 0 for group in results.groups)
    for group, (name, held) in zip(results.groups, by_document.items(), strict=True):
        assert (group.document, group.total) == (name, len(held))
        assert [(hit.id, hit.copy, hit.rank) for hit in group.hits] == [
            (hit.id, hit.copy, hit.rank) for hit in held[:most]
        ]


def test_an_answer_without_groups_is_grouped_as_it_stands(index: Index) -> None:
    results = index.search("police", limit=None, sort="symbol")
    assert {group.total for group in results.groups} == {None}
    assert [group.document for group in results.groups] == [
        name for name, _ in groupby(map(document, results.hits))
    ]


def pages(index: Index, query: str, **options: Any) -> Iterator[SearchResults]:
    results = index.search(query, **options)
    while results:
        yield results
        results = index.more(results)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("group", ["none", "doc"])
@pytest.mark.parametrize("limit", [1, 7])
def test_all_pages_are_the_whole_answer(index: Index, query: str, sort: Sort, group: str, limit: int) -> None:
    wanted = everything(index, query, sort=sort, group=group)
    turned = [hit for page in pages(index, query, sort=sort, group=group, limit=limit) for hit in page]
    assert turned == list(wanted)
    offsets = range(0, len(wanted), limit)
    asked = [
        hit
        for offset in offsets
        for hit in index.search(query, sort=sort, group=group, limit=limit, offset=offset)  # type: ignore[arg-type]  # as given above
    ]
    assert asked == turned


def test_there_is_nothing_behind_the_last_page(index: Index) -> None:
    results = index.search("police", limit=None)
    assert len(index.more(results)) == 0
    assert len(index.search("zyzzyva", group="doc")) == 0


def named_in_notes(hit: Hit) -> list[Mention]:
    """Return what the notes name: an entity finds the paragraphs whose notes name it, too."""
    known = Gazetteer.load()
    return [mention for note in hit.footnotes for mention in known.find(note.text, hit.language)]


VALUES: dict[str, Callable[[Hit], list[str]]] = {
    "body": lambda hit: [hit.body] if hit.body else [],
    "year": lambda hit: [str(hit.year)] if hit.year else [],
    "lang": lambda hit: [hit.language],
    "document": lambda hit: [document(hit)],
    "symbol": lambda hit: [hit.symbol] if hit.symbol else [],
    "section": lambda hit: list(dict.fromkeys(hit.section)),
    "kind": lambda hit: [hit.kind],
    "position": lambda hit: [hit.position] if hit.position else [],
    "entity": lambda hit: list({mention.entity for mention in (*hit.mentions, *named_in_notes(hit))}),
    "date": lambda hit: [hit.date] if hit.date else [],
}


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("field", FACETS)
def test_facets_count_the_whole_answer(index: Index, query: str, field: str) -> None:
    counted: Counter[str] = Counter()
    for hit in everything(index, query):
        counted.update(VALUES[field](hit))
    found = index.search(query, limit=1, facets=FACETS).facets[field]
    assert found == counted
    key = natural_key if field in {"document", "symbol"} else str
    assert list(found.items()) == sorted(found.items(), key=lambda pair: (-pair[1], key(pair[0])))


def test_context_is_what_stands_around_in_the_document(index: Index) -> None:
    copies: dict[tuple[str, int], list[Hit]] = {}
    for hit in everything(index, "lang:en OR lang:fr OR lang:es OR lang:ru OR lang:zh", sort="symbol"):
        copies.setdefault((document(hit), hit.copy), []).append(hit)
    assert max(map(len, copies.values())) > 4
    for hit in everything(index, "police", context=2):
        held = copies[document(hit), hit.copy]
        at = [one.id for one in held].index(hit.id)
        near = [
            (one.id, step)
            for step in (-2, -1, 1, 2)
            if 0 <= at + step < len(held)
            for one in [held[at + step]]
        ]
        assert [(one.id, one.distance) for one in hit.context] == near
        assert all(one.copy == hit.copy and one.citation for one in hit.context)
    assert not any(hit.context for hit in everything(index, "police"))


def test_a_concordance_has_a_line_for_every_match(index: Index) -> None:
    results = index.search("who OR police", limit=None, kwic=30)
    texts = {hit.id: " ".join(hit.text.split()) for hit in results.hits if hit.copy == 1}
    in_text = [one for one in results.occurrences if not one.note]
    joined = sum(
        not hit.text[one.end : other.start].strip()
        for hit in results.hits
        for one, other in pairwise(hit.highlights)
    )
    assert len(in_text) == sum(len(hit.highlights) for hit in results.hits) - joined
    assert [key for key, _ in groupby(one.citation for one in results.occurrences)] == [
        hit.citation for hit in results.hits
    ]
    for one in in_text:
        assert one.match
        assert len(one.left) <= 30 >= len(one.right)
        assert "[copy" in one.citation or one.left + one.match + one.right in texts[one.id]
    assert any(one.note for one in results.occurrences)


def test_a_name_in_a_note_has_its_line(tmp_path: Path) -> None:
    note = Footnote(mark="7", text="See the International Labour Organization, 2008, and the ILO.")
    made_store(tmp_path, [[[made_record("A/1", 1, "Nothing here.", footnotes=(note,))]]])
    found = open_index(tmp_path).search("ILO", kwic=8).occurrences
    assert [(one.note, one.left, one.match) for one in found] == [
        ("7", "See the ", "International Labour Organization"),
        ("7", "and the ", "ILO"),
    ]


def test_white_space_is_evened_out_in_a_concordance(tmp_path: Path) -> None:
    made_store(tmp_path, [[[made_record("A/1", 1, "a\n\n\n b   the \r police\n of  c")]]])
    (one,) = open_index(tmp_path).search('"the police"', kwic=4).occurrences
    assert (one.left, one.match, one.right) == ("a b ", "the police", " of "), one


def test_words_side_by_side_are_one_line_of_a_concordance(tmp_path: Path) -> None:
    made_store(tmp_path, [[[made_record("A/1", 1, "The police \n service, and police, service.")]]])
    found = open_index(tmp_path).search("police service", kwic=5).occurrences
    assert [one.match for one in found] == ["police service", "police", "service"]


@pytest.mark.parametrize(
    "options",
    [
        {"limit": -1},
        {"offset": -1},
        {"context": -1},
        {"kwic": -1},
        {"per_document": 0},
        {"sort": "best"},
        {"group": "page"},
        {"facets": ["colour"]},
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(index: Index, options: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match=next(iter(options)).removesuffix("s")):
        index.search("police", **options)


# -- pages while others write


def commit(directory: Path, version: int) -> None:
    records = [made_record(f"A/{version}", number, "police") for number in range(1, 6)]
    with open_store(directory, create=True).writer() as writer:
        writer.replace(source_of(records), parsed_of(records))
        writer.commit()


@pytest.mark.parametrize("group", ["none", "doc"])
def test_pages_stay_those_of_one_commit(tmp_path: Path, group: Any) -> None:
    for version in (2, 4, 6):
        commit(tmp_path, version)
    index = open_index(tmp_path)
    wanted = index.search("police", limit=None, group=group)
    first = index.search("police", limit=2, group=group)
    commit(tmp_path, 1)
    second = index.more(first)
    commit(tmp_path, 3)
    assert index.search("police").total == 25
    rest = index.more(second)
    turned = [*first, *second, *rest]
    assert turned == list(wanted)[: len(turned)]
    assert first.total == second.total == rest.total == 15
    fixed = index.at(first.generation)
    commit(tmp_path, 5)
    assert fixed.search("police", limit=None, group=group).hits == wanted.hits
    assert fixed.more(fixed.search("police", limit=2, group=group)).hits == second.hits
    assert index.at().search("police").total == 30
    assert fixed.show("A/1").misses


def test_a_commit_that_is_long_gone_is_told(tmp_path: Path) -> None:
    commit(tmp_path, 1)
    index = open_index(tmp_path)
    first = index.search("police", limit=1)
    kept = index.at()
    for version in range(2, 9):
        commit(tmp_path, version)
        assert index.search("police").total == version * 5
    with pytest.raises(NotFoundError, match="first page"):
        index.more(first)
    assert kept.more(first).total == 5
    with pytest.raises(NotFoundError):
        index.at(999)


TABLE = "\tBefore\tSince\nCoast\t1 204\t311 893\nIslands\t377\t290"


def test_cells_and_rows_are_told_apart_on_one_line(tmp_path: Path) -> None:
    table = made_record("A/1", 1, TABLE, kind="table")
    made_store(tmp_path, [[[table]]])
    results = open_index(tmp_path).search("311", kwic=12)
    (hit,), (one,) = results.hits, results.occurrences
    assert hit.snippet == "| Before | Since / Coast | 1 204 | 311 893 / Islands | 377 | 290"
    assert (one.left, one.match, one.right) == ("t | 1 204 | ", "311", " 893 / Islan")
