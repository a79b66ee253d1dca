"""Pages that are read from right to left are segmented as the same pages in a mirror."""

from __future__ import annotations

import msgspec
import pytest

from indexer.model import Line, Page
from indexer.segment import segment
from indexer.segment.items import read_items, set_gaps
from indexer.segment.measures import Measures
from tests.unit.segment.pages import WIDTH, Report

WORDS = "اجتمع حراس المنارات في الصباح للنظر في ما فعلته الدول من أجل السفن والموانئ"


def turned(line: Line) -> Line:
    text_left = line.right if line.text_left == line.left else WIDTH - line.text_left
    return msgspec.structs.replace(
        line, left=WIDTH - line.right, right=WIDTH - line.left, text_left=text_left
    )


def moved(line: Line, by: float) -> Line:
    return msgspec.structs.replace(
        line, left=line.left + by, right=line.right + by, text_left=line.text_left + by
    )


def report() -> Report:
    made = Report().heading("أولا - مقدمة")
    for number in range(1, 8):
        made.text(f"{number} - {WORDS} {WORDS[: 9 * number]}.")
    made.heading("ثانيا - توصيات").text(f"8 - {WORDS}:")
    for letter in "أبج":
        made.text(f"({letter}) {WORDS} {WORDS}؛", indent=36.0, hang=60.0)
    made.heading("المرفق").text("إن الجمعية العامة،", indent=36.0)
    for _ in range(2):
        made.text(f"وإذ تشير إلى أن {WORDS} {WORDS}،", indent=36.0)
    return made.text(f"1 - تقرر {WORDS}؛", indent=36.0).text(f"2 - تطلب {WORDS}.", indent=36.0)


def test_a_report_from_right_to_left() -> None:
    document = report().document()
    pages = tuple(
        Page(number=page.number, width=page.width, height=page.height, lines=tuple(map(turned, page.lines)))
        for page in document.pages
    )
    parsed = segment(msgspec.structs.replace(document, pages=pages))
    found = [record.address for record in parsed.records]
    assert found == [
        *(f"p{n}" for n in range(1, 9)),
        "annex.t1",
        "annex.pp1",
        "annex.pp2",
        "annex.p1",
        "annex.p2",
    ]
    assert [part.address for part in parsed.records[7].parts] == ["p8.أ", "p8.ب", "p8.ج"]
    assert [record.kind for record in parsed.records[-2:]] == ["operative", "operative"]


def test_boxes_are_those_of_the_page() -> None:
    line = Line(
        text=f"1 - {WORDS}", left=60.0, right=480.0, top=100.0, bottom=107.0, size=10.0, text_left=460.0
    )
    page = Page(number=1, width=WIDTH, height=842.0, lines=(line,))
    document = msgspec.structs.replace(report().document(), pages=(page,))
    (record,) = segment(document).records
    assert record.boxes[0][1::2][:2] == (60.0, 480.0)


@pytest.mark.parametrize("words", ["The keepers met", "Хранители встретились", "守护人开会"])
def test_other_pages_are_read_as_they_are(words: str) -> None:
    made = Report().text(f"{words} ({WORDS[:10]})").paragraphs(1, 3)
    assert [record.address for record in made.segment().records][1:] == ["p1", "p2", "p3"]


def test_margins_of_pages_seen_in_a_mirror_are_their_own() -> None:
    document = report().document()
    pages = [*Report().paragraphs(1, 4).document().pages, *document.pages]
    numbered = tuple(
        Page(
            number=2 * number - 1,
            width=page.width,
            height=page.height,
            lines=page.lines if number == 1 else tuple(moved(turned(line), 20.0) for line in page.lines),
        )
        for number, page in enumerate(pages, 1)
    )
    items = read_items(msgspec.structs.replace(document, pages=numbered))
    set_gaps(items)
    Measures(items, paged=True)
    numbers = [item for item in items if item.page == 1 and item.text[0].isdigit()]
    assert [item.rel for item in numbers] == [0.0] * 4


def test_formats_that_flow_say_themselves_where_a_line_begins() -> None:
    lines = tuple(
        Line(text=f"{n} - {WORDS}", left=60.0, right=60.0 + 90 * n, starts_block=True) for n in range(1, 5)
    )
    page = Page(number=1, width=WIDTH, height=842.0, lines=lines)
    items = read_items(msgspec.structs.replace(report().document(), pages=(page,)))
    assert {item.line.left for item in items} == {60.0}
