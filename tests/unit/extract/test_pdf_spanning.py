"""Short headings between columns of text, which end above them and begin again below."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from indexer.discover import source_file
from indexer.extract import extract

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from indexer.model import Line

PLAIN, BOLD = "Times-Roman", "Times-Bold"
LEFTS = (60.0, 332.0)
END = "the lines of each column go on to its very end."
ON = "the lines of each column go on behind its end"


class Sheet:
    """A page in the making: lines of columns, headings, and what else stands there."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "page.pdf"
        self.canvas = Canvas(str(self.path), pagesize=(612, 792), invariant=1)

    def text(self, column: int, heights: Iterable[int], text: str = END, size: float = 10) -> None:
        self.canvas.setFont(PLAIN, size)
        for y in heights:
            self.canvas.drawString(LEFTS[column], y, text)

    def head(self, y: float, text: str, *, size: float = 10, column: int = 0) -> None:
        self.canvas.setFont(BOLD, size)
        self.canvas.drawString(LEFTS[column], y, text)

    def lines(self) -> tuple[Line, ...]:
        self.canvas.save()
        return extract(source_file(self.path)).pages[0].lines

    def columns(self) -> list[int]:
        return [column for column, _ in groupby(line.column for line in self.lines())]


def test_larger_type_may_lead_in_the_text_below_the_heading(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path)
    for column in (0, 1):
        sheet.text(column, range(740, 600, -12))
    sheet.head(576, "Second chapter")
    sheet.text(0, range(550, 480, -16), "Lamps lead in the text of it", 13)
    sheet.text(0, range(464, 420, -12))
    sheet.text(1, range(552, 430, -12))
    assert sheet.columns() == [1, 2, 0, 1, 2]


@pytest.mark.parametrize(("text", "columns"), [(END, [1, 2, 0, 1, 2]), (ON, [1, 2])])
def test_the_last_column_may_end_higher_with_a_sentence_where_all_begin_level(
    tmp_path: Path, text: str, columns: list[int]
) -> None:
    sheet = Sheet(tmp_path)
    sheet.text(0, range(740, 600, -12), ON)
    sheet.text(1, range(740, 660, -12), text)
    sheet.head(576, "Second chapter")
    for column in (0, 1):
        sheet.text(column, range(552, 430, -12))
    assert sheet.columns() == columns


def test_the_second_column_may_be_empty_above_a_heading(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path)
    sheet.text(0, range(740, 700, -12))
    sheet.head(676, "Second chapter")
    for column in (0, 1):
        sheet.text(column, range(652, 420, -12))
    assert sheet.columns() == [1, 0, 1, 2]


@pytest.mark.parametrize("tail", ["", "the harbours of the coast."])
def test_the_end_of_a_pull_quote_is_no_heading(tmp_path: Path, tail: str) -> None:
    """Whatever stands beside its first lines."""
    sheet = Sheet(tmp_path)
    for column in (0, 1):
        sheet.text(column, range(740, 640, -12))
    for y, text in ((616, "Lamps were lit in all"), (600, "harbours before the ships"), (584, tail)):
        sheet.head(y, text, size=13)
        if tail and y > 590:
            sheet.head(y + 4, "Keepers of the lamps go.", size=13, column=1)
    for column in (0, 1):
        sheet.text(column, range(552, 430, -12))
    assert sheet.columns() == ([1, 2] if tail else [1, 2, 0, 1, 2])


def test_a_heading_ends_where_the_size_of_its_type_does(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path)
    for column in (0, 1):
        sheet.text(column, range(740, 640, -12))
    sheet.head(612, "Second chapter", size=16)
    sheet.text(0, range(590, 520, -16), "Lamps lead in the text of it", 13)
    sheet.text(1, range(570, 440, -12))
    sheet.text(0, range(504, 440, -12))
    texts = {line.text: line.column for line in sheet.lines() if line.size > 11}
    assert texts == {"Second chapter": 0, "Lamps lead in the text of it": 1}


@pytest.mark.parametrize(("left", "columns"), [(332, [1, 2]), (60, [1, 2, 0, 1, 2])])
def test_a_heading_with_a_picture_beside_it_is_that_of_its_column(
    tmp_path: Path, left: int, columns: list[int]
) -> None:
    sheet = Sheet(tmp_path)
    for column in (0, 1):
        sheet.text(column, range(740, 600, -12))
        sheet.text(column, range(544, 420, -12))
    sheet.head(568, "Second chapter", size=13)
    sheet.canvas.setFillGray(0.8)
    sheet.canvas.rect(left, 556, 220, 36, stroke=0, fill=1)
    sheet.canvas.setFillGray(0)
    sheet.head(568, "Second chapter", size=13)
    assert sheet.columns() == columns


def test_a_table_may_end_a_column_above_a_heading(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path)
    sheet.text(0, range(740, 600, -12), ON)
    sheet.text(1, range(740, 650, -12), ON)
    sheet.canvas.setFont(PLAIN, 10)
    for y in (654, 634, 614, 598):
        sheet.canvas.line(332, y, 552, y)
    for y, cells in ((640, ("Harbour", "Lamps")), (620, ("North", "12")), (603, ("South", "7"))):
        for x, cell in zip((340, 460), cells, strict=True):
            sheet.canvas.drawString(x, y, cell)
    sheet.head(570, "Second chapter")
    for column in (0, 1):
        sheet.text(column, range(546, 420, -12))
    assert 0 in sheet.columns()


def test_large_type_that_has_text_beside_it_is_no_title(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path)
    sheet.text(0, range(740, 660, -18), "Lamps lead in the text", 15)
    sheet.text(0, range(640, 420, -12))
    sheet.text(1, (741, 723), "Oil is dear")
    sheet.text(1, range(695, 420, -12))
    assert sheet.columns() == [1, 2]


def test_lines_that_are_drawn_out_to_fill_a_column_have_no_cells(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path)
    for column in (0, 1):
        sheet.text(column, range(740, 420, -12), "the lamps of the harbour are lit before ships")
    right = 332 + sheet.canvas.stringWidth("the lamps of the harbour are lit before ships", PLAIN, 10)
    words = ("On", "17", "March", "1990,", "keepers")
    wide = sum(sheet.canvas.stringWidth(word, PLAIN, 10) for word in words)
    x, gap = 332.0, (right - 332 - wide) / 4
    for word in words:
        sheet.canvas.drawString(x, 420, word)
        x += sheet.canvas.stringWidth(word, PLAIN, 10) + gap
    assert "On 17 March 1990, keepers" in [line.text for line in sheet.lines()]


@pytest.mark.parametrize(("higher", "found"), [(84, True), (156, False)])
def test_the_second_of_three_columns_may_end_somewhat_higher(
    tmp_path: Path, higher: int, *, found: bool
) -> None:
    canvas = Canvas(str(tmp_path / "three.pdf"), pagesize=(612, 792), invariant=1)
    canvas.setFont(PLAIN, 9)
    text = "the lamps of each harbour are lit."
    for at, x in enumerate((60.0, 232.0, 404.0)):
        for y in (*range(740, 560 + higher * (at == 1), -12), *range(512, 400, -12)):
            canvas.drawString(x, y, text)
    canvas.setFont(BOLD, 9)
    canvas.drawString(60, 536, "Second chapter")
    canvas.save()
    lines = extract(source_file(tmp_path / "three.pdf")).pages[0].lines
    assert any(line.column == 0 for line in lines) == found
