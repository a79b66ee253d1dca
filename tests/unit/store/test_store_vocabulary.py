from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.store import posting_lists
from indexer.store.analysis import GAP, stem_terms, word_terms, words
from indexer.store.inversion import Words
from indexer.store.passage_batch import PassageBatch
from indexer.store.terms import FIELDS
from indexer.store.vocabulary import Vocabulary

if TYPE_CHECKING:
    from indexer.store.posting_lists import Postings

Places = dict[str, dict[int, list[int]]]

PIECES = st.sampled_from([
    "police", "Policies", "policies,", "(WHO)", "who", "State’s", "countries’", "co-operation", "A/HRC/9/8",
    "A/HRC/9/8(Vol.I),", "7.3", "1,000", "1,000,", "U.N.", "e.g.", "UNDP/UNFPA", "人权", "côté", "Côté.",
    "٣٤",
    "-based", "1990-1995", "«droits»", "l'Organisation", "'s", "s", "", " ", "\u00a0", "\u2009", "\x1f", "\n",
    "\ufeff", "é", "…", "x" * 70, "ﬁn", "\u00adsoft\u00ad", "a--b", "?!", "т.е.", "créée", "crée", "police-s",
])  # fmt: skip
TEXT = st.one_of(
    st.lists(PIECES, max_size=12).map(" ".join),
    st.lists(PIECES, max_size=6).map("".join),
    st.text(max_size=40),
)


def plain_places(texts: list[list[str]], language: str) -> Places:
    """Return the places of all terms by reading word by word."""
    found: Places = {}
    for unit, pieces in enumerate(texts):
        base = 0
        for text in pieces:
            last = base
            for word in words(text):
                last = base + word.position
                for term in word_terms(word, language):
                    held = found.setdefault(term, {}).setdefault(unit, [])
                    if last not in held:
                        held.append(last)
            base = last + GAP
    return {term: {unit: sorted(held) for unit, held in units.items()} for term, units in found.items()}


def inverted_places(
    texts: list[list[str]], language: str, vocabulary: Vocabulary | None = None
) -> tuple[Places, list[int]]:
    """Return the same by inversion, and the lengths."""
    vocabulary = Vocabulary() if vocabulary is None else vocabulary
    batch = PassageBatch("text", vocabulary)
    for pieces in texts:
        batch.add(pieces, language)
    batch.read()
    found: Places = {}
    words = Words(vocabulary)
    lists, lengths = batch.invert(words)
    vocabulary.uses = words.uses
    for postings in lists:
        add_places(found, postings)
    sorted_ = {
        term: {unit: sorted(set(held)) for unit, held in units.items()} for term, units in found.items()
    }
    return sorted_, lengths.tolist()


def add_places(found: Places, postings: Postings) -> None:
    assert postings.places is not None
    assert postings.variants is not None
    starts = np.append(0, np.cumsum(postings.counts))
    for text, place, first, last in zip(*postings.terms, strict=True):
        assert text[0] == FIELDS.index("text")
        begin = int(postings.ends[place - 1]) if place else 0
        for nth in range(begin, int(postings.ends[place])):
            held = [
                int(postings.places[at])
                for at in range(starts[nth], starts[nth + 1])
                if not last or first <= postings.variants[at] < last
            ]
            if held:
                units = found.setdefault(text[1:].decode(), {})
                units.setdefault(int(postings.units[nth]), []).extend(held)


@given(st.lists(st.lists(TEXT, max_size=3), max_size=6), st.sampled_from(["en", "fr", "ru", "zh"]))
def test_inversion_finds_what_reading_word_by_word_finds(texts: list[list[str]], language: str) -> None:
    assert inverted_places(texts, language)[0] == plain_places(texts, language)


@given(st.lists(st.lists(TEXT, max_size=3), max_size=6))
def test_lists_that_come_one_by_one_hold_the_same(texts: list[list[str]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(posting_lists, "_SLICE", 1)
        assert inverted_places(texts, "en")[0] == plain_places(texts, "en")


def test_a_vocabulary_that_is_used_again_gives_the_same() -> None:
    texts = [["The police who cooperate"], ["WHO policies, A/HRC/9/8"]]
    vocabulary = Vocabulary()
    for _ in range(3):
        assert inverted_places(texts, "en", vocabulary) == inverted_places(texts, "en")


@given(
    rounds=st.lists(st.tuples(st.sampled_from(["en", "fr"]), st.lists(TEXT, max_size=4)), max_size=5),
    most=st.integers(0, 8),
)
def test_a_vocabulary_that_forgets_gives_the_same(rounds: list[tuple[str, list[str]]], most: int) -> None:
    vocabulary = Vocabulary()
    for language, texts in rounds:
        pieces = [[text] for text in texts]
        assert inverted_places(pieces, language, vocabulary) == inverted_places(pieces, language)
        known = len(vocabulary)
        vocabulary.forget(most)
        assert len(vocabulary) == (known if known <= most else most // 2)


def test_what_is_used_most_is_remembered() -> None:
    vocabulary = Vocabulary()
    inverted_places([["one two two three three three"]], "en", vocabulary)
    vocabulary.forget(2)
    assert vocabulary.forms == ["three"]
    inverted_places([["one three"]], "en", vocabulary)
    assert vocabulary.forms == ["three", "one"]


def test_capitals_are_kept_beside_the_folded_word() -> None:
    terms, _ = inverted_places([["The WHO knows who"]], "en")
    assert terms["=who"] == {0: [1, 3]}
    assert terms["^WHO"] == {0: [1]}
    assert terms["^who"] == {0: [3]}
    assert "^the" not in terms


def test_notes_stand_far_from_the_text() -> None:
    terms, _ = inverted_places([["one two", "three"]], "en")
    assert terms["=three"][0][0] - terms["=two"][0][0] >= GAP


def test_a_text_is_as_long_as_its_stems_are_many() -> None:
    assert inverted_places([["The WHO knows who", "note"], [], ["two words"]], "en")[1] == [5, 0, 2]


@pytest.mark.parametrize("word", ["policies", "A/HRC/9/8", "côté"])
def test_a_form_is_looked_up_under_its_first_stem(word: str) -> None:
    (first, *_) = (stem_terms(one, "fr")[0] for one in words(word))
    terms, _ = inverted_places([[word]], "fr")
    assert first in terms


@pytest.mark.parametrize(
    ("text", "term", "places"),
    [
        ("créée crée", "=cree", [1]),
        ("créée crée", "^crée", [1]),
        ("créée crée", "fr:cre", [0, 1]),
        ("créée crée", "fr:cree", [0]),
        ("créée", "=creee", [0]),
        ("créée créées crée crée", "=crees", None),
    ],
)
def test_a_form_is_not_found_where_another_word_has_its_stem_as_second(
    text: str, term: str, places: list[int] | None
) -> None:
    found = inverted_places([[text]], "fr")[0]
    assert found == plain_places([[text]], "fr")
    assert found.get(term, {}).get(0) == places
