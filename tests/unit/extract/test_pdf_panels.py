"""Panels: shaded areas, and what stands between two upright lines."""

from __future__ import annotations

import pytest

from indexer.extract.pdf_drawings import ruled_across
from indexer.extract.pdf_panels import Area, find_panels

WIDTH, HEIGHT = 600.0, 800.0


@pytest.mark.parametrize(
    ("drawn", "found"),
    [
        ([(100, 100, 500, 200)], [(100, 100, 500, 200)]),
        # drawn line by line
        ([(100, 112, 500, 124), (100, 100, 500, 112), (100, 124, 500, 136)], [(100, 100, 500, 136)]),
        # with a frame over the ground, and an area inside
        ([(100, 100, 500, 200), (99, 99, 501, 201), (120, 150, 400, 190)], [(99, 99, 501, 201)]),
        # two that stand apart, and two side by side
        ([(100, 100, 500, 150), (100, 170, 500, 220)], [(100, 100, 500, 150), (100, 170, 500, 220)]),
        ([(50, 100, 290, 150), (310, 100, 550, 150)], [(50, 100, 290, 150), (310, 100, 550, 150)]),
        # nothing but its two sides; the columns of a table
        ([(100, 100, 101, 200), (499, 100, 500, 200)], [(100, 100, 500, 200)]),
        ([(100, 100, 101, 200), (499, 100, 500, 200)] * 2, [(100, 100, 500, 200)]),
        ([(100, 100, 101, 200), (300, 100, 301, 200), (499, 100, 500, 200)], []),
        # a bar behind one line, a small area, the ground of a page
        ([(100, 100, 500, 115)], []),
        ([(100, 100, 180, 200)], []),
        ([(0, 0, 600, 800)], []),
        ([], []),
    ],
)
def test_areas_make_panels(drawn: list[Area], found: list[Area]) -> None:
    assert list(find_panels(drawn, WIDTH, HEIGHT)) == found
    assert list(find_panels(reversed(drawn), WIDTH, HEIGHT)) == found


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ([(50, 550)], 1),
        ([(50, 200), (200, 380), (380, 550)], 1),  # drawn cell by cell
        ([(50, 290)], 0),
        ([(50, 290)] * 3, 0),  # the frame of a panel in a column, drawn more than once
        ([(50, 290), (45, 295)], 0),
        ([(50, 290), (295, 550)], 1),
        ([(50, 290), (310, 550)], 0),  # tables side by side
    ],
)
def test_lines_drawn_twice_cross_no_more_of_a_page(lines: list[tuple[float, float]], count: int) -> None:
    assert ruled_across(tuple((left, right, 100.0) for left, right in lines), WIDTH) == count


@pytest.mark.parametrize(("gap", "heights", "count"), [(20, 3, 0), (20, 5, 5), (30, 5, 0), (5, 2, 2)])
def test_level_lines_of_many_rows_are_those_of_one_table(gap: int, heights: int, count: int) -> None:
    rules = [(*ends, 100.0 + 30 * at) for at in range(heights) for ends in ((50, 290), (290 + gap, 550))]
    assert ruled_across(tuple(rules), WIDTH) == count
