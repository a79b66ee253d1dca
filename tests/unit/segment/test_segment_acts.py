"""Volumes in which the resolutions of a session stand behind one another."""

from __future__ import annotations

import pytest

from tests.unit.segment.pages import Report


def _resolution(report: Report, *, paragraphs: int) -> Report:
    report.text("The General Assembly,", indent=36.0, above=14.0)
    report.text("Recalling the lamps of the northern coast,", indent=36.0, above=14.0)
    return report.paragraphs(1, paragraphs)


def _addresses(report: Report) -> list[str]:
    return [record.address for record in report.records().values() if record.kind == "operative"]


def test_every_resolution_has_its_own_numbers_the_first_one_too() -> None:
    report = _resolution(Report().heading("801 (VII). Lights of the coast"), paragraphs=2)
    _resolution(report.heading("802 (VII). Foghorns of the coast"), paragraphs=3)
    assert _addresses(report) == [
        *(f"resolution-801-VII.p{number}" for number in (1, 2)),
        *(f"resolution-802-VII.p{number}" for number in (1, 2, 3)),
    ]


def test_the_parts_of_a_resolution_are_told_by_their_letters() -> None:
    report = _resolution(Report().heading("79/1. Lights of the coast"), paragraphs=2)
    report.heading("79/2. Foghorns of the coast")
    for letter in "AB":
        _resolution(report.heading(letter), paragraphs=2)
    assert _addresses(report) == [
        *(f"resolution-79.1.p{number}" for number in (1, 2)),
        *(f"resolution-79.2{part}.p{number}" for part in "AB" for number in (1, 2)),
    ]


def test_a_resolution_alone_in_a_file_without_symbol_is_known_by_its_number() -> None:
    report = _resolution(Report().heading("801 (VII). Lights of the coast"), paragraphs=3)
    assert _addresses(report) == [f"resolution-801-VII.p{number}" for number in (1, 2, 3)]


def test_numbers_above_titles_are_those_of_resolutions_where_the_organ_is_named_below() -> None:
    report = Report().heading("I. Resolutions", size=14.0)
    for number in ("10/1", "10/2"):
        report.heading(number).heading("Lights of the coast", above=0.0)
        _resolution(report, paragraphs=2)
    report.heading("II. Decisions", size=14.0).heading("10/101").heading("Review of Utopia", above=0.0)
    _resolution(report, paragraphs=2)
    report.heading("III. Statements", size=14.0).text("The keepers were heard by the Council.", above=14.0)
    assert _addresses(report) == [
        f"{act}.p{number}"
        for act in ("resolution-10.1", "resolution-10.2", "decision-10.101")
        for number in (1, 2)
    ]
    assert list(report.records().values())[-1].address == "t1"
    assert report.records()["resolution-10.2.p1"].section == ("I. Resolutions", "10/2 Lights of the coast")


def test_a_plain_line_with_the_number_of_an_act_above_the_organ_is_its_title() -> None:
    report = Report().text("801 (VII). Lights of the coast", above=14.0)
    _resolution(report, paragraphs=2).text("802 (VII). Foghorns of the coast and of all", above=14.0)
    _resolution(report.text("the lights beside them"), paragraphs=2)
    assert report.records()["resolution-801-VII.p1"].section == ("801 (VII). Lights of the coast",)
    assert report.records()["resolution-802-VII.p2"].section == (
        "802 (VII). Foghorns of the coast and of all the lights beside them",
    )


def test_years_above_a_text_are_no_resolutions() -> None:
    report = Report().heading("2023/24").heading("Results", above=0.0).paragraphs(1, 2)
    report.heading("2024/25").heading("Results", above=0.0).paragraphs(3, 4)
    assert set(report.records()) == {"p1", "p2", "p3", "p4"}


def test_a_draft_alone_has_plain_addresses() -> None:
    report = _resolution(Report().heading("Draft resolution I"), paragraphs=3)
    assert _addresses(report) == ["p1", "p2", "p3"]


@pytest.mark.parametrize("size", [11.0, 14.0, 16.0])
def test_the_title_of_a_resolution_may_be_set_as_the_organ_is(size: float) -> None:
    report = Report().heading("Harbour Assembly", size=14.0).text("Assemblée du port", above=0.0)
    report.heading("Resolution 801 (2013)", size=11.0).heading("Lights of the coast", size=size)
    records = report.paragraphs(1, 3).records()
    section = ("Harbour Assembly", "Resolution 801 (2013)", "Lights of the coast")
    assert [records[f"resolution-801-2013.p{number}"].section for number in (1, 2, 3)] == [section] * 3
