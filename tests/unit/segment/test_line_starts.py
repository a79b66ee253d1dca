"""What lines begin with."""

from __future__ import annotations

import string
from itertools import product

import pytest

from indexer.segment.line_starts import ENUMERATOR, MARKER, is_option, opens_with_word


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("Option II", True),
        ("Option 2:", True),
        ("[Option B", True),
        ("Option (b):", True),
        ("OPTION 3: (paragraphs 4 to 9)", True),
        ("Option 3: (paragraphs 4 and 4bis) {The lights of the northern coast", True),
        ("Option 3: (paragraphs 4 and 4bis) {The lights of the northern coast and of its islands}", True),
        ("Option 2 alt. (paragraph 4)", True),
        ("Alternative 1 (paragraphs 4 to 9):", True),
        ("Variante 2 (paragraphes 4 à 9) :", True),
        ("Opción II (párrafos 4 a 9):", True),
        ("Вариант 2 (пункты 4-9)", True),
        ("备选案文二（第4至9段）：", True),
        ("备选案文 2", True),
        ("الخيار الثاني:", True),
        ("الخيار ٢ (الفقرات ٤-٩)", True),
        ("Option 2: No text", False),
        ("Option 2 was preferred by the keepers", False),
        ("Option 2: {the lights of the northern coast}", False),
        ("Options", False),
        ("The option", False),
        ("Alternative lights", False),
        ("备选案文很多", False),
        ("", False),
        ("Option 2 (" + "lights, " * 30 + ")", False),
    ],
)
def test_lines_that_open_a_text_to_choose(line: str, *, opens: bool) -> None:
    assert is_option(line) is opens


def test_no_line_that_opens_with_a_word_has_a_number_or_a_letter_before_it() -> None:
    ends = (" ", ". ", ") ", ".", "\t", "· ", "Lights")
    openings = map("".join, product("(IVvixaoбA1•", "ivxaoAV.)\t", "ivxa.)б\t ", ends))
    told = [text for text in (f"{opening}Lamp" for opening in openings) if opens_with_word(text)]
    assert len(told) > 100
    assert not any(ENUMERATOR.match(text) or MARKER.match(text) for text in told)
    assert not opens_with_word("viii) Lamps")
    assert all(opens_with_word(f"{letter}he lamps") for letter in string.ascii_letters)
