import pytest

from tests.unit.segment.pages import FILL, Report

TAIL = f"{FILL}, and {FILL} in the end."


def test_a_small_number_at_a_line_start_is_no_number() -> None:
    report = Report().paragraphs(1, 3)
    report.text("4.\tThe keepers of the harbour met on the coast as they are asked to by rule")
    report.text(f"5. The others met in June, as it is said. {TAIL}", above=0)
    report.paragraphs(5, 8)
    found = report.records()
    assert list(found) == [f"p{n}" for n in range(1, 9)]
    assert "by rule 5. The others" in found["p4"].text


@pytest.mark.parametrize(("stop", "found"), [(".", ["p1", "p2", "p3"]), (",", ["p1"])])
def test_a_number_below_a_whole_paragraph_needs_no_room(stop: str, found: list[str]) -> None:
    full = "The keepers of the harbour met on the coast of the sea as they had been seen"
    report = Report().text(f"In the morning {TAIL}").text(f"1. {full}{stop}")
    report.text(f"2. {full}{stop}", above=0).text(f"3. {full}{stop}", above=0)
    assert [address for address in report.records() if address.startswith("p")] == found
