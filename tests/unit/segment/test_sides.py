"""Mirrored margins: where the text of a page stands tells its side, not the number of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from indexer.segment import segment
from indexer.segment.items import read_items
from indexer.segment.margins import find_rectos
from tests.unit.segment.pages import FILL, TAB, Report, moved

if TYPE_CHECKING:
    from indexer.model import ExtractedDocument

LONG = f"{FILL}, and {FILL}, and {FILL}, and {FILL}, and {FILL}"


def mirrored(report: Report, *, shift: float = 40.0, lost: int = 0) -> ExtractedDocument:
    """Return a report whose odd pages stand further right, without one of its pages."""
    document = report.document()
    pages = [moved(page, shift * (page.number % 2)) for page in document.pages if page.number != lost]
    counted = [msgspec.structs.replace(page, number=at) for at, page in enumerate(pages, start=1)]
    return msgspec.structs.replace(document, pages=tuple(counted))


def listed() -> Report:
    """Return eight pages: paragraphs 1 to 21, of which the last has a list, and 22 to 24."""
    report = Report()
    for number in range(1, 21):
        report.paragraph(f"{number}.", f"In part {number} {LONG}.")
    report.paragraph("21.", "The following will be examined:")
    for number in range(1, 21):
        report.paragraph(f"{number}.", f"Light {number} lamps, as {LONG}.", indent=TAB, hang=TAB)
    for number in (22, 23, 24):
        report.paragraph(f"{number}.", f"In part {number} {LONG}.")
    return report


@pytest.mark.parametrize("lost", [3, 5, 6])
def test_numbers_behind_a_list_are_taken_though_a_page_is_missing(lost: int) -> None:
    found = [record.address for record in segment(mirrored(listed(), lost=lost)).records]
    assert found[-3:] == ["p22", "p23", "p24"]


@pytest.mark.parametrize(
    ("shift", "lost", "rectos"),
    [
        (40.0, 0, {1, 3, 5, 7}),
        (-40.0, 0, {2, 4, 6, 8}),
        (40.0, 1, {2, 4, 6}),
        (40.0, 4, {1, 3, 4, 6}),
        (4.0, 4, {1, 3, 5, 7}),  # margins are not mirrored
    ],
)
def test_pages_whose_text_ends_further_right_are_right_hand_pages(
    shift: float, lost: int, rectos: set[int]
) -> None:
    items = read_items(mirrored(listed(), shift=shift, lost=lost))
    assert find_rectos(items, 10.0, items[-1].page) == rectos


def test_a_page_with_little_text_turns_over_from_the_one_before() -> None:
    report = Report().text("The group met.").page_break()
    for _ in range(2):
        report.text(" ".join([LONG] * 4)).page_break()
    report.text("The group met.").page_break().text("It met again.")
    items = read_items(mirrored(report, shift=-40.0))
    assert find_rectos(items, 10.0, 5) == {2, 4}


def test_pages_that_stand_askew_have_no_sides() -> None:
    document = listed().document()
    pages = [moved(page, 15.0 * (page.number // 3)) for page in document.pages]
    items = read_items(msgspec.structs.replace(document, pages=tuple(pages)))
    assert find_rectos(items, 10.0, 7) == {1, 3, 5, 7}


@pytest.mark.parametrize("breaks", [False, True])
def test_a_block_that_is_set_in_belongs_to_its_paragraph_on_the_next_page_too(*, breaks: bool) -> None:
    report = Report().paragraphs(1, 3).paragraph("4.", f"The group said that {FILL}.")
    if breaks:
        report.page_break()
    report.text(f"Lamps are lit when {LONG}.", indent=TAB, hang=TAB).paragraphs(5, 8)
    assert list(report.records()) == [f"p{number}" for number in range(1, 9)]
