from __future__ import annotations

import msgspec
import pytest

from indexer.segment import segment
from indexer.segment.masthead_lines import is_cue
from tests.unit.segment.pages import FILL, LEFT, RIGHT, Report, blocks

TAIL = f"{FILL}, and {FILL} in the end."


def modern(title: str = "Report of the Keepers of the Lights", symbol: str = "A/HRC/9/8") -> Report:
    """Set a masthead as it is today: the symbol at the upper right, the title in bold below."""
    report = Report().place("United Nations", 60, 60, size=12).place(symbol, 430, 60, size=14, right=538)
    report.place("General Assembly", 110, 100, size=17, bold=1.0).place("Distr.: General", 430, 95)
    report.place("29 August 2008", 430, 110).place("Original: English", 430, 135)
    report.place("Human Rights Council", 60, 160, bold=1.0).place("Ninth session", 60, 174)
    report.place("Agenda item 9", 60, 188, bold=1.0)
    return report.place(title, LEFT, 240, size=14, bold=1.0)


def older() -> Report:
    """Set a masthead as it was until about 2007: capitals, the symbol in the right column."""
    report = Report().place("UNITED", 60, 60, size=12, bold=1.0).place("A", 540, 60, size=24, bold=1.0)
    report.place("NATIONS", 60, 76, size=12, bold=1.0)
    report.place("General Assembly", 110, 110, size=17, bold=1.0).place("Distr.", 400, 110)
    report.place("GENERAL", 400, 122).place("A/HRC/9/8", 400, 146).place("29 August 2008", 400, 158)
    report.place("Original: ENGLISH", 400, 182).place("HUMAN RIGHTS COUNCIL", 60, 220)
    report.place("Ninth session", 60, 232).place("Agenda item 9", 60, 244)
    return report.place("REPORT OF THE KEEPERS OF THE LIGHTS", 190, 300, bold=1.0, right=445)


def volume(*, dated: bool = True) -> Report:
    """Set the cover of a volume of official records, and the date on the page behind it."""
    report = Report().place("A/63/53", 470, 60, size=12, bold=1.0)
    report.place("United Nations", 60, 300, size=14)
    report.place("Report of the Keepers", 60, 360, size=28, bold=1.0)
    report.place("General Assembly", 60, 450, size=14, bold=1.0)
    report.place("Official Records", 60, 466, size=14).place("Sixty-third Session", 60, 482, size=14)
    report.place("Supplement No. 53 (A/63/53)", 60, 498, size=14)
    report.page_break().place("A/63/53", 60, 60)
    return (report.place("[29 August 2008]", 60, 400) if dated else report).page_break()


def facts(report: Report) -> tuple[str | None, str | None, str]:
    record = report.segment().records[0]
    return record.symbol, record.date, record.title


def test_the_masthead_of_today() -> None:
    report = modern().heading("Summary").text(f"In the morning {TAIL}")
    assert facts(report) == ("A/HRC/9/8", "2008-08-29", "Report of the Keepers of the Lights")


def test_the_masthead_until_2007() -> None:
    report = older().paragraphs(1, 4)
    assert facts(report) == ("A/HRC/9/8", "2008-08-29", "REPORT OF THE KEEPERS OF THE LIGHTS")


def test_what_is_corrected_stands_below_the_title() -> None:
    report = modern().place("Corrigendum", LEFT, 262, size=14, bold=1.0)
    report.text("PAGE 3, PARAGRAPH 12", above=20.0).text(f"For lamps read lights, {TAIL}", above=14.0)
    parsed = report.segment()
    assert parsed.records[0].title == "Report of the Keepers of the Lights – Corrigendum"
    assert [heading.text for heading in parsed.headings] == ["PAGE 3, PARAGRAPH 12"]


@pytest.mark.parametrize(("last", "titled"), [("Corrigendum", True), ("Agenda item 9", False)])
def test_a_corrigendum_names_its_title_also_where_the_text_is_set_in(last: str, *, titled: bool) -> None:
    report = Report().place("United Nations\tA/HRC/9/8", 60, 60, right=500).place("Distr.: General", 430, 74)
    report.place("Ninth session", 60, 90).place("The lights of the coast", 60, 120, size=14, bold=1.0)
    report.place(last, 60, 145, size=14, bold=1.0).text(f"For lamps read lights, {TAIL}", above=60.0)
    title = report.text(f"In part 3 {TAIL}").segment().records[0].title
    assert title == ("The lights of the coast – Corrigendum" if titled else "")


@pytest.mark.parametrize(("end", "title"), [(".", False), (".{1}", False), ("", True)])
def test_a_sentence_that_happens_to_stand_in_the_middle_is_no_title(end: str, *, title: bool) -> None:
    line = f"The following texts were adopted by the Council{end}"
    first = modern().place(line, 200, 290).paragraphs(1, 4).segment().records[0]
    read = line.replace("{1}", "1")  # no note of this number stands below
    assert (first.text == read, read in first.title) == (not title, title)


@pytest.mark.parametrize(("end", "title"), [("。", False), ("", True)])
def test_a_chinese_sentence_in_the_middle_is_no_title(end: str, *, title: bool) -> None:
    line = f"灯塔理事会通过了以下案文{end}"
    first = modern().place(line, 200, 290, right=430).paragraphs(1, 4).segment().records[0]
    assert (first.text == line, line in first.title) == (not title, title)


