from __future__ import annotations

import pytest

from tests.unit.extract.test_pdf_lines import Word, row, texts, word


def test_words_printed_twice_are_read_once() -> None:
    assert texts(*row("the lights", 100, 100), *row("the lights", 100.4, 100, group=1)) == ["the lights"]


@pytest.mark.parametrize(
    ("made", "text"),
    [
        ([word("non", 100, 100), word("non-smoker", 100, 100, group=1)], "non-smoker"),
        ([word("non-smoker", 100, 100), word("smoker", 120, 100, group=1)], "non-smoker"),
        ([word("non-smoker", 100, 100), word("smoker", 150.5, 100)], "non-smoker smoker"),
        ([word("non-smoker", 100, 100), word("other", 120, 100, group=1)], "non-smoker other"),
        (
            [word("a", 98, 100), word("non", 104, 100), word("non", 104.2, 100), word("u", 140, 100)],
            "a non u",
        ),
        ([word("خاصا", 100, 100), word("ا", 102, 100, group=1)], "خاصا ا"),
    ],
)
def test_parts_of_words_printed_again_are_read_once(made: list[Word], text: str) -> None:
    (line,) = texts(*made)
    assert line.replace("\u2009", " ").split() == text.split()


def test_a_word_that_comes_twice_in_a_sentence_stays() -> None:
    assert texts(*row("that that is", 100, 100)) == ["that that is"]
