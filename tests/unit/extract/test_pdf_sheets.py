from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from indexer.extract.pdf_rows import Words
from indexer.extract.pdf_sheets import Sheet, pages_of_sheets
from indexer.extract.scans import pages_to_recognise
from indexer.ingest import parse_file
from indexer.model import Line, Page
from tests.functional import reports

if TYPE_CHECKING:
    from pathlib import Path

LONG = tuple(f"In harbour {number} the keepers of lights were heard at length." for number in range(1, 12))


def sheet(*placed: tuple[str, float, float]) -> Sheet:
    """Set words of 40 points on a sheet of 1,200 by 800, each at its left edge and height."""
    count = len(placed)
    lefts = [left for _, left, _ in placed]
    return Sheet(
        Words(
            texts=[text for text, _, _ in placed],
            lefts=lefts,
            rights=[left + 40 for left in lefts],
            bases=[y for _, _, y in placed],
            sizes=[10.0] * count,
            faces=[0] * count,
            groups=[0] * count,
            glued=[False] * count,
            narrow=[""] * count,
        ),
        1200,
        800,
    )


def numbered(*numbers: tuple[str, str], y: float = 760) -> list[Sheet]:
    text = ("lights", 100.0, 400.0), ("coasts", 700.0, 400.0)
    return [sheet(*text, (left, 300, y), (right, 900, y)) for left, right in numbers]


@pytest.mark.parametrize(
    ("numbers", "order"),
    [
        ([("", "2"), ("3", "4")], ("left", "right")),
        ([("1", "2"), ("3", "")], ("left", "right")),
        ([("-12-", "-13-"), ("-14-", "-15-")], ("left", "right")),
        ([("1/4", "2/4"), ("3/4", "4/4")], ("left", "right")),
        ([("2", "1"), ("4", "3")], ("right", "left")),  # as read from right to left
        ([("", "1"), ("", "2"), ("", "3")], ()),
        ([("1", "1"), ("2", "2")], ()),
        ([("1990", "2000"), ("5", "8")], ()),
        ([("", "2")], ()),
        ([("1", "2"), ("", ""), ("", ""), ("", "")], ()),
        ([], ()),
    ],
)
def test_numbers_at_the_edges_count_the_pages(numbers: list[tuple[str, str]], order: tuple[str, ...]) -> None:
    assert pages_of_sheets(numbered(*numbers)) == order
    assert pages_of_sheets(numbered(*numbers, y=40)) == order
    assert pages_of_sheets(numbered(*numbers, y=400)) == ()


@pytest.mark.parametrize("numbers", [("2019", "2020", "2021", "2022"), ("1", "2", "2", "3")])
def test_a_row_of_numbers_names_columns(numbers: tuple[str, ...]) -> None:
    one = sheet(*((number, 100.0 + 300 * at, 40.0) for at, number in enumerate(numbers)))
    assert pages_of_sheets([one]) == ()


def test_a_word_across_the_middle_stands_on_one_page() -> None:
    pages = numbered(("1", "2"), ("3", "4"))
    assert pages_of_sheets(pages)
    assert not pages_of_sheets([*pages, sheet(("table", 590, 300), ("5", 300, 760), ("6", 900, 760))])


def test_rows_of_numbers_are_not_numbers_of_pages() -> None:
    rows = [(str(number), 100.0, 740.0 + 14 * at) for at, number in enumerate((11, 12, 13))]
    rows += [(str(number), 700.0, 20.0 + 14 * at) for at, number in enumerate((14, 15, 16))]
    assert pages_of_sheets([sheet(*rows)]) == ()


def test_a_note_may_have_the_number_behind_that_of_the_page() -> None:
    notes = [("3", 100.0, 720.0), ("4", 700.0, 720.0)]
    assert pages_of_sheets([sheet(*notes, ("2", 300.0, 760.0), ("3", 900.0, 760.0))])


def test_nothing_is_read_behind_a_sheet_that_is_one_page() -> None:
    sheets = iter([*numbered(("1", "2")), None, *numbered(("5", "6"))])
    assert pages_of_sheets(sheets) == ()
    assert len(list(sheets)) == 1


def test_two_pages_on_a_sheet_are_read_as_on_their_own(tmp_path: Path) -> None:
    made = reports.write_pdf(tmp_path / "a.pdf", LONG)
    alone = parse_file(made)
    printed = parse_file(reports.print_two_up(tmp_path / "b.pdf", made))
    assert printed.furniture == alone.furniture
    assert printed.report.pages == 3
    for record, single in zip(printed.records, alone.records, strict=True):
        assert (record.id, record.text, record.section) == (single.id, single.text, single.section)
        number = single.page or 0
        assert record.page_label == single.page_label == str(number)
        assert record.page == record.page_end == (number + 1) // 2
        (page, left, top, right, bottom), box = record.boxes[0], single.boxes[0]
        width = 0 if number % 2 else 595.3
        assert page == record.page
        assert (left, top, right, bottom) == pytest.approx(
            (box[1] + width, box[2], box[3] + width, box[4]), abs=0.3
        )
    (heading,) = printed.headings
    assert (heading.page, heading.text) == (1, alone.headings[0].text)


def test_a_page_that_shares_its_sheet_is_not_recognised() -> None:
    line = Line(text="The lights of the coast were lit by those who keep them.")
    text = Page(number=1, width=595, height=842, lines=(line,), sheet=1)
    picture = Page(number=2, width=595, height=842, lines=(), pictures=True)
    assert pages_to_recognise([text, picture]) == [1]
    assert pages_to_recognise([text, msgspec.structs.replace(picture, sheet=1)]) == []
