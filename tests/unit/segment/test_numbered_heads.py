"""Running heads of files that have too few pages to repeat them."""

from __future__ import annotations

import pytest

from tests.unit.segment.pages import LEFT, RIGHT, WIDTH, Report

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
