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


@pytest.mark.parametrize(
    ("gap", "below", "found"),
    [(11, "", True), (16, "", False), (16, "of the coast", True), (16, "Oil of the coast", False)],
)
def test_a_short_line_has_a_bullet_as_a_longer_one_has_or_where_it_goes_on(
    tmp_path: Path, gap: float, below: str, *, found: bool
) -> None:
    canvas = Canvas(str(tmp_path / "report.pdf"), invariant=1)
    canvas.setFont("Times-Roman", 11)
    for y, text, before in ((700, "Oil lamps", gap), (660, TEXT, 11)):
        canvas.drawString(100, y, text)
        canvas.rect(100 - before, y + 2, 3, 3, stroke=0, fill=1)
    canvas.drawString(100, 687, below)
    canvas.save()
    (page,) = extract(source_file(tmp_path / "report.pdf")).pages
    short = next(line for line in page.lines if "lamps" in line.text)
    assert short.text == ("•\tOil lamps" if found else "Oil lamps")
