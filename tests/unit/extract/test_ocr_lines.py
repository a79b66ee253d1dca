from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract.ocr_lines import lines_of_table
from indexer.extract.pdf_grey import Picture
from tests.unit.extract.scanned import Row, table

DPI = 300


def drawn(dots: Any) -> Picture:
    """A picture of dots on a sheet of A4."""
    return Picture(b"P5 %d %d 255\n" % dots.shape[::-1] + dots.tobytes(), DPI, 595, 842, 0)


PAPER = drawn(np.full((8, 8), 255, dtype=np.uint8))


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param(
            [(1, 1, 300, 300, 90, 28, 96, "The"), (1, 1, 410, 300, 130, 28, 90, "lights")],
            ["The lights"],
            id="words of a line",
        ),
        pytest.param(
            [(1, 1, 300, 300, 40, 28, 96, "12."), (2, 1, 450, 301, 130, 28, 96, "Lights")],
            ["12.\tLights"],
            id="a number in a block of its own, and the tab behind it",
        ),
        pytest.param(
            [
                (1, 1, 300, 300, 90, 28, 96, "lit."),
                (1, 1, 450, 300, 90, 28, 96, "The"),
                (1, 1, 600, 300, 90, 28, 96, "end"),
            ],
            ["lit. The\tend"],
            id="two spaces of a typewriter",
        ),
        pytest.param(
            [(1, 1, 300, 300, 190, 28, 96, "($/2024/228)"), (1, 1, 510, 300, 130, 28, 90, "$/5")],
            ["(S/2024/228) $/5"],
            id="a symbol misread",
        ),
        pytest.param(
            [(1, 1, 300, 300, 90, 28, 96, "The"), (1, 2, 300, 350, 130, 28, 90, "lights")],
            ["The", "lights"],
            id="two lines",
        ),
        pytest.param(
            [(2, 1, 300, 350, 130, 28, 90, "lights"), (1, 1, 300, 300, 90, 28, 96, "The")],
            ["The", "lights"],
            id="blocks from top to bottom",
        ),
        pytest.param(
            [(1, 1, 300, 300, 90, 28, 96, "The"), (1, 1, 410, 290, 130, 60, 0, " ")],
            ["The"],
            id="a word of nothing",
        ),
        pytest.param(
            [(1, 1, 300, 300, 90, 28, 96, "The"), (2, 1, 300, 900, 300, 200, 12, "Yy~\\")],
            ["The"],
            id="a signature",
        ),
        pytest.param(
            [(1, 1, 300, 300, 90, 28, 96, "The"), (2, 1, 300, 900, 300, 200, 95, "|")],
            ["The"],
            id="a stroke",
        ),
        pytest.param(
            [(1, 1, 500, 300, 100, 40, 95, "الأمم"), (1, 1, 370, 300, 110, 40, 95, "المتحدة")],
            ["الأمم المتحدة"],
            id="from right to left",
        ),
        pytest.param(
            [(1, 1, 300, 300, 80, 40, 95, "联合"), (1, 1, 385, 300, 40, 40, 95, "国")],
            ["联合国"],
            id="no spaces in Chinese",
        ),
    ],
)
def test_words_become_lines(rows: list[Row], lines: list[str]) -> None:
    found = lines_of_table(table(*rows), PAPER)
    assert [line.text for line in found.lines] == lines


def test_places_are_points_and_confidence_is_that_of_the_words() -> None:
    rows: list[Row] = [
        (1, 1, 300, 300, 90, 28, 80, "Tho"),
        (1, 1, 410, 300, 130, 28, 90, "lid"),
        (1, 2, 300, 600, 90, 28, 60, "end"),
    ]
    found = lines_of_table(table(*rows), PAPER)
    first, last = found.lines
    assert (first.left, first.right, first.bottom) == pytest.approx((72, 129.6, 78.72), abs=0.01)
    assert (first.confidence, last.confidence) == (0.85, 0.6)
    assert found.confidence == pytest.approx(0.7667, abs=0.001)


def heights(size: float, words: list[str]) -> list[int]:
    """The heights of words in pixels, set in a size of so many points."""
    pixels = size * DPI / 72
    known = {"The": 0.68, "lights": 0.89, "were": 0.46, "any": 0.67}
    return [round(known[word] * pixels) for word in words]


@pytest.mark.parametrize("size", [8.0, 10.0, 12.0, 16.0])
def test_size_is_that_of_the_letters_and_not_of_the_boxes(size: float) -> None:
    words = ["The", "lights", "were", "any"]
    rows: list[Row] = [
        (1, 1, 300 + 200 * at, 300, 90, height, 95, word)
        for at, (word, height) in enumerate(zip(words, heights(size, words), strict=True))
    ]
    (line,) = lines_of_table(table(*rows), PAPER).lines
    assert line.size == pytest.approx(size, abs=0.4)


def test_short_lines_take_the_usual_size_and_notes_keep_their_own() -> None:
    body = [(1, at, 300 + 100 * n, 300 + 50 * at, 90, 28, 95, "The") for at in range(1, 6) for n in range(9)]
    rows: list[Row] = [
        *body,
        (2, 1, 300, 700, 90, 32, 95, "End"),
        *((3, 1, 300 + 80 * n, 900, 70, 20, 95, "The") for n in range(9)),
    ]
    sizes = [line.size for line in lines_of_table(table(*rows), PAPER).lines]
    assert len(set(sizes[:6])) == 1
    assert sizes[6] < 0.8 * sizes[0]


@pytest.mark.parametrize(("confidence", "is_large"), [(95, True), (50, False)])
def test_what_is_read_badly_is_not_set_large(confidence: int, *, is_large: bool) -> None:
    rows: list[Row] = [
        *((1, at, 300 + 100 * n, 300 + 50 * at, 90, 28, 95, "The") for at in range(1, 6) for n in range(9)),
        (2, 1, 300, 900, 900, 90, confidence, "Signed"),
    ]
    *_, body, last = lines_of_table(table(*rows), PAPER).lines
    assert (last.size > body.size) == is_large


def test_a_flat_stroke_of_the_picture_is_a_ruled_line() -> None:
    dots = np.full((3508, 2480), 255, dtype=np.uint8)
    dots[2896:2904, 300:900] = 0
    found = lines_of_table(table((1, 1, 300, 300, 90, 28, 96, "The")), drawn(dots))
    (rule,) = found.rules
    assert rule == pytest.approx((72, 216, 696), abs=0.3)


@given(st.text(alphabet="5\t1234567890.-\nab \u200f", max_size=200))
def test_any_output_is_read_or_passed_over(text: str) -> None:
    for line in lines_of_table(text, PAPER).lines:
        assert line.text.strip()
        assert line.confidence is not None
        assert 0 <= line.confidence <= 1


def test_the_last_note_is_that_of_the_pages_before() -> None:
    assert lines_of_table(table((1, 1, 300, 300, 90, 28, 96, "The")), PAPER, 7).noted == 7
