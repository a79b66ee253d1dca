from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from indexer.segment.furniture import is_job_number, page_labels
from indexer.segment.items import read_items
from indexer.segment.running_heads import mark_furniture
from tests.unit.segment.pages import FILL, LEFT, Report, lines_of

if TYPE_CHECKING:
    from indexer.model import Role

BODY = f"In the second part {FILL}, and {FILL} as well, which took the rest of the day."


def long_report(pages: int = 4) -> Report:
    report = Report()
    for page in range(pages):
        if page:
            report.page_break()
        report.paragraphs(page * 3 + 1, page * 3 + 3)
    return report


def furniture(report: Report, *, scanned: bool = False) -> list[str]:
    document = report.document()
    items = read_items(document)
    pages = tuple(msgspec.structs.replace(page, scanned=scanned) for page in document.pages)
    mark_furniture(items, pages)
    return [item.text for item in items if item.place == "furniture"]


def labels(report: Report) -> dict[int, str]:
    document = report.document()
    items = read_items(document)
    mark_furniture(items, document.pages)
    return page_labels(items)


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("A/HRC/9/8\nPage {page}", "{}"),
        ("A/HRC/9/8\npage {page}", "{}"),
        ("A/HRC/9/8", None),
        ("A/HRC/9/8\tPage {page}", "{}"),
        ("E/CN.4/2005/3\nEnglish\nPage {page}", "{}"),
        ("- {page} -", "{}"),
        ("Report of the Keepers of the Lights", None),
        ("Report of the Keepers of the Lights\t{page}", "{}"),
        ("A/HRC/9/8\tReport of the Keepers of the Lights", None),
        ("CCPR/C/SR.2000\nPágina {page}", "{}"),
    ],
)
def test_running_heads(head: str, label: str | None) -> None:
    report = long_report().running(head=head)
    expected = [line for page in (2, 3, 4) for line in head.replace("{page}", str(page)).split("\n")]
    assert furniture(report) == expected
    assert labels(report) == ({page: label.format(page) for page in (2, 3, 4)} if label else {})


@pytest.mark.parametrize(
    ("foot", "label"),
    [
        ("{page}\tGE.08-15355", "{}"),
        ("GE.08-15355\t{page}", "{}"),
        ("GE.08-15355  (E)  120808", None),
        ("08-45678 (E)", None),
        ("{page}/20\t14-02345", "{}"),
        ("{page}", "{}"),
        ("/...", None),
        ("*0845678*", None),
        ("201092\t/ ...", None),
    ],
)
def test_running_feet(foot: str, label: str | None) -> None:
    report = long_report().running(foot=foot)
    assert furniture(report) == [foot.replace("{page}", str(page)) for page in (1, 2, 3, 4)]
    assert labels(report) == ({page: label.format(page) for page in (1, 2, 3, 4)} if label else {})


@pytest.mark.parametrize(
    ("foot", "found"),
    [
        ("GE.08-15355  (E)  120808", True),
        ("08-45678 (E)", True),
        ("4/20\t14-02345", True),
        ("*0845678*", True),
        ("4", False),
        ("2009", False),
        ("A/61/1", False),
        ("They rang on 08-45678.", False),
    ],
)
def test_a_job_number_at_the_end_of_a_short_page_is_its_foot(foot: str, *, found: bool) -> None:
    report = Report().text(BODY).text(foot, above=30).page_break().text(BODY)
    assert furniture(report) == ([foot] if found else [])


def test_a_row_of_symbols_at_the_foot_is_the_end_of_a_note() -> None:
    report = long_report().running(foot="A/61/1{page}, A/61/2{page}, A/61/3{page}, A/61/4{page}")
    assert furniture(report) == []
    assert len(furniture(long_report().running(foot="A/61/1-S/2006/2 1{page}"))) == 4


def test_roman_page_numbers_are_labels() -> None:
    report = Report().paragraphs(1, 2).place("iv", 300, 800)
    assert labels(report) == {1: "iv"}


