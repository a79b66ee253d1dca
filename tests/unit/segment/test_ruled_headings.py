"""Headings with a ruled line, and others in their type without one."""

from __future__ import annotations

import pytest

from tests.unit.segment.pages import FILL, LEFT, RIGHT, Report

SENTENCE = f"In the morning {FILL}, and {FILL}, and so the day went."


def sections(*ruled: str, room: float = 2.0, left: float = LEFT, right: float = RIGHT) -> list[list[str]]:
    """The paths of a text below each of some headings, of which some have a line above them."""
    report = Report()
    for heading in ("Lights", "Lamps", "Oil", "Harbours", "Boats"):
        report.text(SENTENCE)
        if heading in ruled:
            report.rule(left, right, above=11.0)
        report.text(heading, bold=1.0, above=room if heading in ruled else 14.0)
    report.text(SENTENCE)
    return [list(record.section) for record in report.segment().records[1:]]


def test_headings_without_a_line_stand_below_those_with_one() -> None:
    assert sections("Lights", "Harbours") == [
        ["Lights"],
        ["Lights", "Lamps"],
        ["Lights", "Oil"],
        ["Harbours"],
        ["Harbours", "Boats"],
    ]


@pytest.mark.parametrize(
    "sections_found",
    [
        sections(),
        sections("Oil"),
        sections("Lights", "Lamps", "Oil", "Harbours", "Boats"),
        sections("Lights", "Harbours", room=14.0),
        sections("Lights", "Harbours", left=LEFT + 40),
        sections("Lights", "Harbours", right=LEFT + 30),
    ],
    ids=["none", "one", "all", "far", "aside", "as long as the words"],
)
def test_other_lines_tell_nothing_of_headings(sections_found: list[list[str]]) -> None:
    assert sections_found == [["Lights"], ["Lamps"], ["Oil"], ["Harbours"], ["Boats"]]


def test_lines_of_running_heads_tell_nothing_of_headings() -> None:
    report = Report()
    for page in range(4):
        if page:
            report.page_break()
        report.rule(above=0.0)
        report.text("Lights" if page < 3 else "Lamps", bold=1.0).text(SENTENCE)
        report.text("Oil", bold=1.0, above=14.0).text(SENTENCE)
    found = [list(record.section) for record in report.segment().records]
    assert all(len(section) == 1 for section in found)