@pytest.mark.parametrize("caption", ["Figure 1. Ships in the harbours", "Tableau II", "Gráfico 1. Los faros"])
def test_what_heads_a_figure_is_no_title(caption: str) -> None:
    report = modern().place("PROGRAMME OF WORK", LEFT, 275).place(caption, LEFT, 300, bold=1.0)
    parsed = report.paragraphs(1, 4).segment()
    assert [heading.text for heading in parsed.headings] == ["PROGRAMME OF WORK"]
    assert [record.text for record in parsed.records if record.kind == "table"] == [caption]


def test_the_rapporteur_below_the_title_is_text() -> None:
    report = older().place("Rapporteur: Ms. Keeper (Ruritania)", 220, 324).paragraphs(1, 4)
    record = report.segment().records[0]
    assert (record.address, record.text) == ("t1", "Rapporteur: Ms. Keeper (Ruritania)")
    assert record.title == "REPORT OF THE KEEPERS OF THE LIGHTS"


def test_the_cover_of_a_volume() -> None:
    report = volume().running(head="A/63/53").heading("I.\tLights").paragraphs(1, 6)
    assert facts(report) == ("A/63/53", "2008-08-29", "Report of the Keepers")


def test_a_volume_may_print_its_date_below_a_summary_of_three_pages() -> None:
    report = volume(dated=False).text("Symbols are composed of letters and figures.").page_break()
    report.text("Lights of the coast", bold=1.0).page_break().heading("Summary")
    for _ in range(3):
        report.text(f"In the morning {TAIL}").page_break()
    report.place("[29 August 2008]", 440, 140).page_break().heading("I.\tLights").paragraphs(1, 6)
    assert facts(report)[1] == "2008-08-29"
    assert all(record.text != "[29 August 2008]" for record in report.segment().records)


def test_the_cover_of_a_body_says_what_it_reports_on() -> None:
    report = Report().place("E/2025/99", 470, 60, size=12).place("United Nations", 60, 300, size=14, bold=1.0)
    report.place("Commission of Keepers", 60, 360, size=28, bold=1.0)
    report.place("Report on the ninth session", 60, 400, size=20, bold=1.0)
    report.place("(7–11 April 2025)", 60, 424, size=20, bold=1.0)
    report.place("Official Records, 2025", 60, 482, size=14, bold=1.0).page_break()
    title = "Commission of Keepers – Report on the ninth session (7–11 April 2025)"
    assert facts(report.running(head="E/2025/99").paragraphs(1, 6))[2] == title


@pytest.mark.parametrize("place", ["Vienna, 2019", "New York and Geneva, 2015"])
@pytest.mark.parametrize("left", [LEFT, 270])
def test_the_publisher_at_the_foot_of_a_cover_is_no_masthead(place: str, left: float) -> None:
    report = Report().place("Guide to lamps", 220, 200, size=20, bold=1.0, right=415)
    report.place("UNITED NATIONS", left, 500, right=left + 95).place(place, left, 520, right=left + 95)
    report.page_break()
    assert facts(report.heading("I.\tLights").paragraphs(1, 6))[2] == "Guide to lamps"


def test_the_title_page_inside_a_volume_and_its_imprint_are_furniture() -> None:
    report = volume().place("General Assembly", 60, 75, size=12, bold=1.0).place("Supplement No. 53", 60, 89)
    report.place("Report of", LEFT, 190, size=20, bold=1.0).place("the Keepers", LEFT, 210, size=20, bold=1.0)
    report.place("United Nations • New York, 2008", LEFT, 640, size=14).page_break()
    report.text("Note", italic=1.0).text("Symbols are composed of letters and figures.", above=14)
    report.place("ISSN 0252-0028", LEFT, 672).page_break().heading("I.\tLights").paragraphs(1, 6)
    parsed = report.segment()
    assert [(record.address, record.section) for record in parsed.records[:2]] == [
        ("t1", ("Note",)),
        ("p1", ("I. Lights",)),
    ]
    assert {"the Keepers", "ISSN 0252-0028", "[29 August 2008]"} <= set(parsed.furniture)


def typed(*lines: str) -> Report:
    """Set a masthead without bold letters, with centred lines of a title."""
    report = Report().place("UNITED", 60, 60, size=12, bold=1.0).place("NATIONS", 60, 76, size=12, bold=1.0)
    report.place("Distr.", 400, 110).place("GENERAL", 400, 122).place("A/52/999", 400, 146)
    report.place("Fifty-second session", 60, 232).place("Agenda item 9", 60, 244)
    for at, line in enumerate(lines):
        report.place(line, (LEFT + 518) / 2 - 2.5 * len(line), 300 + 12 * at)
    return report


@pytest.mark.parametrize(
    "lines",
    [
        ("LIGHTS TRANSMITTED BY KEEPERS UNDER", "ARTICLE 73 e OF THE CHARTER OF THE LIGHTS OF THE SEA"),
        ("LIGHTS OF THE COAST AND OF THE", "ISLANDS IN THE 1990s AND WHAT WAS DONE TO KEEP THEM LIT"),
        ("REPORT OF THE ECONOMIC AND SOCIAL COUNCIL",),
        ("REPORT OF THE KEEPER-GENERAL ON THE", "LIGHTS OF THE COAST"),
        ("Lights of the coast:", "keepers of the islands, and all others who keep them lit by night"),
    ],
)
def test_typed_titles(lines: tuple[str, ...]) -> None:
    assert facts(typed(*lines).paragraphs(1, 4))[2] == " ".join(lines)


