from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.segment.candidates import find_candidates
from indexer.segment.heading_numbers import HeadingNumbers
from indexer.segment.main_numbering import MainNumbering
from indexer.segment.numbering import NumberingReader
from tests.unit.segment.pages import FILL, LEFT, TAB, Report
from tests.unit.segment.test_masthead import modern
from tests.unit.work import is_linear

TAIL = f"{FILL}, and {FILL} in the end."


def numbers(report: Report) -> list[str]:
    return [record.address for record in report.segment().records]


def findings(report: Report) -> list[str]:
    return [f"{finding.code}: {finding.text}" for finding in report.segment().report.findings]


def test_plain_numbers_from_one() -> None:
    report = Report().paragraphs(1, 12)
    assert numbers(report) == [f"p{n}" for n in range(1, 13)]
    assert report.segment().report.numbered == 12


def test_the_number_is_no_part_of_the_text() -> None:
    assert (
        Report()
        .paragraph("1.", f"The group met. {TAIL}")
        .paragraphs(2, 3)
        .records()["p1"]
        .text.startswith("The g")
    )


def test_a_year_at_a_line_start_is_no_number() -> None:
    report = Report().paragraphs(1, 3)
    report.text("4.\tThe keepers of the harbour met in the first week of the month of May of the")
    report.text(f"2009. The others met in June. {TAIL}", above=0)
    report.paragraphs(5, 7)
    assert numbers(report) == [f"p{n}" for n in range(1, 8)]
    assert "May of the 2009. The others" in report.records()["p4"].text


def test_a_number_with_a_suffix() -> None:
    report = Report().paragraphs(1, 3).paragraph("3 bis.", f"The keepers met. {TAIL}").paragraphs(4, 6)
    found = report.records()
    assert list(found) == ["p1", "p2", "p3", "p3bis", "p4", "p5", "p6"]
    assert found["p3bis"].number == "3 bis"


def test_numbers_put_in_later_without_their_stops() -> None:
    report = Report().paragraphs(1, 3)
    for number in ("3bis [The", "3ter.[The", "3sexies. The", "3sexties. The", "3nonies. The"):
        report.text(f"{number} keepers met. {TAIL}")
    assert list(report.paragraphs(4, 6).records()) == [
        *("p1", "p2", "p3", "p3bis", "p3ter", "p3sexies", "p3sexties", "p3nonies"),
        *("p4", "p5", "p6"),
    ]


def test_a_list_inside_a_paragraph() -> None:
    report = Report().paragraphs(1, 3).paragraph("4.", f"The keepers ask all States {FILL}:")
    for number, words in enumerate(("Lamps", "Bells", "Horns"), 1):
        report.paragraph(
            f"{number}.", f"{words} for all the coasts of the States {FILL};", indent=40, hang=40
        )
    report.paragraphs(5, 8)
    found = report.records()
    assert list(found) == ["p1", "p2", "p3", "p4", "p4.1", "p4.2", "p4.3", "p5", "p6", "p7", "p8"]
    assert found["p4.2"].kind == "item"
    assert found["p4.2"].number == "2"
    assert found["p4.2"].text.startswith("Bells for")
    assert found["p4"].text.endswith(f"{FILL}:")
    assert report.segment().report.findings == ()


def test_a_list_at_the_indent_of_the_paragraphs() -> None:
    report = Report().paragraphs(1, 3).paragraph("4.", f"The keepers ask all States {FILL}:")
    for number, words in enumerate(("Lamps", "Bells", "Horns"), 1):
        report.paragraph(f"{number}.", f"{words} for all the coasts of the States {FILL};")
    report.paragraphs(5, 8)
    assert numbers(report) == ["p1", "p2", "p3", "p4", "p4.1", "p4.2", "p4.3", "p5", "p6", "p7", "p8"]


def test_a_second_list_of_a_document_hangs_on_its_own_paragraph() -> None:
    report = Report()
    for first in (1, 4):
        report.paragraphs(first, first + 1).paragraph(f"{first + 2}.", f"They ask {FILL}:")
        report.paragraph("1.", f"Lamps {TAIL}", indent=40, hang=40)
        report.paragraph("2.", f"Bells {TAIL}", indent=40, hang=40)
    report.paragraphs(7, 8)
    assert numbers(report) == ["p1", "p2", "p3", "p3.1", "p3.2", "p4", "p5", "p6", "p6.1", "p6.2", "p7", "p8"]


