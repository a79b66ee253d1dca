"""Pages of two columns, as verbatim records print them."""

from __future__ import annotations

from itertools import groupby, product
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from indexer.discover import source_file
from indexer.extract import extract
from indexer.segment import segment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from indexer.model import Line

TYPED, LEFT = 0.6 * 12, 72.0  # the width of each typed letter, and where typed lines begin

SPEECH = (
    "We believe that the work of this Assembly must go on with all the strength that the Charter gives it. "
)
SPEAKERS = (
    ("The President:", ""),
    ("Mr. Okoro", "(Utopia):"),
    ("Ms. Lindqvist", "(Erewhon):"),
    ("Mr. Tan", "(Ruritania):"),
)
PLAIN, BOLD = "Times-Roman", "Times-Bold"


def wrapped() -> list[list[tuple[str, str]]]:
    lines: list[list[tuple[str, str]]] = []
    for name, country in SPEAKERS:
        words = [(BOLD, word) for word in name.split()]
        words += [(PLAIN, word) for word in (country + " " + SPEECH * 4).split()]
        room = 0.0
        for font, word in words:
            room -= stringWidth(word + " ", font, 10)
            if room < 0:
                lines.append([])
                room = 220 - stringWidth(word + " ", font, 10)
            lines[-1].append((font, word))
    return lines


def columns(path: Path, *, ruled: bool = False, beside: bool = False, last: int = 0) -> None:
    """Write a page of two columns and, if wanted, a last one whose second column has this many lines."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=1)
    canvas.setFont(PLAIN, 14)
    canvas.drawString(120, 740, "United Nations")
    canvas.drawRightString(552, 740, "A/99/PV.7")
    canvas.setFont(BOLD, 14)
    canvas.drawString(60, 640, "7th plenary meeting")
    places = [(x, y) for x in (60.0, 332.0) for y in range(580, 330, -12)]
    for number, line in enumerate(wrapped()):
        x, y = places[number]
        for font, word in line:
            canvas.setFont(font, 10)
            canvas.drawString(x, y, word)
            x += stringWidth(word + " ", font, 10)
    if ruled:
        for height in (590, 566, 340):
            canvas.line(60, height, 552, height)
    if beside:
        for height, x in product((590, 566, 340), (60, 332)):
            canvas.line(x, height, x + 220, height)
    if last:
        canvas.showPage()
        canvas.setFont(PLAIN, 10)
        for y in range(700, 700 - 12 * (last + 1), -12):
            canvas.drawString(60.0, y, "and the lines of the first column go on to its end")
        for y in range(700, 700 - 12 * last, -12):
            canvas.drawString(332.0, y, "before those of the second one are to be read")
    canvas.save()


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    columns(tmp_path / "record.pdf")
    parsed = segment(extract(source_file(tmp_path / "record.pdf")))
    speeches = [record for record in parsed.records if record.kind == "speech"]
    assert [record.address for record in speeches] == ["s1", "s2", "s3", "s4"]
    for record, (name, country) in zip(speeches, SPEAKERS, strict=True):
        assert record.text == " ".join(f"{name} {country} {SPEECH * 4}".split())


def test_the_columns_of_a_ruled_table_are_no_columns_of_text(tmp_path: Path) -> None:
    columns(tmp_path / "table.pdf", ruled=True)
    page = extract(source_file(tmp_path / "table.pdf")).pages[0]
    assert {line.column for line in page.lines} == {0}


def test_ruled_lines_of_two_columns_side_by_side_are_those_of_no_table_across_them(tmp_path: Path) -> None:
    columns(tmp_path / "beside.pdf", beside=True)
    page = extract(source_file(tmp_path / "beside.pdf")).pages[0]
    assert {1, 2} < {line.column for line in page.lines}


def test_columns_go_on_over_a_last_page_of_few_lines(tmp_path: Path) -> None:
    columns(tmp_path / "record.pdf", last=2)
    pages = extract(source_file(tmp_path / "record.pdf")).pages
    assert [line.column for line in pages[1].lines] == [1, 1, 1, 2, 2]
    columns(tmp_path / "ruled.pdf", ruled=True, last=2)
    pages = extract(source_file(tmp_path / "ruled.pdf")).pages
    assert {line.column for line in pages[1].lines} == {0}


def chapters(path: Path) -> None:
    """Write a page of three chapters, each a short heading and two columns of its own."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=1)
    for chapter, top in enumerate((740, 520, 300), 1):
        canvas.setFont(BOLD, 13)
        canvas.drawString(60, top, f"Chapter {chapter} of the lamps")
        canvas.setFont(PLAIN, 10)
        for number, y in enumerate(range(top - 20, top - 188, -12)):
            canvas.drawString(60, y, f"and the first column of text {chapter} has line {number}, then")
            end = "which ends." if number == 12 else "which goes on here"
            if number < 13:
                canvas.drawString(332, y, f"the second column of it has line {number}, {end}")
    canvas.save()