def test_an_organ_may_stand_on_several_lines_beside_symbol_and_date() -> None:
    report = Report().place("UNITED NATIONS\tDistr.", 60, 60, right=500).place("LIMITED", 400, 72)
    report.place("ECONOMIC", 60, 84).place("AND\tE/CN.4/SR.96", 60, 96, right=500)
    report.place("SOCIAL COUNCIL\t29 August 1953", 60, 108, right=500).place("ENGLISH", 400, 120)
    for at, line in enumerate(
        ("COMMISSION ON LIGHTS", "Ninth session", "SUMMARY RECORD OF THE NINETY-SIXTH MEETING")
    ):
        report.place(line, (LEFT + 518) / 2 - 2.5 * len(line), 150 + 24 * at)
    report.place("Held at Port Aven,", 270, 222).place("on Friday, 29 August 1953, at 10.30 a.m.", 220, 246)
    report.text("LIGHTS OF THE COAST (continued)", above=30.0).text(f"In the morning {TAIL}", above=14.0)
    records = report.text(f"In the evening {TAIL}").segment().records
    assert {(record.symbol, record.date, record.title) for record in records} == {
        ("E/CN.4/SR.96", "1953-08-29", "SUMMARY RECORD OF THE NINETY-SIXTH MEETING")
    }
    assert [record.section for record in records] == [("LIGHTS OF THE COAST (continued)",)] * 2


@pytest.mark.parametrize("organ", [60, LEFT])
def test_a_heading_below_a_title_may_stand_below_the_organ(organ: float) -> None:
    """Above a title that begins further right the organ tells nothing of it."""
    report = Report().place("United Nations\tA/HRC/9/8", 60, 60, right=500)
    report.place("Convention on all those who keep the Lights of the Sea\tDistr.: General", 60, 95, right=500)
    report.place("Committee of Keepers", organ, 160, bold=1.0)
    report.place("Questions on the lights of the coast", LEFT, 190, size=14, bold=1.0)
    report.place("Lamps and fees (art. 2)", LEFT, 220, bold=1.0).paragraphs(1, 4)
    assert (report.segment().records[0].section == ("Lamps and fees (art. 2)",)) == (organ < LEFT)


def test_an_organ_beside_the_distribution_is_no_title_whatever_was_read_of_the_emblem() -> None:
    report = Report().place("United Nations\tA/HRC/9/8", LEFT, 60, right=500)
    report.place("(a General Assembly\tDistr.: General", LEFT, 90, right=500, size=20, bold=1.0)
    report.place("M\t29 August 2008", LEFT, 105, right=480).place("Original: English", 430, 118)
    report.place("Lights of the coast", LEFT, 240, size=14, bold=1.0).paragraphs(1, 4)
    assert facts(report)[2] == "Lights of the coast"


def test_the_second_of_two_agendas_is_no_title() -> None:
    report = (
        modern().place("Lights of the coast", 348, 188, bold=1.0).place("and of the sea", 348, 200, bold=1.0)
    )
    assert facts(report.paragraphs(1, 4))[2] == "Report of the Keepers of the Lights"


def test_an_agenda_item_in_bold_at_the_margin_is_no_title() -> None:
    report = modern().place("Lights, lamps and bells", LEFT - 30, 202, bold=1.0)
    assert facts(report.paragraphs(1, 4))[2] == "Report of the Keepers of the Lights"


def test_what_a_masthead_gives_besides() -> None:
    record = modern().paragraphs(1, 4).segment().records[0]
    assert record.id == "A/HRC/9/8@en#p1"
    assert (record.body, record.year, record.symbols) == ("HRC", 2008, ("A/HRC/9/8",))


@pytest.mark.parametrize("meeting", ["66th meeting", "66e réunion", "66ª reunión"])
def test_the_meeting_of_a_committee_stands_in_its_masthead(meeting: str) -> None:
    report = (
        Report().place("Executive Committee of the Programme", 60, 60).place("Distr.: Restricted", 430, 60)
    )
    report.place("EC/66/SC/CRP.17", 430, 74).place("14 August 2015", 430, 88)
    report.place("Standing Committee", 60, 120, bold=1.0).place(meeting, 60, 134)
    report.place("The lights of the coasts", 60, 170, size=15, bold=1.0)
    assert report.page_break().paragraphs(1, 4).segment().records[0].title == "The lights of the coasts"


@pytest.mark.parametrize("symbol", ["A/HRC/9/8", "A/HRC/9/8*"])
def test_a_note_of_the_masthead_hangs_on_the_first_record(symbol: str) -> None:
    report = modern(symbol=symbol).place("Item 3 of the provisional agenda*", 60, 202)
    report.place("* To be issued as a supplement.", LEFT, 745, size=8.5).page_break()
    records = report.paragraphs(1, 4).segment().records
    assert [(record.number, note.at) for record in records for note in record.footnotes] == [("1", None)]


