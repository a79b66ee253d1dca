"""Columns of text in a box on a page that has none."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from indexer.discover import source_file
from indexer.extract import extract

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FULL = "The keepers of the lamps told the members of the group what they had seen in the harbours."
FIRST = (
    "Lamps were lit in most of",
    "the harbours of the coast",
    "before noon.",
    "Oil was dear all year and",
)
SECOND = (
    "Keepers said that ships",
    "had come late, and that",
    "nobody saw them.",
    "Boats were few, but some",
)
ENDS = ("nobody sold any of it.",)
UNEVEN = ("Keepers said that ships", "had come late.", "Boats were few, but some", "went out each morning")


def columns(
    path: Path,
    first: Sequence[str],
    second: Sequence[str],
    *,
    bullets: bool = False,
    title: str = "Key messages",
) -> list[int]:
    """Write a page with a box, and return the columns of its lines in order."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=1)
    canvas.setFillGray(0.85)
    canvas.rect(60, 590, 480, 110, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setFont("Times-Bold", 11)
    canvas.drawString(70, 684, title)
    canvas.setFont("Times-Roman", 9)
    for x, texts in ((84, first), (320, second)):
        for at, text in enumerate(texts):
            canvas.drawString(x, 664 - 12 * at, text)
            if bullets and text[0].isupper():
                canvas.rect(x - 10, 666 - 12 * at, 3, 3, stroke=0, fill=1)
    canvas.setFont("Times-Roman", 10)
    for y in range(570, 300, -14):
        canvas.drawString(60, y, FULL)
    canvas.save()
    lines = extract(source_file(path)).pages[0].lines
    return [column for column, _ in groupby(line.column for line in lines)]


@pytest.mark.parametrize("second", [SECOND, UNEVEN])
@pytest.mark.parametrize("bullets", [True, False])
def test_columns_of_a_box_are_read_one_after_the_other(
    tmp_path: Path, second: tuple[str, ...], *, bullets: bool
) -> None:
    assert columns(tmp_path / "page.pdf", FIRST + ENDS, second + ENDS, bullets=bullets) == [1, 2, 0]


def test_what_leads_to_the_columns_of_a_box_lies_across_them(tmp_path: Path) -> None:
    lead = "The keepers of all the lamps of the coast told the group in the last year:"
    assert columns(tmp_path / "page.pdf", FIRST + ENDS, SECOND + ENDS, title=lead) == [0, 1, 2, 0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FIRST + ENDS, ("1890", "1891", "1892", "1893", "1894")),
        ((FIRST[0] + " and in all the towns of the north, and of the south", *FIRST[1:]), SECOND),
        (FIRST[:2], SECOND[:2]),
    ],
    ids=["figures", "across", "few"],
)
def test_other_words_of_a_box_are_no_columns(
    tmp_path: Path, first: Sequence[str], second: Sequence[str]
) -> None:
    assert columns(tmp_path / "page.pdf", first, second, bullets=True) == [0]
