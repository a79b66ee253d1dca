"""What stands beside the text in type of another size, and what the text around it becomes."""

from __future__ import annotations

import pytest

from tests.unit.extract.test_pdf_lines import Word, lines, row, two_columns

_TEXT = [
    *(("the keepers counted all the lights", 90 + 12 * at) for at in range(3)),
    *(("they saw some", 126 + 12 * at) for at in range(4)),
    *(("and after that the lamps of the coast", 174 + 12 * at) for at in range(2)),
]
_QUOTE = ["Nobody sees", "the lamps of", "the north"]


def _page(*beside: str, size: float = 15.0, left: float = 260.0) -> list[Word]:
    text = [word for words, base in _TEXT for word in row(f"{words} once more" * 2, 90, base)]
    narrow = [word for word in text if not (left - 20 < word.right and 120 < word.base < 170)]
    quote = [
        word
        for at, words in enumerate(beside)
        for word in row(words, left, 130 + 1.1 * size * at, space=0.4 * size, size=size)
    ]
    return sorted([*narrow, *quote], key=lambda word: (word.base, word.left))


def test_a_pull_quote_stands_behind_the_lines_beside_it() -> None:
    found = lines(*_page(*_QUOTE))
    assert [(line.text, line.starts_block) for line in found if line.role == "aside"] == [
        ("Nobody sees", True),
        ("the lamps of", False),
        ("the north", False),
    ]
    order = [line.role for line in found]
    assert order == [""] * 7 + ["aside"] * 3 + [""] * 2


def test_a_pull_quote_may_begin_beside_a_heading_of_its_size() -> None:
    heading = row("The coasts", 90, 115, space=6.0, size=15.0)
    beside = row("Of towers", 260, 112, space=6.0, size=15.0)
    text = [word for word in _page(*_QUOTE) if word.base > 120]
    found = lines(*sorted([*heading, *beside, *text], key=lambda word: (word.base, word.left)))
    assert [line.text for line in found if line.role == "aside"] == ["Of towers", *_QUOTE]
    assert found[0].text == "The coasts"


@pytest.mark.parametrize("left", [250.0, 220.0, 190.0])
def test_a_pull_quote_stands_across_two_columns_or_in_one(left: float) -> None:
    right = left + 110.0
    text = [w for w in two_columns() if not (195 < w.base < 260 and left - 8 < w.right and w.left < right)]
    quote = [
        w for at, words in enumerate(_QUOTE) for w in row(words, left, 212 + 18 * at, space=6.0, size=15.0)
    ]
    found = lines(*sorted([*text, *quote], key=lambda w: (w.group, w.base, w.left)))
    assert [line.column for line in found if not line.role] == [1] * 20 + [2] * 20
    assert [line.text for line in found if line.role == "aside"] == _QUOTE


@pytest.mark.parametrize("size", [8.0, 13.0])
def test_captions_are_small_and_quotes_are_large(size: float) -> None:
    assert sum(line.role == "aside" for line in lines(*_page(*_QUOTE, size=size))) == len(_QUOTE)


@pytest.mark.parametrize(
    ("beside", "size"),
    [
        (_QUOTE, 10.5),  # nearly as large as the text
        (["Nobody sees the lamps"], 15.0),  # one line, as a heading beside a date
        (["12 14", "15 16", "17 18"], 7.0),  # the numbers of lines or of notes
    ],
)
def test_other_words_are_no_aside(beside: list[str], size: float) -> None:
    assert all(line.role == "" for line in lines(*_page(*beside, size=size)))


def test_a_heading_with_no_text_beside_it_is_no_aside() -> None:
    heading = [*row("The lamps of the", 90, 60, size=15.0), *row("northern coasts", 90, 76, size=15.0)]
    assert all(line.role == "" for line in lines(*heading, *_page()))


def test_labels_of_a_form_are_no_aside() -> None:
    labels = ["Name of the keeper", "Place of the tower", "Year of the lamp"]
    form = [
        word
        for at, label in enumerate(labels)
        for words, left, size in ((label, 90, 8.0), ("the north of the coast", 260, 10.0))
        for word in row(words, left, 130 + 15 * at - (0.0 if left > 90 else 1.5), size=size)
    ]
    text = [word for at in range(4) for word in row("the keepers counted all " * 3, 90, 40 + 12 * at)]
    found = lines(*sorted([*text, *form], key=lambda word: (word.base, word.left)))
    assert [line.role for line in found] == [""] * 7
    assert [line.text for line in found[4:]] == [f"{label}\tthe north of the coast" for label in labels]
