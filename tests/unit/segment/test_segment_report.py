from __future__ import annotations

import msgspec
import pytest

from indexer.model import Line, Page
from indexer.segment import segment
from indexer.segment.report import visible
from tests.unit.segment.pages import FILL, Report, extracted

TAIL = f"{FILL}, and {FILL} in the end."


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.segment().report.findings]


@pytest.mark.parametrize(("text", "count"), [("", 0), (" \t\n", 0), ("a b", 2), ("é\u00a0灯", 2)])
def test_visible_characters(text: str, count: int) -> None:
    assert visible(text) == count


def test_a_clean_report() -> None:
    report = Report().running(head="A/HRC/9/8\nPage {page}").heading("I.\tLights").paragraphs(1, 40)
    made = report.segment().report
    assert made.findings == ()
    assert (made.pages, made.records, made.numbered, made.language) == (3, 40, 40, "en")
    assert (made.symbol, made.path) == ("A/HRC/9/8", "made/report.pdf")
    assert sum(made.characters.values()) == extracted(report.document())


def test_a_page_that_is_a_picture_is_reported() -> None:
    document = Report().paragraphs(1, 5).document()
    picture = Page(number=2, width=595, height=842, lines=(), pictures=True)
    made = segment(msgspec.structs.replace(document, pages=(*document.pages, picture))).report
    assert [(finding.code, finding.page) for finding in made.findings] == [("no-text-page", 2)]


def test_recognised_pages_are_told_and_the_doubtful_named() -> None:
    document = Report().paragraphs(1, 30).document()
    first, *others = document.pages
    doubtful = tuple(msgspec.structs.replace(line, confidence=0.5) for line in others[0].lines)
    sure = tuple(msgspec.structs.replace(line, confidence=0.9) for line in first.lines)
    pages = (
        msgspec.structs.replace(first, lines=sure, pictures=True),
        msgspec.structs.replace(others[0], lines=doubtful, pictures=True),
        *others[1:],
    )
    parsed = segment(msgspec.structs.replace(document, pages=pages, method="ocr", ocr=True))
    assert [(finding.code, finding.page) for finding in parsed.report.findings] == [
        ("doubtful-page", 2),
        ("ocr", None),
    ]
    assert "2 pages were recognised" in parsed.report.findings[1].text
    assert "70%" in parsed.report.findings[1].text
    assert (parsed.report.recognised, parsed.report.ocr, parsed.report.method) == (2, True, "ocr")
    first_record, last_record = parsed.records[0], parsed.records[-1]
    assert (first_record.extraction.method, first_record.extraction.confidence) == ("ocr", 0.9)
    assert (last_record.extraction.method, last_record.extraction.confidence) == ("text", 1.0)


def test_an_empty_page_is_not() -> None:
    document = Report().paragraphs(1, 5).document()
    blank = Page(number=2, width=595, height=842, lines=())
    assert segment(msgspec.structs.replace(document, pages=(*document.pages, blank))).report.findings == ()


def test_an_unreliable_page_is_reported() -> None:
    report = Report().paragraphs(1, 3).text("ttthe lllights offf " * 30).paragraphs(4, 5)
    assert codes(report) == ["unreliable-text"]


def test_a_leaked_foot_is_reported() -> None:
    report = Report().paragraphs(1, 3).paragraph("4.", f"It said GE.08-15355 {TAIL}").paragraphs(5, 7)
    findings = report.segment().report.findings
    assert [finding.code for finding in findings] == ["leak"]
    assert "GE.08-15355" in findings[0].text


def test_warnings_of_the_reader_are_handed_on() -> None:
    document = msgspec.structs.replace(
        Report().paragraphs(1, 3).document(), warnings=("list 4 has no definition",)
    )
    (finding,) = segment(document).report.findings
    assert (finding.code, finding.text) == ("document", "list 4 has no definition")


def test_the_worst_comes_first() -> None:
    report = Report().paragraphs(1, 4).paragraphs(6, 9).paragraph("10.", f"It said GE.08-15355 {TAIL}")
    report.paragraph("3.", f"This number is far away. {TAIL}").paragraphs(11, 14)
    assert codes(report) == ["gap", "leak", "unread-number"]


def test_every_place_has_its_characters() -> None:
    report = Report().heading("I.\tLights").paragraph("1.", f"It said{{1}} {TAIL}", notes={"1": "See there."})
    report.paragraphs(2, 40).running(foot="GE.08-15355")
    characters = report.segment().report.characters
    assert characters["heading"] == visible("I. Lights")
    assert characters["note"] == visible("See there.")
    assert characters["furniture"] == len(report.document().pages) * len("GE.08-15355")
    assert characters["contents"] == 0


def test_characters_of_labels_that_no_line_holds_are_not_counted() -> None:
    lines = [
        Line(text="The keepers met in the morning and in the evening.", label="1.", starts_block=True),
        Line(text="They asked for:", label="2.", starts_block=True),
        Line(text="Lamps", label="(a)", starts_block=True, level=1),
        Line(text="Bells", label="(b)", starts_block=True, level=1),
    ]
    document = Report().document(paged=False)
    document = msgspec.structs.replace(
        document, pages=(Page(number=1, width=0, height=0, lines=tuple(lines)),)
    )
    parsed = segment(document)
    assert [record.text for record in parsed.records] == [
        lines[0].text,
        "They asked for:\n(a) Lamps\n(b) Bells",
    ]
    assert [record.number for record in parsed.records] == ["1", "2"]
    assert sum(parsed.report.characters.values()) == extracted(document)
