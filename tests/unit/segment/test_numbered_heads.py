"""Running heads and feet beside the number of the page."""

from __future__ import annotations

import pytest

from tests.unit.segment.pages import FILL, LEFT, RIGHT, WIDTH, Report

CHAPTERS = ("Lights", "Lights", "Keepers of lights", "Bells", "Horns")
HEAD = "General Assembly - Seventh Session"
HALF = 0.25 * 10.0 * len(HEAD)  # of its width, as the pages of tests are set


def _texts(report: Report) -> list[str]:
    return [record.text for record in report.records().values()]


@pytest.mark.parametrize("number", [LEFT, RIGHT - 5.0])
@pytest.mark.parametrize("lower", [0.0, 6.0])
def test_a_head_in_the_middle_beside_a_number_at_a_margin(number: float, lower: float) -> None:
    report = Report().place("8", number, 50.0).place(HEAD, WIDTH / 2 - HALF, 50.0 + lower)
    report.text("The lights of the northern coast are kept by hand.", above=30.0).paragraphs(1, 3)
    assert HEAD not in " ".join(_texts(report))
    assert HEAD not in " ".join(record.section[0] for record in report.records().values() if record.section)


@pytest.mark.parametrize(
    ("text", "left", "right", "text_left"),
    [
        (f"8\t{HEAD}", LEFT, WIDTH / 2 + HALF, WIDTH / 2 - HALF),
        (f"{HEAD}\t9", WIDTH / 2 - HALF, RIGHT, WIDTH / 2 - HALF),
    ],
)
def test_head_and_number_as_one_line(text: str, left: float, right: float, text_left: float) -> None:
    report = Report().place(text, left, 50.0, right=right, text_left=text_left)
    report.text("The lights of the northern coast are kept by hand.", above=30.0).paragraphs(1, 3)
    assert HEAD not in " ".join(_texts(report))


def test_the_full_first_line_of_a_note_or_paragraph_is_none() -> None:
    words = "The keepers of all lights were told of the report"
    report = Report().paragraphs(1, 3).page_break()
    report.place(f"1\t{words}", LEFT, 75.0, right=WIDTH - LEFT - 12, text_left=LEFT + 12)
    report.place("which the Board had made of them.", LEFT + 12, 87.0).paragraphs(4, 5)
    assert words in " ".join(_texts(report))


def test_a_row_of_a_table_at_the_top_is_none() -> None:
    report = Report().place(
        "12\tKeepers of the northern lights", LEFT, 50.0, right=LEFT + 260.0, text_left=LEFT + 60.0
    )
    report.place("14\tKeepers of the southern lights", LEFT, 62.0, right=LEFT + 260.0, text_left=LEFT + 60.0)
    report.paragraphs(1, 3)
    assert "Keepers of the northern lights" in " ".join(_texts(report))


def test_a_heading_with_its_number_is_none() -> None:
    report = Report().place(
        "1\tIntroduction", LEFT, 50.0, right=LEFT + 90.0, text_left=LEFT + 36.0, bold=1.0, size=12.0
    )
    report.paragraphs(1, 3)
    assert all("Introduction" in record.section[0] for record in report.records().values())


def test_a_title_in_large_type_is_none() -> None:
    report = Report().place(
        f"8\t{HEAD}", LEFT, 50.0, right=WIDTH / 2 + HALF, text_left=WIDTH / 2 - HALF, size=18.0
    )
    report.paragraphs(1, 3)
    assert HEAD in report.segment().records[0].section[0]


def book(lines: list[str], *, shift: float = 0.0) -> Report:
    report = Report()
    for at, line in enumerate(lines):
        if at:
            report.page_break()
        report.text(f"In part {at} of the meeting {FILL}, and {FILL} too.")
        report.place(line, LEFT, 790.0 + at * shift)
    return report


@pytest.mark.parametrize(
    ("feet", "shift", "found"),
    [
        ([f"{at}\tBoard of Keepers – {name}" for at, name in enumerate(CHAPTERS, 9)], 0.0, True),
        ([f"Board of Keepers – {name}\t{at}" for at, name in enumerate(CHAPTERS, 9)], 0.0, True),
        ([f"{at}\tBoard of Keepers – {name}" for at, name in enumerate(CHAPTERS[:3], 9)], 0.0, False),
        ([f"{at}\tBoard of Keepers – {name}" for at, name in enumerate(CHAPTERS, 9)], 3.0, False),
        ([f"{3 * at}\tBoard of Keepers – {name}" for at, name in enumerate(CHAPTERS, 9)], 0.0, False),
        ([f"{at}\tSee the book of {name}." for at, name in enumerate(CHAPTERS, 9)], 0.0, False),
    ],
    ids=["left", "right", "few", "at other heights", "no numbers of pages", "notes"],
)
def test_feet_with_the_number_of_the_page(feet: list[str], shift: float, *, found: bool) -> None:
    assert (set(book(feet, shift=shift).segment().furniture) >= set(feet)) == found


def test_the_foot_of_a_short_chapter_is_no_note() -> None:
    feet = [f"{at}\tBoard of Keepers – {name}" for at, name in enumerate(CHAPTERS, 1)]
    assert all(record.text.endswith(" too.") for record in book(feet).segment().records)


def test_titles_of_pages_are_headings() -> None:
    report = Report()
    for number, name in enumerate(("Lights", "Keepers", "Bells", "Horns", "Oil"), 1):
        if number > 1:
            report.page_break()
        report.place(f"{number}\t{name} of the coast", LEFT, 50.0, size=16.0, bold=1.0, text_left=LEFT + 36.0)
        report.text(f"In part {number} of the meeting {FILL}, and {FILL} too.")
    assert [record.section for record in report.segment().records] == [
        (f"{number} {name} of the coast",)
        for number, name in enumerate(("Lights", "Keepers", "Bells", "Horns", "Oil"), 1)
    ]
