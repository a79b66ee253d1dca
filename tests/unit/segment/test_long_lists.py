from __future__ import annotations

import pytest

from tests.unit.segment.pages import FILL, Report, blocks

RECITAL = f"The keepers have lit the lamps since {FILL}, and {FILL} as well."


def act(count: int, text: str = RECITAL, lead: str = "Whereas:") -> Report:
    report = Report().heading("LAW OF LIGHTS").text(f"The Council has met, and {FILL}.").text(lead)
    for number in range(1, count + 1):
        report.text(f"({number})\t{text}", hang=36.0)
    report.text("HAS ADOPTED THIS LAW:").heading("Article 1").paragraphs(1, 3)
    return report.heading("Article 2").paragraphs(1, 3)


def test_recitals_are_records_of_their_own() -> None:
    parsed = act(12).segment()
    items = [record for record in parsed.records if record.kind == "item"]
    assert [(item.number, item.address) for item in items] == [(f"{n}", f"t2.{n}") for n in range(1, 13)]
    assert {item.text for item in items} == {RECITAL}
    assert [record.text for record in parsed.records if record.address == "t2"] == ["Whereas:"]
    article = next(heading for heading in parsed.headings if heading.text == "Article 1")
    assert parsed.records[article.before - 1].address == "p1"


@pytest.mark.parametrize(
    ("count", "text", "lead"),
    [(4, RECITAL, "Whereas:"), (12, "Lamps;", "Whereas:"), (12, RECITAL, "The keepers met.")],
)
def test_short_lists_and_those_that_nothing_leads_to_stay_whole(count: int, text: str, lead: str) -> None:
    assert not [record for record in act(count, text, lead).segment().records if record.kind == "item"]


def test_recitals_of_formats_that_flow() -> None:
    texts = [f"The Council has met, and {FILL}.", "Whereas:"]
    texts += [f"({number})\t{RECITAL}" for number in range(1, 8)]
    texts += ["Has adopted this law:", f"1. In the morning {FILL}.", f"2. In the evening {FILL}."]
    parsed = blocks(*((text, {}) for text in texts))
    assert [record.number for record in parsed.records if record.kind == "item"] == list("1234567")
