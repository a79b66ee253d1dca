from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from indexer.model import Line, Page
from indexer.segment import segment
from indexer.segment.compilations import split_documents
from tests.unit.segment.pages import FILL, LEFT, Report, extracted
from tests.unit.segment.test_masthead import TAIL, modern, older, volume

if TYPE_CHECKING:
    from indexer.model import ExtractedDocument, ParsedDocument

FRENCH = (
    "Les gardiens des feux de la côte ont été entendus par les membres du groupe, et il a été dit que les "
    "feux seraient allumés dans tous les ports avant la fin de la nuit."
)


def report(symbol: str, title: str = "Report of the Keepers", *, last: int = 30) -> Report:
    made = modern(title, symbol).running(head=f"{symbol}\n{{page}}").heading(f"I.\tLights of {symbol}")
    return made.paragraphs(1, last, f"The keepers heard{{1}} {TAIL}").text(
        f"At the end{{1}} {TAIL}", notes={"1": f"See {FILL}."}
    )


def bound(*reports: Report) -> ExtractedDocument:
    """Put reports behind one another in one file."""
    pages = [page for made in reports for page in made.document().pages]
    counted = tuple(msgspec.structs.replace(page, number=at) for at, page in enumerate(pages, 1))
    return msgspec.structs.replace(reports[0].document(), pages=counted)


def parts(*reports: Report) -> list[int]:
    """Return how many pages the documents have that are told apart."""
    return [len(one.pages) for one in split_documents(bound(*reports))]


def alone(parsed: ParsedDocument, pages: int) -> ParsedDocument:
    """Return what was read of one document of a file as if no pages stood before it."""
    return msgspec.structs.replace(
        parsed,
        records=tuple(
            msgspec.structs.replace(
                record,
                page=(record.page or 0) - pages,
                page_end=(record.page_end or 0) - pages,
                boxes=tuple((page - pages, *box) for page, *box in record.boxes),
                footnotes=tuple(
                    msgspec.structs.replace(note, page=(note.page or 0) - pages) for note in record.footnotes
                ),
            )
            for record in parsed.records
        ),
        headings=tuple(msgspec.structs.replace(one, page=one.page - pages) for one in parsed.headings),
    )


def test_each_document_of_a_file_is_read_as_alone() -> None:
    first, second = report("A/HRC/9/8"), report("A/HRC/11/20", "Note on Lamps", last=12)
    own, later = first.segment(), second.segment()
    parsed = segment(bound(first, second))
    count = len(own.records)
    assert parsed.records[:count] == own.records
    assert parsed.headings[:1] == own.headings
    behind = msgspec.structs.replace(parsed, records=parsed.records[count:], headings=parsed.headings[1:])
    seen = alone(behind, own.report.pages)
    assert seen.records == later.records
    assert seen.headings == later.headings
    assert parsed.furniture == own.furniture + later.furniture
    assert [record.id for record in later.records[:1]] == ["A/HRC/11/20@en#p1"]


def test_the_report_is_on_all_documents_of_a_file() -> None:
    first, second = report("A/HRC/9/8"), report("A/HRC/11/20", last=12)
    document = bound(first, second)
    made = segment(document).report
    assert (made.symbol, made.title, made.numbered) == ("A/HRC/9/8", "Report of the Keepers", 30)
    assert (made.pages, made.records) == (len(document.pages), 44)
    assert sum(made.characters.values()) == extracted(document)
    found = [(one.code, one.page, one.text) for one in made.findings]
    begins = len(first.document().pages) + 1
    assert found[-1] == ("document", begins, "another document begins: A/HRC/11/20")


@pytest.mark.parametrize(
    ("second", "apart"),
    [
        (modern(symbol="A/HRC/9/8/Corr.1"), True),
        (modern(symbol="A/HRC/9/8"), True),  # the same in another language
        (older(), True),
        (Report().place("A/63/53", 470, 60).place("United Nations", 60, 300), True),
        (Report().place("A/HRC/9/8", 470, 60).place("United Nations", 60, 300), False),
        (Report().place("United Nations", 60, 300).place("New York, 2008", 60, 320), False),
        (Report().place("A/63/53", 60, 60).place("[Original: French]", 430, 80), False),
        (Report().place("United Nations", 60, 420).place("A/63/53", 60, 435), False),
        (Report().place("A/63/53", 60, 60), False),
        (Report().place("Distr.: General", 430, 95), False),
    ],
)
def test_a_masthead_begins_a_document(second: Report, *, apart: bool) -> None:
    second.paragraphs(1, 3)
    assert parts(modern().paragraphs(1, 9), second) == ([1, 1] if apart else [2])


def test_a_masthead_without_a_symbol_that_can_be_read_needs_more_lines() -> None:
    misread = modern(symbol="A/HRO/9j8").paragraphs(1, 3)
    assert parts(modern().paragraphs(1, 3), misread) == [1, 1]


def test_a_masthead_under_a_running_head_is_reproduced() -> None:
    shown = modern(symbol="A/63/53").place("A/HRC/9/8", LEFT, 40).text(f"In the end {TAIL}")
    assert parts(modern().paragraphs(1, 3), shown) == [2]


