"""The cells of a table that are ruled on all sides are read one by one, whatever stands in them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from indexer.discover import source_file
from indexer.extract import extract
from indexer.extract.pdf_grid import find_grid_rows
from indexer.segment import segment
from tests.unit.extract.pieces import Piece, lines, words_of
from tests.unit.extract.tagged import Tagged, tagged_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from indexer.extract.pdf_frames import Rule
    from indexer.extract.pdf_grid_lines import Upright

EDGES = (60.0, 120.0, 320.0, 400.0)
HEIGHTS = (300.0, 320.0, 360.0, 400.0)


def grid(
    heights: Sequence[float] = HEIGHTS, edges: Sequence[float] = EDGES
) -> tuple[list[Rule], list[Upright]]:
    """Return the lines around all cells, each drawn by itself as Word does."""
    across = [(left, right, y) for y in heights for left, right in itertools.pairwise(edges)]
    upright = [(top, end, x) for x in edges for top, end in itertools.pairwise(heights)]
    return across, upright


def read(
    drawn: tuple[list[Rule], list[Upright]], *pieces: Piece, head: float = 0.0, before: Sequence[float] = ()
) -> list[str]:
    words = words_of(*pieces)
    rows, _ = find_grid_rows(words, *drawn, known=(), head=head, before=before)
    return ["\t".join(" ".join(words.texts[at] for at in cell) for cell in row) for row in rows]


def head_row(base: float = 314.0) -> list[Piece]:
    return [Piece("No.", 64, base), Piece("Lamp", 124, base), Piece("Reply", 324, base)]


REPLY = lines(124, 332, "Light the lamps of the harbours", "in the north and keep them lit")


def test_cells_of_several_lines_side_by_side_are_told_apart() -> None:
    second = [
        Piece("3.", 64, 372),
        *lines(124, 372, "Train keepers of all lights", "on land"),
        Piece("Noted", 324, 372),
    ]
    found = read(grid(), *head_row(), Piece("2.", 64, 332), *REPLY, Piece("Accepted", 324, 332), *second)
    assert found == [
        "No.\tLamp\tReply",
        "2.\tLight the lamps of the harbours in the north and keep them lit\tAccepted",
        "3.\tTrain keepers of all lights on land\tNoted",
    ]


def test_a_cell_over_several_columns_or_rows_stands_in_the_first() -> None:
    across, upright = grid()
    # the head goes over the last two columns, the number over the last two rows
    upright.remove((300.0, 320.0, 320.0))
    across.remove((60.0, 120.0, 360.0))
    found = read(
        (across, upright),
        Piece("No.", 64, 314),
        Piece("Lamps and what is said to each of them here", 124, 314),
        Piece("2.", 64, 365),
        *REPLY,
        Piece("Accepted", 324, 332),
        Piece("Train keepers", 124, 372),
        Piece("Noted", 324, 372),
    )
    assert found == [
        "No.\tLamps and what is said to each of them here\t",
        "2.\tLight the lamps of the harbours in the north and keep them lit\tAccepted",
        "\tTrain keepers\tNoted",
    ]


def test_a_double_line_and_thin_gaps_between_its_pieces_are_one_line() -> None:
    across, upright = grid()
    doubled = [(top + 2.0, end - 1.0, x + 1.5) for top, end, x in upright]
    found = read(
        (across, [*upright, *doubled]), *head_row(), Piece("2.", 64, 332), *REPLY, Piece("No", 324, 332)
    )
    assert found[1] == "2.\tLight the lamps of the harbours in the north and keep them lit\tNo"


def test_rows_without_lines_between_them_are_no_row() -> None:
    """The lines of prose go on since their next word has no room; those of short entries had room."""
    rows = [
        Piece(text, left, base)
        for base, texts in (
            (332, ("2.", "Oil", "Yes")),
            (344, ("3.", "Wick", "No")),
            (356, ("4.", "Tin", "Yes")),
        )
        for text, left in zip(texts, (64, 124, 324), strict=True)
    ]
    assert read(grid((300.0, 320.0, 400.0)), *head_row(), *rows) == []


@pytest.mark.parametrize(
    ("before", "found"),
    [
        pytest.param(
            EDGES, ["\tin the south, where lamps are lit late\tand oil is dear"], id="the same columns"
        ),
        pytest.param((60.0, 200.0, 400.0), [], id="other columns"),
        pytest.param((), [], id="no table before"),
    ],
)
def test_a_row_alone_goes_on_with_the_table_of_the_page_before(
    before: tuple[float, ...], found: list[str]
) -> None:
    row = [Piece("in the south, where lamps are lit late", 124, 112), Piece("and oil is dear", 324, 112)]
    across, upright = grid((100.0, 130.0))
    assert read((across, upright), *row, before=before) == [each.lstrip("\t") for each in found]


def test_a_ruled_letterhead_is_none_but_a_table_may_begin_as_high() -> None:
    short = [*head_row(), Piece("2.", 64, 332), Piece("Oil", 124, 332), Piece("Yes", 324, 332)]
    assert read(grid(HEIGHTS[:3]), *short, head=330.0) == []
    heights = tuple(300.0 + 20.0 * at for at in range(7))
    tall = [piece for at in range(6) for piece in head_row(314.0 + 20.0 * at)]
    assert len(read(grid(heights), *tall, head=330.0)) == 6


def test_from_right_to_left_the_first_column_stands_at_the_right() -> None:
    rows = [
        Piece(text, left, base)
        for base in (314, 332)
        for text, left in (("نعم", 64), ("مصباح", 124), ("رقم", 324))
    ]
    assert read(grid(HEIGHTS[:3]), *rows) == ["رقم\tمصباح\tنعم"] * 2


def test_a_box_with_two_sides_is_no_table() -> None:
    assert read(grid(edges=(60.0, 400.0)), *head_row(), Piece("2.", 64, 332), *REPLY) == []


def test_a_drawing_of_thousands_of_lines_is_none() -> None:
    heights, edges = [5.0 * at for at in range(300)], [5.0 * at for at in range(300)]
    rows = [Piece("a", 5.5 + 5 * x, 9 + 5 * y) for x in range(4) for y in range(4)]
    across, upright = grid(heights, edges)
    far = [(left, right, y + 5000 + 5 * at) for at, (left, right, y) in enumerate(across[:1500])]
    assert read((across + far, upright), *rows) == []


NARROW = (60.0, 74.0, 320.0, 335.0, 500.0)  # points: cells of a number, and of a sign


def boxes(across: float, down: float) -> str:
    """Return each cell as a box with an outline, a point from the next, as browsers draw them."""
    return f"{across + 0.5} {{y}} {down - 1} 39 re S"


def lines_around(left: float, width: float) -> str:
    """Return the four sides of each cell by themselves, as thin areas, as Word draws them."""
    return " ".join(
        [
            f"{left} {{y}} {width} 0.5 re f {left} {{top}} {width} 0.5 re f",
            f"{left} {{y}} 0.5 40 re f {left + width} {{y}} 0.5 40 re f",
        ]
    )


@pytest.mark.parametrize("draw", [boxes, lines_around])
def test_cells_too_narrow_for_a_ruled_line_are_cells(
    tmp_path: Path, draw: Callable[[float, float], str]
) -> None:
    heights = (300, 340, 380, 420)
    drawn = " ".join(
        draw(left, right - left).format(y=800 - y - 40, top=800 - y)
        for y in heights
        for left, right in itertools.pairwise(NARROW)
    )
    texts = [
        (text, left + 2, y + down)
        for nth, y in enumerate(heights, 1)
        for text, left, down in [
            (f"{nth}.", NARROW[0], 12),
            ("Light the lamps of the harbours in the north", NARROW[1], 12),
            ("and keep them lit for the ships", NARROW[1], 24),
            ("x", NARROW[2], 12),
            ("Noted, as lamps are", NARROW[3], 12),
            ("dear this year", NARROW[3], 24),
        ]
    ]
    before = ("1. The keepers counted the ships of the year, as is shown in the table.", 60.0, 260.0)
    path = tmp_path / "cells.pdf"
    path.write_bytes(tagged_pdf(Tagged("Document", [Tagged("P", [before, *texts])]), [], drawn=drawn))
    table = segment(extract(source_file(path))).records[1]
    lamps = "Light the lamps of the harbours in the north and keep them lit for the ships"
    assert table.text.split("\n") == [
        f"{nth}.\t{lamps}\tx\tNoted, as lamps are dear this year" for nth in range(1, 5)
    ]