def test_the_masthead_is_in_no_record() -> None:
    parsed = modern().paragraphs(1, 4).segment()
    assert [record.address for record in parsed.records] == ["p1", "p2", "p3", "p4"]
    assert "Distr.: General" in parsed.furniture
    assert parsed.headings == ()


def test_a_title_of_two_blocks_is_divided_by_a_dash() -> None:
    report = modern().place("Addendum: the bells", LEFT, 270, size=12, bold=1.0).paragraphs(1, 4)
    assert facts(report)[2] == "Report of the Keepers of the Lights – Addendum: the bells"


def test_a_title_of_two_lines_is_one() -> None:
    report = modern("Report of the Keepers of the").place("Lights of the Coast", LEFT, 257, size=14, bold=1.0)
    assert facts(report.paragraphs(1, 4))[2] == "Report of the Keepers of the Lights of the Coast"


@pytest.mark.parametrize(
    "first", ["United Nations Support Mission in Ruritania", "Keepers of the sixth session"]
)
def test_a_title_may_read_like_a_line_of_the_masthead(first: str) -> None:
    report = modern(first).place("Report of the Secretary-General", LEFT, 265, size=12, bold=1.0)
    assert facts(report.paragraphs(1, 4))[2] == f"{first} – Report of the Secretary-General"


@pytest.mark.parametrize(
    ("text", "size", "heads"),
    [
        ("Programme of work", 10.0, True),
        ("Programme of work", 12.0, False),
        ("Addendum", 10.0, False),
        ("Corrigendum", 10.0, False),
    ],
)
def test_a_heading_right_below_the_title(text: str, size: float, *, heads: bool) -> None:
    report = modern().place("Note by the Secretariat", LEFT, 265, size=12, bold=1.0)
    parsed = report.place(text, LEFT, 290, size=size, bold=1.0).paragraphs(1, 4).segment()
    assert [heading.text for heading in parsed.headings] == ([text] if heads else [])
    assert parsed.records[0].title.endswith(text) == (not heads)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("PROGRAMME OF WORK", True),
        ("PROGRAMME OF WORK OF THE KEEPERS\nIN THE COMING YEAR", True),
        ("REPORT OF THE SECRETARY-GENERAL", False),
        ("ADDENDUM", False),
    ],
)
def test_capitals_right_below_the_title(text: str, *, heads: bool) -> None:
    report = modern()
    for at, line in enumerate(text.split("\n")):
        report.place(line, LEFT, 275 + 12 * at)
    parsed = report.paragraphs(1, 4).segment()
    assert [heading.text for heading in parsed.headings] == ([text.replace("\n", " ")] if heads else [])


@pytest.mark.parametrize(
    ("text", "named"),
    [("Report by the Keeper-General", True), ("Note by the Keepers", True), ("Programme of work", False)],
)
def test_who_presents_a_paper_stands_in_its_title_in_the_size_of_the_text(text: str, *, named: bool) -> None:
    report = modern().place(text, LEFT, 262, bold=1.0)
    report.place("A.\tHow the lamps of the coast were kept in the winter of that year", LEFT, 290, bold=1.0)
    record = report.paragraphs(1, 4).segment().records[0]
    assert record.title == "Report of the Keepers of the Lights" + (f" – {text}" if named else "")
    assert record.section[-1].startswith("A. How the lamps")


@pytest.mark.parametrize(
    ("title", "heads"), [("Report of the Keepers of the Lights", True), ("LIGHTS AND WAVES", False)]
)
def test_large_capitals_below_a_title_without_any_are_a_heading(title: str, *, heads: bool) -> None:
    report = modern(title).place("PROGRAMME OF WORK", LEFT, 270, size=15, bold=1.0).paragraphs(1, 4)
    assert [heading.text for heading in report.segment().headings] == ["PROGRAMME OF WORK"] * heads


@pytest.mark.parametrize(("text", "heads"), [("1\tScope of lights", True), ("1 July 2010", False)])
def test_a_first_section_without_a_stop_is_no_date(text: str, *, heads: bool) -> None:
    report = modern().place(text, LEFT, 270, size=12, bold=1.0).text("1.1\tOf lamps", italic=1.0)
    titled = facts(report.paragraphs(1, 4))[2]
    assert titled == "Report of the Keepers of the Lights" + (f" – {text}" if not heads else "")


@pytest.mark.parametrize("number", ["1.", "1)", "1 -", "[1]", "§ 1", "1"])
def test_capitals_below_the_title_head_a_paragraph_whatever_the_signs_of_its_number(number: str) -> None:
    report = modern().place("PROGRAMME OF WORK", LEFT, 275)
    for at in range(1, 8):
        report.paragraph(number.replace("1", str(at)), f"In part {at} {TAIL}")
    assert {record.section for record in report.segment().records} == {("PROGRAMME OF WORK",)}


