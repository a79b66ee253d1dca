"""Small text beside the text of a page."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from indexer.extract.pdf_lines import build_lines
from indexer.extract.pdf_rows import Words
from indexer.model import SIDE_MARGIN, ExtractedDocument, Page
from indexer.segment import segment
from tests.unit.segment.pages import SOURCE

WIDTH, HEIGHT = 595.0, 842.0


class Row(NamedTuple):
    """A row of words: where it begins, its base line, its size."""

    text: str
    left: float
    base: float
    size: float = 10.0


def words_of(rows: list[Row]) -> Words:
    """Set words half a size wide for each character."""
    columns: list[list[object]] = [[] for _ in Words._fields]
    for group, row in enumerate(rows):
        left = row.left
        for text in row.text.split(" "):
            right = left + 0.5 * row.size * len(text)
            for column, value in zip(
                columns, (text, left, right, row.base, row.size, 0, group, False), strict=True
            ):
                column.append(value)
            left = right + 0.25 * row.size
    return Words(*columns)  # type: ignore[arg-type]  # one list for each property


def text_rows(left: float = 150.0, lines: int = 20) -> list[Row]:
    """Set paragraphs of four lines, the last of them short."""
    full = "the keepers of the lights met in the morning to hear what was done for them"
    rows = []
    for at in range(lines):
        words = "The keepers met." if at % 4 == 3 else full
        rows.append(Row(words, left, 120.0 + 14 * at))
    return rows


NOTES = [
    "1. The lights are those",
    "of the northern coast",
    "and of the islands",
    "2. See the report",
    "of the keepers",
]


def notes_at(left: float, size: float = 7.0, first: float = 200.0) -> list[Row]:
    return [Row(text, left, first + 9 * at, size) for at, text in enumerate(NOTES)]


@pytest.mark.parametrize("left", [20.0, 500.0])
def test_notes_in_a_side_margin_are_lines_of_their_own(left: float) -> None:
    start = 150.0 if left < 150 else 90.0
    lines = build_lines(words_of([*text_rows(start), *notes_at(left)]), WIDTH, HEIGHT)
    aside = [line.text for line in lines if line.column == SIDE_MARGIN]
    assert aside == NOTES
    assert {line.column for line in lines[:20]} == {0}
    assert not any("lights are those" in line.text for line in lines[:20])


@pytest.mark.parametrize(
    "rows",
    [
        notes_at(20.0, size=9.5),  # hardly smaller than the text
        [
            Row("A/HRC/9/8 of the keepers of lights", 20.0, 60.0, 7.0),
            Row("Page 4 of 7 in all", 20.0, 800.0, 7.0),
        ],
        [Row(f"{at}", 20.0, 120.0 + 14 * at, 7.0) for at in range(20)],  # numbers of lines
        [Row(NOTES[0], 20.0, 200.0, 7.0)],
        [
            Row(f"lights of the coast and keepers of the harbour {at}", 20.0, 600.0 + 9 * at, 7.0)
            for at in range(9)
        ],
        [
            Row(f"keepers{' ' * 1}of the lights of the coast {at} in a table", 20.0, 200.0 + 9 * at, 7.0)
            for at in range(9)
        ],
        [],
    ],
)
def test_what_no_side_margin_is(rows: list[Row]) -> None:
    lines = build_lines(words_of([*text_rows(), *rows]), WIDTH, HEIGHT)
    assert SIDE_MARGIN not in {line.column for line in lines}


def page(number: int, rows: list[Row]) -> Page:
    return Page(number=number, width=WIDTH, height=HEIGHT, lines=build_lines(words_of(rows), WIDTH, HEIGHT))


def test_notes_in_a_side_margin_are_notes() -> None:
    document = ExtractedDocument(source=SOURCE, pages=(page(1, [*text_rows(), *notes_at(20.0)]),))
    parsed = segment(document)
    notes = [(note.mark, note.text) for record in parsed.records for note in record.footnotes]
    assert notes == [("1", " ".join(NOTES[:3])[3:]), ("2", " ".join(NOTES[3:])[3:])]
    assert all("coast" not in record.text for record in parsed.records)


def test_other_words_in_a_side_margin_do_not_break_a_paragraph_over_two_pages() -> None:
    catchwords = [
        Row(text, 20.0, 200.0 + 9 * at, 7.0)
        for at, text in enumerate(["Lights of the", "northern coast", "kept by all of us"])
    ]
    first, second = text_rows(lines=19), page(2, text_rows(lines=8))
    with_them = segment(ExtractedDocument(source=SOURCE, pages=(page(1, [*first, *catchwords]), second)))
    without = segment(ExtractedDocument(source=SOURCE, pages=(page(1, first), second)))
    aside = "Lights of the northern coast kept by all of us"
    texts = [record.text for record in with_them.records]
    assert aside in texts
    assert [text for text in texts if text != aside] == [record.text for record in without.records]
