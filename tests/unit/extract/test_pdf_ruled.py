"""Rows of several lines between ruled lines are rows, also where no tags say so."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.discover import source_file
from indexer.extract import extract
from indexer.extract.pdf_frames import Rule, find_frames
from indexer.extract.pdf_ruled import find_ruled_rows
from indexer.segment import segment
from tests.unit.extract.pieces import WIDTH, Piece, lines, words_of
from tests.unit.extract.tagged import Tagged, tagged_pdf

if TYPE_CHECKING:
    from pathlib import Path


def rules(*heights: float, left: float = 60.0, right: float = 520.0) -> list[Rule]:
    return [(left, right, y) for y in heights]


def read(ruled: list[Rule], *pieces: Piece, head: float = 0.0) -> list[str]:
    words = words_of(*pieces)
    rows = find_ruled_rows(words, ruled, WIDTH, head)
    return ["\t".join(" ".join(words.texts[at] for at in cell) for cell in row) for row in rows]


HEAD = [*lines(60, 120, "Harbour"), *lines(200, 110, "Ships that", "called"), *lines(400, 120, "Lights")]
ROWS = [
    *lines(60, 150, "Northern", "reach"),
    *lines(200, 150, "eleven, all", "by night", "we saw"),
    *lines(400, 150, "4"),
    *lines(60, 195, "South"),
    *lines(400, 195, "9"),
    *lines(60, 215, "East"),
    *lines(200, 215, "two", "or three"),
    *lines(400, 215, "12"),
]
TABLE = [
    "Harbour\tShips that called\tLights",
    "Northern reach\televen, all by night we saw\t4",
    "South\t\t9",
    "East\ttwo or three\t12",
]


def test_lines_that_stand_close_together_are_one_row() -> None:
    assert read(rules(95, 130, 240), *HEAD, *ROWS) == TABLE


def test_rows_with_a_rule_below_each() -> None:
    rows = [piece._replace(base=piece.base + 20 * (piece.base >= 195)) for piece in ROWS]
    assert read(rules(95, 135, 195, 230, 260), *HEAD, *rows) == TABLE


@pytest.mark.parametrize(("left", "rows"), [(90.0, TABLE), (140.0, [])])
def test_rules_may_leave_room_below_empty_cells_of_numbers(left: float, rows: list[str]) -> None:
    assert read(rules(95) + rules(130, 240, left=left), *HEAD, *ROWS) == rows


def test_lines_that_are_all_full_stay_rows_of_their_own() -> None:
    dense = [
        Piece(text, left, 150 + 12 * at) for at in range(6) for left, text in ((60, "South"), (400, "9"))
    ]
    assert read(rules(95, 130, 240), *HEAD[:1], *HEAD[-1:], *dense) == []


def test_a_name_that_reaches_its_neighbour_ends_where_the_column_begins() -> None:
    rows = [*ROWS, *lines(60, 255, "The harbour of all the keepers"), *lines(200 + 14, 255, "two")]
    assert read(rules(95, 130, 270), *HEAD, *rows)[-1] == "The harbour of all the keepers\ttwo\t"
    tight = [piece._replace(left=piece.left - 42) if piece.left == 200 else piece for piece in (*HEAD, *ROWS)]
    found = read(
        rules(95, 130, 270), *tight, *lines(60, 255, "Eastern light harbour"), *lines(158 + 12, 255, "x")
    )
    assert found[:4] == TABLE


@pytest.mark.parametrize(
    ("ruled", "head"),
    [
        (rules(95, 130), 0.0),  # nothing below
        ([*rules(95, 130), *rules(240, right=300)], 0.0),
        (rules(95, 130, 240, right=200), 0.0),  # no table is so narrow
        (rules(95, 130, 240), 250.0),  # a letterhead
        ([], 0.0),
    ],
)
def test_other_rules_frame_no_table(ruled: list[Rule], head: float) -> None:
    assert read(ruled, *HEAD, *ROWS, head=head) == []


def test_parts_of_a_rule_are_one_and_shorter_rules_may_stand_between() -> None:
    parts = [(60.0, 198.0, 95.0), (200.0, 520.0, 95.5), *rules(130), *rules(183, left=200), *rules(240)]
    assert len(find_frames(parts, WIDTH, 0.0)) == 1
    assert read(parts, *HEAD, *ROWS) == TABLE


def test_what_stands_between_two_tables_is_none_of_them() -> None:
    moved = [piece._replace(base=piece.base + 200) for piece in (*HEAD, *ROWS)]
    ruled = rules(95, 130, 240, 295, 330, 440)
    for text in (
        lines(60, 262, "Table 2", "Bells"),
        lines(40, 270, "B.") + lines(60, 270, "Bells of the coast and others"),
        lines(60, 262, "1.")
        + lines(90, 262, "The members of the group heard what the States did, and all of it"),
    ):
        assert read(ruled, *HEAD, *ROWS, *text, *moved) == TABLE * 2


def test_a_number_with_spaces_stays_whole_where_a_column_begins() -> None:
    figures = [piece for at in range(4) for piece in lines(400, 260 + 20 * at, "450 426 300")]
    names = [piece for at in range(4) for piece in lines(60, 260 + 20 * at, "West")]
    total = [*lines(60, 345, "Total"), *lines(392.5, 345, "3 450 426 300")]
    assert read(rules(95, 130, 360), *HEAD, *ROWS, *names, *figures, *total)[-1] == "Total\t\t3 450 426 300"


def test_a_raised_mark_stays_in_its_cell() -> None:
    mark = Piece("3", 60 + 5 * 5 + 0.5, 161.5 - 3.5, 6.5)
    assert (
        read(rules(95, 130, 240), *HEAD, *ROWS, mark)[1] == "Northern reach 3\televen, all by night we saw\t4"
    )


def test_tables_that_are_read_from_the_right_stay_lines() -> None:
    arabic = [piece._replace(text="ميناء") for piece in (*HEAD, *ROWS)]
    assert read(rules(95, 130, 240), *arabic) == []


def test_a_table_without_tags_is_a_record(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    cells = [(text, left, base + 300) for text, left, base, _ in (*HEAD, *ROWS)]
    before = ("1. The keepers counted the ships of the year, as is shown in the table.", 60.0, 360.0)
    after = ("2. The lights were lit in every night but two of the year.", 60.0, 570.0)
    path.write_bytes(tagged_pdf(Tagged("Document", [Tagged("P", [before, *cells, after])]), [395, 430, 540]))
    found = segment(extract(source_file(path))).records
    assert [record.kind for record in found] == ["paragraph", "table", "paragraph"]
    assert found[1].text == "\n".join(TABLE)


WORDS = ["a", "1", "the lights", "٣ ميناء", "12"]
PLACE = st.floats(0, 600, allow_nan=False)


@given(
    st.lists(
        st.builds(Piece, st.sampled_from(WORDS), PLACE, PLACE, st.sampled_from([6.5, 10.0])), min_size=1
    ),
    st.lists(st.tuples(st.sampled_from([60.0, 62.0, 140.0]), st.sampled_from([300.0, 520.0]), PLACE)),
)
def test_no_word_stands_in_two_cells(pieces: list[Piece], ruled: list[Rule]) -> None:
    words = words_of(*pieces)
    rows = find_ruled_rows(words, ruled, WIDTH, 0.0)
    found = Counter(word for row in rows for cell in row for word in cell)
    assert set(found.values()) <= {1}
    assert set(found) <= set(range(len(words.texts)))
    assert len({len(row) for row in rows}) <= len(find_frames(ruled, WIDTH, 0.0)) * len(ruled)