@pytest.mark.parametrize(
    ("text", "size", "bold"), [("Programme of work", 12.0, 1.0), ("PROGRAMME OF WORK", 10.0, 0.0)]
)
@pytest.mark.parametrize("column", [0, 1])
def test_a_title_across_two_columns_does_not_go_on_in_one(
    column: int, text: str, size: float, bold: float
) -> None:
    report = modern().place(text, LEFT + 158, 275, size=size, bold=bold).text(f"In the morning {TAIL}")
    document = report.paragraphs(1, 4).document()
    page = document.pages[0]
    lines = tuple(
        msgspec.structs.replace(line, column=column if line.bottom > 270 else 0) for line in page.lines
    )
    page = msgspec.structs.replace(page, lines=lines)
    parsed = segment(msgspec.structs.replace(document, pages=(page,)))
    assert parsed.records[0].section == ((text,) if column else ())


@pytest.mark.parametrize(("size", "y", "found"), [(12.0, 257, True), (14.0, 275, True), (14.0, 257, False)])
def test_a_long_first_section_is_set_smaller_than_the_title_or_apart(
    size: float, y: float, *, found: bool
) -> None:
    section = "I. Lights of all the coasts and islands of the north and of their keepers"
    parsed = modern().place(section, LEFT, y, size=size, bold=1.0).paragraphs(1, 4).segment()
    assert (parsed.records[0].section == (section,)) == found


def test_a_hyphen_at_the_end_of_a_line_of_the_title_has_no_space_behind_it() -> None:
    report = modern("Report of the twenty-").place("seventh year", LEFT, 257, size=14, bold=1.0)
    assert facts(report.paragraphs(1, 4))[2] == "Report of the twenty-seventh year"


def test_a_title_may_begin_with_the_name_of_a_body_of_the_united_nations() -> None:
    report = modern("United Nations Office for Lights: report of").place(
        "the Keepers", LEFT, 257, size=14, bold=1.0
    )
    assert facts(report.paragraphs(1, 4))[2] == "United Nations Office for Lights: report of the Keepers"


def test_what_a_resolution_was_adopted_on_may_take_two_lines() -> None:
    report = modern("Resolution adopted by the Assembly").place("[on the report of the Keepers", LEFT, 270)
    report.place("(Third Committee)]", LEFT, 282)
    report.place("63/9. The state of lights", LEFT - 40, 310, size=12, bold=1.0)
    parsed = report.paragraphs(1, 4).segment()
    assert parsed.records[0].title == "Resolution adopted by the Assembly – 63/9. The state of lights"
    assert "(Third Committee)]" in parsed.furniture


def test_who_submits_a_draft_and_what_stands_above_is_no_title() -> None:
    report = modern("Questions of lights").place("Draft decision submitted by the Chair", LEFT, 270, bold=1.0)
    report.place("The state of lights", LEFT, 300, size=12, bold=1.0)
    assert facts(report.paragraphs(1, 4))[2] == "The state of lights"


@pytest.mark.parametrize(
    "lines",
    [
        ("Draft decision submitted by the Chair",),
        ("Erewhon, Lilliput, Northland, Ruritania, Southland,", "Syldavia and Utopia: draft resolution"),
        ("Erewhon: revised draft resolution",),
        ("Erewhon et Lilliput : projet de résolution",),
        ("Erewhon y Lilliput: proyecto de decisión",),
        ("埃瑞璜：决议草案",),
    ],
)
def test_who_submits_a_draft_is_text(lines: tuple[str, ...]) -> None:
    report = modern(lines[0])
    for line in lines[1:]:
        report.place(line, LEFT, 256, size=14, bold=1.0)
    report.place("The state of lights", LEFT, 300, size=14, bold=1.0)
    report.place("The General Assembly,", LEFT + 24, 336)
    records = report.paragraphs(1, 4).segment().records
    assert [(r.address, r.kind, r.text) for r in records[:2]] == [
        ("t1", "text", " ".join(lines)),
        ("t2", "text", "The General Assembly,"),
    ]
    assert {(record.title, record.section) for record in records} == {("The state of lights", ())}


@pytest.mark.parametrize("part", ["A", "I"])
def test_the_first_of_several_drafts_may_be_set_plainly(part: str) -> None:
    report = modern("Draft resolutions on lights").place(part, 315, 300).place("The coast", 295, 316)
    parsed = report.place("The General Assembly,", LEFT + 24, 340).paragraphs(1, 4).segment()
    assert {record.title for record in parsed.records} == {"Draft resolutions on lights"}


@pytest.mark.parametrize("part", ["A", "I"])
def test_the_first_of_several_drafts_is_no_part_of_the_title(part: str) -> None:
    report = modern("Draft resolutions submitted by the Chair").place("Lights", LEFT, 270, size=12, bold=1.0)
    report.place(part, LEFT, 300, bold=1.0).place("The state of lights", LEFT, 312, bold=1.0)
    report.place("The General Assembly,", LEFT + 24, 336).paragraphs(1, 4)
    parsed = report.segment()
    assert {record.title for record in parsed.records} == {"Lights"}
    assert {record.section for record in parsed.records[1:]} == {(f"{part} The state of lights",)}


def test_the_agenda_of_a_short_note_stands_aside_too() -> None:
    report = modern().place("Administrative aspects of the lights", 60, 202, bold=1.0)
    report.place("of all of the coasts and of most of the harbours", 60, 214, bold=1.0)
    report.place("The General Assembly,", LEFT + 24, 300).text(
        f"Takes note; {FILL}; {FILL}; {FILL}.", above=200
    )
    assert facts(report)[2] == "Report of the Keepers of the Lights"