def test_an_annex_begins_again() -> None:
    report = Report().paragraphs(1, 5).page_break().heading("Annex").paragraphs(1, 4)
    assert numbers(report) == ["p1", "p2", "p3", "p4", "p5", *(f"annex.p{n}" for n in range(1, 5))]
    assert report.segment().report.findings == ()


def test_two_annexes() -> None:
    report = Report().paragraphs(1, 5).page_break().heading("Annex I").heading("Rules").paragraphs(1, 3)
    report.page_break().heading("Annex II").heading("Names").paragraphs(1, 3)
    found = report.records()
    assert list(found)[5:] == [f"annex-I.p{n}" for n in (1, 2, 3)] + [f"annex-II.p{n}" for n in (1, 2, 3)]
    assert found["annex-II.p1"].section == ("Annex II", "Names")


def test_numbers_that_go_on_through_an_annex() -> None:
    report = Report().paragraphs(1, 5).page_break().heading("Annex I").paragraphs(6, 9)
    assert report.segment().report.numbered == 9
    assert report.segment().report.findings == ()


def test_a_restart_without_a_title() -> None:
    report = Report().heading("I.\tFirst").paragraphs(1, 5).heading("II.\tSecond").paragraphs(1, 5)
    assert numbers(report) == [f"p{n}" for n in range(1, 6)] + [f"s2.p{n}" for n in range(1, 6)]


def test_a_restart_without_a_title_ends_with_its_section() -> None:
    report = Report().heading("I.\tFirst").paragraphs(1, 3)
    report.heading("II.\tSecond").paragraphs(1, 3).heading("A.\tMore", size=10).text(f"So {TAIL}")
    report.heading("III.\tThird").text(f"So {TAIL}")
    assert numbers(report) == [*("p1", "p2", "p3"), *("s2.p1", "s2.p2", "s2.p3", "s2.t1", "t1")]


@pytest.mark.parametrize(("indent", "left"), [(0.0, LEFT), (0.5 * TAB, LEFT + TAB)])
def test_a_list_that_fills_the_pages_of_one_side_does_not_move_its_margin(indent: float, left: float) -> None:
    report = Report().text(" ".join([TAIL] * 8)).page_break()
    report.text("There shall be set off against this what the keepers pay:", indent=indent)
    for number in (1, 2):
        words = f"Light the lamps of part {number} as {FILL}, and {FILL}, and {FILL};"
        report.paragraph(f"{number}.", words, indent=TAB, hang=TAB)
    items, measures = report.items()
    assert measures.left(items[-1]) == left


def test_an_excerpt_begins_in_the_middle() -> None:
    report = Report().paragraphs(21, 30)
    assert numbers(report) == [f"p{n}" for n in range(21, 31)]
    assert findings(report) == []


def test_an_excerpt_may_have_an_annex_that_counts_from_one() -> None:
    report = Report().paragraphs(21, 30).heading("Annex").paragraphs(1, 4)
    assert numbers(report) == [*(f"p{n}" for n in range(21, 31)), *(f"annex.p{n}" for n in range(1, 5))]


def test_an_excerpt_may_have_a_list_that_is_longer() -> None:
    report = Report().paragraphs(21, 26).paragraph("27.", "These lights were asked for:")
    for number in range(1, 15):
        report.paragraph(f"{number}.", f"Light the lamps of {number};", above=2.0)
    addresses = numbers(report.paragraphs(28, 29))
    assert addresses == [*(f"p{n}" for n in range(21, 28)), *(f"p27.{n}" for n in range(1, 15)), "p28", "p29"]


@pytest.mark.parametrize(("first", "after"), [(14, 68), (29, 68), (14, 32)])
def test_an_excerpt_may_begin_in_a_list(first: int, after: int) -> None:
    report = Report()
    for number in range(first, 31):
        report.paragraph(
            f"{number}.", f"Light the lamps of {number}, as {FILL}, and {FILL};", indent=TAB, hang=TAB
        )
    report.paragraphs(after, after + 2)
    listed = [f"p{after - 1}.{n}" for n in range(first, 31)]
    assert numbers(report) == [*listed, *(f"p{n}" for n in range(after, after + 3))]
    assert {record.kind for record in report.records().values() if record.address in listed} == {"item"}