def test_columns_end_above_a_short_heading_that_stands_alone(tmp_path: Path) -> None:
    chapters(tmp_path / "chapters.pdf")
    lines = extract(source_file(tmp_path / "chapters.pdf")).pages[0].lines
    runs = [(column, len(list(group))) for column, group in groupby(line.column for line in lines)]
    assert runs[-8:] == [(1, 14), (2, 13), (0, 1), (1, 14), (2, 13), (0, 1), (1, 14), (2, 13)]


@pytest.mark.parametrize(("below", "columns"), [(24, [1, 2]), (36, [1, 2, 0, 1, 2])])
def test_room_between_paragraphs_beside_a_heading_ends_no_columns(
    tmp_path: Path, below: int, columns: list[int]
) -> None:
    canvas = Canvas(str(tmp_path / "beside.pdf"), pagesize=(612, 792), invariant=1)
    canvas.setFont(PLAIN, 10)
    for x in (60.0, 332.0):
        for y in (*range(740, 600, -12), *range(608 - below, 440, -12)):
            canvas.drawString(x, y, "the lines of each column go on to its very end.")
    canvas.setFont(BOLD, 10)
    canvas.drawString(60, 608 - below / 2, "Second chapter")
    canvas.save()
    lines = extract(source_file(tmp_path / "beside.pdf")).pages[0].lines
    assert [column for column, _ in groupby(line.column for line in lines)] == columns


@pytest.mark.parametrize(("size", "columns"), [(13, [1, 2, 0, 1, 2]), (10, [1, 2])])
def test_columns_end_above_a_larger_heading_where_a_box_begins_below_it(
    tmp_path: Path, size: int, columns: list[int]
) -> None:
    canvas = Canvas(str(tmp_path / "boxed.pdf"), pagesize=(612, 792), invariant=1)
    canvas.setFont(PLAIN, 10)
    for first, boxed in ((740, 0), (560, 18)):
        for y in range(first, first - 132, -12):
            canvas.drawString(60, y, "the first column of the text goes on to its end")
        for y in range(first - boxed, first - boxed - 132, -12):
            canvas.drawString(332, y, "the second column of it goes on to its end.")
    canvas.setFont(BOLD, size)
    canvas.drawString(60, 582, "Second chapter")
    canvas.save()
    lines = extract(source_file(tmp_path / "boxed.pdf")).pages[0].lines
    assert [column for column, _ in groupby(line.column for line in lines)] == columns


@pytest.mark.parametrize("lower", [6, 10, 14])
def test_headings_of_two_columns_a_little_apart_are_each_of_its_own(tmp_path: Path, lower: int) -> None:
    canvas = Canvas(str(tmp_path / "apart.pdf"), pagesize=(612, 792), invariant=1)
    for x, top in ((60.0, 740), (332.0, 740 - lower)):
        canvas.setFont(PLAIN, 10)
        for y in (*range(740, 608, -12), *range(top - 182, top - 320, -12)):
            canvas.drawString(x, y, "the lines of each column go on to its very end.")
        canvas.setFont(BOLD, 12)
        canvas.drawString(x, top - 162, "Lamps of the harbour")
    canvas.save()
    lines = extract(source_file(tmp_path / "apart.pdf")).pages[0].lines
    assert [column for column, _ in groupby(line.column for line in lines)] == [1, 2]


def test_the_last_line_of_a_heading_across_columns_belongs_to_it(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "wide.pdf"), pagesize=(612, 792), invariant=1)
    canvas.setFont(BOLD, 16)
    canvas.drawString(60, 740, "The lamps of the northern coast and the keepers of the")
    canvas.drawString(60, 720, "southern one")
    canvas.setFont(PLAIN, 10)
    for y in range(690, 400, -12):
        canvas.drawString(60, y, "the first column of the text goes on to its end")
        canvas.drawString(332, y, "before the second one is to be read at all here")
    canvas.save()
    lines = extract(source_file(tmp_path / "wide.pdf")).pages[0].lines
    assert [line.column for line in lines[:3]] == [0, 0, 1]


def test_room_beside_a_heading_in_the_first_column_ends_no_columns(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "flow.pdf"), pagesize=(612, 792), invariant=1)
    for place, top in enumerate((700, 520)):
        canvas.setFont(BOLD, 10)
        canvas.drawString(60, top, f"Lamps, part {place}")
        canvas.setFont(PLAIN, 10)
        for y in range(top - 18, top - 150, -12):
            canvas.drawString(60, y, "the lines of the first column go on to its end.")
        for y in range(top - 13, top - 145, -12):
            canvas.drawString(332, y, "before those of the second one are to be read.")
    canvas.save()
    lines = extract(source_file(tmp_path / "flow.pdf")).pages[0].lines
    assert [column for column, _ in groupby(line.column for line in lines)] == [1, 2]


def test_a_heading_level_with_one_in_the_next_column_ends_no_columns(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "level.pdf"), pagesize=(612, 792), invariant=1)
    canvas.setFont(PLAIN, 10)
    for x in (60.0, 332.0):
        for y in (*range(700, 550, -12), *range(508, 400, -12)):
            canvas.drawString(x, y, "the lines of each column go on to its very end.")
    canvas.setFont(BOLD, 10)
    canvas.drawString(60, 538, "Lamps of the harbour")
    for x in (60.0, 332.0):
        canvas.drawString(x, 522, "Keepers of the lamps")
    canvas.save()
    lines = extract(source_file(tmp_path / "level.pdf")).pages[0].lines
    assert [column for column, _ in groupby(line.column for line in lines)] == [1, 2]


