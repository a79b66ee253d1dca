"""British and American spellings: which words have another, and what is told of it."""

from __future__ import annotations

import pytest

from indexer.query import Index, open_index
from indexer.query.other_spellings import other_spelling
from tests.unit.made_up import made_record, made_store

PAIRS = [
    ("labour", "labor"),
    ("neighbouring", "neighboring"),
    ("behavioural", "behavioral"),
    ("organisation", "organization"),
    ("criminalised", "criminalized"),
    ("centres", "centers"),
    ("programme", "program"),
    ("judgement", "judgment"),
]
WITHOUT = ["four", "hour", "for", "courts", "wise", "size", "doctrine", "polic*", "2008", "Совет", ""]


@pytest.mark.parametrize(("british", "american"), PAIRS)
def test_pairs_lead_to_each_other(british: str, american: str) -> None:
    assert other_spelling(british) == american
    assert other_spelling(american.upper()) == british


@pytest.mark.parametrize("word", WITHOUT)
def test_other_words_have_no_other_spelling(word: str) -> None:
    assert other_spelling(word) is None


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    texts = ["Child labour is work.", "Labour inspectors came.", "Child labor, in a quotation.", "A harbour."]
    records = [made_record("A/1", nth, text) for nth, text in enumerate(texts, 1)]
    store = made_store(tmp_path_factory.mktemp("spelt") / ".indexer", [[records]])
    return open_index(store.directory)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("labor", ["also spelt labour, in 2 paragraphs: labor OR labour finds both"]),
        ("Labour", ["also spelt labor, in 1 paragraph: Labour OR labor finds both"]),
        (
            '"child labour"',
            ['also spelt "child labor", in 1 paragraph: "child labour" OR "child labor" finds both'],
        ),
        ("labor OR labour", []),
        ("harbour", []),  # the index has no other
        ("child", []),
    ],
)
def test_the_other_spelling_is_told_where_the_index_has_it(index: Index, query: str, told: list[str]) -> None:
    assert [notice for notice in index.search(query).notices if "also spelt" in notice] == told
    assert not index.search(query, expand=False).notices


def test_the_advice_finds_both(index: Index) -> None:
    (advice,) = index.search("labor").notices
    query = advice.partition(": ")[2].removesuffix(" finds both")
    assert index.search(query).total == 3
