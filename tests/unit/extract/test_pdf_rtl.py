"""Lines that hold words of both directions."""

from __future__ import annotations

import pytest

from indexer.extract.pdf_lines import build_lines
from indexer.extract.pdf_rows import Words


def line_of(*made: tuple[str, float, float]) -> str:
    texts, lefts, rights = map(list, zip(*made, strict=True))
    n = len(made)
    words = Words(texts, lefts, rights, [100.0] * n, [10.0] * n, [0] * n, [0] * n, [False] * n)
    (line,) = build_lines(words, 595, 842)
    return line.text


def test_no_tab_where_the_words_stand_close() -> None:
    """Gaps are measured between neighbours on the page."""
    found = line_of(
        ("المنارات", 105.0, 147.0),
        ("A/HRC/9/8", 150.0, 195.0),
        ("Add.2", 198.0, 223.0),
        ("اجتمع", 226.0, 250.0),
        ("الحراس", 253.0, 280.0),
    )
    assert found == "الحراس اجتمع A/HRC/9/8 Add.2 المنارات"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("المنارات", "5", "6", "7"), "7 6 5 المنارات"),
        (("المنارات", "May", "2024"), "May 2024 المنارات"),
        (("الأمم", "A/79/131"), "A/79/131 الأمم"),
        (("See", "المنارات", "حراس", "below,", "the", "same"), "See حراس المنارات below, the same"),
        (("[(A/79/458)", "قرار"), "قرار [(A/79/458)"),
        (("المنارات", ")A/79/458)]"), "(A/79/458)] المنارات"),
        (("انظر", "المرفق)", "طيه"), "طيه المرفق) انظر"),
    ],
)
def test_words_in_the_order_in_which_they_are_read(words: tuple[str, ...], text: str) -> None:
    """The words are given from left to right, as they stand on the page."""
    made, x = [], 100.0
    for word in words:
        made.append((word, x, x + 5.0 * len(word)))
        x += 5.0 * len(word) + 3.0
    assert line_of(*made) == text