def test_a_large_heading_below_the_beginning_of_the_second_column_stays_in_the_first(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "heads.pdf"), pagesize=(612, 792), invariant=1)
    canvas.setFont(BOLD, 14)
    for y, text in ((696, "I. Keepers and their"), (676, "harbours")):
        canvas.drawString(60, y, text)
    canvas.setFont(PLAIN, 10)
    for x, top in ((60.0, 650), (332.0, 700)):
        for y in range(top, 400, -12):
            canvas.drawString(x, y, "the lamps of the harbour are lit before the ships come")
    canvas.save()
    lines = extract(source_file(tmp_path / "heads.pdf")).pages[0].lines
    assert [line.text for line in lines[:2]] == ["I. Keepers and their", "harbours"]
    assert [line.column for line in lines] == sorted(line.column for line in lines)


def test_long_words_that_fill_the_measure_of_a_column_are_no_cells(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "stretched.pdf"), pagesize=(612, 792), invariant=1)
    canvas.setFont(PLAIN, 10)
    full = "the lamps of the harbour are lit before the ships come"
    right = stringWidth(full, PLAIN, 10)
    for x in (60.0, 332.0):
        for y in range(700, 400, -12):
            canvas.drawString(x, y, full)
        canvas.drawString(x, 400, "internationalization")
        canvas.drawRightString(x + right, 400, "institutionalization,")
        canvas.drawString(x, 388, full)
        canvas.drawString(x, 376, "Keeper")
        canvas.drawRightString(x + right, 376, "1890")
    canvas.save()
    texts = [line.text for line in extract(source_file(tmp_path / "stretched.pdf")).pages[0].lines]
    assert texts.count("internationalization institutionalization,") == 2
    assert texts.count("Keeper\t1890") == 2


def test_three_columns_with_wide_gaps_between_their_words_are_not_two(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "three.pdf"), pagesize=(612, 792), invariant=1)
    canvas.setFont(PLAIN, 8)
    words = ("the", "lamps", "are", "lit", "when")
    gap = (148 - sum(stringWidth(word, PLAIN, 8) for word in words)) / (len(words) - 1)
    for x in (60.0, 222.0, 384.0):
        for y in range(700, 400, -11):
            left = x
            for word in words:
                canvas.drawString(left, y, word)
                left += stringWidth(word, PLAIN, 8) + gap
    canvas.save()
    lines = extract(source_file(tmp_path / "three.pdf")).pages[0].lines
    assert [column for column, _ in groupby(line.column for line in lines)] == [1, 2, 3]


def _typed(path: Path, draw: Callable[[Canvas, int, float], None]) -> tuple[Line, ...]:
    """Return the lines of a typed page on which every fifth line is drawn in another way: row, base line."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=1)
    canvas.setFont("Courier", 12)
    for row in range(30):
        if row % 5 == 2:
            draw(canvas, row, 700 - 16 * row)
        else:
            words = "the keepers of the lights on the northern coast wrote"
            canvas.drawString(LEFT, 700 - 16 * row, words.ljust(60, "."))
    canvas.save()
    return extract(source_file(path)).pages[0].lines


def test_cells_of_several_words_as_far_apart_as_each_other_are_cells(tmp_path: Path) -> None:
    cells = ("the keepers", "lamps of oil", "each of them")
    room = TYPED * (60 - sum(map(len, cells))) / 2

    def draw(canvas: Canvas, _: int, y: float) -> None:
        for at, cell in enumerate(cells):
            canvas.drawString(LEFT + at * room + TYPED * sum(map(len, cells[:at])), y, cell)

    lines = _typed(tmp_path / "cells.pdf", draw)
    assert {line.text.count("\t") for line in lines if line.text.endswith("them")} == {2}


@pytest.mark.parametrize(("even", "mark", "tabs"), [(True, -1, 0), (True, 2, 0), (False, -1, 6)])
def test_words_drawn_out_evenly_in_one_column_are_no_cells(
    tmp_path: Path, *, even: bool, mark: int, tabs: int
) -> None:
    def draw(canvas: Canvas, row: int, y: float) -> None:
        words = f"December 20{row}, 64/{row} of 18 December 20{row}".split()
        room = TYPED * (60 - sum(map(len, words)) - (mark >= 0) / 2) / (len(words) - 1)
        x = LEFT
        for at, word in enumerate(words):
            canvas.drawString(x, y, word)
            if at == mark:
                canvas.setFont("Courier", 6)
                canvas.drawString(x + TYPED * len(word), y + 4, "1")
                canvas.setFont("Courier", 12)
                x += TYPED / 2
            x += TYPED * len(word) + room + (0 if even else (8 if at % 2 else -8))

    lines = _typed(tmp_path / "drawn.pdf", draw)
    assert {line.text.count("\t") for line in lines if line.text.startswith("Dec")} == {tabs}