def test_an_institute_named_after_the_united_nations_sets_no_masthead() -> None:
    report = Report().place("United Nations Institute", 60, 40, bold=1.0)
    report.place("The State of the Lights", 40, 90, size=30).text(f"In the morning {TAIL}")
    assert facts(report) == (None, None, "The State of the Lights")


def test_note_marks_are_no_words_of_the_title() -> None:
    report = modern("Report of the Keepers of the Lights{*}").paragraphs(1, 4)
    report.place("*\tSubmitted late.", LEFT, 745, size=8.5)
    parsed = report.segment()
    assert parsed.records[0].title == "Report of the Keepers of the Lights"
    assert [note.text for note in parsed.records[0].footnotes] == ["Submitted late."]


def test_note_marks_that_are_not_raised_are_no_words_of_the_title() -> None:
    report = modern("Report of the Keepers of the Lights*, **").paragraphs(1, 4)
    assert facts(report)[2] == "Report of the Keepers of the Lights"


def test_the_masthead_of_a_bulletin() -> None:
    report = (
        Report().place("United Nations", 60, 60, size=12).place("ST/SGB/2029/7", 430, 60, size=14, right=538)
    )
    report.place("Secretariat", 60, 100, size=17, bold=1.0).place("7 April 2029", 430, 95)
    report.place("Bulletin of the Keepers", LEFT, 240, size=14, bold=1.0).paragraphs(1, 4)
    assert facts(report) == ("ST/SGB/2029/7", "2029-04-07", "Bulletin of the Keepers")


def test_the_first_numbered_heading_ends_the_title() -> None:
    report = modern().place("Corrigendum", LEFT, 270, size=12, bold=1.0)
    report.text("1.\tParagraph 14, third sentence", bold=1.0).text("For the words in the middle read these.")
    report.text("2.\tParagraph 31", bold=1.0).text("The second sentence should be left out.")
    assert facts(report)[2] == "Report of the Keepers of the Lights – Corrigendum"


def test_that_an_item_is_on_the_agenda_is_no_title() -> None:
    report = modern("Agenda").place("The lights of the coast", LEFT, 270, size=12, bold=1.0).paragraphs(1, 4)
    assert facts(report)[2] == "The lights of the coast"


IN_SIX_LANGUAGES = [
    ("United Nations", "General Assembly", "Original: English", "Ninth session", "Agenda item 9"),
    (
        "Nations Unies",
        "Assemblée générale",
        "Original : anglais",
        "Neuvième session",
        "Point 9 de l’ordre du jour",
    ),
    (
        "Naciones Unidas",
        "Asamblea General",
        "Original: inglés",
        "Noveno período de sesiones",
        "Tema 9 del programa",
    ),
    (
        "Организация Объединенных Наций",
        "Генеральная Ассамблея",
        "Original: English",
        "Девятая сессия",
        "Пункт 9 повестки дня",
    ),
    ("联合国", "大会", "Original: English", "第九届会议", "议程项目9"),
    ("الأمم المتحدة", "الجمعية العامة", "Original: English", "الدورة التاسعة", "البند ٩ من جدول الأعمال"),
]


@pytest.mark.parametrize("words", IN_SIX_LANGUAGES)
@pytest.mark.parametrize("at", [60, LEFT])
def test_mastheads_in_six_languages(words: tuple[str, str, str, str, str], at: float) -> None:
    name, organ, original, session, item = words
    report = Report().place(name, 60, 60, size=12).place("A/HRC/9/8", 430, 60, size=14, right=538)
    report.place(organ, 110, 100, size=17, bold=1.0).place("Distr.: General", 430, 95)
    report.place("29 August 2008", 430, 110).place(original, 430, 135)
    report.place(session, at, 174).place(item, at, 188, bold=1.0)
    report.place("ΦΩΣ 2008", LEFT, 240, size=14, bold=1.0).paragraphs(1, 3)
    parsed = report.segment()
    assert facts(report) == ("A/HRC/9/8", "2008-08-29", "ΦΩΣ 2008")
    assert [record.address for record in parsed.records] == ["p1", "p2", "p3"]
    assert not parsed.headings


@pytest.mark.parametrize(
    "sentence",
    [
        "The peoples of the United Nations kept the lights",
        "Les peuples des Nations Unies ont gardé les feux",
        "Los pueblos de las Naciones Unidas guardaban los faros",
        "Народы Организация Объединенных Наций хранили маяки",
        "联合国大会一九四八年通过",
        "كانت الأمم المتحدة تحرس المنارات",
    ],
)
def test_a_sentence_that_names_the_organisation_is_no_masthead(sentence: str) -> None:
    report = Report().text(f"Lights were kept, {FILL}.").text(f"{sentence}, {FILL}.").paragraphs(1, 2)
    assert [record.kind for record in report.segment().records] == ["text", "text", "paragraph", "paragraph"]


def test_no_title_stands_below_the_contents() -> None:
    first = "I. The lights of the islands and of the coast, their keepers, and their pilots"
    report = modern().heading("Contents", above=180.0)
    report.text(f"{first} ....... 2", above=0).text("II. Ships ............. 3", above=0)
    report.heading(first, size=10.0).paragraphs(1, 3).heading("II. Ships").paragraphs(4, 6)
    parsed = report.segment()
    assert parsed.report.title == "Report of the Keepers of the Lights"
    assert parsed.records[0].section == (first,)


