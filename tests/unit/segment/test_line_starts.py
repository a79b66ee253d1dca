"""What lines begin with."""

from __future__ import annotations

import pytest

from indexer.segment.line_starts import is_option


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
