from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.query.finder import Finder
from indexer.query.marks import Marks
from indexer.query.reading import _MOST_CHARACTERS, _MOST_CHUNKS, Chunks, chunks_of
from indexer.store.analysis import word_terms, words
from indexer.store.written import Written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.query.terms import Slots
    from indexer.store.analysis import Word

PIECES = [
    "police", "Police", "policies,", "(UN)", "U.N.", "7.3abc", "1,000", "1000", "a", "co-operate", "state’s",
    "–", "x" * 150 + "-police", "the", "police’s", "Ｕ.Ｎ.", "", "\t", "\n", "\x1f", "A/HRC/9/8", "café",
    "rights",
]  # fmt: skip
TERMS = ["=police", "=polic", "^UN", "=un", "=1000", "en:right", "=rights"]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join)


def written(text: str, term: str) -> Written:
    """Return how a stem is written in a text: as the index tells."""
    held = [word for word in words(text) if term in word_terms(word, "en")]
    return Written(tuple({word.form for word in held}), any(not word.typed for word in held))


def read_through(text: str, sequences: Sequence[Slots]) -> list[tuple[int, int, int]]:
    """Return the matches in a text, found by comparing every word with every slot."""
    places: dict[int, list[tuple[Word, set[str]]]] = {}
    for word in words(text):
        places.setdefault(word.position, []).append((word, set(word_terms(word, "en"))))
    found = []
    for position, here in places.items():
        for mark, slots in enumerate(sequences):
            rows = [
                [word for word, terms in places.get(position + step, []) if terms & slot]
                for step, slot in enumerate(slots)
            ]
            rows[0] = [word for word in rows[0] if word.start >= here[0][0].start]
            if all(rows):
                found.append((rows[0][0].start, max(row[0].end for row in rows), mark))
    return sorted(found)


@given(TEXTS, st.lists(st.integers(0, 40), min_size=1, max_size=3), st.integers(1, 3), st.integers(0, 2))
def test_a_search_for_letters_finds_what_reading_the_whole_text_finds(
    text: str, places: list[int], length: int, kind: int
) -> None:
    typed = [word for word in words(text) if word.typed]
    marks = Marks()
    for place in places:
        slots: Slots = tuple(
            frozenset(word_terms(word, "en")[kind % len(word_terms(word, "en")) :][:1])
            for word in typed[place % max(len(typed), 1) :][:length]
        )
        if slots:
            marks.sequences.append(slots)
    expected = read_through(text, marks.sequences)
    assert Finder(marks, lambda term: written(text, term)).find(text, "en") == expected
    many = Written(tuple(f"{letter}{number}" for letter in "ab" for number in range(40)), is_joined=False)
    assert Finder(marks, lambda _: many).find(text, "en") == expected


@given(TEXTS, st.lists(st.sampled_from(TERMS), min_size=9))
def test_a_slot_of_many_terms_is_found_like_one_of_few(text: str, terms: list[str]) -> None:
    marks = Marks()
    slot = frozenset([*terms, *(f"=none{number}" for number in range(9))])
    marks.sequences.append((slot,))
    assert Finder(marks, lambda term: written(text, term)).find(text, "en") == read_through(text, [(slot,)])


def test_a_text_without_white_space_is_searched_once() -> None:
    text = "a" * 400_000 + " a-" + "b-" * 30_000
    marks = Marks()
    marks.sequences.append((frozenset(["=a"]),))
    ((start, end, _),) = Finder(marks, lambda _: Written(("a",), is_joined=True)).find(text, "en")
    assert text[start:end] == "a"


def test_a_long_chunk_is_read_once_for_all_that_begins_in_it() -> None:
    marks = Marks()
    marks.sequences.append((frozenset(["=a"]), frozenset(["=b"]), frozenset(["=a"])))
    found = Finder(marks, lambda _: Written((), is_joined=False)).find("a-b-" * 20_000 + " a", "en")
    assert len(found) == 20_000


@given(st.text("aSs.,;:-/'’é1 ", max_size=8))
def test_a_chunk_holds_the_words_of_analysis(text: str) -> None:
    known = Chunks("en").of(text)
    expected = [(one.position, one.start, one.end, frozenset(word_terms(one, "en"))) for one in words(text)]
    assert [tuple(word) for word in known.words] == expected
    assert known.advance == max((position for position, *_ in expected), default=-1) + 1


@pytest.mark.parametrize("length", [1, 5_000])
def test_chunks_are_forgotten_however_long_they_are_held(length: int) -> None:
    known = chunks_of("en")
    for nth in range(2 * _MOST_CHUNKS if length == 1 else 1_000):
        known.of(f"{nth}".ljust(length, "."))
    assert len(known._known) <= _MOST_CHUNKS
    assert sum(map(len, known._known)) <= _MOST_CHARACTERS + length
    assert chunks_of("en") is known
