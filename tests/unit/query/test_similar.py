from __future__ import annotations

import pytest

from indexer.errors import CitationSyntaxError, UsageError
from indexer.model import Source
from indexer.query import Index, open_index
from tests.unit.made_up import made_record, made_store

LIGHTS = "The harbour authority trims every lamp of the lighthouse before dusk in winter."
TEXTS = {
    "A/1/1": [LIGHTS, "Pilots wait for the tide in the outer harbour, and the tide is late."],
    "A/1/2": [
        "Before dusk the lighthouse trims its lamps, in winter and in summer.",
        "The authority reports to the assembly every winter.",
        "A vote was taken on the budget of the assembly.",
    ],
    "A/1/3": ["Nothing of the kind was said, and the meeting rose.", *["The sum of the parts."] * 20],
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    directory = tmp_path_factory.mktemp("similar")
    documents = [
        [made_record(symbol, number, text, year=2000 + number) for number, text in enumerate(texts, 1)]
        for symbol, texts in TEXTS.items()
    ]
    documents.append([made_record("A/1/1", 1, LIGHTS, language="fr")])
    source = Source(path="again.txt", sha256="again", media_type="text/plain")
    documents.append([made_record("A/1/1", 1, LIGHTS + " Again.", copy=2, source=source)])
    made_store(directory, [documents[:2], documents[2:]])
    return open_index(directory)


def test_the_most_alike_come_first_without_the_paragraph_itself(index: Index) -> None:
    results = index.like("A/1/1, para. 1")
    assert results.hits[0].citation == "A/1/2, para. 1"
    assert not {hit.id for hit in results} & {"A/1/1@en#p1", "A/1/1@fr#p1"}
    assert "A/1/3, para. 1" not in [hit.citation for hit in results]
    marked = {results.hits[0].text[mark.start : mark.end] for mark in results.hits[0].highlights}
    assert {"lighthouse", "trims", "lamps", "dusk"} <= marked
    assert "the" not in marked
    assert results.notices[0].startswith("like A/1/1, para. 1")


def test_the_answer_can_be_shaped_as_any(index: Index) -> None:
    everything = index.like("A/1/1, para. 1", limit=None)
    assert {hit.year for hit in index.like("A/1/1, para. 1", year=2002)} == {2002}
    first = index.like("A/1/1, para. 1", limit=1)
    assert [*first, *index.more(first)] == list(everything)[:2]
    grouped = index.like("A/1/1, para. 1", group="doc", facets=["symbol"], kwic=20)
    assert sum(grouped.facets["symbol"].values()) == everything.total
    assert grouped.occurrences
    assert [hit.rank for hit in index.like("A/1/1, para. 1", sort="symbol")] == list(
        range(1, everything.total + 1)
    )


def test_several_paragraphs_are_taken_together(index: Index) -> None:
    results = index.like("A/1/2, paras. 1-2")
    assert {hit.id for hit in results}.isdisjoint({"A/1/2@en#p1", "A/1/2@en#p2"})
    assert results.hits[0].id.startswith("A/1/1@")


def test_what_is_not_there_is_told(index: Index) -> None:
    results = index.like("A/1/1, para. 74")
    assert (results.total, results.hits) == (0, ())
    assert "no 74" in results.notices[0]
    assert index.like("A/1/9, para. 1").notices
    with pytest.raises(CitationSyntaxError):
        index.like("para. 1")
    with pytest.raises(UsageError):
        index.like("A/1/1, para. 1", sort="best")  # type: ignore[arg-type]  # what a caller without types may write


def test_a_paragraph_like_no_other_finds_nothing(index: Index) -> None:
    results = index.like("A/1/1, para. 1", symbol="A/1/3")
    assert results.total == 0
    assert results.notices


def test_explain_and_count(index: Index) -> None:
    results = index.like("A/1/1, para. 1", explain=True, count_only=True)
    assert results.explain
    assert results.total
    assert not results.hits
