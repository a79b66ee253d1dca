"""Recommendations below or behind a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.segment.pages import FILL, Report

if TYPE_CHECKING:
    from indexer.model import Record

ADVICE = f"The keepers should light the lamps of the coast, as {FILL}."


def found(report: Report) -> list[tuple[str, str, str | None, tuple[str, ...]]]:
    return [(one.kind, one.address, one.number, one.section) for one in report.records().values()]


def labelled(report: Report) -> list[Record]:
    return [one for one in report.records().values() if one.kind == "recommendation"]


@pytest.mark.parametrize(
    ("label", "number"),
    [
        *(("Recommendation 5", "5"), ("RECOMMENDATION 5:", "5"), ("Recommendation 3.2", "3.2")),
        *(("Key recommendation 5 –", "5"), ("Recommendation No. 5", "5"), ("Recomendación 5", "5")),
        *(("Recommendation 122.28", "122.28"), ("Recommendations 5 and 6:", "5 and 6")),
        ("Recommendations 122.28–30, 122.34", "122.28–30, 122.34"),
    ],
)
def test_a_label_above_a_recommendation_is_its_number(label: str, number: str) -> None:
    report = Report().heading("A. Lights").paragraphs(1, 3).text(label, bold=1.0, above=14).text(ADVICE)
    report.text(f"They should report on it, as {FILL}.").paragraphs(4, 5)
    section = ("A. Lights",)
    assert found(report)[3:] == [
        ("recommendation", "t1", number, section),
        ("paragraph", "p4", "4", section),
        ("paragraph", "p5", "5", section),
    ]
    assert labelled(report)[0].text.startswith("The keepers should")
    assert "They should report on it" in labelled(report)[0].text


@pytest.mark.parametrize("label", ["Recommendation 5: ", "Recommendation 5. ", "Recommendation 5 – "])
def test_a_label_in_front_of_a_recommendation_is_its_number(label: str) -> None:
    report = Report().heading("A. Lights").paragraphs(1, 3).text(label + ADVICE, bold_lead=len(label) - 1)
    (one,) = labelled(report.paragraphs(4, 5))
    assert (one.number, one.text, one.section) == ("5", ADVICE, ("A. Lights",))


def test_what_is_said_of_a_recommendation_stands_below_its_label_where_nothing_is_numbered() -> None:
    report = Report().heading("Lights").text(ADVICE).text("Recommendation 5", bold=1.0, above=14).text(ADVICE)
    report.text(f"This was said before, as {FILL}.")
    assert found(report)[1:] == [
        ("recommendation", "t2", "5", ("Lights",)),
        ("text", "t3", None, ("Lights", "Recommendation 5")),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Recommendation 5 of the keepers was made before, as {FILL}.",
        f"See recommendation 5. The lamps were lit, as {FILL}.",
        f"Recommendation 5 - 7. The lamps were lit, as {FILL}.",
        f"Recommendation 5 - 7 of the keepers were made before, as {FILL}.",
        f"Recommendation 5 – like the others – was made before, as {FILL}.",
    ],
)
def test_other_texts_are_no_recommendations(text: str) -> None:
    assert not labelled(Report().heading("A. Lights").paragraphs(1, 3).text(text).paragraphs(4, 5))


def test_the_mark_of_a_note_is_no_digit_of_a_label() -> None:
    report = Report().heading("A. Lights").paragraphs(1, 3)
    report.text(f"Recommendation 5{{1}}: {ADVICE}", notes={"1": "See there."})
    assert not labelled(report.paragraphs(4, 5))


def test_replies_stand_below_the_label_of_what_they_reply_to() -> None:
    report = Report().heading("A. Lights")
    for number in range(1, 4):
        report.text(f"Recommendation {number}", bold=1.0, above=14).text(ADVICE).paragraphs(
            2 * number, 2 * number + 1
        )
    sections = [section for kind, _, _, section in found(report) if kind == "paragraph"]
    assert sections == [("A. Lights", f"Recommendation {number}") for number in (1, 1, 2, 2, 3, 3)]


def test_a_signature_is_no_part_of_a_recommendation() -> None:
    report = Report().heading("A. Lights").paragraphs(1, 3).text("Recommendation 5", bold=1.0, above=14)
    report.text(ADVICE).text("(Signed) J. Keeper, Chief of the Lights", above=20)
    (one,) = labelled(report)
    assert one.text == ADVICE


@pytest.mark.parametrize("label", ["Recommendation 5", "Finding 5"])
def test_a_label_above_numbered_paragraphs_is_a_heading(label: str) -> None:
    report = Report().heading("A. Lights").paragraphs(1, 3).text(label, bold=1.0, above=14).paragraphs(4, 5)
    assert found(report)[3][3] == ("A. Lights", label)


@pytest.mark.parametrize("reply", ["Recommendation 5: implemented.", f"Recommendation 5. We agree: {FILL}."])
@pytest.mark.parametrize("paragraphs", [0, 3])
def test_a_reply_with_the_label_of_its_recommendation_is_none(reply: str, paragraphs: int) -> None:
    report = Report().heading("A. Lights").paragraphs(1, paragraphs)
    report.text(f"Recommendation 5: {ADVICE}", above=14).text(reply, above=14)
    assert len(labelled(report)) == 1


def test_a_label_above_a_recommendation_is_not_that_of_the_reply_below_it() -> None:
    report = Report().heading("A. Lights")
    for number in ("5", "6"):
        report.text(f"Recommendation {number}", bold=1.0, above=14).text(ADVICE)
        report.text(f"Recommendation {number}. The keepers agree.", above=14)
    assert [record.number for record in labelled(report)] == ["5", "6"]


def test_what_came_of_a_recommendation_is_none() -> None:
    report = Report().heading("A. Lights").text(f"Recommendation 5: {ADVICE}")
    report.heading("B. Follow-up").text("Recommendation 5: implemented.")
    assert len(labelled(report)) == 1


def test_each_chapter_may_count_its_recommendations_anew() -> None:
    report = Report().heading("A. Lights").text(f"Recommendation 1: {ADVICE}")
    report.heading("B. Oil").text(f"Recommendation 1: {ADVICE}")
    report.heading("C. Bells").text("Recommendation 1: Ratify the protocol.")
    assert len(labelled(report)) == 3
