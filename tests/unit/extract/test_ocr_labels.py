from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from indexer.extract.ocr_lines import lines_of_table
from tests.unit.extract.scanned import Row, table
from tests.unit.extract.test_ocr_lines import drawn

if TYPE_CHECKING:
    from indexer.extract.pdf_grey import Picture

HEADING: tuple[Row, ...] = ((1, 1, 500, 500, 130, 30, 96, "Lights"), (1, 1, 640, 500, 90, 28, 96, "The"))
OTHER: Row = (2, 1, 500, 700, 90, 28, 96, "The")


def read(ink: tuple[int, int, int, int], *again: Row) -> tuple[list[str], list[Picture]]:
    """The lines of a page with ink that was not read, and the pictures that were looked at again.

    Args:
        ink: Its first and last column, and its first and last row.
        again: What is read there.
    """
    dots = np.full((1200, 2480), 255, dtype=np.uint8)
    left, right, top, bottom = ink
    dots[top:bottom, left:right] = 0
    seen = []

    def look(picture: Picture) -> str:
        seen.append(picture)
        return table(*again)

    found = lines_of_table(table(*HEADING, OTHER), drawn(dots), again=look)
    return [line.text for line in found.lines], seen


def test_a_label_that_was_passed_over_is_read_in_a_picture_of_its_line() -> None:
    lines, (picture,) = read(
        (420, 448, 500, 528),
        (1, 1, 420, 14, 28, 28, 90, "B."),
        (1, 1, 500, 14, 130, 30, 90, "Lights"),
    )
    assert lines == ["B.\tLights The", "The"]
    _, _, rows = picture.content.partition(b" 255\n")[0].split()
    assert int(rows) < 100


@pytest.mark.parametrize("text", ["~", "of", "•", "Lights."])
def test_other_words_are_no_labels(text: str) -> None:
    lines, _ = read((420, 448, 500, 528), (1, 1, 420, 14, 28, 28, 90, text))
    assert lines == ["Lights The", "The"]


@pytest.mark.parametrize(
    "ink",
    [
        pytest.param((420, 424, 500, 504), id="dirt"),
        pytest.param((420, 434, 495, 509), id="a mark"),
        pytest.param((420, 424, 400, 800), id="a rule"),
        pytest.param((100, 128, 500, 528), id="far away"),
        pytest.param((500, 628, 500, 528), id="words that were read"),
    ],
)
def test_what_is_no_label_is_not_looked_at_again(ink: tuple[int, int, int, int]) -> None:
    lines, seen = read(ink)
    assert lines == ["Lights The", "The"]
    assert not seen