def test_a_signature_does_not_run_on_from_the_letter() -> None:
    report = modern().text(f"In my view {FILL}, and {FILL} too.", above=180.0)
    report.text("(Signed) Ada Brightwater", above=0.0).paragraphs(1, 3)
    assert [record.text[:8] for record in report.segment().records[:2]] == ["In my vi", "(Signed)"]


def test_a_letter_set_smaller_than_what_it_transmits() -> None:
    report = Report(size=12.0, leading=14.0).place("United Nations", 60, 60, size=12)
    report.place("S/2009/8", 430, 60, size=12).place("Distr.: General", 430, 95)
    report.place("Letter from the keepers addressed to the President of the", LEFT, 240, size=12, bold=1.0)
    report.place("Security Council", LEFT, 254, size=12, bold=1.0)
    report.text(f"In the morning {TAIL}", size=10.0).page_break().paragraphs(1, 6)
    title = "Letter from the keepers addressed to the President of the Security Council"
    assert facts(report)[2] == title


@pytest.mark.parametrize(
    ("session", "item"),
    [
        ("Sixty-third session", "Agenda item 9"),
        ("Session de 2009", "Point 9 b) de l’ordre du jour"),
        ("Período de sesiones de 2009", "Tema 9 b) del programa"),
        ("63º período de sesiones", "Tema 9 de la agenda"),
        ("Сессия 2009 года", "Пункт 9 повестки дня"),
        ("2009年会议", "议程项目9"),
    ],
)
def test_what_an_agenda_item_is_called_is_no_title(session: str, item: str) -> None:
    report = Report().text("United Nations\tE/2009/8").text("Distr.: General").text("29 August 2008")
    report.text("Keepers Council", bold=1.0).text(session, bold=1.0).text(item).text("Seas", bold=1.0)
    report.text("The lights", bold=1.0, size=14.0).text("Report of the keepers", bold=1.0, size=12.0)
    document = report.paragraphs(1, 3).document(paged=False)
    lines = tuple(msgspec.structs.replace(line, starts_block=True) for line in document.pages[0].lines)
    page = msgspec.structs.replace(document.pages[0], lines=lines)
    parsed = segment(msgspec.structs.replace(document, pages=(page,)))
    assert [(record.address, record.title) for record in parsed.records] == [
        (f"p{n}", "The lights – Report of the keepers") for n in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    "first",
    [
        *("Introduction", "Introducción", "Введение", "摘要", "موجز", "一. 导言"),
        *("Article 1", "Rule 1. Lamps", "CHAPTER I", "Section 1", "Decision 12/CP.30", "Decision XII/1"),
    ],
)
def test_the_first_heading_of_the_text_is_no_title(first: str) -> None:
    report = modern().heading(first).paragraphs(1, 3)
    assert facts(report)[2] == "Report of the Keepers of the Lights"
    assert report.segment().records[0].section == (first,)


@pytest.mark.parametrize(
    ("number", "indent", "hang"), [("1.", 0.0, 36.0), ("1)", 0.0, 36.0), ("1.", 36.0, 0.0)]
)
@pytest.mark.parametrize("opening", [(), ("29 August 2009", "Excellency,")])
def test_text_at_the_margin_of_hanging_paragraphs_does_not_stand_aside(
    number: str, indent: float, hang: float, opening: tuple[str, ...]
) -> None:
    report = Report().place("United Nations\tA/HRC/9/8", 60, 60, right=500).place("Distr.: General", 430, 74)
    report.place("Report of the Keepers of the Lights", 60, 110, size=14, bold=1.0)
    for at, line in enumerate(opening):
        report.place(line, 60, 140 + 14 * at)
    shift = LEFT - 60  # the text stands at the margin of the masthead
    report.text(f"In the morning {TAIL}", indent=-shift, hang=-shift, above=14)
    for at in range(1, 6):
        report.text(
            number.replace("1", str(at)) + f"\tIn part {at} {TAIL}", indent=indent - shift, hang=hang - shift
        )
    records = report.segment().records
    assert f"In the morning {TAIL}" in [record.text for record in records]
    assert [record.text for record in records if record.number] == [
        f"In part {at} {TAIL}" for at in range(1, 6)
    ]


@pytest.mark.parametrize(
    ("first", "symbol"),
    [
        ("A/HRC/9/8", "A/HRC/9/8"),
        ("A/HRC/9/8*", "A/HRC/9/8"),
        ("As A/HRC/9/8 says", None),
        ("Lights of the coast", None),
    ],
)
def test_a_file_without_masthead_may_begin_with_its_symbol_alone(first: str, symbol: str | None) -> None:
    parsed = Report().text(first).text("On A/HRC/9/7").paragraphs(1, 4).segment()
    assert parsed.records[0].symbol == symbol
    assert (first in parsed.furniture) is (symbol is not None)


