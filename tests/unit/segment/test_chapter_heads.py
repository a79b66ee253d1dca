from __future__ import annotations

import pytest

from indexer.segment.chapter_heads import find_chapter_heads
from tests.unit.segment.pages import FILL, LEFT, Report

CHAPTERS = ("Lights", "Lights", "Keepers of lights", "Bells", "Horns")


def pages(feet: list[str], *, shift: float = 0.0) -> Report:
    report = Report()
    for at, foot in enumerate(feet):
        if at:
            report.page_break()
        report.text(f"In part {at} of the meeting {FILL}, and {FILL} too.")
        report.place(foot, LEFT, 790.0 + at * shift)
    return report


@pytest.mark.parametrize(
    ("feet", "shift", "found"),
    [
        ([f"{at}\tBoard of Keepers – {name}" for at, name in enumerate(CHAPTERS, 9)], 0.0, 5),
        ([f"Board of Keepers – {name}\t{at}" for at, name in enumerate(CHAPTERS, 9)], 0.0, 5),
        ([f"{at}\tBoard of Keepers – {name}" for at, name in enumerate(CHAPTERS[:3], 9)], 0.0, 0),
        ([f"{at}\tBoard of Keepers – {name}" for at, name in enumerate(CHAPTERS, 9)], 3.0, 0),
        ([f"{3 * at}\tBoard of Keepers – {name}" for at, name in enumerate(CHAPTERS, 9)], 0.0, 0),
        ([f"{at}\tSee the book of {name}." for at, name in enumerate(CHAPTERS, 9)], 0.0, 0),
    ],
    ids=["left", "right", "few", "at other heights", "no numbers of pages", "notes"],
)
def test_feet_with_the_number_of_the_page(feet: list[str], shift: float, found: int) -> None:
    items, _ = pages(feet, shift=shift).items()
    edges = [("bottom" if item.line.bottom > 750 else "", item) for item in items]
    assert len(find_chapter_heads(edges, len(feet))) == found


def test_the_foot_of_a_short_chapter_is_no_note() -> None:
    feet = [f"{at}\tBoard of Keepers – {name}" for at, name in enumerate(CHAPTERS, 1)]
    assert all(record.text.endswith(" too.") for record in pages(feet).segment().records)
