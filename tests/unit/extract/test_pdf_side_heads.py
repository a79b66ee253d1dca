"""Headings that stand beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.extract.test_pdf_lines import lines, row

if TYPE_CHECKING:
    from typing import Unpack

    from tests.unit.extract.test_pdf_lines import Look

_TEXT = [word for at in range(8) for word in row("the keepers counted all the lights", 250, 100 + 14 * at)]
_HEAD = [("Lights of", 128.0), ("the coast", 139.0)]


def _beside(*heads: tuple[str, float], **look: Unpack[Look]) -> list[tuple[str, str]]:
    made = [word for words, base in heads for word in row(words, 90, base, **look)]
    found = lines(*sorted([*_TEXT, *made], key=lambda word: (word.base, word.left)))
    return [(line.text, line.role) for line in found]


@pytest.mark.parametrize("look", [{"bold": True}, {"italic": True}])
def test_headings_beside_the_text_stand_before_the_line_on_which_they_begin(look: Look) -> None:
    found = _beside(*_HEAD, **look)
    assert found[2:4] == [("Lights of", "heading"), ("the coast", "heading")]
    assert {text for text, role in found if not role} == {"the keepers counted all the lights"}


@pytest.mark.parametrize(
    ("heads", "look"),
    [
        (_HEAD, {}),  # plain
        ([("(a)", 128.0)], {"bold": True}),
        ([("Lights of", 122.0), ("the coast", 133.0)], {"bold": True}),  # between two lines
        ([*_HEAD, ("12", 170.0)], {"bold": True}),
    ],
)
def test_other_words_beside_the_text_are_no_headings(heads: list[tuple[str, float]], look: Look) -> None:
    assert all(role != "heading" for _, role in _beside(*heads, **look))


def test_a_running_head_that_goes_on_above_the_text_is_no_heading_beside_it() -> None:
    head = row("Lights of the coast and of all its islands", 90, 86, bold=True)
    symbol = row("A/80/7", 500, 86)
    found = lines(*sorted([*head, *symbol, *_TEXT], key=lambda word: (word.base, word.left)))
    assert (found[0].text, found[0].role) == ("Lights of the coast and of all its islands\tA/80/7", "")


def test_small_type_beside_the_text_is_a_note() -> None:
    found = _beside(*_HEAD, italic=True, size=9.5)
    assert [line for line in found if line[1]] == [("Lights of", "aside"), ("the coast", "aside")]


def test_each_note_beside_the_text_begins_a_block() -> None:
    made = [
        word
        for words, base in (*_HEAD, ("Oil", 184.0))
        for word in row(words, 90, base, italic=True, size=9.5)
    ]
    found = lines(*sorted([*_TEXT, *made], key=lambda word: (word.base, word.left)))
    begins = {line.text: line.starts_block for line in found if line.role}
    assert begins == {"Lights of": True, "the coast": False, "Oil": True}


def test_a_heading_of_notes_in_smaller_type_below_the_text_stands_beside_the_first_of_them() -> None:
    notes = [word for at in range(2) for word in row("1. The towers were closed", 250, 214 + 11 * at, size=8)]
    head = row("Notes", 90, 214, bold=True)
    found = lines(*sorted([*_TEXT, *head, *notes], key=lambda word: (word.base, word.left)))
    assert [(line.text, line.role) for line in found[-3:]] == [
        ("Notes", "heading"),
        ("1. The towers were closed", ""),
        ("1. The towers were closed", ""),
    ]


def test_headings_stand_beside_the_text_whatever_stands_below_both() -> None:
    heads = row("Lights of", 90, 128, bold=True)
    foot = row("GE.19-1", 90, 260, size=8) + row("Annual report of the keepers", 250, 260, size=8)
    found = lines(*sorted([*_TEXT, *heads, *foot], key=lambda word: (word.base, word.left)))
    assert [line.text for line in found if line.role == "heading"] == ["Lights of"]


@pytest.mark.parametrize(("end", "heads"), [("the coast", True), ("the coast.", False)])
def test_a_sentence_in_larger_type_beside_the_text_is_no_heading(end: str, *, heads: bool) -> None:
    found = _beside(("Lights of", 128.0), (end, 141.0), bold=True, size=12.0)
    assert any(role == "heading" for _, role in found) == heads
