"""Bullets that are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from indexer.discover import source_file
from indexer.extract import extract

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The keepers counted all the lights"


@pytest.mark.parametrize(
    ("text", "wide", "high", "gap", "found"),
    [
        (TEXT, 3.0, 3.0, 8.0, True),
        (TEXT, 6.0, 6.2, 15.0, True),
        (TEXT, 10.0, 10.0, 8.0, False),  # a box
        (TEXT, 6.0, 2.0, 8.0, False),  # a rule
        (TEXT, 3.0, 3.0, 40.0, False),
        ("Lights of 2008", 3.0, 3.0, 8.0, False),  # the key of a chart
    ],
)
def test_a_dot_before_a_line_is_its_bullet(
    tmp_path: Path, text: str, wide: float, high: float, gap: float, *, found: bool
) -> None:
    canvas = Canvas(str(tmp_path / "report.pdf"), invariant=1)
    canvas.setFont("Times-Roman", 11)
    canvas.drawString(100, 700, text)
    canvas.rect(100 - gap - wide, 702, wide, high, stroke=0, fill=1)
    canvas.drawString(80, 680, TEXT)
    canvas.save()
    (page,) = extract(source_file(tmp_path / "report.pdf")).pages
    first, second = page.lines
    assert first.text.split() == ["•"] * found + text.split()
    assert (first.left < 99) == found
    assert not found or round(first.text_left) == 100
    assert second.text.split() == TEXT.split()


@pytest.mark.parametrize(("left", "found"), [(100, True), (140, False)])
def test_a_short_line_has_a_bullet_where_a_longer_one_of_its_list_has(
    tmp_path: Path, left: float, *, found: bool
) -> None:
    canvas = Canvas(str(tmp_path / "report.pdf"), invariant=1)
    canvas.setFont("Times-Roman", 11)
    for y, text, x in ((700, "Oil lamps", left), (680, TEXT, 100)):
        canvas.drawString(x, y, text)
        canvas.rect(x - 11, y + 2, 3, 3, stroke=0, fill=1)
    canvas.save()
    (page,) = extract(source_file(tmp_path / "report.pdf")).pages
    short = next(line for line in page.lines if "lamps" in line.text)
    assert short.text == ("•\tOil lamps" if found else "Oil lamps")
