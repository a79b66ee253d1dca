"""PDFium mixes up numbers among words from right to left; their places tell how they are read."""

from __future__ import annotations

import ctypes
from typing import Any, cast

import pytest

from indexer.extract.pdf_directions import in_order


class Places:
    """Stands in for PDFium: where each character begins, as far as it is told."""

    def __init__(self, lefts: dict[int, float]) -> None:
        self.lefts = lefts
        self.asked = 0

    def origin(self, _text: object, at: int, x: ctypes.c_void_p, y: ctypes.c_void_p) -> None:
        self.asked += 1
        for place, value in ((x, self.lefts.get(at, 500.0 - at)), (y, 100.0)):
            ctypes.cast(place, ctypes.POINTER(ctypes.c_double))[0] = value


def read(handed: str, seen: str) -> str:
    """Read what PDFium hands over of a line that looks so from left to right; each sign stands there once."""
    lefts = {at: 10.0 * seen.index(sign) for at, sign in enumerate(handed)}
    return in_order(handed, None, cast("Any", Places(lefts)))


@pytest.mark.parametrize(
    ("handed", "seen", "meant"),
    [
        ("قرار .78/142", ".78/142 رارق", "قرار 78/142."),
        ("عام ،2035", "،2035 ماع", "عام 2035،"),
        ("نسبة %12", "%12 ةبسن", "نسبة 12%"),
        ("القر )/79B]A", "]A/79B) رقلا", "القر )A/79B]"),
        ("ال )د3-(", "(3-د) لا", "ال )د-3("),
        ("أعوام 35–19", "35–19 ماوعأ", "أعوام 19–35"),
        ("1. قرا", "ارق 1.", "1. قرا"),
        (".1 قرا", "ارق .1", "1. قرا"),
        ("مادة 5 أولا", "الوأ 5 ةدام", "مادة 5 أولا"),
    ],
)
def test_what_stands_to_the_left_of_a_number_follows_it(handed: str, seen: str, meant: str) -> None:
    assert read(handed, seen) == meant


@pytest.mark.parametrize("text", ["paragraph .78/142", "фары .78", "灯塔 .78", "Distr.: General قرار", ""])
def test_other_lines_are_left_alone(text: str) -> None:
    places = Places({})
    assert in_order(text, None, cast("Any", places)) == text
    assert places.asked == 0