def test_an_excerpt_may_begin_in_a_list_under_a_paragraph() -> None:
    report = Report()
    for number in range(50, 59):
        report.paragraph(f"136.{number}.", f"Light the lamps of {number}, as {FILL};", indent=TAB, hang=TAB)
    records = report.paragraphs(137, 139).records()
    assert [record.kind for record in records.values()] == [*["recommendation"] * 9, *["paragraph"] * 3]
    assert records["p136.50"].number == "136.50"


def test_paragraphs_whose_margin_was_misread_are_no_list() -> None:
    report = Report()
    for number in range(21, 28):
        report.paragraph(f"{number}.", f"The keepers of {number} met, and {FILL}.", indent=TAB, hang=TAB)
    assert numbers(report.paragraphs(28, 30)) == [f"p{n}" for n in range(21, 31)]


@pytest.mark.parametrize(("items", "paragraphs"), [(5, 9), (9, 6)])
def test_an_agenda_above_a_report_makes_no_excerpt_of_it(items: int, paragraphs: int) -> None:
    report = Report()
    for number in range(4, 4 + items):
        report.text(f"{number}.\tLights of the coasts and of the harbours")
    report.heading("I. Lights").paragraphs(1, paragraphs)
    assert numbers(report)[-paragraphs:] == [f"p{n}" for n in range(1, paragraphs + 1)]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Provisional annotated agenda", "paragraph"),
        ("Agenda of the tenth session", "paragraph"),
        ("Lights of the coasts", "text"),
        ("Lights under the 2030 Agenda for the Coasts", "text"),
        ("Item 3 of the provisional agenda", "text"),
    ],
)
def test_numbered_headings_are_units_in_an_agenda_alone(title: str, found: str) -> None:
    report = Report().text("A/74/80", above=0).heading(title, size=16.0)
    for number in range(1, 7):
        report.heading(f"{number}. Lights {FILL[:30]}", size=10.0).text(
            f"The keepers of part {number} met. {FILL}."
        )
    assert {record.kind for record in report.segment().records} == {found}


@pytest.mark.parametrize(
    ("indent", "size", "section"), [(36.0, 10.0, ()), (0.0, 10.0, ("Oil",)), (36.0, 12.0, ("Oil",))]
)
def test_a_heading_below_an_item_of_an_agenda_ends_at_the_next(
    indent: float, size: float, section: tuple[str, ...]
) -> None:
    report = Report().text("A/74/80", above=0).heading("Provisional annotated agenda", size=16.0)
    for number in range(1, 7):
        report.paragraph(f"{number}.", f"Lights of part {number}", bold=1.0)
        report.text(f"The keepers met. {FILL}.", indent=36.0)
        if number == 3:
            report.heading("Oil", indent=indent, size=size).text(f"It was bought. {FILL}.", indent=36.0)
    assert [report.records()[f"p{number}"].section[1:] for number in (3, 4)] == [(), section]


def test_a_heading_above_bold_recommendations_stays_above_them() -> None:
    report = Report().paragraphs(1, 3).heading("Recommendations")
    for heading, first in (("To the Government", 4), ("To the keepers", 6)):
        report.heading(heading, indent=36.0, size=10.0)
        for number in (first, first + 1):
            report.paragraph(f"{number}.", f"Light the coast of part {number}. {FILL}.", bold=1.0)
    found = report.records()
    assert [found[f"p{number}"].section[-1] for number in (4, 5, 6, 7)] == [
        *("To the Government", "To the Government", "To the keepers", "To the keepers"),
    ]


def test_decimal_numbers_of_headings_number_no_paragraph() -> None:
    report = Report()
    for number in range(1, 6):
        report.heading(f"{number}. Lights", size=14.0)
        for below in (1, 2):
            report.heading(f"{number}.{below} Lamps", bold=0.0, italic=1.0).text(f"It said {number}. {FILL}.")
    found = report.segment().records
    assert {record.kind for record in found} == {"text"}
    assert [record.section for record in found][:3] == [
        ("1. Lights", "1.1 Lamps"),
        ("1. Lights", "1.2 Lamps"),
        ("2. Lights", "2.1 Lamps"),
    ]


def test_a_page_break_inside_the_numbers() -> None:
    report = (
        Report().paragraphs(1, 4).paragraph("5.", f"It said {TAIL} {TAIL}", split_after=2).paragraphs(6, 8)
    )
    found = report.records()
    assert (found["p5"].page, found["p5"].page_end) == (1, 2)
    assert numbers(report) == [f"p{n}" for n in range(1, 9)]


