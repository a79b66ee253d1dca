from __future__ import annotations

import pytest

from indexer.extract.pdf_fonts import BOLD, ITALIC, face_of

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
