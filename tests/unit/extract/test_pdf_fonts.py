from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from indexer.discover import source_file
from indexer.extract import extract
from indexer.extract.pdf_fonts import BOLD, ITALIC, face_of

if TYPE_CHECKING:
    from pathlib import Path

FORCED = 1 << 18
SLANTED = 1 << 6


@pytest.mark.parametrize(
    ("name", "weight", "flags", "face"),
    [
        ("ABCDEF+TimesNewRomanPSMT", 1364, 0, 0),  # stems as Ghostscript measures them
        ("TimesNewRoman", 700, 0, 0),
        ("LMMono10-Regular", 840, 0, 0),
        ("CMR10", 744, 0, 0),
        ("ABCDEF+CMBX12", 545, 0, BOLD),
        ("CSB10", 400, 0, BOLD),
        ("NimbusRomNo9L-Medi", 0, 0, BOLD),
        ("NimbusRomNo9L-MediItal", 0, 0, BOLD | ITALIC),
        ("Avenir-Medium", 500, 0, 0),
        ("TimesNewRomanPS-BoldMT", 0, 0, BOLD),
        ("STHeitiSC-Medium", 435, FORCED, BOLD),
        ("ABCDEF+CIDFont+F2", 700, 0, BOLD),
        ("F1", 800, SLANTED, BOLD | ITALIC),
        ("TT0", 400, 0, 0),
        ("C2_0", 1200, 0, 0),
        ("", 700, 0, BOLD),
    ],
)
def test_the_name_of_a_font_tells_more_than_the_width_of_its_stems(
    name: str, weight: int, flags: int, face: int
) -> None:
    assert face_of(name, weight, flags) == face


@pytest.mark.parametrize(
    ("ink", "coloured"),
    [
        ((0.0, 0.0, 0.0), False),
        ((0.4, 0.4, 0.4), False),
        ((0.05, 0.05, 0.15), False),  # nearly black
        ((0.1, 0.4, 0.6), True),
        ((1.0, 1.0, 1.0), True),
    ],
)
def test_a_line_is_coloured_where_all_of_it_is(
    tmp_path: Path, ink: tuple[float, float, float], *, coloured: bool
) -> None:
    canvas = Canvas(str(tmp_path / "report.pdf"), invariant=1)
    canvas.setFillColorRGB(*ink)
    canvas.drawString(90, 700, "Lights of the coast")
    canvas.drawString(90, 650, "Lights ")
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(130, 650, "went out")
    canvas.save()
    (page,) = extract(source_file(tmp_path / "report.pdf")).pages
    assert [line.coloured for line in page.lines] == [coloured, False]


@pytest.mark.parametrize(
    ("heading", "text", "coloured"),
    [(0.4, 0.0, True), (0.2, 0.0, False), (0.4, 0.4, False), (0.0, 0.4, False)],
)
def test_a_grey_that_is_lighter_than_the_text_is_a_colour(
    tmp_path: Path, heading: float, text: float, *, coloured: bool
) -> None:
    canvas = Canvas(str(tmp_path / "report.pdf"), invariant=1)
    canvas.setFillGray(heading)
    canvas.drawString(90, 700, "Lights of the coast")
    canvas.setFillGray(text)
    for y in (680, 666, 652):
        canvas.drawString(90, y, "The lamps are lit.")
    canvas.save()
    (page,) = extract(source_file(tmp_path / "report.pdf")).pages
    assert [line.coloured for line in page.lines] == [coloured, False, False, False]
