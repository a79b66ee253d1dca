"""The engine against a plain reading of the same texts: the same records for every generated query.

This proves the way from words to answers, over commits, replaced and removed records and any tree that
hypothesis thinks of, and takes the words from the engine's own analysis. `tests/evaluation/judge` proves
what is left: real texts, cut into words by rules written a second time, fields, names, documents, citations,
totals, facets and order.
"""

from __future__ import annotations

import random
from fnmatch import fnmatchcase
from operator import eq
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.query import Index, open_index, parse_query
from indexer.query.compile import Compiler
from indexer.query.leaf_nodes import Exact, OpenPhrase, Phrase, Prefix, Wildcard, Word
from indexer.query.scores import shares
from indexer.query.tree import And, Before, Boost, Near, Node, Not, Or, Run
from indexer.store import open_store
from indexer.store.analysis import stems, words
from tests.unit.made_up import made_record, parsed_of, source_of

if TYPE_CHECKING:
    from indexer.model import ParsedDocument, SourceFile

VOCABULARY = [
    "police",
    "policies",
    "Police",
    "right",
    "rights",
    "who",
    "Who",
    "state",
    "of",
    "the",
    "co-operate",
]


def texts() -> dict[str, str]:
    chance = random.Random(7)  # noqa: S311 - the same texts every time
    return {
        f"A/HRC/{document}/{number}": " ".join(chance.choices(VOCABULARY, k=chance.randint(1, 9)))
        for document in range(1, 13)
        for number in range(1, 10)
    }


TEXTS = texts()


def store_text(symbol: str, text: str) -> tuple[SourceFile, ParsedDocument]:
    records = [made_record(symbol, 1, text)]
    return source_of(records, text), parsed_of(records)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """An index made in many commits, with replaced and removed records in it."""
    directory = tmp_path_factory.mktemp("oracle") / ".indexer"
    with open_store(directory, create=True).writer() as writer:
        for number, (symbol, text) in enumerate(TEXTS.items()):
            old = "police who co-operate" if number % 3 == 0 else text
            writer.replace(*store_text(symbol, old))
            if number % 20 == 19:
                writer.commit()
        writer.commit()
        for number, (symbol, text) in enumerate(TEXTS.items()):
            if number % 3 == 0:
                writer.replace(*store_text(symbol, text))
        extra, document = store_text("A/HRC/99/1", "police who rights")
        writer.replace(extra, document)
        writer.commit()
        writer.remove(extra.location)
    return open_index(directory)


Places = dict[int, set[str]]


def places(text: str) -> tuple[Places, Places, Places]:
    """Return the stems, folded forms and typed forms by position."""
    stemmed: Places = {}
    folded: Places = {}
    typed: Places = {}
    for word in words(text):
        stemmed.setdefault(word.position, set()).update(stems(word.typed or word.form, "en"))
        folded.setdefault(word.position, set()).add(word.form)
        typed.setdefault(word.position, set()).add(word.typed)
    return stemmed, folded, typed


def spans(node: Node, text: str) -> list[tuple[int, int]]:
    """Return first and last position of every place where a leaf or NEAR matches."""
    stemmed, folded, typed = places(text)
    if isinstance(node, Word):
        wanted = set(stems(node.text, "en"))
        return [(at, at) for at, held in stemmed.items() if held & wanted]
    if isinstance(node, Prefix):
        return [(at, at) for at, held in folded.items() if any(form.startswith(node.text) for form in held)]
    if isinstance(node, Wildcard):
        return [(at, at) for at, held in folded.items() if any(fnmatchcase(form, node.text) for form in held)]
    if isinstance(node, Exact):
        return [(at, at) for at, held in typed.items() if node.text in held]
    if isinstance(node, Phrase | OpenPhrase):
        fits = fnmatchcase if isinstance(node, OpenPhrase) else eq
        parts = node.text.lower().split()
        return [
            (at, at + len(parts) - 1)
            for at in folded
            if all(
                any(fits(form, part) for form in folded.get(at + step, set()))
                for step, part in enumerate(parts)
            )
        ]
    if isinstance(node, Boost):
        return spans(node.nodes[0], text)
    if isinstance(node, Or):
        return [place for inner in node.nodes for place in spans(inner, text)]
    assert isinstance(node, Near | Before)
    left, right = (node.left, node.right) if isinstance(node, Near) else node.nodes
    found = []
    for first in spans(left, text):
        for second in spans(right, text):
            behind, before = second[0] - first[1], first[0] - second[1]
            gap = max(behind, before) if isinstance(node, Near) else behind
            if 1 <= gap <= node.distance:
                found.append((min(first[0], second[0]), max(first[1], second[1])))
    return found