def test_a_line_that_is_no_paragraph_is_reported() -> None:
    report = Report().paragraphs(1, 4).paragraph("77.", f"This number is far away. {TAIL}").paragraphs(5, 8)
    found = report.records()
    assert [address for address in found if address != "t1"] == [f"p{n}" for n in range(1, 9)]
    assert found["t1"].text.startswith("77. This number")
    assert any(text.startswith("unread-number: a line begins with 77") for text in findings(report))


LINES = st.lists(
    st.tuples(
        st.sampled_from(["{n}.\t", "{n}. ", "{n}\t", "{n}.{m}\t", "", "", "(a) ", "Annex "]),
        st.integers(0, 30),
        st.integers(1, 4),
        st.sampled_from([0.0, 0.0, 36.0, 60.0]),
    ),
    max_size=40,
)


@given(LINES)
def test_any_numbers_are_read_once_and_without_an_error(made: list[tuple[str, int, int, float]]) -> None:
    report = Report()
    for form, n, m, indent in made:
        report.text(form.format(n=n, m=m) + f"The keepers met. {TAIL}", indent=indent)
    items, measures = report.items()
    candidates = find_candidates(items, measures)
    numbering = NumberingReader(candidates, [], []).read()
    assert set(numbering.starts) <= {candidate.at for candidate in candidates}
    assert not {candidate.at for candidate in numbering.unread} & set(numbering.starts)
    for at, start in numbering.starts.items():
        assert start.candidate.at == at


OPTIONS = [
    ("Option {} (paragraphs 4 to 6):", "I", "II", "III"),
    ("Variante {} :", "1", "2", "3"),
    ("Opción {}", "A", "B", "C"),
    ("Вариант {}:", "1", "2", "3"),
    ("备选案文{}", "一", "二", "三"),
    ("الخيار {}:", "الأول", "الثاني", "الثالث"),
]


@pytest.mark.parametrize(("line", "first", "second", "third"), OPTIONS)
@pytest.mark.parametrize("last", [6, 5, 4])
def test_texts_to_choose_count_from_the_same_number(
    line: str, first: str, second: str, third: str, last: int
) -> None:
    report = Report().paragraphs(1, 3).text(line.format(first)).paragraphs(4, 6)
    report.text(line.format(second)).paragraphs(4, last)
    report.text(line.format(third)).paragraphs(4, last).paragraphs(7, 8)
    parsed = report.segment()
    again = [str(number) for number in range(4, last + 1)]
    assert [record.number for record in parsed.records] == [*"123456", *again, *again, "7", "8"]
    assert len({record.address for record in parsed.records}) == len(parsed.records)
    assert {record.kind for record in parsed.records} == {"paragraph"}
    assert [heading.text for heading in parsed.headings] == [line.format(n) for n in (first, second, third)]
    assert not parsed.report.findings


def test_a_text_to_choose_without_paragraphs_stays_in_the_paragraph_above() -> None:
    report = Report().paragraphs(1, 2).text("Option 2: No text", indent=36.0).paragraphs(3, 4)
    assert numbers(report) == ["p1", "p2", "p3", "p4"]


def test_a_heading_ends_a_text_to_choose() -> None:
    report = (
        Report().heading("I. Lights").text("Option I").paragraphs(1, 2).text("Option II").paragraphs(1, 2)
    )
    report.heading("II. Fees").paragraphs(3, 4)
    sections = [record.section for record in report.segment().records]
    assert sections[0] == ("I. Lights", "Option I")
    assert sections[2] == ("I. Lights", "Option II")
    assert sections[4] == ("II. Fees",)


def test_a_number_one_with_a_suffix_follows_one() -> None:
    report = Report().paragraph("1.", f"In the morning {TAIL}").paragraph("1 bis.", f"At noon {TAIL}")
    assert numbers(report.paragraphs(2, 3)) == ["p1", "p1bis", "p2", "p3"]


def test_options_under_a_new_heading_do_not_belong_to_the_numbering_above() -> None:
    report = Report().heading("Article 1").paragraphs(1, 4).heading("Article 2").text("Option 1")
    report.paragraphs(1, 3).text("Option 2").paragraphs(1, 3)
    assert numbers(report) == [
        "p1",
        "p2",
        "p3",
        "p4",
        "s2.p1",
        "s2.p2",
        "s2.p3",
        "s2.s2.p1",
        "s2.s2.p2",
        "s2.s2.p3",
    ]


