from __future__ import annotations

import pytest

from indexer.extract.pdf_margin import find_margin
from tests.unit.extract.test_pdf_lines import Word, lines, row, word
from tests.unit.extract.test_pdf_lines import words as columns

TEXT = [
    piece
    for at in range(20)
    for piece in row("The keepers heard of lights on the coast and said so", 140, 100 + 12 * at)
]


def note(text: str, base: float, *, left: float = 20.0, size: float = 8.0) -> list[Word]:
    return row(text, left, base, size=size)


NOTES = [*note("7. See the report", 300), *note("of the keepers.", 310), *note("8. Ibid.", 320)]


def beside(*found: Word) -> list[str] | None:
    """The words in the margin."""
    margin = find_margin(columns(*found))
    return None if margin is None else [w.text for w, out in zip(found, margin, strict=True) if out]


@pytest.mark.parametrize("left", [20.0, 470.0])
def test_small_type_on_either_side_of_the_text_is_the_margin(left: float) -> None:
    notes = [w._replace(left=w.left - 20 + left, right=w.right - 20 + left) for w in NOTES]
    assert beside(*TEXT, *notes) == [w.text for w in notes]


def test_a_mark_in_the_text_may_have_the_size_of_the_margin() -> None:
    assert beside(*TEXT, word("7", 300, 143, size=8), *NOTES) == [w.text for w in NOTES]


@pytest.mark.parametrize(
    "small",
    [
        [],
        note("See there.", 300),
        note("7. See the report of the keepers", 300, left=140),
        note("7. See the report of the keepers", 300, size=9.5),
        [*NOTES, *note("Small words in the text", 200, left=200)],
        [*note("Page two of the report", 360), *note("and its job number", 370)],
        [piece for at in range(9) for piece in note(str(at), 120 + 12 * at)],
    ],
    ids=[
        "none",
        "too few",
        "in the text",
        "too large",
        "elsewhere too",
        "below the text",
        "numbers of lines",
    ],
)
def test_other_small_type_is_no_margin(small: list[Word]) -> None:
    assert beside(*TEXT, *small) is None


def test_the_margin_comes_behind_the_text_as_a_second_column() -> None:
    found = lines(*TEXT, *NOTES)
    assert [line.text for line in found if line.column == 0] == [
        "The keepers heard of lights on the coast and said so"
    ] * 20
    assert [line.text for line in found[20:]] == ["7. See the report", "of the keepers.", "8. Ibid."]
    assert {line.column for line in found[20:]} == {2}


@pytest.mark.parametrize(
    ("base", "size", "beside_too"), [(310, 7.0, True), (310, 9.5, False), (360, 7.0, False)]
)
def test_other_small_type_among_the_words_of_the_margin_is_in_it(
    base: float, size: float, *, beside_too: bool
) -> None:
    italics = note("said there", base, size=size)
    first, *others = NOTES
    found = beside(*TEXT, first, *italics, *others)
    assert found == [w.text for w in ([first, *italics, *others] if beside_too else NOTES)]


REMARKS = [*note("The lamps were", 148), *note("lit at noon.", 158), *note("Oil is dear.", 220)]


def test_remarks_in_the_margin_stand_beside_the_text() -> None:
    found = lines(*TEXT, *REMARKS)
    remarks = [(at, line.text, line.starts_block) for at, line in enumerate(found) if line.role == "aside"]
    assert remarks == [
        (5, "The lamps were", True),
        (6, "lit at noon.", False),
        (13, "Oil is dear.", True),
    ]


def test_a_mark_in_the_margin_makes_notes_of_what_stands_there() -> None:
    assert all(line.role == "" for line in lines(*TEXT, *REMARKS, *note("* See there.", 300)))


def test_a_cover_has_no_remarks() -> None:
    cover = [piece._replace(face=1) for piece in TEXT]
    assert all(line.role == "" for line in lines(*cover, *REMARKS))
