"""Numbers that a scan has lost, which stand between others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from indexer.segment import segment
from tests.unit.segment.pages import TAB, Report
from tests.unit.segment.test_segment_numbering import TAIL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import ParsedDocument

WORDS = f"In the morning {TAIL}"


def read(report: Report, *, scanned: bool = True) -> ParsedDocument:
    document = report.document()
    pages = tuple(msgspec.structs.replace(page, scanned=scanned) for page in document.pages)
    return segment(msgspec.structs.replace(document, pages=pages))


def printed(labels: Sequence[str]) -> Report:
    report = Report()
    for label in labels:
        report = report.paragraph(label, WORDS) if label else report.text(WORDS, indent=TAB)
    return report


def numbers(parsed: ParsedDocument) -> list[str | None]:
    return [record.number for record in parsed.records]


@pytest.mark.parametrize(
    "labels",
    [
        ["1.", "2.", "3.", "Be", "S.", "6."],  # between two that are read
        ["1.", "2.", "3.", "", "5.", "6."],  # passed over
        ["1.", "2.", "B.", "D.", "S.", "6."],
        ["1.", "2.", "3.", "", "®", "6."],
        ["1.", "2.", "3.", "9.", "", "6."],  # out of order
        ["Tv", "2", "Se", "4.", "5.", "6."],  # above the first
        ["1.", "2.", "3.", "4.", "ie", "es"],  # behind the last
    ],
)
def test_numbers_that_are_lost_are_counted(labels: list[str]) -> None:
    parsed = read(printed(labels))
    assert numbers(parsed) == [str(number) for number in range(1, 7)]
    assert all(record.text == WORDS for record in parsed.records)
    lost = [record.number for record in parsed.records if record.number_inferred]
    assert lost == [str(at) for at, label in enumerate(labels, 1) if label not in (f"{at}.", f"{at}")]


@pytest.mark.parametrize(
    "labels",
    [
        ["1.", "2.", "3.", "", "", "5.", "6."],  # more paragraphs than numbers
        ["1.", "2.", "3.", "•", "5.", "6."],  # a bullet
        ["1.", "2.", "3.", "(a)", "5.", "6."],
        ["Tv", "Se", "4.", "5.", "6."],
        ["1.", "2.", "3.", "4.", "B."],
    ],
)
def test_what_does_not_fit_is_not_counted(labels: list[str]) -> None:
    found = numbers(read(printed(labels)))
    assert [number for number in found if number] == [f"{n}" for n in range(1, 7) if f"{n}." in labels]


def test_nothing_is_counted_in_print() -> None:
    labels = ["1.", "2.", "3.", "", "5.", "6."]
    assert numbers(read(printed(labels), scanned=False)) == ["1", "2", "3", "5", "6"]


def test_the_report_says_what_was_read() -> None:
    found = read(printed(["1.", "2.", "3.", "", "®", "6."])).report.findings
    assert [finding.text for finding in found] == [
        "nothing is read where 4 is due",
        "® is read where 5 is due",
    ]


def test_numbers_of_a_list_are_its_own() -> None:
    parsed = read(printed(["1.", "2.", "3.", "1.", "2.", "6."]))
    assert not any(record.number_inferred for record in parsed.records)


def test_the_last_numbers_stand_above_an_annex() -> None:
    report = printed(["1.", "2.", "3.", "ie"]).heading("Annex")
    for label in ("1.", "2.", "3.", "4."):
        report.paragraph(label, WORDS)
    parsed = read(report)
    assert [record.address for record in parsed.records][3:5] == ["p4", "annex.p1"]


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Mr.\tBELL (Fiji) was elected",
            "Tel.\tHarbour 022 734",
            "To:\tThe Board",
            "WHO\tWorld Health Organization",
        ),
        *("1947\tThe lamps were lit", "$5\tLamps", "Dr.\tAnna Lamp", "In\tWitness of that"),
    ],
)
def test_names_and_addresses_behind_the_last_number_have_none(line: str) -> None:
    parsed = read(printed(["1.", "2.", "3.", "4."]).text(line, above=10))
    assert [number for number in numbers(parsed) if number] == ["1", "2", "3", "4"]
    assert line.replace("\t", " ") in " ".join(record.text for record in parsed.records).replace("\t", " ")


def test_a_word_before_a_full_line_is_no_number() -> None:
    parsed = read(printed(["1.", "2.", "3.", "4.", "Mr.", "No."]))
    assert [number for number in numbers(parsed) if number] == ["1", "2", "3", "4"]


def test_a_heading_between_two_numbers_is_no_paragraph() -> None:
    report = printed(["1.", "2.", "3.", "4."]).text("The lamps of the coast", indent=TAB, above=10)
    parsed = read(report.paragraph("6.", WORDS).paragraph("7.", WORDS))
    assert "5" not in numbers(parsed)


@pytest.mark.parametrize("sign", ["4,", "4:"])
def test_a_number_with_another_sign_behind_it_is_read_without(sign: str) -> None:
    assert numbers(read(printed(["1.", "2.", "3.", sign, "5."]))) == ["1", "2", "3", "4", "5"]