def test_no_running_head_among_paragraphs_at_the_top_of_pages() -> None:
    report = Report()
    for page in range(4):
        if page:
            report.page_break()
        report.place(f"{page + 1}. The keepers of the harbour met {page + 3} times in that year.", LEFT, 90)
        report.text(BODY)
    assert furniture(report) == []


@pytest.mark.parametrize(
    "line", ["of the lights of the coast", "2025;", "(A/61/1);", "1998,", "A/61/1.", "A/61/1.{12}"]
)
def test_a_line_that_comes_once_at_the_top_is_text(line: str) -> None:
    assert furniture(Report().text(BODY).page_break().place(line, LEFT, 95).text(BODY)) == []


def test_a_year_alone_in_the_middle_of_a_page_is_text() -> None:
    assert furniture(Report().text(BODY).text("2009").text(BODY)) == []


def test_please_recycle_above_the_foot_is_set_aside() -> None:
    assert furniture(long_report(1).place("Please recycle", 400, 780)) == ["Please recycle"]


@pytest.mark.parametrize("foot", ["7\t/...", "7\t/ . . .", "7\t/…"])
def test_the_sign_that_a_text_goes_on_may_stand_beside_a_number(foot: str) -> None:
    assert furniture(long_report(1).place(foot, LEFT, 780)) == [foot]


@pytest.mark.parametrize("role", ["header", "footer"])
def test_a_line_the_file_itself_calls_a_header_is_set_aside(role: Role) -> None:
    items = lines_of("The Keepers of the Lights", role=role)
    mark_furniture(items, ())
    assert [item.place for item in items] == ["furniture"]


@pytest.mark.parametrize(
    ("sign", "found"),
    [
        ("\u00ad", True),
        ("\\", True),
        ("'~", True),
        ("*", False),
        ("✓", False),
        ("%", False),
        ("£", False),
        ("…", False),
        ("/…", True),
        ("[...]", False),
        ("+\t●\t●", False),
        ("(?)" * 5, False),
    ],
)
def test_lines_that_say_nothing_are_furniture(sign: str, *, found: bool) -> None:
    assert furniture(Report().text(BODY).text(sign).text(BODY)) == ([sign] if found else [])


def test_dirt_beside_a_symbol_is_no_word() -> None:
    report = long_report(2).page_break().place("i", 300, 30).place(",~; .\tA/HRC/9/8", LEFT, 60)
    assert furniture(report.text(BODY)) == ["i", ",~; .\tA/HRC/9/8"]


@pytest.mark.parametrize(
    ("signs", "left", "italic", "scanned", "found"),
    [
        (("Joes", "loos", "lave"), 500, 1.0, True, 3),
        (("Joes", "loos", "lave"), 500, 1.0, False, 0),
        (("Joes", "loos", "lave"), 500, 0.0, True, 0),
        (("Joes", "loos", "lave"), 72, 1.0, True, 0),  # a line of the text
        (("Joes", "keepers", "harbours"), 500, 1.0, True, 0),
    ],
)
def test_scans_have_words_for_the_sign_that_a_page_goes_on(
    signs: tuple[str, ...], left: int, italic: float, found: int, *, scanned: bool
) -> None:
    report = Report()
    for sign in signs:
        report.text(BODY).place(sign, left, 760, italic=italic).page_break()
    assert len(furniture(report, scanned=scanned)) == found


@pytest.mark.parametrize(
    ("heads", "scanned", "found"),
    [
        (("HUMAN RIGHTS\tOFFICE", "HUMAN RICHTS\tOFFICE", "HUMAN RIGHT5 OFFlCE"), True, 3),
        (("HUMAN RIGHTS\tOFFICE", "HUMAN RICHTS\tOFFICE", "The coast and its boats"), True, 0),
        (("RIGHTS", "RICHTS", "RIGHT5"), True, 0),  # of few letters: "Lights" may be above "Nights"
        (("Ministry of Fishery", "Ministry of Forestry", "Ministry of Fisheries"), False, 0),
    ],
)
def test_running_heads_of_scans_are_read_a_little_differently_on_each_page(
    heads: tuple[str, ...], found: int, *, scanned: bool
) -> None:
    report = Report()
    for head in heads:
        report.place(head, LEFT, 50).text(BODY).page_break()
    assert len(furniture(report, scanned=scanned)) == found


