"""Where the marker stands below the wrong part of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import QuerySyntaxError


@pytest.mark.parametrize(
    ("source", "span", "shown", "marker"),
    [
        ("light AND (", (10, 11), "light AND (", "          ^"),
        ("light AND (", (6, 9), "light AND (", "      ~~^"),
        ("灯塔 AND (", (7, 8), "灯塔 AND (", "         ^"),
        ("灯塔 AND (", (0, 2), "灯塔 AND (", "~~~^"),
        ("e\u0301te\u0301 (", (6, 7), "e\u0301te\u0301 (", "    ^"),
        ("a\nb\t(", (4, 5), "a b (", "    ^"),
        ("light", (5, 5), "light", "     ^"),
        ("x" * 80 + "(", (80, 81), "…" + "x" * 50 + "(", " " * 51 + "^"),
    ],
)
def test_marker(source: str, span: tuple[int, int], shown: str, marker: str) -> None:
    said = str(QuerySyntaxError("wrong", source=source, span=span))
    assert said.split("\n") == ["wrong", f"    {shown}", f"    {marker}"]


@given(st.text(min_size=1, max_size=200), st.data())
def test_one_marker_whatever_the_text(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    lines = str(QuerySyntaxError("wrong", source=source, span=(start, end))).split("\n")
    if source.strip():
        assert lines[-1].strip(" ~") == "^"