@pytest.mark.parametrize(
    ("lines", "symbol", "date"),
    [
        (("Lights", "A/HRC/9/8", "3 May 2008"), "A/HRC/9/8", "2008-05-03"),
        (("Home", "Search", "Lights", "3 May 2008", "A/HRC/9/8**"), "A/HRC/9/8", "2008-05-03"),
        (("Lights", "A/HRC/9/8", "Keepers met from 3 to 5 May 2008 in the harbour"), "A/HRC/9/8", None),
        (("Lights", "A/HRC/9/8", "A/HRC/9/7"), None, None),
        (("Lights", "On A/HRC/9/8"), None, None),
        (("Lights of the coast were lit, and nobody knew by whom.", "A/HRC/9/8"), None, None),
    ],
)
def test_web_sites_have_the_symbol_alone_above_the_text(
    lines: tuple[str, ...], symbol: str | None, date: str | None
) -> None:
    numbered = [f"{number}.\tKeepers met, and {TAIL}" for number in (1, 2, 3)]
    record = blocks(*[(text, {}) for text in (*lines, *numbered)]).records[-1]
    assert (record.symbol, record.date) == (symbol, date)


LONG_TITLE = (
    "Decision of the Forum of Keepers on what was said of the lights, the horns and the bells of the coast"
)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ((f"{LONG_TITLE} *", "State: Ruritania"), LONG_TITLE),
        (("Report of the Forum on lights", "Chair: A. Light"), "Report of the Forum on lights"),
        (
            ("Report of the Forum on its fifth session", "GE.08-14665 (E)"),
            "Report of the Forum on its fifth session",
        ),
        (("Forum of Keepers", "Lights"), ""),
        ((f"Subject: {LONG_TITLE}",), ""),
        ((f"{LONG_TITLE}, and more.",), ""),
    ],
)
def test_the_title_of_a_text_without_faces_is_told_by_its_words(lines: tuple[str, ...], title: str) -> None:
    masthead = ("United Nations", "A/HRC/9/8", "Distr.: General", "3 May 2008")
    numbered = [f"{number}.\tKeepers met, and {TAIL}" for number in (1, 2, 3)]
    record = blocks(*[(text, {}) for text in (*masthead, *lines, *numbered)]).records[-1]
    assert (record.symbol, record.title) == ("A/HRC/9/8", title)


@pytest.mark.parametrize(
    "salutation",
    [
        *("Excellency,", "Dear Mr. President,", "Monsieur le Président,", "Sir:"),
        *("صاحب السعادة،", "阁下：", "主席先生："),
    ],
)
def test_a_letter_begins_below_its_salutation(salutation: str) -> None:
    report = Report().place("United Nations", LEFT, 40, bold=1.0).place("A/61/7", 480, 40)
    report.place("Distr.: General", 480, 52).place("5 May 2006", LEFT, 150).place(salutation, LEFT, 180)
    report.place("I thank you.", LEFT, 204).text(f"In the morning {TAIL}")
    assert report.segment().records[0].text == "I thank you."


@pytest.mark.parametrize(
    "words",
    [
        "Lighthousekeepers of all northern archipelagos have written",
        "Throughout all those years keepers wrote",
    ],
)
def test_the_first_line_of_a_paragraph_may_stand_in_the_middle_by_chance(words: str) -> None:
    report = modern().place(words, (LEFT + RIGHT - 5 * len(words)) / 2, 280)
    report.place(f"of lights, and {FILL[:60]}", LEFT, 292).place("of the islands.", LEFT, 304)
    parsed = report.text(f"In the morning {TAIL}").segment()
    assert parsed.records[0].text.startswith(f"{words} of lights")


def test_a_recital_of_two_lines_may_begin_in_the_middle_by_chance() -> None:
    words = "Guided by the purposes and principles enshrined in the"
    report = modern().place(words, (LEFT + RIGHT - 5 * len(words)) / 2, 280)
    report.place("Charter of the Keepers,", LEFT, 292)
    parsed = report.text(f"Recalling that {TAIL[:-1]},", indent=36).paragraphs(1, 3).segment()
    assert parsed.records[0].text == f"{words} Charter of the Keepers,"


def test_a_recital_of_one_line_in_the_middle_is_no_line_of_the_title() -> None:
    words = "Having considered in depth the question of the lights,"
    report = modern().place(words, (LEFT + RIGHT - 5 * len(words)) / 2, 280)
    parsed = report.text(f"Recalling that {TAIL[:-1]},", indent=36).paragraphs(1, 3).segment()
    assert (parsed.records[0].text, parsed.records[0].title) == (words, "Report of the Keepers of the Lights")


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        *(("29 August 2008", True), ("5 мая 2016 года", True), ("14 آذار/مارس 2024", True)),
        *(("3 كانون الثاني/يناير 1999", True), ("2024年3月14日", True), ("2024 年 3 月 14 日", True)),
        *(("5 мая 2016 года состоялось", False), ("2024年3月14日会议", False)),
    ],
)
def test_a_date_is_a_line_of_a_masthead(line: str, *, cue: bool) -> None:
    assert is_cue(line) is cue


def test_the_language_of_an_annex_makes_no_masthead_of_the_letter_above_it() -> None:
    report = Report().heading("Letter from the keeper of the lights")
    report.text(
        f"I have the honour to send what {FILL} and {FILL}. {FILL.capitalize()}. {FILL.capitalize()}."
    )
    report.heading("Annex").text("[Original: French]").paragraphs(1, 3)
    records = report.segment().records
    assert [record.address for record in records] == ["t1", "annex.t1", "p1", "p2", "p3"]