def matches(node: Node, text: str) -> bool:
    if isinstance(node, Boost | Before):
        return matches(node.nodes[0], text) if isinstance(node, Boost) else bool(spans(node, text))
    if isinstance(node, Or):
        return any(matches(inner, text) for inner in node.nodes)
    if isinstance(node, And | Run):
        return all(matches(inner, text) for inner in node.nodes)
    if isinstance(node, Not):
        return not matches(node.node, text)
    return bool(spans(node, text))


TYPED = st.sampled_from(["police", "policies", "right", "who", "state", "of", "the", "absent"])
SHAPES: st.SearchStrategy[Node] = st.one_of(
    st.sampled_from(["pol*e", "p*s", "w?o", "r?gh*s", "o*f*", "zz?z", "c*oper*e"]).map(Wildcard),
    st.sampled_from(["the pol*", "r*s of", "w?o state*", "of t?e p*c*e", "zz* the"]).map(OpenPhrase),
)
LEAF: st.SearchStrategy[Node] = st.one_of(
    TYPED.map(Word),
    st.sampled_from(["pol", "police", "r", "wh", "co", "zzz"]).map(Prefix),
    st.sampled_from(["who", "Who", "police", "Police", "state"]).map(Exact),
    st.lists(TYPED, min_size=1, max_size=3).map(" ".join).map(Phrase),
    SHAPES,
)
PLACED: st.SearchStrategy[Node] = st.one_of(
    TYPED.map(Word),
    st.sampled_from(["pol", "r"]).map(Prefix),
    st.lists(TYPED, min_size=2, max_size=2).map(" ".join).map(Phrase),
    st.sampled_from(["who", "Who", "police"]).map(Exact),
    SHAPES,
)


@st.composite
def near(draw: st.DrawFn, depth: int = 2) -> Node:
    """Return a NEAR or PRE between words, groups, weighted words, and others of its kind."""

    def side() -> Node:
        kind = draw(st.integers(0, 5 if depth > 1 else 4))
        if kind == 3:
            return Or((draw(PLACED), draw(PLACED)))
        if kind == 4:
            return Boost((draw(PLACED),), 2.0)
        return draw(near(depth - 1)) if kind == 5 else draw(PLACED)

    distance = draw(st.integers(1, 5))
    return Near(side(), side(), distance) if draw(st.booleans()) else Before((side(), side()), distance)


def grow(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    positive = nodes.filter(lambda node: not isinstance(node, Not))
    unweighed = positive.filter(lambda node: "^" not in str(node))
    pairs = st.lists(positive, min_size=2, max_size=4).map(tuple)
    return st.one_of(
        pairs.map(And),
        pairs.map(Or),
        pairs.map(Run),
        st.builds(lambda first, second: And((first, Not(second))), positive, unweighed),
        st.builds(lambda node: Boost((node,), 0.5), positive),
    )


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=st.recursive(st.one_of(LEAF, near()), grow, max_leaves=6))
def test_the_engine_finds_what_a_plain_reading_finds(index: Index, tree: Node) -> None:
    results = index.search(str(tree), limit=None, expand=False)
    assert {hit.symbol for hit in results.hits} == {
        symbol for symbol, text in TEXTS.items() if matches(tree, text)
    }
    assert results.total == len(results.hits)
    scores = [hit.score for hit in results.hits]
    assert scores == sorted(scores, reverse=True)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=st.recursive(st.one_of(LEAF, near()), grow, max_leaves=6), any_word=st.booleans())
def test_what_the_leaves_give_is_the_score(index: Index, tree: Node, *, any_word: bool) -> None:
    commit = index._commits.newest()
    whole = commit.whole
    query = parse_query(str(tree), any_word=any_word)
    compiler = Compiler(whole, query)
    plan = compiler.compile(query.root)
    for nth in range(len(whole.segments)):
        records = plan.match(whole, nth)[:3]
        for record, score in zip(records.tolist(), plan.score(whole, nth, records).tolist(), strict=True):
            given_by = shares(whole, plan, compiler.origins, nth, record)
            assert sum(share.score for share in given_by) == pytest.approx(score)
            assert all(share.name in str(query) for share in given_by)