def test_short_reports_of_two_pages_keep_repeated_words() -> None:
    report = Report().text(BODY).place("Keepers of the Lights", LEFT, 790).page_break()
    report.text(BODY).place("Keepers of the Lights", LEFT, 790)
    assert furniture(report) == []


@pytest.mark.parametrize(
    ("lines", "lower", "found"),
    [
        (("Keepers of the Lights", "Keepers of the Lights"), 0.0, 2),
        (("CL 150/15\t1", "CL 150/15\t2"), 0.0, 2),
        (("Keepers of the Lights", "Keepers of the Lights"), 9.0, 0),  # not at one height
        (("Figure 3", "Figure 9"), 0.0, 0),
        (("Table 3: The lights", "Table 4: The lights"), 0.0, 0),
        (("Source: the keepers.", "Source: the keepers."), 0.0, 0),
        (("Keepers of the Lights", "Keepers of the coast"), 0.0, 0),
    ],
)
def test_two_pages_are_enough_for_a_small_line_at_one_height(
    lines: tuple[str, str], lower: float, found: int
) -> None:
    report = Report().text(BODY).place(lines[0], LEFT, 790, size=8.0).page_break()
    report.text(BODY).place(lines[1], LEFT, 790 + lower, size=8.0)
    assert len(furniture(report)) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Page {} of 2", 2),
        ("Página {} de 2", 2),
        ("Decisions - page {}", 2),
        ("LK 150\t{}/2\tEN", 2),
        ("Lights of part {}", 0),
        ("Article {}", 0),
    ],
)
def test_of_two_pages_a_line_in_the_size_of_the_text_must_have_the_number_of_the_page(
    line: str, found: int
) -> None:
    report = Report().place(line.format(1), LEFT, 60).text(BODY).page_break()
    report.place(line.format(2), LEFT, 60).text(BODY)
    assert len(furniture(report)) == found


@pytest.mark.parametrize(
    ("head", "size", "found"),
    [("CL 150/15", 8.0, 1), ("CL 150/15", 10.0, 0), ("CL 150/16", 8.0, 0), ("COUNCIL", 8.0, 0)],
)
def test_a_small_number_that_stands_above_the_text_too_is_a_running_head(
    head: str, size: float, found: int
) -> None:
    report = Report().place("COUNCIL\tCL 150/15", LEFT, 60).paragraphs(1, 2).page_break()
    assert len(furniture(report.place(head, LEFT, 40, size=size).paragraphs(3, 4))) == found


@pytest.mark.parametrize(
    ("text", "size", "y", "found"),
    [
        ("of the coast, and of its bells.", 8.0, 40, 1),
        ("Of the coast and its bells.", 8.0, 40, 0),
        ("of the coast, and of its bells.", 10.0, 40, 0),
        ("of the coast, and of its bells.", 8.0, 72, 0),
    ],
)
def test_a_small_line_at_the_top_that_interrupts_a_sentence_is_a_running_head(
    text: str, size: float, y: float, found: int
) -> None:
    report = Report().paragraphs(1, 2).text(f"{FILL} and some").page_break()
    report.place("Keepers of lights", 250, y, size=size).place(f"{text} {FILL}", LEFT, 90).paragraphs(3, 4)
    assert len(furniture(report)) == found


def test_the_end_of_a_paragraph_at_the_top_of_pages_is_text() -> None:
    """It may read like the end of another, but for the number in it."""
    report = Report()
    for page in range(6):
        if page:
            report.page_break().place(
                f"of paragraph {page} above." if page in (2, 4) else "of them.", LEFT, 90
            )
        report.paragraphs(page * 3 + 1, page * 3 + 3)
    assert furniture(report) == []


