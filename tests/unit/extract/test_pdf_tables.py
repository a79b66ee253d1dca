from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from indexer.discover import source_file
from indexer.extract import extract
from indexer.extract.pdf_lines import build_lines
from indexer.extract.pdf_tables import find_tables, row_line
from indexer.extract.pdf_tags import CellPlace
from indexer.extract.words import Words
from indexer.model import Line
from indexer.segment import segment
from tests.unit.extract.tagged import Tagged, tagged_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.model import Page


def cell(*lines: tuple[str, float, float], kind: str = "TD") -> Tagged:
    return Tagged(kind, [Tagged("P", [*lines])])


def table(top: float) -> Tagged:
    """A table of three columns whose cells have up to three lines."""
    return Tagged("Table", [
        Tagged("THead", [Tagged("TR", [
            cell(("Harbour", 60, top), kind="TH"),
            cell(("Ships that", 200, top), ("called", 200, top + 12), kind="TH"),
            cell(("Lights", 400, top), kind="TH"),
        ])]),
        Tagged("TBody", [
            Tagged("TR", [
                cell(("Northern", 60, top + 30), ("reach", 60, top + 42)),
                cell(("eleven, all", 200, top + 30), ("by night", 200, top + 42), ("we saw", 200, top + 54)),
                cell(("4", 400, top + 30)),
            ]),
            Tagged("TR", [cell(("South", 60, top + 72)), cell(), cell(("9", 400, top + 72))]),
        ]),
    ])  # fmt: skip


ROWS = ["Harbour\tShips that called\tLights", "Northern reach\televen, all by night we saw\t4",
        "South\t\t9"]  # fmt: skip


def report(top: float, *tables: Tagged, across: str = "") -> bytes:
    before = Tagged(
        "P", [("1. The keepers counted the ships of the year, as is shown in the table.", 60, top - 40)]
    )
    after = Tagged("P", [("2. The lights were lit in every night but two of the year.", 60, top + 120)])
    rules = [top - 14, top + 18, top + 80]
    return tagged_pdf(Tagged("Document", [before, *tables, after]), rules, across=across)


def read(path: Path, data: bytes) -> Page:
    path.write_bytes(data)
    return extract(source_file(path)).pages[0]


def texts(page: Page, role: str) -> list[str]:
    return [line.text for line in page.lines if line.role == role]


def test_a_row_of_a_tagged_table_is_one_line(tmp_path: Path) -> None:
    page = read(tmp_path / "a.pdf", report(400, table(400)))
    assert texts(page, "row") == ROWS
    assert [line.role for line in page.lines] == ["", "row", "row", "row", ""]


def test_a_table_is_read_through_words_across_the_page(tmp_path: Path) -> None:
    page = read(tmp_path / "a.pdf", report(400, table(400), across="ADVANCE UNEDITED VERSION"))
    assert texts(page, "row") == ROWS
    assert texts(page, "header") == ["ADVANCE UNEDITED VERSION"]


def test_the_table_is_a_record_between_the_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(report(400, table(400)))
    found = segment(extract(source_file(path)))
    assert [(record.kind, record.number) for record in found.records] == [
        ("paragraph", "1"), ("table", None), ("paragraph", "2"),
    ]  # fmt: skip
    assert found.records[1].text == "\n".join(ROWS)


def test_a_table_at_the_top_of_the_first_page_is_a_letterhead(tmp_path: Path) -> None:
    assert texts(read(tmp_path / "a.pdf", report(100, table(100))), "row") == []


def test_without_ruled_lines_the_tags_are_not_asked_for(tmp_path: Path) -> None:
    assert texts(read(tmp_path / "a.pdf", tagged_pdf(Tagged("Document", [table(400)]), [])), "row") == []


def test_notes_in_a_cell_stand_elsewhere(tmp_path: Path) -> None:
    noted = table(400)
    row = noted.below[1].below[0]  # type: ignore[union-attr]  # an element, as built above
    row.below[2].below.append(Tagged("Note", [("a Counted twice.", 60, 700)]))  # type: ignore[union-attr]  # as above
    page = read(tmp_path / "a.pdf", report(400, noted))
    assert texts(page, "row") == ROWS
    assert page.lines[-1].text == "a Counted twice."


def test_of_tables_in_each_other_the_inner_one_counts(tmp_path: Path) -> None:
    outer = Tagged("Table", [Tagged("TR", [Tagged("TD", [table(400)])])])
    assert texts(read(tmp_path / "a.pdf", report(400, outer)), "row") == ROWS