def test_an_indent_tells_where_a_paragraph_begins_when_nothing_else_does() -> None:
    """The last line above is full, and no room is left between paragraphs."""
    full = "x" * 70 + ". " + "y" * 78 + "."
    report = Report().heading("I. Lights")
    for number in range(1, 5):
        report.text(f"{number}. {full}", indent=36, above=0.0)
    report.heading("II. Ships").text(f"5. {full}", indent=36, above=0.0)
    numbers = [record.number for record in report.segment().records]
    assert numbers == ["1", "2", "3", "4", "5"]


def test_a_chapter_with_one_paragraph_begins_anew_as_the_others_do() -> None:
    report = Report()
    for chapter, count in (("I", 3), ("II", 1), ("III", 2), ("IV", 4)):
        report.heading(f"{chapter}. Lights").paragraphs(1, count)
    assert numbers(report) == [
        *("p1", "p2", "p3", "s2.p1", "s3.p1", "s3.p2"),
        *("s4.p1", "s4.p2", "s4.p3", "s4.p4"),
    ]


def test_numbered_headings_do_not_hide_that_a_chapter_begins_anew() -> None:
    report = Report().heading("I. Lights").paragraphs(1, 3).heading("II. Ships").paragraphs(1, 1)
    report.heading("1. Old ships", size=11).paragraphs(2, 3).heading("2. New ships", size=11).paragraphs(4, 6)
    assert numbers(report) == ["p1", "p2", "p3", *(f"s2.p{n}" for n in range(1, 7))]


def test_a_heading_ends_a_list_that_stands_no_further_in() -> None:
    report = Report().heading("I. Lights").paragraphs(1, 1).paragraph("2.", f"The text reads, {FILL}:")
    report.paragraphs(1, 2).heading("II. Ships").paragraphs(3, 5)
    assert numbers(report) == ["p1", "p2", "p2.1", "p2.2", "p3", "p4", "p5"]


def test_numbers_in_the_margin_of_a_first_page_that_is_no_report_yet() -> None:
    """A letter stands at the margin where the numbers hang; on the pages behind it the text is further in."""
    report = Report().heading("Letter")
    for _ in range(8):
        report.text(f"In my view {FILL}, and {FILL}, which I should like to say once more here.")
    report.heading("I. Lights").paragraph("1.", f"First {TAIL}", hang=36)
    report.page_break().heading("II. Ships")
    for number in range(1, 5):
        report.paragraph(f"{number}.", f"In the morning {TAIL} {TAIL}", hang=36)
    assert numbers(report)[-5:] == ["p1", "s2.p1", "s2.p2", "s2.p3", "s2.p4"]


@pytest.mark.parametrize(("moved", "spot"), [(0.0, 0), (100.0, 5)])
def test_the_place_on_the_page_tells_where_the_own_numbers_stand(moved: float, spot: int) -> None:
    report = Report().paragraphs(1, 5)
    for number in range(1, 4):
        report.paragraph(f"{number}.", f"In part {number} {FILL}, and {FILL} too.", indent=60, hang=60)
    candidates = find_candidates(*report.items())
    for candidate in candidates[1:5]:
        candidate.rel += 100.0  # the margins of odd and even pages are found apart
        candidate.x += moved
    main = MainNumbering(candidates, (), HeadingNumbers(candidates, ()))
    assert main.spot is candidates[spot]


def test_a_list_may_have_more_text_than_the_report_around_it() -> None:
    report = Report()
    for number in range(1, 6):
        report.paragraph(f"{number}.", f"The group met {number} times; {FILL}.")
    report.paragraph("6.", "The following will be examined:")
    for number in range(1, 12):
        report.paragraph(
            f"{number}.",
            f"Light {number} lamps, as {FILL}, and {FILL}, and {FILL}, and {FILL}.",
            indent=TAB,
            hang=TAB,
        )
    report.paragraph("7.", "All this is the view of the keepers.")
    found = [(record.kind, record.number) for record in report.segment().records]
    assert found == [
        *(("paragraph", str(number)) for number in range(1, 7)),
        *(("item", str(number)) for number in range(1, 12)),
        ("paragraph", "7"),
    ]


def test_numbers_of_a_few_headings_hold_no_report() -> None:
    report = Report()
    for chapter, first in ((1, 1), (2, 9), (3, 17)):
        report.paragraph(f"{chapter}.", "Lights of the coast")
        for number in range(first, first + 8):
            report.paragraph(
                f"{number}.", f"Number {number}: {FILL}, and {FILL}, and {FILL}.", indent=TAB, hang=TAB
            )
    numbers = [record.number for record in report.segment().records if record.address == f"p{record.number}"]
    assert numbers == [str(number) for number in range(1, 25)]


