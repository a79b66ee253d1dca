"""A subtitle such as "Note by the Secretary-General" belongs to the title."""

import pytest

from tests.unit.segment.pages import FILL, LEFT, Report

TAIL = f"{FILL}, and {FILL} in the end."


@pytest.mark.parametrize(
    "second",
    [
        "Note by the Secretary-General",
        "Note by the Secretariat",
        "Background paper prepared by the keepers",
        "Summary record of the 3rd meeting",
    ],
)
def test_the_second_line_of_a_title(second: str) -> None:
    report = Report().place("United Nations", 60, 60, size=12).place("A/HRC/9/8", 430, 60, size=14, right=538)
    report.place("Distr.: General", 430, 95).place("29 August 2008", 430, 110)
    report.place("Report of the Keepers", LEFT, 240, size=14, bold=1.0)
    report.place(second, LEFT, 270, size=12, bold=1.0).paragraphs(1, 4)
    record = report.segment().records[0]
    assert record.title == f"Report of the Keepers – {second}"
    assert record.section == ()


def test_a_centred_numbered_heading_of_two_lines_above_a_number() -> None:
    report = Report().paragraphs(1, 3)
    report.text("2.\tFurther session of the keepers of the northern", indent=80.0, above=12.0)
    report.text("lights", indent=116.0, above=0.0).paragraph("4.", f"In the morning {FILL}.", above=12.0)
    parsed = report.segment()
    assert [heading.text for heading in parsed.headings] == [
        "2. Further session of the keepers of the northern lights"
    ]
    assert [record.address for record in parsed.records] == ["p1", "p2", "p3", "p4"]