@pytest.mark.parametrize("mark", ["{}", "({})", "**"])
def test_a_note_of_one_citation_at_the_foot_is_a_note(mark: str) -> None:
    """Its mark need not be raised, and on the next page the same may stand but for the numbers."""
    report = Report()
    for page in range(6):
        if page:
            report.page_break()
        report.paragraphs(page * 3 + 1, page * 3 + 3)
        report.place(f"{mark.format(page + 1)} See A/{50 + page}/12.", LEFT, 745, size=8.0)
    assert furniture(report) == []


def test_the_title_runs_over_the_pages_of_a_short_report() -> None:
    title = "Report of the Keepers of the Lights on their work"
    report = Report().place(title, LEFT, 100, size=14.0, bold=1.0).paragraphs(1, 2)
    report.page_break().place(title, LEFT, 60).paragraphs(3, 4)
    assert furniture(report) == [title]
    again = Report().place(title, LEFT, 100, size=14.0, bold=1.0).page_break()
    assert furniture(again.place(title, LEFT, 90, bold=1.0).paragraphs(1, 4)) == []


@pytest.mark.parametrize(("size", "found"), [(20.0, 3), (10.0, 4)])
def test_the_title_that_running_heads_repeat_in_smaller_type_is_no_head(size: float, found: int) -> None:
    report = Report().place("Keepers of the Lights", LEFT, 60, size=size).paragraphs(1, 2)
    for page in range(1, 4):
        report.page_break().place("Keepers of the Lights", LEFT, 60).paragraphs(2 * page + 1, 2 * page + 2)
    assert len(furniture(report)) == found


@pytest.mark.parametrize(("size", "every", "found"), [(10.0, 3, 4), (14.0, 3, 0), (14.0, 1, 12)])
def test_a_large_heading_that_some_chapters_begin_with_is_no_running_head(
    size: float, every: int, found: int
) -> None:
    report = Report()
    for page in range(12):
        if page % every == 0:
            report.place("Introduction", LEFT, 60, size=size)
        report.paragraphs(2 * page + 1, 2 * page + 2).page_break()
    assert len(furniture(report)) == found


@pytest.mark.parametrize(("number", "found"), [("1/1", 1), ("1/2", 0), ("2/1", 0)])
def test_a_cell_that_names_the_page_of_all_pages_is_that_of_a_foot(number: str, found: int) -> None:
    assert len(furniture(long_report(1).place(f"LK 1503\t{number}\tEN", LEFT, 800))) == found


@pytest.mark.parametrize(("bold", "every", "found"), [(0.0, 3, 4), (1.0, 3, 0), (1.0, 1, 12)])
def test_a_bold_heading_with_a_letter_may_begin_several_pages(bold: float, every: int, found: int) -> None:
    report = Report()
    for page in range(12):
        if page % every == 0:
            report.place("C.\tConclusions", LEFT, 90, bold=bold)
        report.paragraphs(2 * page + 1, 2 * page + 2).page_break()
    assert len(furniture(report)) == found


@pytest.mark.parametrize(("bold", "found"), [(0.0, 9), (1.0, 6)])
def test_a_section_whose_number_is_that_of_the_page_stands_below_its_head(bold: float, found: int) -> None:
    report = long_report(4).running(head="LK/SGB/2003/9\npage {page}")
    for page in (2, 3, 4):
        report.page_break().place(f"Section {page}", 290, 92, bold=bold).text(BODY)
    assert len([text for text in furniture(report) if not text.startswith(("LK/", "page"))]) == found - 6


