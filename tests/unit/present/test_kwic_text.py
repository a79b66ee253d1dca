from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.present import PLAIN, Style, kwic_lines, occurrences_csv
from indexer.present.style import columns, cut_to
from tests.unit.present.made import make_occurrence

LETTERS = st.text(alphabet="ab 人权ـمحق\u0301\u064b.é", max_size=30)


def test_matches_stand_below_each_other() -> None:
    lines = list(
        kwic_lines(
            [
                make_occurrence("the keeper of the ", "light", " sleeps by day and wakes by night"),
                make_occurrence("", "lights", ", two of them", citation="A/80/901, para. 12", note="3"),
            ],
            PLAIN,
            12,
        )
    )
    assert lines == [
        "A/HRC/901/7, para. 3         eeper of the  light   sleeps by da",
        "A/80/901, para. 12 [note 3]                lights  , two of the",
    ]


def test_a_terminal_is_filled_and_not_overrun() -> None:
    lines = list(kwic_lines([make_occurrence("left " * 40, "light", " right" * 40)], Style(width=100)))
    assert 96 <= len(lines[0]) <= 100
    narrow = list(kwic_lines([make_occurrence("left " * 40, "light", " right" * 40)], Style(width=20)))
    assert narrow[0].startswith("A/HRC/901/7, para. 3  ")


def test_the_match_is_bold_where_there_is_colour() -> None:
    (line,) = kwic_lines([make_occurrence("a ", "light", " b")], Style(color=True, width=80))
    assert "\x1b[1mlight\x1b[0m" in line


def test_no_control_character_reaches_the_terminal() -> None:
    (line,) = kwic_lines([make_occurrence("a\x1b[31m", "li\tght", "\nb", citation="A/1\x1b, para. 1")], PLAIN)
    assert line.isprintable()


def test_text_from_right_to_left_goes_on_to_the_left() -> None:
    terminal = Style(width=80)
    (line,) = kwic_lines([make_occurrence("أقر ", "المجلس", " القرار")], terminal, 8)
    cells = [cell.partition("\u2069")[0] for cell in line.split("\u2067")[1:]]
    assert cells == ["القرار", "المجلس", "أقر"]
    assert "\u2067" not in next(kwic_lines([make_occurrence("أقر ", "المجلس", " القرار")], PLAIN, 8))
    (mixed,) = kwic_lines([make_occurrence("the ", "council", " (المجلس)")], terminal, 20)
    assert mixed.index("the") < mixed.index("council") < mixed.index("المجلس")


WORDS = LETTERS.filter(lambda text: text.strip() and columns(text[:1]))


@given(st.lists(st.tuples(LETTERS, WORDS, LETTERS), min_size=1, max_size=4))
def test_every_middle_begins_in_the_same_column(rows: list[tuple[str, str, str]]) -> None:
    lines = kwic_lines([make_occurrence(*row) for row in rows], PLAIN, 10)
    for line, (_, match, _) in zip(lines, rows, strict=True):
        shown = line.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2069")))
        left = cut_to(shown, len("A/HRC/901/7, para. 3") + 2 + 10 + 2)
        assert columns(left) == len("A/HRC/901/7, para. 3") + 2 + 10 + 2
        assert left.endswith("  ")
        assert shown[len(left) :].startswith(match.rstrip())


@given(LETTERS, st.integers(min_value=0, max_value=12))
def test_text_is_cut_to_columns(text: str, width: int) -> None:
    cut = cut_to(text, width)
    assert text.startswith(cut)
    assert columns(cut) <= width
    assert cut == text or columns(cut) >= width - 1


@pytest.mark.parametrize(("text", "width"), [("light", 5), ("人权", 4), ("e\u0301", 1), ("\u2067ا\u2069", 1)])
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width


def test_table_of_matches() -> None:
    rows = csv.reader(io.StringIO("\n".join(occurrences_csv([make_occurrence("=a ", "b", " c")]))))
    assert list(rows) == [
        ["citation", "page", "left", "match", "right", "note"],
        ["A/HRC/901/7, para. 3", "4", "'=a ", "b", " c", ""],
    ]
