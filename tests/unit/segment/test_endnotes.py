"""Notes behind the text or behind a chapter: where they begin and end, and which text they belong to."""

from __future__ import annotations

import pytest

from indexer.model import ExtractedDocument, Line, Page
from indexer.segment import segment
from tests.unit.segment.pages import FILL, SOURCE, Report

SAID = f"The keepers said {FILL}."


def chapter(report: Report, title: str, notes: int, head: str = "Notes") -> Report:
    report.heading(title, size=16.0)
    for mark in range(1, notes + 1):
        report.text(f"In {title} the keepers said that {FILL}.{{{mark}}}")
    if head:
        report.heading(head)
    for mark in range(1, notes + 1):
        report.text(f"{mark}\tNote {mark} of {title}.", size=8.0, above=0.0)
    return report


def footnotes(report: Report) -> list[list[str]]:
    return [[note.text for note in record.footnotes] for record in report.records().values()]


def test_each_chapter_has_its_notes_and_the_next_one_is_read() -> None:
    report = Report()
    for title in ("The lights", "The harbours", "The pilots"):
        chapter(report.page_break(), title, 2)
    found = footnotes(report)
    assert found == [
        [f"Note {n} of {t}."] for t in ("The lights", "The harbours", "The pilots") for n in (1, 2)
    ]


@pytest.mark.parametrize("sign", ["\t", ". "])
def test_notes_of_a_chapter_may_count_on_from_those_of_the_chapter_before(sign: str) -> None:
    report = Report()
    for nth, title in enumerate(("The lights", "The harbours"), 1):
        report.page_break().heading(title, size=16.0)
        report.text(f"In {title} the keepers said that {FILL}.{{{nth}}}")
        report.heading("Notes").text(f"{nth}{sign}Note of {title}.", size=8.0, above=0.0)
    assert footnotes(report) == [["Note of The lights."], ["Note of The harbours."]]


def test_a_bold_block_ends_notes_below_a_plain_title_on_a_web_page() -> None:
    texts = [(SAID, 0.0), ("Notes", 0.0), ("1\tThose of Hay.", 0.0), ("The harbours", 1.0), (SAID, 0.0)]
    lines = tuple(Line(text=text, bold=bold, size=12.0, starts_block=True) for text, bold in texts)
    document = ExtractedDocument(
        source=SOURCE, pages=(Page(number=1, width=0, height=0, lines=lines),), paged=False
    )
    records = segment(document).records
    assert [record.section for record in records] == [(), ("The harbours",)]


def test_names_of_chapters_among_the_notes_do_not_end_them() -> None:
    report = chapter(Report().text(SAID), "The lights", 2)
    report.heading("The harbours").text("1\tNote 1 of The harbours.", size=8.0)
    assert [record.text.split()[0] for record in report.segment().records] == ["The", "In", "In"]


def test_a_note_of_a_table_does_not_take_the_text_below_with_it() -> None:
    report = Report().text(SAID).table([["Port", "Lights", "Keepers"], ["Hay", "4", "9"]])
    report.text("NOTE", size=8.0, bold=1.0).text("1\tWithout buoys.", size=8.0, above=0.0)
    report.paragraphs(1, 3)
    assert [record.number for record in report.segment().records if record.number] == ["1", "2", "3"]


def test_notes_at_the_end_need_no_title() -> None:
    report = Report()
    for mark in range(1, 31):
        report.text(f"In port {mark} the keepers said that {FILL}, {FILL}, and {FILL}.{{{mark}}}")
    report.page_break()
    for mark in range(1, 31):
        report.text(f"{{{mark}}} Note {mark}.", size=8.0, above=0.0)
    assert footnotes(report) == [[f"Note {mark}."] for mark in range(1, 31)]


def test_a_foot_of_the_last_page_is_no_end_of_the_text() -> None:
    report = Report()
    report.text(f"The keepers{{1}} said that {FILL}.", notes={"1": "Those of Hay."}).page_break()
    report.text(f"The pilots{{1}} said that {FILL}.", notes={"1": "Those of Port Aven."})
    assert footnotes(report) == [["Those of Hay."], ["Those of Port Aven."]]


@pytest.mark.parametrize("head", ["Notes", "References", "Notes and references"])
def test_numbers_with_a_stop_below_the_title_of_notes_are_marks_that_the_text_refers_to(head: str) -> None:
    report = Report().heading("Lights")
    report.text(f"{SAID}{{1}}").text(f"{SAID}{{2}}").heading(head)
    report.text("1.\tRegister of the lights, p. 4.").text("2.\tInterview with a keeper.")
    assert footnotes(report) == [["Register of the lights, p. 4."], ["Interview with a keeper."]]


def test_numbered_paragraphs_below_such_a_title_stay_paragraphs() -> None:
    report = Report().heading("Lights").text(SAID).heading("Notes").paragraphs(1, 3)
    assert [record.number for record in report.segment().records if record.number] == ["1", "2", "3"]
