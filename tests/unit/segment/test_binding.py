from __future__ import annotations

import pytest

from indexer.segment.binding import NoteFinder
from indexer.segment.notes import Note
from tests.unit.segment.pages import FILL, Report, lines_of


def note(mark: str, page: int, text: str = "See there.") -> Note:
    made = Note(mark, page)
    made.lines.append(text)
    return made


def test_a_mark_finds_the_note_of_its_page() -> None:
    first, second = note("1", 1), note("1", 2)
    finder = NoteFinder([first, second])
    assert finder.find(1, "1") is first
    assert finder.find(2, "1") is second
    assert finder.find(2, "2") is None


def test_a_note_pushed_over_the_page_end_is_found() -> None:
    pushed = note("3", 5)
    assert NoteFinder([pushed]).find(4, "3") is pushed


def test_a_note_of_the_next_page_is_not_taken_twice() -> None:
    pushed = note("3", 5)
    finder = NoteFinder([pushed])
    assert finder.take(5, "3") is pushed
    assert finder.find(4, "3") is None


def test_a_number_finds_an_earlier_note_again_and_a_star_does_not() -> None:
    finder = NoteFinder([note("1", 1), note("*", 1)])
    assert finder.find(9, "1") is not None
    assert finder.find(9, "*") is None


@pytest.mark.parametrize(("page", "found"), [(2, True), (3, True), (1, False)])
def test_a_star_finds_a_note_of_an_earlier_page_again_but_not_that_of_a_masthead(
    page: int, *, found: bool
) -> None:
    assert (NoteFinder([note("*", page)]).find(9, "*") is not None) is found


@pytest.mark.parametrize(
    ("text", "raised", "expected"),
    [
        ("said1 so", ((4, 5),), [(4, 5, "1")]),
        ("said9 so", ((4, 5),), []),
        ("said1, 2 so", ((4, 8),), [(4, 8, "1"), (8, 8, "2")]),
        ("said1,9 so", ((4, 7),), []),
        ("said 1/ so", (), [(4, 7, "1")]),
        ("said 1/, so", (), [(4, 7, "1")]),
        ("said 9/ so", (), []),
        ("said 1/2 of it", (), []),
        ("said* so", (), [(4, 5, "*")]),
        ("said** so", (), []),
        ("said 1/. They", (), [(4, 7, "1")]),
        ("1/. They", (), [(0, 2, "1")]),
        ("1/ They", (), []),
        ("3/. They", (), []),
        ("1 and 2", (), []),
        ("m2 of land", ((1, 2),), [(1, 2, "2")]),
        ("said12 so", ((4, 6),), [(4, 6, "1"), (6, 6, "2")]),
        ("said13 so", ((4, 6),), []),
        ("said21 so", ((4, 6),), []),
    ],
)
def test_marks_in_a_line(
    text: str, raised: tuple[tuple[int, int], ...], expected: list[tuple[int, int, str]]
) -> None:
    finder = NoteFinder([note("1", 1), note("2", 1), note("*", 1)])
    assert finder.marks_in(lines_of(text, raised=raised)[0], 0) == expected


def test_marks_before_the_words_are_left_alone() -> None:
    finder = NoteFinder([note("1", 1)])
    assert finder.marks_in(lines_of("1. said1", raised=((0, 1), (7, 8)))[0], 3) == [(7, 8, "1")]


@pytest.mark.parametrize("number", ["2.{1}", "2 bis.{1}"])
def test_the_mark_of_a_number_stands_before_the_words(number: str) -> None:
    report = (
        Report().paragraphs(1, 1).paragraph(number, f"It said so, and {FILL}.", notes={"1": "See there."})
    )
    record = report.paragraphs(3, 4).segment().records[1]
    assert record.number == number.removesuffix(".{1}")
    assert record.text.startswith("It said so")
    assert [(note.mark, note.at) for note in record.footnotes] == [("1", 0)]


def test_headings_of_later_pages_refer_to_a_note_again() -> None:
    report = Report().paragraphs(1, 3).page_break().heading("Lights*").paragraphs(4, 4)
    report.place("* In print only.", 117, 745, size=8.5).page_break().heading("Bells*").paragraphs(5, 6)
    records = report.segment().records
    assert [(r.number, n.text, n.at) for r in records for n in r.footnotes] == [
        ("4", "In print only.", None),
        ("5", "In print only.", None),
    ]


def test_a_note_that_no_text_refers_to_is_kept_and_reported() -> None:
    report = Report().paragraph("1.", f"It said{{1}} so, and {FILL}.", notes={"1": "See there."})
    report.paragraphs(2, 3).place("2\tNobody refers to this note.", 117, 745, size=8.5)
    parsed = report.segment()
    assert [f.code for f in parsed.report.findings] == ["unbound-note"]
    assert "note 2" in parsed.report.findings[0].text
    kept = [note for record in parsed.records for note in record.footnotes if note.mark == "2"]
    assert [(n.text, n.at) for n in kept] == [("Nobody refers to this note.", None)]


def test_a_note_of_a_heading_goes_to_the_first_record_below() -> None:
    report = Report().paragraphs(1, 2)
    report.text("II.\tLights{1}", size=12, bold=1.0, above=14, notes={"1": "See the first report."})
    report.paragraphs(3, 4)
    parsed = report.segment()
    third = parsed.records[2]
    assert third.section == ("II. Lights",)
    assert [(n.mark, n.text, n.at) for n in third.footnotes] == [("1", "See the first report.", None)]
    assert parsed.report.findings == ()


def test_typed_marks_are_taken_out_of_the_text() -> None:
    report = Report().paragraph("1.", f"It said 1/ so, and {FILL}. 2/")
    report.paragraphs(2, 3).place("1/ See there.", 117, 680).place("2/ And there.", 117, 695)
    records = report.records()
    assert records["p1"].text == f"It said so, and {FILL}."
    assert [(n.mark, n.text, n.at) for n in records["p1"].footnotes] == [
        ("1", "See there.", 7),
        ("2", "And there.", len(records["p1"].text)),
    ]


def test_two_marks_in_one_place_bind_two_notes() -> None:
    report = Report().paragraph("1.", f"It said{{1,2}} so, and {FILL}.", notes={"1": "See A.", "2": "See B."})
    records = report.paragraphs(2, 3).records()
    assert [(n.mark, n.text, n.at) for n in records["p1"].footnotes] == [
        ("1", "See A.", 7),
        ("2", "See B.", 7),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They said1 so", [(9, 10, "1")]),
        ("They said.2 So", [(10, 11, "2")]),
        ("They said,”1 and so", [(11, 12, "1")]),
        ("They said9 so", []),
        ("In 2 of them, CO2 and H2", []),
        ("They said1st so", []),
    ],
)
def test_marks_stand_close_to_words_where_nothing_is_raised(
    text: str, expected: list[tuple[int, int, str]]
) -> None:
    finder = NoteFinder([note("1", 1), note("2", 1)], raised=False)
    assert finder.marks_in(lines_of(text)[0], 0) == expected
    assert NoteFinder([note("1", 1), note("2", 1)]).marks_in(lines_of(text)[0], 0) == []


def test_such_a_mark_is_taken_once() -> None:
    finder = NoteFinder([note("1", 1)], raised=False)
    finder.take(1, "1")
    assert finder.marks_in(lines_of("They said1 so")[0], 0) == []
