"""How a query was read, and what each part gives to the first hits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import regex

from indexer.grammar.gazetteer import Gazetteer
from indexer.query import Index, open_index
from indexer.query.combined import And, AnyOf, Level, Without
from indexer.query.leaf_nodes import Word
from indexer.query.listed import Term
from indexer.query.plan import Plan
from indexer.query.scores import TOGETHER, Share, shares
from indexer.query.weights import Weighted
from tests.unit.made_up import made_record, made_store

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.query.collection import Collection
    from indexer.query.tree import Node
    from indexer.store.ascending import Numbers

TEXTS = [
    "The police and the policies of policing: women, woman, womanly.",
    "The ILO advised the police on rights and duties.",
    "The International Labour Organization advised on duties before rights.",
    "Duties come first, rights come later; a climate changes, a climate changed.",
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    find = Gazetteer.load().find
    records = [
        made_record("A/HRC/9/8", nth, text, mentions=find(text, "en"), title="Report on duties")
        for nth, text in enumerate(TEXTS, 1)
    ]
    return open_index(made_store(tmp_path_factory.mktemp("explain") / ".indexer", [[records]]).directory)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("police", ["read as: police", "police: 2; every word with the stem polic (en)"]),
        ("polic*", ["polic*: 2; 3 words: police, policies, policing"]),
        ("wom?n", ["wom?n: 1; 2 words: woman, women"]),
        ("polise~1", ["polise~1: 2; 1 word: police"]),
        ("xyz*", ["xyz*: 0; no word of the index"]),
        ('"climate chang*"', ['"climate chang*": 1; 3 words: changed, changes, climate']),
        (
            "ILO",
            ["ILO: 2; the entity ILO, named International Labour Organization"],
        ),
        (
            "duties PRE/3 rights",
            ["at most 3 words apart, in this order", "  duties: 3", "  rights: 3"],
        ),
        ("rights NEAR/1 a", ["at most 1 word apart, in any order"]),
        ("(police OR rights)^2 NOT ILO", ["all of", "  counted 2 times", "    any of", "  without"]),
        ("police^2", ["police^2: 2; every word with the stem polic (en)"]),
        ("title:(report duties)", ["in title", "  all of", "    report: 4"]),
        ("title:report", ["title:report: 4; every word with the stem report (en)"]),
    ],
)
def test_the_tree_is_told(index: Index, text: str, lines: list[str]) -> None:
    told = index.search(text, explain=True).explain.splitlines()
    for line in lines:
        assert any(one.startswith(line) for one in told), told


def test_limits_and_any_are_told(index: Index) -> None:
    told = index.search("police rights", any_word=True, lang="en", explain=True).explain.splitlines()
    assert "any of" in told
    assert told[told.index("narrowed to") + 1] == "  lang:en: 4"


def test_long_lists_are_cut(index: Index) -> None:
    told = index.search(" OR ".join(f"a{nth}" for nth in range(50)), explain=True).explain.splitlines()
    assert "only the first 40 of 50 parts were counted" in told


@pytest.mark.parametrize(
    "text",
    ["police rights", "police^2 OR ILO", "advised NEAR/9 (rights OR duties)^3", "title:report police^0.5"],
)
@pytest.mark.parametrize("options", [{}, {"any_word": True}, {"lang": "en", "expand": False}])
def test_the_scores_of_the_first_hits_add_up(index: Index, text: str, options: dict[str, Any]) -> None:
    results = index.search(text, explain=True, **options)
    told = [line for line in results.explain.splitlines() if regex.match(r"\d+\. A/HRC", line)]
    assert len(told) == len(results.hits) > 0
    for line, hit in zip(told, results.hits, strict=True):
        _, total, given = regex.split(r": (?=\d)| = ", line)
        assert float(total) == pytest.approx(hit.score, abs=6e-4)
        parts = [float(part.rpartition(" ")[2]) for part in given.split(" + ")]
        assert sum(parts) == pytest.approx(hit.score, abs=6e-4 * (len(parts) + 1))


def test_a_weight_multiplies_the_score(index: Index) -> None:
    once, thrice = (index.search(text).hits for text in ("police", "police^3"))
    assert [hit.score for hit in thrice] == pytest.approx([3 * hit.score for hit in once], abs=1e-5)
    both, weighted = (index.search(text, any_word=True).hits for text in ("women duties", "women duties^9"))
    assert both[0].number == "1"
    assert weighted[0].number != "1"


class Given(Plan):
    """A node that matches everything with a given score, and consists of others."""

    def __init__(self, score: float, *inner: Plan) -> None:
        super().__init__()
        self._score = score
        self.inner = inner

    def _match(self, whole: Collection, nth: int) -> Numbers:
        return np.arange(whole.segments[nth].count)

    def score(self, whole: Collection, nth: int, records: Numbers) -> Numbers:
        del whole, nth
        return np.full(len(records), self._score)

    def size(self, whole: Collection) -> int:
        return whole.total


ONE, TWO = Given(1.0), Given(2.0)
NAMES: dict[Plan, Node] = {ONE: Word("one"), TWO: Word("two")}


@pytest.mark.parametrize(
    ("plan", "wanted"),
    [
        (ONE, [Share("one", 1)]),
        (And([ONE, TWO]), [Share("two", 2), Share("one", 1)]),
        (And([ONE, ONE]), [Share("one", 2)]),
        (AnyOf([ONE, TWO]), [Share("two", 2), Share("one", 1)]),
        (Level(TWO, 0.0), []),
        (Without(TWO, Term("text", "=absent")), [Share("two", 2)]),
        (Weighted(And([ONE, TWO]), 0.5), [Share("two", 1), Share("one", 0.5)]),
        (And([Weighted(ONE, 4), TWO]), [Share("one", 4), Share("two", 2)]),
        # nodes that nobody has heard of
        (Given(3.5, ONE, TWO), [Share("two", 2), Share("one", 1), Share(TOGETHER, 0.5)]),
        (Given(1.5, ONE, TWO), [Share("two", 1), Share("one", 0.5)]),
        (Weighted(Given(3.5, ONE, TWO), 2), [Share("two", 4), Share("one", 2), Share(TOGETHER, 1)]),
        (Given(7), [Share(TOGETHER, 7)]),
    ],
)
def test_shares_of_any_node(index: Index, plan: Plan, wanted: list[Share]) -> None:
    whole = index._commits.newest().whole
    assert shares(whole, plan, NAMES, 0, 0) == wanted
    assert sum(share.score for share in wanted) == plan.score(whole, 0, np.array([0]))[0]


def test_words_in_order(index: Index) -> None:
    found = {
        text: {hit.number for hit in index.search(text).hits}
        for text in ("rights PRE/3 duties", "duties PRE/3 rights", "duties NEAR/3 rights")
    }
    assert found == {
        "rights PRE/3 duties": {"2"},
        "duties PRE/3 rights": {"3", "4"},
        "duties NEAR/3 rights": {"2", "3", "4"},
    }


def test_no_names_no_hits(tmp_path: Path) -> None:
    empty = open_index(made_store(tmp_path / "x", []).directory)
    assert empty.search("police^2 NEAR/3 (a OR b)", explain=True).total == 0


def test_scores_by_document_are_told_in_the_order_of_the_ranks(tmp_path: Path) -> None:
    texts = [
        "Light, light, light.",
        "A harbour with one light and much besides, in a long sentence of its own.",
    ]
    first = [made_record("A/HRC/9/8", nth, text) for nth, text in enumerate(texts, 1)]
    second = [made_record("A/HRC/9/9", 1, "A light, and a light in the harbour.")]
    index = open_index(made_store(tmp_path / ".indexer", [[first], [second]]).directory)
    results = index.search("light", group="doc", explain=True)
    assert [hit.rank for hit in results.hits] != sorted(hit.rank for hit in results.hits)
    told = [line.partition(".")[0] for line in results.explain.splitlines() if line[:1].isdigit()]
    assert told == ["1", "2", "3"]
