"""Lines below words are taken out of the picture that is recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from indexer.extract.pdf_grey import Picture
from indexer.extract.pdf_underlines import without_underlines

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

DPI, SIDE, PAPER, INK = 144, 200, 250, 10
LINE = slice(100, 104)


def page(*, left: int = 20, right: int = 180, sinks: int = 0) -> npt.NDArray[np.uint8]:
    """A line four dots high on a sheet of paper, which may sink towards the right."""
    dots = np.full((SIDE, SIDE), PAPER, dtype=np.uint8)
    for column in range(left, right):
        at = LINE.start + sinks * (column - left) // (right - left)
        dots[at : at + 4, column] = INK
    return dots


def cleared(dots: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    points = SIDE * 72 / DPI
    picture = Picture(b"P5 %d %d 255\n" % (SIDE, SIDE) + dots.tobytes(), DPI, points, points, 0)
    head, _, pixels = without_underlines(picture).content.partition(b" 255\n")
    assert head == b"P5 200 200"
    return np.frombuffer(pixels, dtype=np.uint8).reshape(SIDE, SIDE)


@pytest.mark.parametrize("sinks", [0, 6], ids=["level", "askew"])
def test_letters_stay_and_the_line_below_them_goes(sinks: int) -> None:
    dots = page(sinks=sinks)
    for left in range(30, 170, 20):
        dots[80:102, left : left + 5] = INK
    found = cleared(dots)
    assert (found[108 + sinks :] == PAPER).all()
    for left in range(30, 170, 20):
        assert (found[80:100, left : left + 5] == INK).all()
        assert (found[80:, left + 6 : left + 19] == PAPER).all()


def test_a_letter_that_reaches_through_the_line_stays_whole() -> None:
    dots = page()
    dots[80:102, 30:40] = dots[80:102, 50:60] = INK
    dots[80:115, 100:105] = INK
    found = cleared(dots)
    assert (found[80:115, 100:105] == INK).all()
    assert (found[LINE, 110:170] == PAPER).all()


def free_line(dots: npt.NDArray[np.uint8]) -> None:
    dots[60:90, 40:60] = INK


def letters_of_a_table(dots: npt.NDArray[np.uint8]) -> None:
    dots[60:90, 40:60] = dots[110:140, 40:60] = INK


def bar(dots: npt.NDArray[np.uint8]) -> None:
    dots[90:120, 20:180] = INK


def at_the_edge(dots: npt.NDArray[np.uint8]) -> None:
    dots[0:2, 20:180] = dots[-1:, 20:180] = INK
    dots[3:60, 30:50] = INK


@pytest.mark.parametrize("draw", [free_line, letters_of_a_table, bar, at_the_edge])
def test_what_is_no_underline_stays(draw: Callable[[npt.NDArray[np.uint8]], None]) -> None:
    dots = page()
    draw(dots)
    assert (cleared(dots) == dots).all()