@pytest.mark.parametrize(("size", "found"), [(10.0, 1), (16.0, 0)])
def test_a_large_heading_that_the_first_page_names_is_no_running_title(size: float, found: int) -> None:
    entry = "Keeping the lights of the coast"
    report = Report().place(f"{entry} ....... 2", LEFT, 300, bold=1.0).paragraphs(1, 2)
    report.page_break().place(entry, LEFT, 60, size=size).paragraphs(3, 4)
    assert len(furniture(report)) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("Article 1", "Article 6", "Article 13", "Article 25"), 0),
        (("Page 1", "Page 2", "Page 3", "Page 4"), 4),
        (("Lights 2007", "Lights 2007", "Lights 2007", "Lights 2007"), 4),
        (("Lights, page 1", "Lights, page 2", "Lights, page 1", "Lights, page 2"), 4),
    ],
)
def test_numbers_of_running_heads_stay_or_count_the_pages(lines: tuple[str, ...], found: int) -> None:
    report = Report()
    for at, line in enumerate(lines):
        if at:
            report.page_break()
        report.place(line, LEFT, 90, bold=1.0).text(BODY).text(BODY)
    assert len(furniture(report)) == found


def test_a_misread_line_of_a_running_head_stands_with_the_others() -> None:
    report = long_report(2).page_break()
    report.place("E/CN.4/2Î05/3", LEFT, 50).place("English", LEFT, 62).place("Pare 3", LEFT, 74)
    report.text(BODY).text(BODY).page_break()
    report.place("English", LEFT, 62).place("of the lights of the coast", LEFT, 90).text(BODY)
    report.page_break().place("English", LEFT, 62, size=8.0).place("Lights", LEFT, 80, size=14.0).text(BODY)
    assert furniture(report) == ["E/CN.4/2Î05/3", "English", "Pare 3", "English", "English"]


@pytest.mark.parametrize(("left", "y"), [(-60, 300), (600, 300), (200, -8), (200, 860)])
def test_what_stands_outside_the_page_is_furniture(left: float, y: float) -> None:
    assert furniture(Report().text(BODY).place("~Fer 't", left, y).text(BODY)) == ["~Fer 't"]


@pytest.mark.parametrize("sign", ["/...", "/ . . .", "I . ..", "/•", '1 . . "'])
def test_a_sign_that_the_text_goes_on_is_a_foot(sign: str) -> None:
    assert furniture(long_report(1).place(sign, 480, 780)) == [sign]


@pytest.mark.parametrize(
    ("sign", "left", "found"),
    [
        ("/In part 4", 300, True),
        ("/In part 4 of ...", 117, True),
        ("/Jn pait", 400, True),
        ("/Jn pait", 117, False),
        ("/s/ Ada Azure", 117, False),
    ],
)
def test_the_words_that_the_next_page_begins_with_are_a_foot(sign: str, left: float, *, found: bool) -> None:
    report = Report().paragraphs(1, 3).place(sign, left, 700).page_break().text("In part 4 of it all.")
    assert furniture(report.paragraphs(4, 6)) == [sign] * found


def test_the_end_of_a_note_that_comes_again_is_no_foot() -> None:
    report = Report()
    for page in range(4):
        if page:
            report.page_break()
        report.paragraphs(page * 3 + 1, page * 3 + 3)
        report.place(f"{page + 1}/ Records of the Keepers, Supplement", LEFT, 770)
        report.place("No. 1 (A/1287).", LEFT, 782)
    assert furniture(report) == []


def test_numbers_of_resolutions_on_a_line_of_their_own_are_text() -> None:
    report = Report().paragraphs(1, 3).page_break()
    report.place("of resolutions 75/12, 79/98, 79/99,", LEFT, 80).place(
        "79/100, 79/101, 79/102, 79/103", LEFT, 92
    )
    assert furniture(report.place("and 79/104 of the Keepers.", LEFT, 104).paragraphs(4, 6)) == []


def test_a_heading_that_a_caption_on_the_first_page_repeats_is_no_running_head() -> None:
    words = "Lamps of the northern islands"
    report = Report().place(f"Table 1. {words}", LEFT, 300, bold=1.0).paragraphs(1, 2).page_break()
    assert furniture(report.place(f"2. {words}", LEFT, 90).paragraphs(3, 4)) == []