def test_a_masthead_below_the_title_of_an_annex_is_reproduced() -> None:
    shown = Report().place("Annex I", LEFT, 40).place("United Nations", LEFT, 60).place("A/63/53", 470, 60)
    shown.place("Distr.: General", 430, 95).text(f"In the end {TAIL}")
    assert parts(modern().paragraphs(1, 3), shown) == [2]


def test_the_pages_of_a_volume_are_one_document() -> None:
    assert parts(volume().paragraphs(1, 40)) == [5]
    assert parts(modern().paragraphs(1, 3), volume().paragraphs(1, 40)) == [1, 5]


def test_a_cover_belongs_to_the_masthead_behind_it() -> None:
    cover = Report().place("A/HRC/9/8", 470, 60).place("The Lights", 60, 300, size=28)
    assert parts(cover, modern().paragraphs(1, 3)) == [2]
    title = Report().place("United Nations", 60, 60).place("A/63/53", 60, 80).paragraphs(1, 3)
    assert parts(Report().place("The Lights", 60, 300, size=28), title) == [2]


@pytest.mark.parametrize(("line", "apart"), [("Official Records", False), ("Original: English", True)])
def test_the_title_page_of_an_old_volume_has_many_lines_of_a_masthead(line: str, *, apart: bool) -> None:
    title = Report().place("UNITED NATIONS", 60, 60)
    for at, text in enumerate(("GENERAL ASSEMBLY", "Thirtieth session", "Supplement No. 1", line)):
        title.place(text, 60, 80 + 14 * at)
    assert parts(modern().paragraphs(1, 3), title.paragraphs(1, 3)) == ([1, 1] if apart else [2])


def test_a_cover_without_text_tells_no_format() -> None:
    document = bound(Report().page_break().paragraphs(1, 3), modern().paragraphs(1, 3))
    blank = msgspec.structs.replace(document.pages[0], lines=())
    pages = (blank, *document.pages[1:])
    assert len(split_documents(msgspec.structs.replace(document, pages=pages))) == 2


def test_languages_behind_one_another_have_ids_of_their_own() -> None:
    french = modern().paragraphs(1, 9, FRENCH)
    ids = [record.id for record in segment(bound(modern().paragraphs(1, 9), french)).records]
    assert ids[0] == "A/HRC/9/8@en#p1"
    assert ids[9] == "A/HRC/9/8@fr#p1"


def test_a_document_that_comes_again_counts_on() -> None:
    made = modern().paragraphs(1, 3)
    records = segment(bound(made, modern(symbol="A/63/53").paragraphs(1, 2), made)).records
    assert [record.order for record in records] == [1, 2, 3, 1, 2, 4, 5, 6]


def test_what_stands_before_the_first_masthead_is_a_document_too() -> None:
    letter = Report().text("Dear Madam,").text(f"In the morning {TAIL}")
    parsed = segment(bound(letter, modern().paragraphs(1, 3)))
    assert [record.symbol for record in parsed.records] == [None, None, *["A/HRC/9/8"] * 3]
    assert parsed.report.symbol is None


