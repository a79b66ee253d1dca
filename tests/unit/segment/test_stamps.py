"""What others printed on the pages of a report."""

from __future__ import annotations

import msgspec
import pytest

from indexer.model import ExtractedDocument, Line
from indexer.segment import segment
from indexer.segment.items import read_items
from indexer.segment.page_edges import usual_size
from indexer.segment.stamps import mark_stamps
from tests.unit.segment.pages import FILL, HEIGHT, Report

HEAD = "The keepers of the lights and of the bells\nA/HRC/901/4"
STAMPS = [
    ("Downloaded from lights.example by guest on 12 May 2024", 830.0),
    ("Case 1:20-cv-01234   Document 45   Page {page} of 4", 14.0),
    ("Annex 14", 20.0),
    ("RUR-EVID-00{page}", 836.0),
]


def report(pages: int = 4) -> ExtractedDocument:
    made = Report().running(head=HEAD, foot="{page} of 4")
    for page, coast in zip(range(pages), ("north", "south", "east", "west"), strict=False):
        if page:
            made.page_break()
        made.paragraphs(
            page * 3 + 1, page * 3 + 3, f"On the {coast} coast {FILL}, as the {coast}ern log says."
        )
    return made.document()


def stamped(document: ExtractedDocument, *stamps: tuple[str, float], left: float = 60.0) -> ExtractedDocument:
    pages = []
    for page in document.pages:
        lines = [
            Line(
                text=text.replace("{page}", str(page.number)),
                left=left,
                right=left + 5.0 * len(text),
                top=y - 7,
                bottom=y,
                size=9.0,
                text_left=left,
            )
            for text, y in stamps
        ]
        pages.append(msgspec.structs.replace(page, lines=tuple(sorted((*page.lines, *lines), key=_bottom))))
    return msgspec.structs.replace(document, pages=tuple(pages))


def _bottom(line: Line) -> float:
    return line.bottom


def records(document: ExtractedDocument) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.address, one.text, one.section) for one in segment(document).records]


@pytest.mark.parametrize("stamps", [STAMPS[:1], STAMPS[1:2], STAMPS[2:3], STAMPS[3:], STAMPS])
@pytest.mark.parametrize("pages", [2, 3, 4])
def test_stamps_on_all_pages_hide_no_running_heads(stamps: list[tuple[str, float]], pages: int) -> None:
    document = report(pages)
    assert records(stamped(document, *stamps)) == records(document)


def test_what_two_pages_begin_with_is_no_stamp_unless_it_stands_at_their_edge() -> None:
    lines = [("The lamps", 130.0)]
    assert "The lamps" in str(records(stamped(report(2), *lines)))
    assert records(stamped(report(2), ("The lamps", 20.0))) == records(report(2))


@pytest.mark.parametrize("pages", [3, 4])
def test_a_page_that_is_left_blank_has_no_word_of_what_runs_across_the_others(pages: int) -> None:
    document = report(pages)
    across = Line(text="ADVANCE VERSION", left=100, right=400, top=200, bottom=600, size=40, role="header")
    upright = Line(text="ADVANCE", left=100, right=400, top=300, bottom=340, size=40)
    marked = [msgspec.structs.replace(page, lines=(*page.lines, across)) for page in document.pages]
    blank = msgspec.structs.replace(marked[0], number=pages + 1, lines=(upright,), rules=())
    found = records(msgspec.structs.replace(document, pages=(*marked, blank)))
    assert found == records(document)


@pytest.mark.parametrize(
    "text", ["Recommendation {page}", "Table {page}. Lamps by coast", "1 Ibid.", "II. Lamps"]
)
def test_headings_captions_and_notes_near_the_edge_are_no_stamps(text: str) -> None:
    items = read_items(stamped(report(), (text, 20.0)))
    assert mark_stamps(items, dict.fromkeys(range(1, 5), HEIGHT), usual_size(items)) == frozenset()


def test_a_heading_at_one_edge_keeps_no_stamp_at_the_other() -> None:
    items = read_items(stamped(report(), ("II. Lamps", 20.0), STAMPS[0]))
    found = mark_stamps(items, dict.fromkeys(range(1, 5), HEIGHT), usual_size(items))
    assert {item.text for item in items if item.index in found} == {STAMPS[0][0]}


def test_a_cover_with_the_words_that_run_up_the_pages_behind_it_keeps_them() -> None:
    up = Line(text="Report on Lights 2020", left=20, right=30, top=200, bottom=400, size=9, role="header")
    title = Line(
        text="Report on Lights 2020", left=100, right=400, top=300, bottom=340, size=30, text_left=100
    )
    document = report()
    behind = [
        msgspec.structs.replace(page, number=page.number + 1, lines=(*page.lines, up))
        for page in document.pages
    ]
    cover = msgspec.structs.replace(document.pages[0], lines=(title,), rules=())
    parsed = segment(msgspec.structs.replace(document, pages=(cover, *behind)))
    assert title.text not in parsed.furniture[:1]
    assert title.text in str((parsed.records[0].section, parsed.records[0].text, parsed.records[0].title))


def test_headings_of_pages_below_a_stamp_are_text_in_the_size_of_the_text() -> None:
    made = Report()
    for page, coast in enumerate(("north", "south", "east")):
        if page:
            made.page_break()
        made.place("Allegations of the keepers", 60, 90, bold=1.0).paragraphs(
            2 * page + 1, 2 * page + 2, f"On the {coast} coast {FILL}, as the {coast}ern log says."
        )
    plain = made.document()
    assert (
        "Allegations of the keepers"
        not in segment(stamped(plain, ("Annex 14 to the letter", 20.0))).furniture
    )
