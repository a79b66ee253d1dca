from __future__ import annotations

import msgspec
import pytest

from indexer.model import ExtractedDocument, Line, Page
from indexer.segment import segment
from tests.unit.segment.pages import FILL, SOURCE, Report
from tests.unit.segment.test_masthead import TAIL
from tests.unit.segment.test_own_symbols import plain


def test_the_title_without_a_masthead_is_the_largest_text() -> None:
    assert plain().text(f"In the morning {TAIL}").segment().records[0].title == "The State of the Lights"


@pytest.mark.parametrize("heading", ["1. Introduction", "I. Introduction"])
def test_a_first_section_as_large_as_the_title_is_none(heading: str) -> None:
    report = Report().text("The State of the Lights", size=18, bold=1.0).text(heading, size=18, bold=1.0)
    records = report.text(f"In the morning {TAIL}").text(f"In the evening {TAIL}").segment().records
    assert (records[0].title, records[0].section[-1]) == ("The State of the Lights", heading)


@pytest.mark.parametrize(
    ("line", "date", "year"),
    [
        ("Geneva, 12 March 2021", "2021-03-12", 2021),
        ("Keepers of Lights\t12 March 2021", "2021-03-12", 2021),
        ("July, 2010", None, 2010),
        ("APRIL 2008 – DECEMBER 2009", None, 2009),
        ("Port, 12 March-3 April 2021", None, None),  # when they met
        ("Lights of 2008", None, None),
        ("Date of birth: 12 March 1956", None, None),
        ("Date of issue: 12 March 2021", "2021-03-12", 2021),
    ],
)
def test_a_date_above_the_text_is_that_of_a_document_without_masthead(
    line: str, date: str | None, year: int | None
) -> None:
    report = plain().place(line, 400, 130).text(f"In the morning {TAIL}").text("On 3 May 2019 they met.")
    record = report.text(f"In the evening {TAIL}").segment().records[0]
    assert (record.date, record.year) == (date, year)


@pytest.mark.parametrize("place", ["GENEVA (5 May 2014) – ", "Port Erewhon, 5 May 2014 -- "])
def test_a_press_release_begins_with_place_and_date(place: str) -> None:
    report = plain().text(f"{place}The keepers heard today that {TAIL}").text(f"In the evening {TAIL}")
    assert report.segment().records[0].date == "2014-05-05"


def test_the_title_of_the_file_stands_in() -> None:
    report = Report().paragraphs(1, 4)
    report.title = "Lights of 2008"
    assert report.segment().records[0].title == "Lights of 2008"


def test_the_first_line_of_plain_text_is_its_title_and_stays_text() -> None:
    row = f"The keepers of the lights heard that {TAIL} "
    lines = [Line(text="The lights", starts_block=True), Line(text=row, starts_block=False)]
    lines.append(Line(text=row, starts_block=True))
    placed = [
        msgspec.structs.replace(line, top=20.0 * at, bottom=20.0 * at + 12) for at, line in enumerate(lines)
    ]
    page = Page(number=1, width=612.0, height=792.0, lines=tuple(placed))
    records = segment(ExtractedDocument(source=SOURCE, pages=(page,), paged=False)).records
    assert [(record.title, record.text.partition("\n")[0]) for record in records] == [
        ("The lights", "The lights"),
        ("The lights", row.strip()),
    ]


def test_the_name_of_a_file_is_no_title() -> None:
    report = Report().paragraphs(1, 4)
    report.title = "Microsoft Word - lights_final.doc"
    assert report.segment().records[0].title == ""


def test_a_larger_heading_below_the_text_is_no_title_and_bold_lines_above_it_are() -> None:
    report = Report().text("Forum of Keepers").heading("Case of Light v. Horn").heading("Judgment")
    report.text(f"In the morning {TAIL}").text(f"In the evening {TAIL}").heading("Procedure", size=14)
    assert report.paragraphs(1, 4).segment().records[0].title == "Case of Light v. Horn – Judgment"


@pytest.mark.parametrize(
    ("sides", "title"),
    [
        ("IN THE CASE OF THE COAST v. ADA BRIGHTWATER", "IN THE CASE OF THE COAST v. ADA BRIGHTWATER"),
        ("LAMPS OF THE STRAIT (NORLAND V. SUDLAND)", "LAMPS OF THE STRAIT (NORLAND V. SUDLAND)"),
        ("Brightwater v the Harbour", "Brightwater v the Harbour"),
        ("Vol. V. Lights of the coast", "HARBOUR COURT"),
        ("The lights of the coast", "HARBOUR COURT"),
        (f"Brightwater v the Harbour {'said that the lights ' * 30}", "HARBOUR COURT"),  # text
    ],
)
def test_a_line_that_names_two_sides_is_the_title_of_a_judgment(sides: str, title: str) -> None:
    report = Report().text("HARBOUR COURT", bold=1.0).text("No. 12-3").text(sides).text("Before: Judge Horn")
    report.text(f"In the morning {TAIL}").text(f"In the evening {TAIL}").paragraphs(1, 4)
    assert report.segment().records[0].title == title


