from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract.text_labels import join_labels


def alone(*numbers: str, gap: str = "\n") -> str:
    return "".join(f"{number}{gap}Keepers lit lamps.\n" for number in numbers)


def beside(*numbers: str) -> str:
    return "".join(f"{number}\tKeepers lit lamps.\n" for number in numbers)


@pytest.mark.parametrize(
    "numbers",
    [
        ("1.", "2.", "3."),
        ("(a)", "(b)", "(c)"),
        ("I.", "A.", "B."),
        ("12.1", "12.2", "12.10"),
        ("(i)", "ii)", "iv)"),
        ("•", "•", "•"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", " \n \n\n"])
def test_numbers_alone_go_before_their_words(numbers: tuple[str, ...], gap: str) -> None:
    assert join_labels(alone(*numbers, gap=gap)) == beside(*numbers)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(alone("1.", "2."), id="few"),
        pytest.param(alone("1", "2", "3"), id="pages"),
        pytest.param(alone("2007.", "2008.", "2009."), id="years"),
        pytest.param(alone("etc.", "Mr.", "see"), id="words"),
        pytest.param(alone("1.", "2.", "3.", gap="\n\n\n\n"), id="far"),
        pytest.param("1.\n2.\n3.\n4.\n", id="column"),
        pytest.param("1.\n\f1\n2.\n\f2\n3.\n\f3\n", id="page-ends"),
        pytest.param("paragraph\n10.\n12 lamps\n" * 3, id="no-words"),
        pytest.param(alone("1.", "2.", "3.") + beside(*(f"{n}." for n in range(4, 20))), id="mostly-beside"),
    ],
)
def test_other_rows_stay(text: str) -> None:
    assert join_labels(text) == text


def close(*numbers: str) -> str:
    return "".join(f"{number}Keepers lit lamps.\n" for number in numbers)


@pytest.mark.parametrize(
    "numbers",
    [
        ("1.", "2.", "3."),
        ("1.1", "1.2", "2.1"),
        ("1.", "2.1.", "2.2."),
        ("12.", "A.", "13.", "(a)", "(iv)", "b)", "II.", "14."),
    ],
)
def test_numbers_run_into_their_words_are_parted_from_them(numbers: tuple[str, ...]) -> None:
    assert join_labels(close(*numbers)) == beside(*numbers)


@pytest.mark.parametrize(
    ("words", "number"),
    [("Свет", "4."), ("L’huile", "4."), ("灯塔", "4."), ("“Light", "4."), ("I lit", "4.")],
)
def test_words_of_any_script_may_stand_close(words: str, number: str) -> None:
    assert join_labels(f"{close('1.', '2.', '3.')}{number}{words}\n").endswith(f"{number}\t{words}\n")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(close("1.", "2."), id="few"),
        pytest.param(close("4.", "9.", "2."), id="any-order"),
        pytest.param(close("1", "2", "3"), id="marks"),
        pytest.param("1.5m\n1.6m\n1.7m\n", id="measures"),
        pytest.param(close("1.", "2.", "3.") + beside(*(f"{n}." for n in range(4, 20))), id="mostly-apart"),
    ],
)
def test_other_numbers_stay_close(text: str) -> None:
    assert join_labels(text) == text


def test_the_pages_of_entries_are_parted_from_their_words() -> None:
    entries = "Contents\nI.Lights12\nA.The coast of the north12\n"
    parted = "Contents\nI.\tLights\t12\nA.\tThe coast of the north\t12\n"
    numbers = ("1.", "2.", "3.")
    assert join_labels(entries + close(*numbers)) == parted + beside(*numbers)


@pytest.mark.parametrize(
    ("notes", "joined"),
    [
        ("1\n  See there.\n", "1\tSee there.\n"),
        ("   *\nFor oil.\n 2\nIbid.\n", "   *\tFor oil.\n 2\tIbid.\n"),
        ("1\n2\nSee there.\n", "1\n2\tSee there.\n"),
        ("4\n\fLamps\n", "4\n\fLamps\n"),
        ("Oil is dear.\n8\nLamps\n***\nMore\n", "Oil is dear.\n8\nLamps\n***\nMore\n"),
        ("\f8\nLamps\n", "\f8\nLamps\n"),
        ("1See there.\n2Ibid.\n", "1\tSee there.\n2\tIbid.\n"),
        ("*For oil.\n", "*\tFor oil.\n"),
        ("1st light\n2nd light\n", "1st light\n2nd light\n"),
        ("\n1\nSee there.\n", "\n1\tSee there.\n"),
    ],
)
def test_marks_below_a_rule_go_before_their_notes(notes: str, joined: str) -> None:
    assert join_labels(f"7\nLamps\n__________\n{notes}") == f"7\nLamps\n__________\n{joined}"


@given(st.text("1.a(I)\n\f _•ab", max_size=80))
def test_nothing_but_blanks_changes(text: str) -> None:
    assert "".join(join_labels(text).split()) == "".join(text.split())
    assert join_labels(text).count("\f") == text.count("\f")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "  1. 553. Keepers met.\n  2. 554. They left:\n    • (a) early;\n",
            "  553. Keepers met.\n  554. They left:\n    (a) early;\n",
        ),
        ("1. 1998 was dark.\n", "1. 1998 was dark.\n"),
        ("• early\n- late\n", "• early\n- late\n"),
    ],
)
def test_a_printed_number_wins_over_that_of_a_list(text: str, printed: str) -> None:
    assert join_labels(text) == printed