def words(rows: list[list[str]], step: float = 20.0) -> tuple[Words, list[CellPlace | None]]:
    cells = [
        (text, CellPlace(0, row, column), 300.0 + step * row, 60.0 + 100 * column)
        for row, line in enumerate(rows) for column, text in enumerate(line) if text
    ]  # fmt: skip
    count = len(cells)
    lefts = [left for *_, left in cells]
    found = Words(
        [text for text, *_ in cells], lefts, [left + 50 for left in lefts], [base for *_, base, _ in cells],
        [10.0] * count, [0] * count, list(range(count)), [False] * count, [" "] * count,
    )  # fmt: skip
    return found, [place for _, place, *_ in cells]


LONG = "The keepers of the lights met in the harbour and asked for more oil and more lamps."


@pytest.mark.parametrize(
    ("rows", "step", "found"),
    [
        ([["Port", "Ships"], ["North", "4"]], 20, 2),
        ([["Port", "Ships"], ["North", "4"], ["", "5"]], 20, 3),
        ([["Port", "Ships"]], 20, 0),  # one row: two names beside each other
        ([["A frame"], ["around text"]], 20, 0),
        ([["1.", LONG], ["2.", LONG]], 20, 0),
        ([["Chapter", "Page"], ["I. Lights ..........", "4"], ["II. Buoys ........", "9"]], 20, 0),
        ([["Port", "Ships"], ["North", "4"]], -20, 0),  # the tags run up the page
    ],
)
def test_which_tables_are_tables(rows: list[list[str]], step: float, found: int) -> None:
    assert len(find_tables(*words(rows, step), head=0.0)) == found


def test_the_line_of_a_row() -> None:
    cells = [
        [Line(text="north-", left=60, right=90, top=10, bottom=20), Line(text="east\tport", bottom=32)],
        [],
        [Line(text="4a", left=300, right=310, top=8, bottom=20, raised=((1, 2),), bold=1.0)],
    ]  # fmt: skip
    line = row_line(cells)
    assert line.text == "north-east port\t\t4a"
    assert [line.text[start:end] for start, end in line.raised] == ["a"]
    assert (line.left, line.right, line.top, line.bottom, line.role) == (0.0, 310, 0.0, 32, "row")
    assert 0 < line.bold < 0.5


def column(name: str, left: float, tops: range) -> list[Tagged | tuple[str, float, float]]:
    return [Tagged("P", [(f"{name} {top} of the lights and of the buoys", left, float(top))]) for top in tops]


@pytest.mark.parametrize(
    ("left", "order"),
    [
        (50, ["One", "row", "One", "Two"]),
        (330, ["One", "Two", "row", "Two"]),
        (190, ["One", "Two", "row", "One", "Two"]),  # across both
    ],
)
def test_a_table_stands_in_its_column(tmp_path: Path, left: float, order: list[str]) -> None:
    wide = 180 if left == 190 else 120
    rows: list[Tagged | tuple[str, float, float]] = [
        Tagged(
            "TR",
            [cell((f"Port {row}", left, 400 + 20 * row)), cell((f"{row}0", left + wide, 400 + 20 * row))],
        )
        for row in range(3)
    ]
    parts = {
        name: column(name, x, range(100, 390, 15)) + column(name, x, range(470, 760, 15))
        for name, x in (("One", 50.0), ("Two", 330.0))
    }
    tree = Tagged("Document", [*parts["One"], *parts["Two"], Tagged("Table", rows)])
    page = read(tmp_path / "a.pdf", tagged_pdf(tree, [395, 455]))
    found = [line.role or line.text[:3] for line in page.lines]
    assert [name for at, name in enumerate(found) if not at or found[at - 1] != name] == order


PLACES = st.one_of(st.none(), st.builds(CellPlace, st.integers(0, 2), st.integers(0, 3), st.integers(0, 3)))


@given(
    st.lists(st.tuples(PLACES, st.integers(40, 520), st.integers(60, 740), st.integers(6, 20)), max_size=60),
    st.integers(0, 1),
)
def test_every_word_is_read_once_wherever_it_stands(
    placed: list[tuple[CellPlace | None, int, int, int]], ruled: int
) -> None:
    count = len(placed)
    names = [f"w{at:02}" for at in range(count)]  # none is a part of another, printed again under it
    lefts = [float(left) for _, left, _, _ in placed]
    page = Words(
        names, lefts, [left + 15 for left in lefts], [float(base) for _, _, base, _ in placed],
        [float(size) for *_, size in placed], [0] * count, list(range(count)), [False] * count, [" "] * count,
    )  # fmt: skip
    lines = build_lines(page, 600, 800, ruled=ruled, cells=[place for place, *_ in placed]).lines
    text = " ".join(line.text for line in lines)
    assert Counter(regex.findall(r"w\d+", text)) == Counter(names)


def test_what_has_more_columns_than_any_table_is_none() -> None:
    assert len(find_tables(*words([["a"] * 63] * 2), head=0.0)) == 2
    assert find_tables(*words([["a"] * 64] * 2), head=0.0) == []
