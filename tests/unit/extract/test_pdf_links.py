"""Lines of PDF pages that are links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from indexer.discover import source_file
from indexer.extract import extract

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("blue", "right", "outside", "linked"),
    [
        (1.0, 300, True, True),
        (1.0, 110, True, False),  # its first word alone
        (1.0, 300, False, False),  # within the document
        (0.0, 300, True, False),
    ],
)
def test_a_line_in_colour_that_leads_to_an_address_is_linked(
    tmp_path: Path, blue: float, right: float, *, outside: bool, linked: bool
) -> None:
    canvas = Canvas(str(tmp_path / "report.pdf"), invariant=1)
    canvas.bookmarkPage("lamps")
    canvas.setFillColorRGB(0, 0, blue)
    canvas.drawString(90, 700, "Lights of the coast")
    if outside:
        canvas.linkURL("https://lights.example/", (90, 695, right, 712))
    else:
        canvas.linkAbsolute("", "lamps", (90, 695, right, 712))
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(90, 650, "The lamps are lit.")
    canvas.save()
    (page,) = extract(source_file(tmp_path / "report.pdf")).pages
    assert [(line.coloured, line.linked) for line in page.lines] == [(blue > 0, linked), (False, False)]
