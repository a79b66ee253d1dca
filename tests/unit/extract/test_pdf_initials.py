"""Large initials of paragraphs."""

from __future__ import annotations

import pytest

from indexer.grammar.characters import DOUBTFUL_SPACE
from tests.unit.extract.test_pdf_lines import Word, row, texts, word


def _page(initial: Word, first: str) -> list[Word]:
    return [
        *row(f"{first} the lights", 125, 107),
        *row("of the coast and", 125, 121),
        *row("of the harbour as well", 100, 135),
        initial,
    ]


@pytest.mark.parametrize(
    ("letter", "first", "line"),
    [
        ("T", "he keepers", "The keepers the lights"),
        ("A", "keeper", f"A{DOUBTFUL_SPACE}keeper the lights"),  # which the words of the document decide
    ],
)
def test_an_initial_begins_its_line(letter: str, first: str, line: str) -> None:
    found = texts(*_page(word(letter, 100, 124, size=34.0, width=22.0), first))
    assert found == [line, "of the coast and", "of the harbour as well"]


@pytest.mark.parametrize(
    "other",
    [
        word("T", 100, 107, size=34.0, width=22.0),  # on the line of its word, as in a title
        word("T", 60, 124, size=34.0, width=22.0),  # far from the text
        word("7", 100, 124, size=34.0, width=22.0),
        word("T", 100, 124, size=14.0, width=22.0),
    ],
)
def test_other_large_letters_stay_where_they_are(other: Word) -> None:
    assert not any(text.startswith(("The keepers", "7he")) for text in texts(*_page(other, "he keepers")))
