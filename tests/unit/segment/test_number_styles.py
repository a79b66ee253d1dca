"""Numbers of paragraphs with other signs around them than a stop behind."""

from __future__ import annotations

import pytest

from tests.unit.segment.pages import FILL, Report

TEXT = f"The Court heard that {FILL}, and {FILL}, and that {FILL} in the end."

STYLES = ["[{}]\t", "§ {}\t", "¶{}.\t", "({})\t", "{})\t", "{}\t", "{} -\t"]


def judgment(style: str, count: int = 12, *, text: str = TEXT) -> Report:
    """A judgment in parts whose paragraphs are numbered in one style."""
    report = Report().heading("JUDGMENT", size=14)
    for number in range(1, count + 1):
        if number in (1, 5):
            report.heading("The facts" if number == 1 else "The law")
        report.text(style.format(number) + text, hang=30)
    return report


@pytest.mark.parametrize("style", STYLES)
def test_paragraphs_are_numbered_whatever_stands_around_the_numbers(style: str) -> None:
    found = judgment(style).records()
    assert list(found) == [f"p{number}" for number in range(1, 13)]
    assert found["p7"].number == "7"
    assert found["p7"].text == TEXT
    assert found["p7"].section[-1] == "The law"


@pytest.mark.parametrize("style", STYLES)
def test_numbers_may_begin_anew_in_each_chapter(style: str) -> None:
    report = Report().heading("JUDGMENT", size=14)
    for chapter in ("The facts", "The law", "The costs"):
        report.heading(chapter)
        for number in range(1, 5):
            report.text(style.format(number) + TEXT, hang=30)
    found = report.records()
    assert list(found) == [f"{scope}p{n}" for scope in ("", "s2.", "s3.") for n in range(1, 5)]
    assert found["s3.p2"].text == TEXT


@pytest.mark.parametrize("style", STYLES)
def test_few_numbers_and_short_entries_are_a_list(style: str) -> None:
    assert "p2" not in judgment(style, 4).records()
    assert "p2" not in judgment(style, text="A short entry").records()


@pytest.mark.parametrize("style", STYLES)
def test_paragraphs_with_a_stop_behind_their_numbers_have_lists_in_other_styles(style: str) -> None:
    report = Report().paragraphs(1, 8).paragraph("9.", "The keepers ask States to do what follows:")
    for number in range(1, 8):
        report.text(style.format(number) + TEXT, indent=30, hang=60)
    found = report.paragraphs(10, 12).records()
    assert [address for address in found if address[0] == "p"] == [f"p{number}" for number in range(1, 13)]


def test_notes_at_the_end_are_no_paragraphs() -> None:
    report = Report().heading("Lights", size=14)
    for _ in range(12):
        report.text(TEXT)
    for number in range(1, 8):
        report.text(f"{number}\t{TEXT}")
    assert not any(address.startswith("p") for address in report.records())
