from __future__ import annotations

from tests.unit.segment.pages import FILL, Report
from tests.unit.segment.test_segment_numbering import TAIL


def test_recommendations_under_a_paragraph() -> None:
    report = Report().paragraphs(136, 137).paragraph("138.", f"The recommendations are {FILL}:")
    for minor in range(1, 13):
        report.paragraph(f"138.{minor}", f"Light the coast (Erewhon {minor});", indent=20, hang=20)
    report.paragraphs(139, 141)
    found = report.records()
    assert list(found) == [
        *("p136", "p137", "p138"),
        *(f"p138.{minor}" for minor in range(1, 13)),
        *("p139", "p140", "p141"),
    ]
    assert found["p138.2"].kind == "recommendation"
    assert found["p138.2"].number == "138.2"
    assert found["p138.2"].text == "Light the coast (Erewhon 2);"


def test_decisions_that_number_all_paragraphs_under_their_sections() -> None:
    report = Report().heading("Decision on the lights")
    for section in (1, 2, 3):
        for minor in (1, 2, 3):
            report.paragraph(f"{section}.{minor}", f"The author of part {section}.{minor} says that {TAIL}")
    found = report.records()
    assert list(found) == [f"p{a}.{b}" for a in (1, 2, 3) for b in (1, 2, 3)]
    assert found["p3.2"].kind == "paragraph"
    assert found["p3.2"].number == "3.2"


def test_a_decision_that_has_no_part_of_one_number_goes_on_behind_it() -> None:
    report = Report().heading("Decision on the lights")
    for section in (1, 2, 4):
        for minor in (1, 2):
            report.paragraph(f"{section}.{minor}", f"The author of part {section}.{minor} says that {TAIL}")
    report.paragraph("5.", f"The Committee decides that {TAIL}")
    assert list(report.records()) == ["p1.1", "p1.2", "p2.1", "p2.2", "p4.1", "p4.2", "p5"]
