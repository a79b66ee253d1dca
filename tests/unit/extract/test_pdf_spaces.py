from __future__ import annotations

import pytest

from tests.unit.extract.test_pdf_lines import Look, lines, row, texts, word


@pytest.mark.parametrize(
    ("gap", "between"),
    [
        (0.3, "\u2009"),
        (1.5, "\u2009"),
        (2.5, " "),
        (5.0, " "),
        (10.9, " "),
        (11.1, "\t"),
        (200.0, "\t"),
    ],
)
def test_what_stands_between_words(gap: float, between: str) -> None:
    assert texts(word("the", 100, 100), word("light", 115 + gap, 100)) == [f"the{between}light"]


@pytest.mark.parametrize(("first", "look"), [("the", {"glued": True}), ("the", {"group": 1}), ("هذه", {})])
def test_words_that_touch_are_one_unless_the_file_parts_them(first: str, look: Look) -> None:
    (line,) = lines(word(first, 100, 100), word("light", 115.3, 100, **look))
    assert "\u2009" not in line.text


def test_chinese_words_have_no_space_between() -> None:
    assert texts(word("灯塔", 100, 100, width=20), word("看守", 123, 100, width=20)) == ["灯塔看守"]
    assert texts(word("灯塔", 100, 100, width=20), word("ILO", 123, 100)) == ["灯塔 ILO"]


def test_wide_gaps_that_are_all_alike_are_the_spaces_of_a_stretched_line() -> None:
    assert texts(*row("the keepers of the lights", 100, 200, space=14.0)) == ["the keepers of the lights"]
    label = word("12.", 60, 200)
    assert texts(label, *row("The keepers of lights", 100, 200, space=14.0)) == ["12.\tThe keepers of lights"]
    number = row("18 -", 60, 200, space=4.0)
    assert texts(*number, *row("The keepers of lights", 83, 200, space=14.0)) == [
        "18 - The keepers of lights"
    ]
    bold = word("keepers", 100, 200, bold=True)
    assert texts(bold, *row("of the lights", 149, 200, space=14.0)) == ["keepers of the lights"]


def test_gaps_that_are_all_alike_between_numbers_are_tabs() -> None:
    assert texts(*row("North 1998 2008 Total", 100, 200, space=40.0)) == ["North\t1998\t2008\tTotal"]
    assert texts(*row("North", 100, 200), *row("South coast Total", 170, 200, space=60.0)) == [
        "North\tSouth\tcoast\tTotal"
    ]
