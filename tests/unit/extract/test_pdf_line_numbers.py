from __future__ import annotations

import pytest

from indexer.extract.pdf_line_numbers import LineNumbers
from tests.unit.extract.test_pdf_lines import Word, row, word, words

PROSE = "keepers heard of lights on the coast and of"
ROW = "Erewhon has nine lamps and no ships at all"


def numbered(text: str, first: int = 1, last: int = 25, *, left: float = 60.0) -> list[Word]:
    """Lines with their numbers in the margin."""
    lines = range(first, last + 1)
    return [
        piece
        for at, number in enumerate(lines)
        for piece in (word(str(number), left, 100 + 24 * at), *row(text, 100, 100 + 24 * at))
    ]


def without(*pages: list[Word]) -> list[str]:
    """The last page without the numbers of its lines."""
    reader = LineNumbers()
    *_, last = [reader.without(words(*page)) for page in pages]
    return list(last.texts)


@pytest.mark.parametrize("first", [1, 351], ids=["anew on each page", "from page to page"])
def test_numbers_of_lines_are_no_words_of_the_text(first: int) -> None:
    assert without(numbered(PROSE, first, first + 24)) == PROSE.split() * 25


def test_a_last_page_has_few_lines_and_numbers_of_empty_ones() -> None:
    signed = [word(str(n), 60, 100 + 24 * n) for n in range(1, 26)]
    assert without(numbered(PROSE), [*signed, *row("A. Keeper", 300, 124)]) == ["A.", "Keeper"]


@pytest.mark.parametrize(
    "page",
    [
        numbered(ROW),
        numbered("oil"),
        numbered(PROSE, last=8),
        [*numbered(PROSE), word("here", 40, 300)],
        [w for w in numbered(PROSE) if not w.text.isdigit() or int(w.text) % 5 == 0],
    ],
    ids=["rows of a table", "entries of a list", "a list of few", "words further out", "not of all lines"],
)
def test_other_numbers_stay(page: list[Word]) -> None:
    assert without(page) == [w.text for w in page]
