"""Accents that stand over a letter as signs of their own are read with it."""

from __future__ import annotations

import ctypes
from typing import Any, cast

import pytest

from indexer.extract.pdf_accents import JOINER, with_accents

ADVANCE, HEIGHT = 5.0, 10.0


class Boxes:
    """Stands in for PDFium: signs one behind the other, but those that stand over another sign."""

    def __init__(self, over: dict[int, int]) -> None:
        self.over = over
        self.asked = 0

    def loose_box(self, _text: object, at: int, room: ctypes.c_void_p) -> None:
        self.asked += 1
        place = self.over.get(at, at)
        left = ADVANCE * (place - sum(sign < place for sign in self.over))
        for i, value in enumerate((left, HEIGHT, left + ADVANCE, 0.0)):
            ctypes.cast(room, ctypes.POINTER(ctypes.c_float))[i] = value


def read(characters: str, over: dict[int, int]) -> tuple[str, int]:
    boxes = Boxes(over)
    return with_accents(characters, None, cast("Any", boxes)), boxes.asked


@pytest.mark.parametrize(
    ("handed", "over", "meant"),
    [
        ("instrucci´on", {9: 10}, "instrucción"),
        ("cap´ıtulo", {3: 4}, "capítulo"),
        ("cosı`", {4: 3}, "così"),
        ("lˆamina", {1: 2}, "lâmina"),
        ("Universit¨at", {9: 10}, "Universität"),
        ("C¸a va", {1: 0}, "Ça va"),
        ("mussen ¨", {7: 1}, "müssen  "),
        ("mussen ¨\r\nsechs", {7: 1}, "müssen  \r\nsechs"),
        ("zal ˛acznika", {3: 5, 4: 5}, "zalącznika"),
        ("¨Ubung", {0: 1}, "Übung"),
        ("a `word' in quotes", {}, "a `word' in quotes"),
        ("90 ´ of arc", {}, "90 ´ of arc"),
        ("x¨ ", {1: 2}, "x¨ "),
        ("k´", {1: 0}, "ḱ"),
        ("q´", {1: 0}, "q´"),
        ("´", {}, "´"),
        ("", {}, ""),
    ],
)
def test_an_accent_is_read_with_the_letter_below_it(handed: str, over: dict[int, int], meant: str) -> None:
    read_as = read(handed, over)[0]
    assert len(read_as) == len(handed)
    assert read_as.replace(JOINER, "") == meant


def test_pages_without_accents_of_their_own_are_not_asked_for_places() -> None:
    assert read("The keepers of the lights, señor, 灯塔", {})[1] == 0
