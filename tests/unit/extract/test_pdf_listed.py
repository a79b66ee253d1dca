"""Words on each entry of a list, in a column at the right, stand behind the whole entry."""

from __future__ import annotations

import pytest

from indexer.extract.pdf_lines import build_lines
from indexer.extract.pdf_listed import find_listed_rows
from indexer.extract.pdf_rows import find_rows
from tests.unit.extract.pieces import WIDTH, Piece, lines, words_of

ENTRIES = [
    *lines(60, 100, "Report of the keepers", "of the northern lights"),
    *lines(60, 140, "Letter of the harbour board"),
    *lines(50, 170, "Heading of another item"),
    *lines(60, 200, "Note verbale of the", "island of the west"),
    *lines(60, 240, "Report of the pilots"),
]
SAID = [Piece("Issued", 400, 100), Piece("Late May", 400, 140), Piece("Issued", 400, 200)]
LAST = Piece("No papers", 400, 240)
TABLE = [
    "Report of the keepers of the northern lights\tIssued",
    "Letter of the harbour board\tLate May",
    "Note verbale of the island of the west\tIssued",
    "Report of the pilots\tNo papers",
]


def read(*pieces: Piece, head: float = 0.0) -> list[str]:
    words = words_of(*sorted(pieces, key=lambda piece: (piece.base, piece.left)))
    rows = find_listed_rows(words, find_rows(words), WIDTH, head)
    return ["\t".join(" ".join(words.texts[at] for at in cell) for cell in row) for row in rows]


def test_words_on_an_entry_stand_behind_all_its_lines() -> None:
    assert read(*ENTRIES, *SAID, LAST) == TABLE


def test_entries_are_rows_between_the_other_lines_of_the_page() -> None:
    words = words_of(*sorted([*ENTRIES, *SAID, LAST], key=lambda piece: (piece.base, piece.left)))
    found = build_lines(words, WIDTH, 842.0).lines
    assert [line.text for line in found] == [*TABLE[:2], "Heading of another item", *TABLE[2:]]
    assert [line.role for line in found] == ["row", "row", "", "row", "row"]


@pytest.mark.parametrize(
    "pieces",
    [
        [*ENTRIES, *SAID],
        [*ENTRIES, *SAID, LAST._replace(left=420)],
        [*ENTRIES, *SAID, LAST._replace(text="7 papers")],
        [*ENTRIES, *SAID, LAST._replace(text="No papers before the next session of all")],
        [*ENTRIES, *SAID, LAST, Piece("as well", 400, 112)],
        [
            *ENTRIES,
            *SAID,
            LAST,
            Piece("The harbour board has said that all of its letters and reports are read by day", 60, 185),
        ],
        [*(piece for piece in ENTRIES if piece.base not in (111.5, 211.5)), *SAID, LAST],
        [*(piece._replace(text=piece.text.split()[0]) for piece in ENTRIES), *SAID, LAST],
    ],
    ids=["few", "elsewhere", "numbers", "wide", "columns", "text", "one line", "short"],
)
def test_other_lines_are_no_entries(pieces: list[Piece]) -> None:
    assert read(*pieces) == []


def test_a_letterhead_has_no_entries() -> None:
    assert read(*ENTRIES, *SAID, LAST, head=120.0) == []