def test_a_bold_line_right_above_the_first_number_heads_it() -> None:
    report = Report().text("Light v. Horn", bold=1.0).text("Summary of the facts", bold=1.0, above=14.0)
    records = report.paragraphs(1, 4).segment().records
    assert (records[-1].title, records[-1].section[-1]) == ("Light v. Horn", "Summary of the facts")


def test_a_chapter_below_bold_lines_is_no_title() -> None:
    report = Report().text("RULES OF THE KEEPERS", bold=1.0).text("CHAPTER I", bold=1.0, above=14.0)
    records = report.text("Lamps", bold=1.0, above=14.0).paragraphs(1, 4).segment().records
    assert (records[-1].title, records[-1].section[-1]) == ("RULES OF THE KEEPERS", "CHAPTER I Lamps")


def test_sides_in_brackets_stand_below_what_their_case_is_about() -> None:
    report = Report().text("HARBOUR COURT", bold=1.0).text("LAMPS OF THE STRAIT")
    report.text("(NORLAND V. SUDLAND)", above=0.0)
    report.text(f"In the morning {TAIL}").text(f"In the evening {TAIL}").paragraphs(1, 4)
    assert report.segment().records[0].title == "LAMPS OF THE STRAIT (NORLAND V. SUDLAND)"


def test_a_first_page_with_dates_and_originals_may_name_a_case() -> None:
    report = Report().text("Original: English\tNo.: HC-01/05").text("Date: 5 May 2011").text("CHAMBER VI")
    report.text("THE COAST v. ADA BRIGHTWATER", bold=1.0).text("Public").text("Decision on lamps", bold=1.0)
    report.page_break().text(f"In the morning {TAIL}").paragraphs(1, 4)
    record = report.segment().records[0]
    assert (record.title, record.date) == ("THE COAST v. ADA BRIGHTWATER", "2011-05-05")


@pytest.mark.parametrize(("second", "title"), [(1, ""), (2, "Introduction")])
def test_chapters_are_no_title(second: int, title: str) -> None:
    row = f"The keepers of the lights heard that {TAIL} "
    lines = [
        Line(text="Introduction", role="heading", level=1, size=16.0, starts_block=True),
        Line(text=row, starts_block=True, size=10.0),
        Line(text="Findings", role="heading", level=second, size=16.0, starts_block=True),
        Line(text=row, starts_block=True, size=10.0),
    ]
    placed = [
        msgspec.structs.replace(line, top=20.0 * at, bottom=20.0 * at + 12) for at, line in enumerate(lines)
    ]
    page = Page(number=1, width=612.0, height=792.0, lines=tuple(placed))
    records = segment(ExtractedDocument(source=SOURCE, pages=(page,), paged=False)).records
    assert {record.title for record in records} == {title}


def test_the_first_line_above_a_numbered_text_is_no_heading() -> None:
    """A text file has its title above its paragraphs, and that is no section of it."""
    long = f"{FILL}, and {FILL} as well."
    lines = ("Lights of the coast", f"1. In part one {long}", f"2. In part two {long}")
    page = Page(
        number=1,
        width=595.0,
        height=842.0,
        lines=tuple(Line(text=text, starts_block=True, bottom=12.0 * at) for at, text in enumerate(lines, 1)),
    )
    parsed = segment(ExtractedDocument(source=SOURCE, pages=(page,), paged=False))
    found = [(record.address, record.section) for record in parsed.records]
    assert found == [(address, ()) for address in ("t1", "p1", "p2")]


@pytest.mark.parametrize(
    "author",
    [
        *("Report by the Director-General", "Note by the Secretariat", "Rapport du Directeur général"),
        *("Informe de la Secretaría", "Доклад Генерального директора", "秘书处的报告"),
    ],
)
def test_who_wrote_a_report_stands_below_its_title_and_heads_nothing(author: str) -> None:
    report = (
        Report().text("LAMP BOARD", above=0).text("Lights of the coasts", size=14.0, bold=1.0, centre=True)
    )
    records = report.text(author, bold=1.0, centre=True, above=8.0).paragraphs(1, 3).records()
    assert records["p1"].section == ("Lights of the coasts",)
    assert author in [record.text for record in records.values()]


def test_the_first_of_several_reports_has_its_heading() -> None:
    report = Report().text("Lights of the coasts", size=14.0, bold=1.0, centre=True, above=0)
    for author in ("Keeper", "Board"):
        report.heading(f"Report of the {author}", size=12.0).text(f"It said that {FILL}.")
    assert [record.section[-1] for record in report.segment().records][-2:] == [
        *("Report of the Keeper", "Report of the Board"),
    ]


def test_what_reports_say_may_head_them_elsewhere() -> None:
    report = Report().heading("I. Lights", size=14.0).paragraphs(1, 2)
    report.heading("Report of the Keeper", size=12.0).paragraphs(3, 4)
    assert report.records()["p3"].section[-1] == "Report of the Keeper"
