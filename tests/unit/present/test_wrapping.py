from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.present.style import columns
from indexer.present.wrapping import wrapped


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("a lens of glass", 7, ["a lens", "of", "glass"]),
        ("a léns of glass", 7, ["a léns", "of", "glass"]),
        ("人权理事会，报告", 6, ["人权理", "事会，", "报告"]),
        ("人权 A/HRC/9/8 报告", 10, ["人权", "A/HRC/9/8", "报告"]),
        ("пользование", 5, ["польз", "овани", "е"]),
        ("تقرير عن الموانئ", 9, ["تقرير عن", "الموانئ"]),
        ("", 9, []),
        ("é", 9, ["é"]),
    ],
)
def test_lines(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


def test_indents() -> None:
    assert wrapped("une léntille de verre", 10, indent="> ", hanging="  ") == [
        "> une",
        "  léntille",
        "  de verre",
    ]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"))), st.integers(2, 30))
def test_every_line_fits_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
