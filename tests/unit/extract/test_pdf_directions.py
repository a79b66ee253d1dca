"""PDFium mixes up numbers among words from right to left; their places tell how they are read."""

from __future__ import annotations

import ctypes
from typing import Any, cast

import pytest

from indexer.extract.pdf_calls import Room, as_seen
from indexer.extract.pdf_ligatures import in_order


class Places:
    """Stands in for PDFium: where each character begins, as far as it is told, on a page that was turned."""

    def __init__(self, lefts: dict[int, float], turn: int = 0) -> None:
        self.lefts = lefts
        self.turn = turn
        self.asked = 0

    def origin(self, _text: object, at: int, x: ctypes.c_void_p, y: ctypes.c_void_p) -> None:
        self.asked += 1
        self._write(ctypes.c_double, (x, y), (self.lefts.get(at, 500.0 - at), 100.0))

    def loose_box(self, _text: object, at: int, box: ctypes.c_void_p) -> None:
        left = self.lefts[at]
        corners = *self._turned(left, 98.0), *self._turned(left + 5.0, 108.0)
        edges = sorted(corners[::2]), sorted(corners[1::2])
        values = ctypes.cast(box, ctypes.POINTER(ctypes.c_float))
        values[0], values[1], values[2], values[3] = edges[0][0], edges[1][1], edges[0][1], edges[1][0]

    def _write(self, kind: Any, places: tuple[ctypes.c_void_p, ...], point: tuple[float, float]) -> None:
        for place, value in zip(places, self._turned(*point), strict=True):
            ctypes.cast(place, ctypes.POINTER(kind))[0] = value

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        for _ in range(self.turn):  # to the left, so that it takes as many turns to the right
            x, y = -y, x
        return x, y


def read(handed: str, seen: str, turn: int = 0) -> str:
    """Read what PDFium hands over of a line that looks so from left to right; each sign stands there once."""
    lefts = {at: 10.0 * seen.index(sign) for at, sign in enumerate(handed)}
    return in_order(handed, None, as_seen(cast("Any", Places(lefts, turn)), turn))


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
    assert [read(handed, seen, turn) for turn in range(4)] == [meant] * 4


@pytest.mark.parametrize("turn", range(4))
def test_places_are_as_they_are_seen(turn: int) -> None:
    calls = as_seen(cast("Any", Places({7: 30.0}, turn)), turn)
    point, box = Room("d", 1), Room("f", 4)
    point.clear(2)
    box.clear(1)
    calls.origin(None, 7, *point.places[:2])
    calls.loose_box(None, 7, box.places[0])
    assert list(point.values[:2]) == [30.0, 100.0]
    assert list(box.values[:4]) == [30.0, 108.0, 35.0, 98.0]


@pytest.mark.parametrize("text", ["paragraph .78/142", "фары .78", "灯塔 .78", "Distr.: General قرار", ""])
def test_other_lines_are_left_alone(text: str) -> None:
    places = Places({})
    assert in_order(text, None, cast("Any", places)) == text
    assert places.asked == 0