def test_an_item_in_bold_at_the_foot_of_a_page_goes_on_at_the_top_of_the_next() -> None:
    report = Report().paragraphs(1, 5).paragraph("6.", "The following will be examined:", bold=1.0)
    report.paragraph(
        "1.", f"Lights, as {FILL}, and {FILL}, and {FILL};", indent=TAB, hang=TAB, bold=1.0, split_after=2
    )
    report.paragraph("2.", f"Lamps, as {FILL};", indent=TAB, hang=TAB, bold=1.0)
    report.paragraphs(7, 8)
    assert numbers(report) == ["p1", "p2", "p3", "p4", "p5", "p6", "p6.1", "p6.2", "p7", "p8"]


@pytest.mark.parametrize("sign", ["", "-"])
def test_a_number_goes_on_where_its_signs_are_those_printed(sign: str) -> None:
    report = Report()
    for number in range(1, 7):
        label = f"{number} {sign}" if sign else str(number)
        report.text(f"{label}\tThe group heard that {FILL}, {FILL} and more, and recommends:", indent=0.0)
        if number == 2:
            report.text("1.\tLight the lamps.", indent=0.0).text("2.\tRing the bells.", indent=0.0)
    found = report.segment().records
    assert [(record.kind, record.number) for record in found] == [
        ("paragraph", "1"),
        ("paragraph", "2"),
        ("item", "1"),
        ("item", "2"),
        *(("paragraph", str(number)) for number in range(3, 7)),
    ]


@pytest.mark.parametrize(
    "numbers",
    [("1.", "2."), ("1.1", "1.1"), ("1.1", "2.1"), ("1.1", "90.1"), ("7.3", "7.4"), ("1.", "57.")],
    ids=" ".join,
)
def test_twice_the_numbers_is_twice_the_work(numbers: tuple[str, str]) -> None:
    report = Report()
    for _ in range(400):
        for number in numbers:
            report.paragraph(number, "The keepers met.")
    items, measures = report.items()
    candidates = find_candidates(items, measures)
    assert len(candidates) == 800
    lines = range(0, len(items), 2)
    assert is_linear(lambda size: NumberingReader(candidates[:size], lines, ()).read(), 400)
    assert is_linear(lambda size: NumberingReader(candidates[:size], (), (), lines).read(), 400)


@pytest.mark.parametrize("heading", [None, "I. Introduction"])
@pytest.mark.parametrize(("first", "last", "own"), [(12, 15, 9), (12, 17, 9), (3, 8, 20)])
def test_numbers_that_a_report_quotes_first_make_no_excerpt_of_it(
    first: int, last: int, own: int, heading: str | None
) -> None:
    text = f"In the morning {FILL}, and in the evening {FILL} again."
    report = modern().text("The keepers said in their last report:").paragraphs(first, last, text)
    report = report.heading(heading) if heading else report.text("The pilots answer as follows.")
    report.paragraphs(1, own, text)
    numbered = [address for address, record in report.records().items() if record.number]
    assert numbered == [f"p{number}" for number in range(1, own + 1)]


def test_paragraphs_may_begin_with_a_bold_sentence_that_takes_more_than_a_line() -> None:
    report = Report().heading("A. Lights")
    for number in range(1, 6):
        report.paragraph(
            f"{number}.", "Of lights and of ships and of boats and of all that the keepers had seen", bold=1.0
        )
        report.text("of oil. The keepers said", above=0.0, bold=0.3, bold_lead=7)
        report.text(f"that {FILL}.", above=0.0)
    assert list(report.records()) == [f"p{number}" for number in range(1, 6)]


def test_a_list_that_ends_with_the_number_of_a_heading_does_not_count_the_next() -> None:
    report = Report()
    for chapter in range(1, 7):
        report.heading(f"{chapter}. Keepers of the {chapter * 'far '}coast", size=10).text(f"In June {FILL}.")
        if chapter == 4:
            report.paragraphs(1, 4)
        report.heading("Lights", italic=1.0, bold=0.0, size=10).text(f"In July {FILL}.")
    found = report.segment()
    assert [record.number for record in found.records if record.number] == ["1", "2", "3", "4"]
    assert {record.section[0][:2] for record in found.records} == {f"{n}." for n in range(1, 7)}
