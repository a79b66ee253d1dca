"""What makes one paragraph stand before another."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.grammar.gazetteer import Gazetteer
from indexer.query import open_index
from indexer.query.scoring import FUNCTION_WEIGHT, InExpB2, is_function_word
from tests.evaluation.bm25 import BM25
from tests.unit.made_up import made_record, made_store

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.model import Record
    from indexer.query import Index


def index_of(tmp_path: Path, *records: Record) -> Index:
    made_store(tmp_path / ".indexer", [[[record] for record in records]])
    return open_index(tmp_path / ".indexer")


def order(index: Index, query: str, *, any_word: bool = False) -> list[str]:
    return [str(hit.symbol) for hit in index.search(query, any_word=any_word, limit=None).hits]


def test_the_formula_by_hand() -> None:
    formula = InExpB2()
    expected = 100 * (1 - 0.99**6)
    assert formula.weight(3, 6, 100) == pytest.approx(7 / 3 * math.log2(101 / (expected + 0.5)))
    damping = formula.damping(np.array([10, 30]), 10.0)
    assert damping == pytest.approx([1.0, 1 / math.log2(4 / 3)])
    assert formula.score(np.array([1, 3]), damping) == pytest.approx([0.5, 3 / (3 + 1 / math.log2(4 / 3))])


def test_the_formula_to_compare_with_by_hand() -> None:
    formula = BM25()
    assert formula.weight(3, 6, 100) == pytest.approx(math.log(1 + 97.5 / 3.5))
    damping = formula.damping(np.array([10, 30]), 10.0)
    assert damping == pytest.approx([1.2, 1.2 * (0.25 + 0.75 * 3)])
    assert formula.score(np.array([1, 3]), damping) == pytest.approx([2.2 / 2.2, 6.6 / 6])


@pytest.mark.parametrize("formula", [InExpB2(), BM25()])
@given(total=st.integers(1, 10**7), data=st.data())
def test_rarer_more_often_and_shorter_all_raise_a_score(
    formula: InExpB2 | BM25, total: int, data: st.DataObject
) -> None:
    holding = data.draw(st.integers(1, total))
    weight = formula.weight(holding, holding, total)
    assert weight > 0
    assert weight <= formula.weight(1, 1, total)
    lengths = np.array([5, 50, 5])
    scores = formula.score(np.array([1, 1, 2]), formula.damping(lengths, 20.0))
    assert scores[1] < scores[0] < scores[2]


def test_a_word_that_its_texts_repeat_weighs_more() -> None:
    assert InExpB2().weight(10, 40, 10_000) > InExpB2().weight(10, 10, 10_000)


@pytest.mark.parametrize(
    ("term", "is_one"),
    [
        ("en:the", True), ("en:of", True), ("fr:le", True), ("es:los", True), ("ru:и", True), ("zh:的", True),
        ("ar:في", True), ("en:right", False), ("en:le", False), ("de:the", False), ("=the", False),
        ("^The", False),
    ],
)  # fmt: skip
def test_function_words_are_those_of_their_language(term: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_function_word(term) is is_one


def test_a_word_is_judged_by_the_language_in_which_it_is_used(tmp_path: Path) -> None:
    spanish = [made_record(f"A/{n}", 1, "los faros son altos", language="es") for n in range(3)]
    english = [made_record(f"E/{n}", 1, "a son of the keeper", language="en") for n in range(2)]
    index = index_of(tmp_path, *spanish, *english)
    whole = index._commits.newest().whole
    both = ("en:son", "es:son")
    assert whole.weight("text", both) == pytest.approx(FUNCTION_WEIGHT * InExpB2().weight(5, 5, 5))
    assert whole.weight("text", ("en:son",)) == pytest.approx(InExpB2().weight(2, 2, 5))


def test_words_with_a_meaning_decide(tmp_path: Path) -> None:
    index = index_of(
        tmp_path,
        made_record("A/1", 1, "the of and to the of and to in the of and in"),
        made_record("A/2", 1, "lighthouses stand there"),
        made_record("A/3", 1, "nothing here"),
    )
    assert order(index, "the state of the lighthouses", any_word=True)[0] == "A/2"


def test_a_repeated_word_counts_twice(tmp_path: Path) -> None:
    index = index_of(
        tmp_path, made_record("A/1", 1, "buoys and lights"), made_record("A/2", 1, "buoys or lamps")
    )
    assert order(index, "lights lamps lamps", any_word=True) == ["A/2", "A/1"]
    assert order(index, "lights lights lamps", any_word=True) == ["A/1", "A/2"]


def test_title_and_headings_raise_a_paragraph_and_find_none(tmp_path: Path) -> None:
    index = index_of(
        tmp_path,
        made_record("A/1", 1, "Keepers were trained."),
        made_record("A/2", 1, "Keepers were trained.", title="Training of keepers of lights"),
        made_record("A/3", 1, "Keepers were trained.", section=("III. Keepers", "A. Training")),
        made_record("A/4", 1, "Nobody was.", title="Training of keepers", section=("Keepers",)),
    )
    assert order(index, "keepers training")[-1] == "A/1"
    assert set(order(index, "keepers training")) == {"A/1", "A/2", "A/3"}
    assert order(index, "keepers training", any_word=True)[-1] == "A/1"


def test_a_prefix_is_scored_as_one_word(tmp_path: Path) -> None:
    rare = made_record("A/9", 1, "polices")
    index = index_of(tmp_path, *(made_record(f"A/{n}", 1, "police police") for n in range(3)), rare)
    assert order(index, "polic*")[-1] == "A/9"


def test_words_typed_side_by_side_come_first_where_they_stand_so(tmp_path: Path) -> None:
    texts = [
        "lights of keepers burn at sea",
        "keepers of lights burn at sea",
        "burn keepers lights at of sea",
    ]
    index = index_of(tmp_path, *(made_record(f"A/{n}", 1, text) for n, text in enumerate(texts)))
    assert order(index, "keepers lights")[0] == "A/2"
    assert order(index, "lights keepers", any_word=True) == ["A/0", "A/1", "A/2"]


def test_neighbours_are_looked_at_among_the_best_of_many(tmp_path: Path) -> None:
    texts = ["keepers of lights " + "word " * (n % 7) for n in range(1_200)]
    texts[700] = "the keepers lights"
    index = index_of(tmp_path, *(made_record(f"A/{n}", 1, text) for n, text in enumerate(texts)))
    assert order(index, "keepers lights")[0] == "A/700"


def test_a_paragraph_gains_by_its_document(tmp_path: Path) -> None:
    one = [made_record("A/1", n, text) for n, text in enumerate(["lights burn at sea", "a sunny day"], 1)]
    two = [made_record("A/2", n, text) for n, text in enumerate(["lights burn at sea", "lights of buoys"], 1)]
    made_store(tmp_path / ".indexer", [[one, two]])
    index = open_index(tmp_path / ".indexer")
    assert order(index, "lights sea", any_word=True) == ["A/2", "A/1", "A/2"]
    assert order(index, "lights sea") == ["A/1", "A/2"]
    every = {hit.id: hit.score for hit in index.search("lights", limit=None).hits}
    dated = {hit.id: hit.score for hit in index.search("lights", limit=None, sort="symbol").hits}
    first = index.search("lights", limit=1, sort="symbol").hits[0]
    assert every == dated
    assert first.score == every[first.id]


def test_the_names_of_one_thing_weigh_as_one(tmp_path: Path) -> None:
    def naming(symbol: str, text: str, language: str = "en") -> Record:
        mentions = Gazetteer.load().find(text, language)
        return made_record(symbol, 1, text, language=language, mentions=tuple(mentions))

    index = index_of(
        tmp_path,
        naming("A/1", "The ILO and the ILO alone."),
        *(naming(f"B/{n}", "The ILO, and a long row of other words that say nothing.") for n in range(5)),
        naming("F/1", "L’Organisation internationale du Travail, et une longue suite de mots.", "fr"),
    )
    assert order(index, "ILO")[0] == "A/1"
    assert set(order(index, "ILO")) == {"A/1", "F/1", *(f"B/{n}" for n in range(5))}
    assert order(index, "ILO") == order(index, '"International Labour Organization"')