def test_pages_on_one_sheet_are_named_by_the_sheet() -> None:
    first, second = report("A/HRC/9/8"), report("A/HRC/11/20", last=12)
    document = bound(first, second)
    halves = tuple(
        msgspec.structs.replace(page, sheet=(page.number + 1) // 2, offset=0.0 if page.number % 2 else 595.0)
        for page in document.pages
    )
    plain, printed = segment(document), segment(msgspec.structs.replace(document, pages=halves))
    assert printed.report.pages == (len(halves) + 1) // 2

    def on_sheet(page: int | None) -> int:
        return ((page or 0) + 1) // 2

    for seen, own in zip(printed.records, plain.records, strict=True):
        assert (seen.id, seen.page_label, seen.text) == (own.id, own.page_label, own.text)
        assert (seen.page, seen.page_end) == (on_sheet(own.page), on_sheet(own.page_end))
        assert [note.page for note in seen.footnotes] == [on_sheet(note.page) for note in own.footnotes]
        moved = [0.0 if box[0] % 2 else 595.0 for box in own.boxes]
        assert [box[1] for box in seen.boxes] == pytest.approx(
            [box[1] + offset for box, offset in zip(own.boxes, moved, strict=True)]
        )
    assert [one.page for one in printed.headings] == [on_sheet(one.page) for one in plain.headings]
    found = [(one.code, one.page) for one in printed.report.findings]
    assert found == [
        (one.code, None if one.page is None else on_sheet(one.page)) for one in plain.report.findings
    ]


def flowing(*reports: Report, paged: bool = False) -> ExtractedDocument:
    """Put the lines of reports below one another on one page, as formats that flow have them."""
    lines, y = [], 72.0
    for made in reports:
        for page in made.document().pages:
            for line in page.lines:
                lines.append(msgspec.structs.replace(line, top=y, bottom=y + 12, starts_block=True))
                y += 17
    page = Page(number=1, width=595, height=y + 72, lines=tuple(lines))
    return msgspec.structs.replace(reports[0].document(), pages=(page,), paged=paged)


def seen(parsed: ParsedDocument) -> list[tuple[str, tuple[str, ...], str]]:
    return [(record.id, record.section, record.text) for record in parsed.records]


@pytest.mark.parametrize("paged", [False, True])
def test_each_document_of_a_file_that_flows_is_read_as_alone(*, paged: bool) -> None:
    first = modern().heading("I. Lights").paragraphs(1, 9)
    second = modern("Note on Lamps", "A/HRC/11/20").heading("I. Lamps").paragraphs(1, 4)
    parsed = segment(flowing(first, second, paged=paged))
    apart = [segment(flowing(made, paged=paged)) for made in (first, second)]
    assert seen(parsed) == [row for one in apart for row in seen(one)]
    assert {record.page for record in parsed.records} == {1 if paged else None}
    assert {heading.page for heading in parsed.headings} == {1}
    assert parsed.report.pages == 1


@pytest.mark.parametrize(
    ("above", "second", "apart"),
    [
        ("The keepers rose.", modern(symbol="A/63/53"), True),
        ("The keepers rose.", modern(symbol="A/HRC/9/8"), True),  # the same in another language
        ("Annex", modern(symbol="A/63/53"), False),
        ("The title page reads as follows:", modern(symbol="A/63/53"), False),
        ("New York, 12 May 2008", modern(symbol="A/63/53"), True),
        ("The keepers rose.", Report().place("United Nations", 60, 60).place("A/63/53", 60, 80), False),
        ("The keepers rose.", Report().place("Distr.: General", 60, 60), False),
    ],
)
def test_a_masthead_in_a_flow_begins_a_document(above: str, second: Report, *, apart: bool) -> None:
    first = modern().paragraphs(1, 9).text(above)
    parsed = segment(flowing(first, second.paragraphs(1, 3)))
    found = [one.text for one in parsed.report.findings if one.code == "document"]
    assert bool(found) is apart


def test_a_masthead_below_a_cover_begins_no_document() -> None:
    cover = Report().text("United Nations A/HRC/9/8").text("The lights of the coast")
    assert len(split_documents(flowing(cover, modern().paragraphs(1, 9)))) == 1


def test_notes_below_all_documents_go_with_those_that_refer_to_them() -> None:
    def noted(symbol: str, mark: str) -> Report:
        made = modern(symbol=symbol).paragraphs(1, 4)
        return made.text(f"In the evening the keepers slept{{{mark}}}")

    document = flowing(noted("A/HRC/9/8", "1"), noted("A/63/53", "2"))
    page = document.pages[0]
    lines = [line for line in page.lines if line.size >= 10]
    foot = [Line(text=f"See {FILL}, {mark}.", role="note", mark=mark, starts_block=True) for mark in "12"]
    page = msgspec.structs.replace(page, lines=(*lines, *foot))
    records = segment(msgspec.structs.replace(document, pages=(page,))).records
    notes = [(record.symbol, note.mark) for record in records for note in record.footnotes]
    assert notes == [("A/HRC/9/8", "1"), ("A/63/53", "2")]


def test_running_heads_at_one_place_tell_the_symbol_that_a_masthead_leaves_out() -> None:
    document = flowing(modern().paragraphs(1, 6), modern(symbol="A/63/53").paragraphs(1, 6))
    page = document.pages[0]
    heads = [Line(text=text, role="header") for text in ("A/HRC/9/8", "A/63/53")]
    body = [line for line in page.lines if line.text not in ("A/HRC/9/8", "A/63/53")]
    page = msgspec.structs.replace(page, lines=(*heads, *body))
    records = segment(msgspec.structs.replace(document, pages=(page,))).records
    assert [record.symbol for record in records] == ["A/HRC/9/8"] * 6 + ["A/63/53"] * 6


def test_a_masthead_may_stand_in_cells_and_leave_the_symbol_to_the_running_head() -> None:
    def kept(title: str) -> Report:
        made = Report().text("\tGeneral Assembly\tDistr.: General 12 May 2021 Original: English")
        return made.text("Ninth session").text("Agenda item 9").text(title, bold=1.0, size=14)

    document = flowing(*(kept(title).paragraphs(1, 6) for title in ("Report on Lights", "Note on Lamps")))
    page = document.pages[0]
    heads = [Line(text=text, role="header") for text in ("A/HRC/9/8", "A/63/53")]
    first, *others = page.lines
    rows = [msgspec.structs.replace(line, role="row" if "Distr." in line.text else "") for line in others]
    page = msgspec.structs.replace(page, lines=(*heads, first, *rows))
    records = segment(msgspec.structs.replace(document, pages=(page,))).records
    found = [(record.symbol, record.title, record.kind) for record in records]
    assert (
        found
        == [("A/HRC/9/8", "Report on Lights", "paragraph")] * 6
        + [("A/63/53", "Note on Lamps", "paragraph")] * 6
    )
