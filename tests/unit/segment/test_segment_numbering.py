from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.segment.candidates import find_candidates
from indexer.segment.numbering import NumberingReader
from tests.unit.segment.pages import FILL, Report, lines_of

if TYPE_CHECKING:
    from indexer.model import Role

TAIL = f"{FILL}, and {FILL} in the end."


def numbers(report: Report) -> list[str]:
    return [record.address for record in report.segment().records]


def findings(report: Report) -> list[str]:
    return [f"{finding.code}: {finding.text}" for finding in report.segment().report.findings]


@pytest.mark.parametrize(
    ("text", "printed", "number", "words"),
    [
        ("12.\tThe group", "12", 12, "The group"),
        ("12. The group", "12", 12, "The group"),
        ("12 bis.\tThe group", "12 bis", 12, "The group"),
        ("12bis. The group", "12 bis", 12, "The group"),
        ("12septies. The group", "12 septies", 12, "The group"),
        ("12bis [The group]", "12 bis", 12, "[The group]"),
        ("12 quinquies.[The group]", "12 quinquies", 12, "[The group]"),
        ("12 terms ended", None, 0, ""),
        ("12a. The group", "12a", 12, "The group"),
        ("138.2.\tAct", "138.2", 138, "Act"),
        ("138.2\tAct", "138.2", 138, "Act"),
        ("1.2.3 Act", "1.2.3", 1, "Act"),
        ("36\tThe group", "36", 36, "The group"),
        ("36\t[The group]", "36", 36, "[The group]"),
        ("[36.\tThe group]", "36", 36, "The group]"),
        ("97.The group", "97", 97, "The group"),
        ("12,\tThe group", "12", 12, "The group"),
        ("12.", "12", 12, ""),
        ("12．会议", "12", 12, "会议"),
        ("12.5％", None, 0, ""),
        ("12． 会议", "12", 12, "会议"),
        ("١٢ - اجتمع", "١٢", 12, "اجتمع"),
        ("١٢- اجتمع", "١٢", 12, "اجتمع"),
        ("12 - اجتمع", "12", 12, "اجتمع"),
        ("2009. The group", "2009", 2009, "The group"),
        ("12 members came", None, 0, ""),
        ("12.5 per cent", "12.5", 12, "per cent"),
        ("12345. The group", None, 0, ""),
        ("12", None, 0, ""),
        ("the 12. group", None, 0, ""),
        ("", None, 0, ""),
    ],
)
def test_lines_that_begin_with_a_number(text: str, printed: str | None, number: int, words: str) -> None:
    items = lines_of(text)
    _, measures = Report().items()
    measures.size = 10.0
    found = find_candidates(items, measures)
    if printed is None:
        assert found == []
        return
    (candidate,) = found
    assert (candidate.printed, candidate.number) == (printed, number)
    assert text[candidate.end :] == words


@pytest.mark.parametrize(
    ("label", "printed"), [("12.", "12"), ("(12)", None), ("138.2.", "138.2"), ("(a)", None)]
)
def test_labels_that_the_format_computes(label: str, printed: str | None) -> None:
    items = lines_of("The group met", label=label)
    _, measures = Report().items()
    assert [candidate.printed for candidate in find_candidates(items, measures)] == (
        [printed] if printed else []
    )


@pytest.mark.parametrize("role", ["heading", "row", "note", "contents"])
def test_lines_of_another_role_are_no_candidates(role: Role) -> None:
    _, measures = Report().items()
    assert not find_candidates(lines_of("12. The group", role=role), measures)


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


@pytest.mark.parametrize("slip", ["4\tThe", "4.The", "4,\tThe", "4:\tThe"])
def test_missing_stops_and_gaps(slip: str) -> None:
    report = Report().paragraphs(1, 3).text(f"{slip} keepers met. {TAIL}").paragraphs(5, 7)
    found = report.records()
    assert list(found) == [f"p{n}" for n in range(1, 8)]
    assert found["p4"].text.startswith("The keepers met.")
    assert found["p4"].number == "4"


def test_a_missing_number_is_reported() -> None:
    report = Report().paragraphs(1, 4).paragraphs(6, 9)
    assert numbers(report) == ["p1", "p2", "p3", "p4", "p6", "p7", "p8", "p9"]
    assert findings(report) == ["gap: number 5 is missing in the numbering"]


def test_the_number_that_is_missing_may_stand_in_the_next_list() -> None:
    report = Report().heading("Erewhon").paragraphs(1, 6).paragraphs(8, 8)
    report.heading("Ruritania").paragraphs(1, 9)
    assert numbers(report)[:8] == [*(f"p{n}" for n in range(1, 7)), "p8", "s2.p1"]


def test_several_missing_numbers_are_reported_one_by_one() -> None:
    report = Report().paragraphs(1, 4).paragraphs(8, 12)
    assert numbers(report) == ["p1", "p2", "p3", "p4", "p8", "p9", "p10", "p11", "p12"]
    assert [text.split()[2] for text in findings(report)] == ["5", "6", "7"]


def test_a_misprinted_number_is_inferred() -> None:
    report = Report().paragraphs(1, 124)
    report.paragraph("25.", f"The keepers met. {TAIL}").paragraphs(126, 130)
    found = report.records()
    assert list(found) == [f"p{n}" for n in range(1, 131)]
    assert (found["p125"].number, found["p125"].number_inferred) == ("25", "125")
    assert findings(report) == ["inferred-number: 25 is printed where 125 is due"]


