from __future__ import annotations

import pytest

from tests.unit.segment.pages import Report
from tests.unit.segment.test_segment_numbering import TAIL, findings, numbers


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


@pytest.mark.parametrize(("count", "found"), [(4, True), (3, False)])
def test_numbers_without_stops_go_on_where_a_page_is_missing(count: int, *, found: bool) -> None:
    report = Report()
    for number in (*range(1, 7), *range(15, 15 + count)):
        report.text(f"{number}\tThe keepers met. {TAIL}")
    assert ("p15" in numbers(report)) is found


def test_a_misprinted_number_is_inferred() -> None:
    report = Report().paragraphs(1, 124)
    report.paragraph("25.", f"The keepers met. {TAIL}").paragraphs(126, 130)
    found = report.records()
    assert list(found) == [f"p{n}" for n in range(1, 131)]
    assert (found["p125"].number, found["p125"].number_inferred) == ("25", "125")
    assert findings(report) == ["inferred-number: 25 is printed where 125 is due"]


def test_a_number_with_a_comma_may_be_misprinted() -> None:
    report = Report().paragraphs(1, 4).paragraph("3,", f"In the morning {TAIL}").paragraphs(6, 8)
    found = report.records()
    assert list(found) == [f"p{n}" for n in range(1, 9)]
    assert (found["p5"].number, found["p5"].number_inferred) == ("3", "5")


MISREAD = [
    ("2k.", 24), ("U3.", 43), ("1+6.", 46), ("3l+.", 34), ("l7.", 17), ("1O.", 10), ("2S.", 25), ("l2^", 12),
    ("bb.", 44), ("Zl.", 21), ("1*1.", 41), ("17^", 17), ("g2.", 42),
    ("9;", 9), ("3%", 3), ("17...", 17), ("(5.", 15), ("Pe", 7), ("o", 9),
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


@pytest.mark.parametrize("printed", ["1:", "1,", "1"])
def test_the_first_number_without_its_stop(printed: str) -> None:
    parsed = Report().paragraph(printed, f"In the morning {TAIL}").paragraphs(2, 5).segment()
    assert [(record.address, record.number, record.number_inferred) for record in parsed.records] == [
        (f"p{number}", str(number), None) for number in range(1, 6)
    ]


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param(["L", "2,"], id="the first two"),
        pytest.param(["3%", "4.", "Be"], id="of an excerpt"),
    ],
)
def test_numbers_read_wrongly_before_the_first_three_in_a_row(printed: list[str]) -> None:
    report = Report()
    for label in printed:
        report.paragraph(label, f"In the morning {TAIL}")
    first = 1 if len(printed) == 2 else 3
    end = first + len(printed)
    found = [address for address in numbers(report.paragraphs(end, end + 3)) if address.startswith("p")]
    assert found == [f"p{number}" for number in range(first, end + 4)]


@pytest.mark.parametrize("label", ["In", "a", "Pe"])
def test_what_may_be_a_garbled_number_is_none_where_none_is_missing(label: str) -> None:
    report = Report().paragraphs(1, 3).paragraph(label, f"The morning {TAIL}").paragraphs(4, 6)
    assert [a for a in numbers(report) if a.startswith("p")] == ["p1", "p2", "p3", "p4", "p5", "p6"]


@pytest.mark.parametrize("label", ["A.", "B.", "I.", "II.", "S."])
def test_a_letter_or_a_roman_number_is_no_number_read_wrongly(label: str) -> None:
    report = Report().paragraphs(1, 3).paragraph(label, f"In the morning {TAIL}").paragraphs(4, 6)
    assert [a for a in numbers(report) if a.startswith("p")] == ["p1", "p2", "p3", "p4", "p5", "p6"]
    eleven = Report().paragraphs(1, 10).paragraph("II.", f"In the morning {TAIL}").paragraphs(11, 13)
    assert [a for a in numbers(eleven) if a.startswith("p")] == [f"p{n}" for n in range(1, 14)]
