"""Sheets that lay askew in a scanner: the text of a page is moved aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from indexer.segment import segment
from indexer.segment.items import read_items, set_gaps
from indexer.segment.measures import Measures
from tests.unit.segment.pages import FILL, Report, moved

if TYPE_CHECKING:
    from indexer.model import ExtractedDocument


def askew(by: float, *, ninth: str = "9.") -> ExtractedDocument:
    """Return paragraphs 1 to 12 on three pages, of which the last is moved aside."""
    report = Report()
    for number in range(1, 13):
        if number in (5, 9):
            report.page_break()
        report.paragraph(ninth if number == 9 else f"{number}.", f"In part {number} {FILL}, {FILL}.")
    document = report.document()
    last = document.pages[-1]
    return msgspec.structs.replace(document, pages=(*document.pages[:-1], moved(last, by)))


@pytest.mark.parametrize(("by", "left"), [(0.0, 0.0), (2.0, 2.0), (11.0, 0.0), (-11.0, 0.0), (18.0, 18.0)])
def test_margins_follow_a_page_that_is_moved_less_than_an_indent(by: float, left: float) -> None:
    items = read_items(askew(by))
    set_gaps(items)
    Measures(items, paged=True)
    assert {item.rel for item in items if item.page == 3} == {left}
    assert {item.rel for item in items if item.page == 2} == {0.0}


def test_a_misprinted_number_is_found_on_such_a_page() -> None:
    records = segment(askew(11.0, ninth="9,")).records
    assert [record.number for record in records] == [str(number) for number in range(1, 13)]


@pytest.mark.parametrize("hang", [0.0, 36.0])
def test_margins_are_where_numbers_stand_also_when_lines_hang_below_them(hang: float) -> None:
    report = Report()
    for number in range(1, 9):
        report.paragraph(f"{number}.", f"In part {number} {', '.join([FILL] * 8)}.", hang=hang)
    items, _ = report.items()
    assert {item.rel for item in items if item.text[0].isdigit()} == {0.0}