def test_a_number_with_a_suffix() -> None:
    report = Report().paragraphs(1, 3).paragraph("3 bis.", f"The keepers met. {TAIL}").paragraphs(4, 6)
    found = report.records()
    assert list(found) == ["p1", "p2", "p3", "p3bis", "p4", "p5", "p6"]
    assert found["p3bis"].number == "3 bis"


def test_numbers_put_in_later_without_their_stops() -> None:
    report = Report().paragraphs(1, 3)
    for number in ("3bis [The", "3ter.[The", "3sexies. The"):
        report.text(f"{number} keepers met. {TAIL}")
    assert list(report.paragraphs(4, 6).records()) == [
        *("p1", "p2", "p3", "p3bis", "p3ter", "p3sexies"),
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


def test_recommendations_under_a_paragraph() -> None:
    report = Report().paragraphs(136, 137).paragraph("138.", f"The recommendations are {FILL}:")
    for minor in range(1, 13):
        report.paragraph(f"138.{minor}", f"Light the coast (Erewhon {minor});", indent=20, hang=20)
    report.paragraphs(139, 141)
    found = report.records()
    assert list(found) == [
        *("p136", "p137", "p138"),
        *(f"p138.{minor}" for minor in range(1, 13)),
        *("p139", "p140", "p141"),
    ]
    assert found["p138.2"].kind == "recommendation"
    assert found["p138.2"].number == "138.2"
    assert found["p138.2"].text == "Light the coast (Erewhon 2);"


def test_decisions_that_number_all_paragraphs_under_their_sections() -> None:
    report = Report().heading("Decision on the lights")
    for section in (1, 2, 3):
        for minor in (1, 2, 3):
            report.paragraph(f"{section}.{minor}", f"The author of part {section}.{minor} says that {TAIL}")
    found = report.records()
    assert list(found) == [f"p{a}.{b}" for a in (1, 2, 3) for b in (1, 2, 3)]
    assert found["p3.2"].kind == "paragraph"
    assert found["p3.2"].number == "3.2"


def test_a_decision_that_has_no_part_of_one_number_goes_on_behind_it() -> None:
    report = Report().heading("Decision on the lights")
    for section in (1, 2, 4):
        for minor in (1, 2):
            report.paragraph(f"{section}.{minor}", f"The author of part {section}.{minor} says that {TAIL}")
    report.paragraph("5.", f"The Committee decides that {TAIL}")
    assert list(report.records()) == ["p1.1", "p1.2", "p2.1", "p2.2", "p4.1", "p4.2", "p5"]


def test_an_excerpt_begins_in_the_middle() -> None:
    report = Report().paragraphs(21, 30)
    assert numbers(report) == [f"p{n}" for n in range(21, 31)]
    assert findings(report) == []


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


MISREAD = [
    ("2k.", 24), ("U3.", 43), ("1+6.", 46), ("3l+.", 34), ("l7.", 17), ("1O.", 10), ("2S.", 25), ("l2^", 12),
    ("bb.", 44), ("Zl.", 21), ("1*1.", 41), ("17^", 17), ("g2.", 42),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "number"), MISREAD)
def test_a_number_read_wrongly_is_inferred(printed: str, number: int) -> None:
    report = Report().paragraphs(1, number - 1).paragraph(printed, f"In the morning {TAIL}")
    parsed = report.paragraphs(number + 1, number + 3).segment()
    assert [record.number for record in parsed.records] == [str(n) for n in range(1, number + 4)]
    record = parsed.records[number - 1]
    assert (record.address, record.number_inferred) == (f"p{number}", str(number))
    assert record.text == f"In the morning {TAIL}"
    found = [finding.text for finding in parsed.report.findings]
    assert found == [
        f"{printed.removesuffix('.') if printed == '2k.' else printed} is read where {number} is due"
    ]


def test_several_numbers_read_wrongly_in_a_row() -> None:
    report = Report().paragraphs(1, 20)
    for printed in ("Zl.", "2Z.", "2B.", "2h."):
        report.paragraph(printed, f"In the morning {TAIL}")
    assert numbers(report.paragraphs(25, 26))[20:22] == ["p21", "p22"]


def test_the_first_number_read_wrongly() -> None:
    report = Report().paragraph("l.", f"In the morning {TAIL}").paragraphs(2, 5)
    assert numbers(report) == ["p1", "p2", "p3", "p4", "p5"]


@pytest.mark.parametrize("label", ["A.", "B.", "I.", "II.", "S."])
def test_a_letter_or_a_roman_number_is_no_number_read_wrongly(label: str) -> None:
    report = Report().paragraphs(1, 3).paragraph(label, f"In the morning {TAIL}").paragraphs(4, 6)
    assert [a for a in numbers(report) if a.startswith("p")] == ["p1", "p2", "p3", "p4", "p5", "p6"]
    eleven = Report().paragraphs(1, 10).paragraph("II.", f"In the morning {TAIL}").paragraphs(11, 13)
    assert [a for a in numbers(eleven) if a.startswith("p")] == [f"p{n}" for n in range(1, 14)]


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
