"""Letters that a font draws as one glyph begin at one place."""

from __future__ import annotations

import ctypes
from typing import Any, cast

import pytest

from indexer.extract.pdf_ligatures import untwisted


class Places:
    """Stands in for PDFium: each character begins at a place of its own, or at that of the one before."""

    def __init__(self, shared: set[int]) -> None:
        self.shared = shared
        self.asked = 0

    def origin(self, _text: object, at: int, x: ctypes.c_void_p, y: ctypes.c_void_p) -> None:
        self.asked += 1
        while at in self.shared:
            at -= 1
        for place, value in ((x, 500.0 - at), (y, 100.0)):
            ctypes.cast(place, ctypes.POINTER(ctypes.c_double))[0] = value


def read(characters: str, *shared: int) -> tuple[str, int]:
    places = Places(set(shared))
    return untwisted(characters, None, cast("Any", places)), places.asked


@pytest.mark.parametrize(
    ("handed", "shared", "meant"),
    [
        ("السالم", (4,), "السلام"),
        ("اإلنسان", (2,), "الإنسان"),
        ("العالم", (), "العالم"),
        ("العالم والسالم", (12,), "العالم والسلام"),
        ("املجموعة", (2,), "المجموعة"),
        ("لمحا", (1, 2), "حملا"),
        ("السلام", (4,), "السلام"),  # drawn from right to left
        ("الإنسان", (2,), "الإنسان"),
        ("the lights", (2, 3), "the lights"),
        ("фары", (1,), "фары"),
        ("ا ل", (1,), "ا ل"),
        ("", (), ""),
    ],
)
def test_the_letters_of_a_ligature_come_in_their_order(
    handed: str, shared: tuple[int, ...], meant: str
) -> None:
    assert read(handed, *shared)[0] == meant


def test_other_scripts_are_not_asked_for_places() -> None:
    assert read("The keepers of the lights, 灯塔, маяки")[1] == 0
