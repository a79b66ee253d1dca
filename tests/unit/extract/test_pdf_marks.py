"""A note mark that had no room at the end of a line belongs to its last word."""

from __future__ import annotations

import pytest

from indexer.extract.pdf_marks import join_marks
from indexer.model import Line


def line(text: str, left: float, right: float, bottom: float, *, size: float = 10.0, column: int = 0) -> Line:
    return Line(text=text, left=left, right=right, top=bottom - 7, bottom=bottom, size=size, column=column)


FIRST = line("灯塔看守人回顾说灯塔需要援助，以及", 72, 520, 100)
FULL = line("灯塔看守人回顾说，灯塔需要援助。", 72, 515, 112)
MARK = line("(2)", 72, 80, 118, size=5.8)
NEXT = line("灯塔理事会同意。", 72, 200, 136)


def test_a_mark_stands_behind_the_words_above_it() -> None:
    _, found, following = join_marks([FIRST, FULL, MARK, NEXT])
    assert found.text == "灯塔看守人回顾说，灯塔需要援助。(2)"
    assert found.raised == ((16, 19),)
    assert following is NEXT


def test_a_page_may_end_with_it() -> None:
    assert len(join_marks([FIRST, FULL, MARK])) == 2


def test_a_line_that_is_read_from_the_right_ends_at_the_left() -> None:
    first, full = line("حراس المنارات في الموانئ", 90, 520, 100), line("أفاد الحراس بذلك.", 93, 520, 112)
    found = join_marks([first, full, line("(4)", 512, 520, 118, size=5.8)])
    assert [each.text for each in found] == [first.text, "أفاد الحراس بذلك.(4)"]


@pytest.mark.parametrize(
    "lines",
    [
        [FIRST, line("短", 72, 82, 112), MARK, NEXT],  # there was room
        [FIRST, FULL, line("(2)", 72, 86, 124), NEXT],  # as large as the text
        [FIRST, FULL, line("(2)", 72, 80, 160, size=5.8), NEXT],  # far below
        [FIRST, FULL, MARK, line("见第3页。", 84, 150, 121, size=8.0)],  # the note itself
        [FIRST, FULL, line("ab", 72, 80, 118, size=5.8), NEXT],
        [FIRST, FULL, line("(2)", 320, 328, 118, size=5.8, column=2), NEXT],
        [FIRST, FULL, line("7", 293, 298, 130, size=7.0)],  # a page number in the middle
        [FIRST, FULL, line("7", 515, 520, 130, size=7.0)],
        [FIRST, line("短", 72, 82, 112), line("7", 515, 520, 130, size=7.0)],
        [MARK, FIRST],
        [],
    ],
)
def test_other_lines_stay(lines: list[Line]) -> None:
    assert list(join_marks(lines)) == lines
