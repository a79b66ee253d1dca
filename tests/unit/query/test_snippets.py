from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from indexer.query.compile import Marks
from indexer.query.snippets import Finder
from indexer.store.analysis import word_terms, words

if TYPE_CHECKING:
    from indexer.query.terms import Slots

PIECES = [
    "police", "Police", "policies,", "(UN)", "U.N.", "7.3abc", "1,000", "1000", "a", "co-operate", "state’s",
    "–", "x" * 150 + "-police", "the", "\t", "\n", "\x1f", "A/HRC/9/8", "café", "rights",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join)


def spellings(text: str, term: str) -> tuple[str, ...] | None:
    """Return how a term is written in a text, None where it stands for parts of words: as the index tells."""
    held = [word for word in words(text) if term in word_terms(word, "en")]
    if any(not word.typed for word in held):
        return None
    return tuple({word.typed for word in held if word.typed.isascii()})


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
    by_letters = Finder(marks, lambda term: spellings(text, term)).find(text, "en")
    assert by_letters == Finder(marks, lambda _: None).find(text, "en")


def test_a_text_without_white_space_is_searched_once() -> None:
    text = "a" * 400_000 + " a-" + "b-" * 30_000
    marks = Marks()
    marks.sequences.append((frozenset(["=a"]),))
    (match,) = Finder(marks, lambda _: ("a",)).find(text, "en")
    assert text[match.start : match.end] == "a"