@pytest.mark.parametrize(("y", "found"), [(62, 4), (95, 3)])
def test_a_running_title_stands_right_below_the_symbol(y: float, found: int) -> None:
    title = "Report of the Keepers of the Lights on their work"
    report = Report().place(title, LEFT, 200, size=14.0, bold=1.0).paragraphs(1, 2)
    for page in range(3):
        report.page_break().place("A/HRC/9/8", LEFT, 50)
        if page == 1:
            report.place(title, LEFT, y)
        report.paragraphs(2 * page + 3, 2 * page + 4)
    assert len(furniture(report)) == found


@pytest.mark.parametrize(("below", "found"), [(25, 6), (32, 3)])
def test_a_running_head_of_two_lines_may_be_in_double_spacing(below: float, found: int) -> None:
    report = Report()
    for page in range(3):
        if page:
            report.page_break()
        report.place("Report of the Keepers on their", LEFT, 50, size=11.0)
        report.place("work at the coast", LEFT, 50 + below, size=11.0)
        report.paragraphs(2 * page + 1, 2 * page + 2)
    assert len(furniture(report)) == found


def test_a_very_long_line_of_codes_is_no_running_head() -> None:
    line = "(a) " * 20_000 + "lights"
    assert furniture(long_report().place(line, LEFT, 60.0)) == []


@pytest.mark.parametrize(
    ("head", "is_head"),
    [
        ("AIC.2/80/L.5", True),
        ("AIC, 2/8W/E.55", True),
        ("Data/Tools/Methods", False),
        ("$/2024/228", True),
        ("Law/order/work of the keepers", False),
        ("Either/or", False),
    ],
)
def test_a_symbol_that_a_scan_has_misread_is_a_running_head(head: str, *, is_head: bool) -> None:
    assert (head in furniture(long_report(2).running(head=head))) is is_head


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("GE.07-13561 (S) 040707 090707", True),
        ("07-13561", True),
        ("GE.07-13561 was printed first", False),
        ("Lights - GE.07-13561", False),
        ("1907-13561 lights", False),
    ],
)
def test_the_number_of_the_printing_office_stands_anywhere_in_a_file_that_flows(
    text: str, *, found: bool
) -> None:
    flowing, printed = lines_of(text, starts_block=True), lines_of(text)
    assert [is_job_number(item) for item in (*flowing, *printed)] == [found, False]


@pytest.mark.parametrize(
    ("left", "found"), [("{page} Lights of the coast", 3), ("{page} Oil of the coast", 2)]
)
def test_running_heads_have_the_number_at_the_outer_edge_of_left_and_right_pages(
    left: str, found: int
) -> None:
    report = long_report(3)
    for page, head in enumerate(("Lights of the coast {page}", left, "Lights of the coast {page}"), 1):
        report.place(head.replace("{page}", str(page)), LEFT, 40.0, size=8.0)
        if page < 3:
            report.page_break()
    assert len(furniture(report)) == found


@pytest.mark.parametrize("end", ["79/7;", "79/7;{1}"])
def test_a_number_with_a_stroke_that_ends_a_clause_is_text(end: str) -> None:
    report = long_report(2).running(head="A/9/8\nPage {page}").page_break()
    report.place(end, LEFT, 92.0).paragraphs(7, 9)
    assert not any(line.startswith("79/7") for line in furniture(report))


@pytest.mark.parametrize(
    ("bold", "italic", "size", "ends"),
    [(1.0, 0.0, 10.0, True), (0.0, 1.0, 10.0, True), (0.0, 0.0, 10.0, False), (1.0, 0.0, 8.0, False)],
)
def test_a_year_at_the_top_of_a_page_ends_the_heading_above_it(
    bold: float, italic: float, size: float, *, ends: bool
) -> None:
    report = long_report(2).running(head="A/9/8\nPage {page}").page_break()
    words = "Lights of the northern coast and of all islands in the years to 30 June"
    report.place(words, LEFT, 80.0, bold=1.0 - italic, italic=italic, right=500.0)
    report.place("2029", LEFT, 92.0, size=size, bold=bold, italic=italic, right=LEFT + 20.0).paragraphs(7, 9)
    assert (f"{words} 2029" in [heading.text for heading in report.segment().headings]) == ends
